import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js'
import { readPlan } from '../../shared/plan-document.ts'
import { api, call } from '../api.ts'
import { KeepQuestion } from '../live/keep-choice.tsx'
import { askBeforeLeaving } from '../live/leaving.ts'
import { announceChanges, Presence } from '../live/presence.tsx'
import { createLiveDocument } from '../live/provider.ts'
import { SavedState } from '../live/saved-state.tsx'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { tell } from '../ui/toast.tsx'
import { compareHref, historyHref } from './addresses.ts'
import { DraftSteps } from './draft-steps.tsx'
import { GateList } from './gate-list.tsx'
import { LastReading } from './last-reading.tsx'
import type { LateWords } from './late-words.tsx'
import { createLiveDraft, type LiveDraft } from './live-draft.ts'
import { MeasureEditor } from './measure-editor.tsx'
import { measureAnchor } from './measure-fields.ts'
import { Outline } from './outline.tsx'
import type { PlanHere, PlanSummary } from './overview.ts'
import { meIn, nameOfPeer, writersKey } from './people-here.ts'
import { PlanFrame } from './plan-frame.tsx'
import { PlanHead } from './plan-head.tsx'
import { PlanProposals } from './plan-proposals.tsx'
import { PlanTalk } from './plan-talk.tsx'
import { Readings } from './readings.tsx'
import { StaticDraft } from './static-draft.tsx'
import { createWriters } from './writers.ts'

interface DraftProps {
  here: PlanHere
  plan: PlanSummary
  onChanged: () => Promise<void>
  /** What was written here came after the text was frozen: it stays with its author. */
  onLate: (late: LateWords) => void
}

/** The plan while it is written: live, by everyone at once. Begun anew where what is here is not the text any more. */
export function DraftPage(props: DraftProps): JSX.Element {
  const [turn, setTurn] = createSignal(1)
  return (
    <Show when={turn()} keyed>
      {(_) => <OpenDraft {...props} onOutdated={() => setTurn((count) => count + 1)} />}
    </Show>
  )
}

function OpenDraft(props: DraftProps & { onOutdated: () => void }): JSX.Element {
  const agreement = useAgreement()
  const live = createLiveDocument(props.plan.documentId, { offline: true, personId: actor()?.personId })
  onCleanup(() => {
    if (live.state() !== 'open' && live.waiting() > 0)
      props.onLate({ count: live.waiting(), draft: readPlan(live.doc) })
    live.destroy()
  })
  const text = createLiveDraft(live, () => agreement().parties.map((party) => party.id))
  // Somebody froze the text, or the forum closed: the page shows what stands now.
  // What was under way is waited for: it is the author's proposal by then.
  createEffect(
    on(
      [live.state, live.saved],
      ([state, saved]) => state !== 'open' && saved !== 'sending' && void props.onChanged(),
      { defer: true },
    ),
  )
  askBeforeLeaving(live)
  createEffect(() => {
    if (!live.outdated()) return
    if (live.saved() === 'proposed') tell(t('live.spoken.proposed'))
    props.onOutdated()
  })
  return (
    <Show
      when={live.ready()}
      fallback={<StaticDraft here={props.here} plan={props.plan} status={<SavedState live={live} />} />}
    >
      <Draft {...props} text={text} />
    </Show>
  )
}

function Draft(props: DraftProps & { text: LiveDraft }): JSX.Element {
  const agreement = useAgreement()
  const { live, draft, missing } = props.text
  const [current, setCurrent] = createSignal<string>()
  const writers = createWriters(props.plan.id, live, agreement)
  announceChanges(live, (user) => nameOfPeer(agreement(), user))
  const ids = () => draft.measures.map((measure) => measure.id)
  return (
    <PlanFrame
      title={draft.title || t('plan.untitled')}
      status={<SavedState live={live} />}
      here={
        <Presence
          live={live}
          nameOf={(user) => nameOfPeer(agreement(), user)}
          placeOf={(field) => placeOf(field, ids())}
          me={meIn(agreement())}
        />
      }
      tools={<Tools here={props.here} shown={writers.shown()} onShow={writers.show} />}
      jumps={[
        { anchor: 'preamble', label: t('plan.jump.text') },
        { anchor: 'outline-h', label: t('plan.outline') },
        { anchor: 'missing', label: t('plan.jump.missing', { count: missing().length }) },
        { anchor: 'talk', label: t('plan.jump.talk') },
        ...(props.here.readings.length > 0 ? [{ anchor: 'concurrence', label: t('plan.concurrence') }] : []),
      ]}
      nav={
        <>
          <Outline measures={draft.measures} missing={missing()} current={current()} onCurrent={setCurrent}>
            <DraftSteps here={props.here} plan={props.plan} text={props.text} onAdded={setCurrent} />
          </Outline>
          <GateList
            here={props.here}
            plan={props.plan}
            missing={missing()}
            unsaved={live.saved() !== 'saved'}
            onFreeze={() => freeze(props)}
          />
        </>
      }
      people={
        <>
          <PlanTalk plan={props.plan} measures={draft.measures} current={current()} onCurrent={setCurrent} />
          <LastReading here={props.here} />
          <Readings here={props.here} />
        </>
      }
    >
      <Show when={live.access() === 'write'}>
        <KeepQuestion />
      </Show>
      <PlanProposals documentId={props.plan.documentId} />
      <p class="by-key">{writersKey(agreement())}</p>
      <PlanHead text={props.text} whoWrote={writers.signOf()} onEnter={() => setCurrent(undefined)} />
      <For each={draft.measures}>
        {(measure, index) => (
          <MeasureEditor
            measure={measure}
            number={index() + 1}
            text={props.text}
            here={props.here}
            isOpen={current() === measure.id}
            whoWrote={writers.signOf()}
            onEnter={() => setCurrent(measure.id)}
          />
        )}
      </For>
    </PlanFrame>
  )
}

/** Where a peer's cursor is: which measure, and the way there. */
function placeOf(field: string, ids: readonly string[]) {
  const number = ids.findIndex((id) => field.startsWith(measureAnchor(id))) + 1
  return number > 0
    ? { words: t('plan.inMeasure', { number }), href: `#${measureAnchor(ids[number - 1]!)}` }
    : { words: t('plan.inHead'), href: '#preamble' }
}

async function freeze(props: DraftProps): Promise<void> {
  const reading = await call(api.api.plans[':id'].readings.$post({ param: { id: props.plan.id } }))
  tell(t('plan.frozen', { number: reading.number }))
  await props.onChanged()
}

function Tools(props: { here: PlanHere; shown: boolean; onShow: (on: boolean) => void }): JSX.Element {
  const agreement = useAgreement()
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          id="whowrote"
          checked={props.shown}
          onChange={(event) => props.onShow(event.currentTarget.checked)}
        />{' '}
        {t('plan.wrote')}
      </label>
      <a class="button" href={historyHref(agreement().slug, props.here.forum.label)}>
        {t('live.history.link')}
      </a>
      <Show when={props.here.readings[0]}>
        {(last) => (
          <a class="button" href={compareHref(agreement().slug, props.here.forum.label, last().number, 'draft')}>
            {t('plan.compareWith', { number: last().number })}
          </a>
        )}
      </Show>
    </>
  )
}
