import { useNavigate } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import type { DraftPlan } from '../../shared/plan.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Select } from '../ui/select.tsx'
import { compareHref, planHref, type Version } from './addresses.ts'
import { changesBetween, isUnchanged, type PlanChanges } from './changes.ts'
import { ChangesView } from './changes-view.tsx'
import { Outline } from './outline.tsx'
import { askDraft, askReading, type PlanHere, type PlanSummary } from './overview.ts'
import { PlanFrame } from './plan-frame.tsx'
import { Readings } from './readings.tsx'

/** Two versions of the plan in one text: what was taken out, what was put in, word by word. */
export function ComparePage(props: { here: PlanHere; plan: PlanSummary; from: Version; to: Version }): JSX.Element {
  const load = createLoad(async () => {
    const { from, to } = props
    const [before, after] = await Promise.all([
      askVersion(props.here, props.plan, from),
      askVersion(props.here, props.plan, to),
    ])
    return { title: after.title, changes: changesBetween(before, after) }
  })
  return (
    <Loaded load={load}>
      {(compared) => (
        <PlanFrame
          title={t('plan.compare.title', { plan: compared().title })}
          status={<p class="saved">{summary(compared().changes)}</p>}
          tools={<Versions {...props} />}
          jumps={[
            { anchor: 'preamble', label: t('plan.jump.text') },
            { anchor: 'outline-h', label: t('plan.outline') },
          ]}
          nav={<Outline measures={compared().changes.measures} missing={[]} />}
          people={<Readings here={props.here} />}
        >
          <ChangesView changes={compared().changes} />
        </PlanFrame>
      )}
    </Loaded>
  )
}

async function askVersion(here: PlanHere, plan: PlanSummary, version: Version): Promise<DraftPlan> {
  if (version === 'draft') return askDraft(plan.id)
  const reading = here.readings.find((one) => one.number === version)
  return reading ? (await askReading(reading.id)).body : askDraft(plan.id)
}

function summary(changes: PlanChanges): string {
  if (isUnchanged(changes)) return t('plan.compare.same')
  const count = changes.measures.filter((measure) => measure.is !== 'same' || measure.moved).length
  return t('plan.compare.count', { count })
}

/** From which version to which; the address says it too, so that a comparison can be sent to somebody. */
function Versions(props: { here: PlanHere; plan: PlanSummary; from: Version; to: Version }): JSX.Element {
  const agreement = useAgreement()
  const navigate = useNavigate()
  const versions = (): Version[] => [
    ...(props.plan.state === 'drafting' ? (['draft'] as const) : []),
    ...props.here.readings.map((reading) => reading.number),
  ]
  const options = () =>
    versions().map((version) => ({
      value: String(version),
      label: version === 'draft' ? t('plan.compare.draft') : t('plan.reading', { number: version }),
    }))
  const go = (from: string, to: string) =>
    navigate(compareHref(agreement().slug, props.here.forum.label, from as Version, to as Version), { replace: true })
  return (
    <>
      <For
        each={
          [
            ['plan.compare.from', () => String(props.from), (value: string) => go(value, String(props.to))],
            ['plan.compare.to', () => String(props.to), (value: string) => go(String(props.from), value)],
          ] as const
        }
      >
        {([label, value, choose]) => (
          <Select label={t(label)} hideLabel options={options()} value={value()} onInput={choose} empty={false} />
        )}
      </For>
      <Show when={props.plan}>
        <a class="button" href={planHref(agreement().slug, props.here.forum.label)}>
          {t('plan.compare.leave')}
        </a>
      </Show>
    </>
  )
}
