import type { JSX } from 'solid-js'
import { Discussion } from '../forum/discussion.tsx'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { Select } from '../ui/select.tsx'
import type { OutlineEntry } from './outline.tsx'
import type { PlanSummary } from './overview.ts'

/** What is said of the measure that the reader is in, or of the plan as a whole. */
export function PlanTalk(props: {
  plan: PlanSummary
  measures: readonly OutlineEntry[]
  /** The measure spoken of; none: the plan as a whole. */
  current: string | undefined
  onCurrent: (measureId: string | undefined) => void
}): JSX.Element {
  const agreement = useAgreement()
  const number = () => props.measures.findIndex((measure) => measure.id === props.current) + 1
  const subject = () => (number() > 0 ? props.current : undefined)
  const options = () => [
    { value: '', label: t('plan.talk.whole') },
    ...props.measures.map((measure, i) => ({
      value: measure.id,
      label: t('plan.talk.measure', { number: i + 1, title: measure.title || t('plan.untitled') }),
    })),
  ]
  return (
    <section id="talk">
      <Select
        label={t('plan.talk.choose')}
        options={options()}
        value={subject() ?? ''}
        empty={false}
        onInput={(id) => props.onCurrent(id || undefined)}
      />
      <Discussion
        agreementId={agreement().id}
        subjectKind={subject() ? 'measure' : 'plan'}
        subject={subject() ?? props.plan.id}
        title={subject() ? t('plan.talk.on', { number: number() }) : t('plan.talk')}
      />
    </section>
  )
}
