import { useParams, useSearchParams } from '@solidjs/router'
import { createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { poll } from '../forum/polling.ts'
import { useAgreement } from '../shell/agreement.ts'
import { useMainClass } from '../shell/main-class.ts'
import { loadTexts } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { readShown } from './addresses.ts'
import type { LateWords } from './late-words.tsx'
import { OpenPlan } from './open-plan.tsx'
import { askPlan, type PlanHere, type PlanSummary, standingReading } from './overview.ts'
import { ReadingPage } from './reading-page.tsx'
import { StaticDraft } from './static-draft.tsx'

/** The editor and all that co-editing needs: the largest part of the client, and brought only where text is written. */
const DraftPage = lazy(async () => {
  const [{ DraftPage: page }] = await Promise.all([import('./draft-page.tsx'), loadTexts('live', 'forum')])
  return { default: page }
})
const PlanHistory = lazy(async () => {
  const [{ PlanHistory: page }] = await Promise.all([import('./plan-history.tsx'), loadTexts('live')])
  return { default: page }
})
const ComparePage = lazy(async () => ({ default: (await import('./compare-page.tsx')).ComparePage }))

/** The plan of a forum: what is written, or the reading that stands. */
export function Page(): JSX.Element {
  useMainClass('plan-page')
  const params = useParams<{ label: string }>()
  const agreement = useAgreement()
  const load = createLoad(() => askPlan(agreement().id, params.label))
  poll(load.again, 10_000)
  // Once it is there it stays: a network that fails is told by the text's own status, not by an error over it.
  return (
    <Show when={load.value()} fallback={<Loaded load={load}>{() => null}</Loaded>}>
      {(here) => (
        <Show when={here().plan} fallback={<OpenPlan here={here()} onOpened={load.again} />}>
          {(plan) => <Shown here={here()} plan={plan()} onChanged={load.again} />}
        </Show>
      )}
    </Show>
  )
}

/** What the address asks for, else what stands: the open or locked reading, or the text that is being written. */
function Shown(props: { here: PlanHere; plan: PlanSummary; onChanged: () => Promise<void> }): JSX.Element {
  const [query] = useSearchParams<{ reading?: string; compare?: string; history?: string }>()
  const asked = () => readShown(query)
  const [late, setLate] = createSignal<LateWords>()
  const reading = () =>
    props.here.readings.find((one) => one.number === asked().reading) ??
    (props.plan.state === 'drafting' ? undefined : standingReading(props.here))
  return (
    <Switch
      fallback={
        <Suspense fallback={<StaticDraft here={props.here} plan={props.plan} />}>
          <DraftPage here={props.here} plan={props.plan} onChanged={props.onChanged} onLate={setLate} />
        </Suspense>
      }
    >
      <Match when={asked().history}>
        {(history) => (
          <PlanHistory here={props.here} plan={props.plan} asked={history().stretch} onChanged={props.onChanged} />
        )}
      </Match>
      <Match when={asked().compare}>
        {(versions) => <ComparePage here={props.here} plan={props.plan} from={versions()[0]} to={versions()[1]} />}
      </Match>
      <Match when={reading()?.id} keyed>
        {(id) => (
          <ReadingPage
            here={props.here}
            plan={props.plan}
            reading={props.here.readings.find((one) => one.id === id)!}
            late={late()}
            onChanged={props.onChanged}
          />
        )}
      </Match>
    </Switch>
  )
}
