import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import type * as Y from 'yjs'
import { type Missing, missing } from '../../shared/gate.ts'
import type { DraftPlan } from '../../shared/plan.ts'
import { readPlan } from '../../shared/plan-document.ts'
import type { LiveText } from '../live/provider.ts'
import { today } from '../text.ts'
import { type PlanUndo, watchPlan } from './plan-undo.ts'

/** The live text as the page shows it around the editors: what it says, what it lacks, and what can be taken back. */
export interface LiveDraft {
  live: LiveText
  draft: Accessor<DraftPlan>
  /** The measures that stand, by id: the same list as long as they are the same. */
  ids: Accessor<string[]>
  missing: Accessor<Missing[]>
  undo: PlanUndo
  /** Runs when the page is left: for what can only be done on it. */
  untilLeft: (run: () => void) => void
}

/** Reads the document again at most so often: between two keystrokes of a fast writer, not after each. */
const restMs = 120

export function createLiveDraft(live: LiveText, partyIds: () => readonly string[]): LiveDraft {
  const draft = createReading(live.doc)
  const [turn, setTurn] = createSignal(0)
  const watched = watchPlan(live.doc, () => setTurn((count) => count + 1))
  const leaving = new Set<() => void>()
  onCleanup(() => {
    watched.destroy()
    for (const run of leaving) run()
  })
  const lately = <T>(ask: () => T): T => {
    turn()
    return ask()
  }
  return {
    live,
    draft,
    ids: createMemo(() => draft().measures.map((measure) => measure.id), undefined, {
      equals: (a, b) => a.join() === b.join(),
    }),
    missing: createMemo(() => missing(draft(), new Set(partyIds()), today())),
    undo: { ...watched, canUndo: () => lately(watched.canUndo), canRedo: () => lately(watched.canRedo) },
    untilLeft: (run) => void leaving.add(run),
  }
}

/** Measures and terms changed here are shown at once; words, and what arrives, after a moment's rest. */
function createReading(doc: Y.Doc): Accessor<DraftPlan> {
  const [draft, setDraft] = createSignal(readPlan(doc))
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => {
    clearTimeout(timer)
    timer = undefined
    setDraft(readPlan(doc))
  }
  const here = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    if (transaction.local && events.some((event) => event.path.length <= 1)) read()
  }
  const later = () => {
    timer ??= setTimeout(read, restMs)
  }
  doc.getArray('measures').observeDeep(here as never)
  doc.on('update', later)
  onCleanup(() => {
    clearTimeout(timer)
    doc.getArray('measures').unobserveDeep(here as never)
    doc.off('update', later)
  })
  return draft
}
