import type { JSX } from 'solid-js'
import { isDay } from '../../shared/dates.ts'
import { type HistoryPoint, pointText } from '../../shared/history.ts'
import { refusal } from '../../shared/permissions.ts'
import { type MeasureField, type MetaField, measureFields, metaFields, stageRefusal } from '../../shared/plan.ts'
import { api, call } from '../api.ts'
import { HistoryPage } from '../live/history-page.tsx'
import type { HistoryNames, HistorySource } from '../live/history-source.ts'
import { actor } from '../session.ts'
import { type AgreementHere, useAgreement } from '../shell/agreement.ts'
import { formatDay, t } from '../text.ts'
import { historyHref, planHref } from './addresses.ts'
import { measureGrid } from './measure-fields.ts'
import type { PlanHere, PlanSummary } from './overview.ts'

/** The history of a plan: who changed what between two points of its text. */
export function PlanHistory(props: {
  here: PlanHere
  plan: PlanSummary
  asked: [HistoryPoint, HistoryPoint] | undefined
  onChanged: () => Promise<void>
}): JSX.Element {
  const agreement = useAgreement()
  const slug = () => agreement().slug
  const { label } = props.here.forum
  return (
    <HistoryPage
      title={t('live.history.title', { title: props.plan.title })}
      source={sourceOf(props)}
      names={planNames(agreement)}
      back={planHref(slug(), label)}
      asked={props.asked}
      href={(from, to) => historyHref(slug(), label, from, to)}
    />
  )
}

function sourceOf(props: { here: PlanHere; plan: PlanSummary; onChanged: () => Promise<void> }): HistorySource {
  const param = { id: props.plan.id }
  const plan = api.api.plans[':id']
  const subject = () => ({ agreementId: props.plan.agreementId, state: props.plan.state })
  return {
    points: () => call(plan.points.$get({ param })) as never,
    changes: (from, to) =>
      call(plan.changes.$get({ param, query: { from: pointText(from), to: pointText(to) } } as never)) as never,
    name: (naming) => call(plan.versions.$post({ param, json: naming })),
    restore: async (point) => {
      await call(plan.restorations.$post({ param, json: { point } }))
      await props.onChanged()
    },
    nameRefusal: () => refusal(actor(), 'version.name', subject()),
    restoreRefusal: () => refusal(actor(), 'plan.restore', subject()) ?? stageRefusal('edit', props.here.forum.stage),
  }
}

const isField = (key: string): key is MeasureField | MetaField =>
  [...measureFields, ...metaFields].includes(key as MeasureField)

/** A measure's place and whether it stands are told as what became of it, not as entries. */
const planNames = (agreement: () => AgreementHere): HistoryNames => ({
  root: () => t('plan.preamble'),
  entry: ({ before, after }) => {
    const title = after.title || before.title
    return typeof title === 'string' && title !== '' ? title : t('plan.untitled')
  },
  state: ({ change, before, after }, values) => {
    if (change === 'in') return t('live.history.added')
    if (change === 'out') return t('live.history.gone')
    if (!before.removed && after.removed) return t('live.history.removed')
    if (before.removed && !after.removed) return t('live.history.putBack')
    return values.some((value) => value.path.at(-1) === 'position') ? t('live.history.movedEntry') : undefined
  },
  value: (key) => (isField(key) || key === 'answers' ? t(`plan.field.${key}`) : undefined),
  said: (key, value) => {
    const text = typeof value === 'string' ? value : ''
    if (kindOf(key) === 'party') return agreement().parties.find((party) => party.id === text)?.name ?? text
    return kindOf(key) === 'day' && isDay(text) ? formatDay(text) : text
  },
  isWords: (key) => kindOf(key) === 'words',
})

const kindOf = (key: string) =>
  key === 'periodFrom' || key === 'periodUntil'
    ? 'day'
    : (measureGrid.find((place) => place.field === key)?.kind ?? 'words')
