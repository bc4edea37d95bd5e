import { type Accessor, batch, createMemo, createSignal, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type * as Y from 'yjs'
import { type Missing, missing } from '../../shared/gate.ts'
import type { DraftPlan } from '../../shared/plan.ts'
import { measureMaps, readPlan } from '../../shared/plan-document.ts'
import type { LiveText } from '../live/live-text.ts'
import { today } from '../text.ts'
import { type PlanUndo, watchPlan } from './plan-undo.ts'
import { rememberTexts } from './remembered-texts.ts'

/** The live text as the page shows it around the editors: what it says, what it lacks, and what can be taken back. */
export interface LiveDraft {
  live: LiveText
  /** A store: what has not changed stays the same object, so that a keystroke costs what it changes and no more. */
  draft: DraftPlan
  /** The measure's map in the document, while it stands. */
  mapOf: (measureId: string) => Y.Map<unknown> | undefined
  missing: Accessor<readonly Missing[]>
  /** What one entry lacks, of a measure or of the plan itself. */
  lacks: (measureId: string | undefined, field: string) => Missing | undefined
  undo: PlanUndo
  /** Runs when the page is left: for what can only be done on it. */
  untilLeft: (run: () => void) => void
}

export function createLiveDraft(live: LiveText, partyIds: () => readonly string[]): LiveDraft {
  const { draft, latest, mapOf } = createReading(live.doc)
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
  const lacking = createMemo<readonly Missing[]>(
    (before) => keepSame(before, missing(latest(), new Set(partyIds()), today())),
    [],
  )
  const byPlace = createMemo(() => new Map(lacking().map((entry) => [placeOf(entry.measureId, entry.field), entry])))
  return {
    live,
    draft,
    mapOf,
    missing: lacking,
    lacks: (measureId, field) => byPlace().get(placeOf(measureId, field)),
    undo: { ...watched, canUndo: () => lately(watched.canUndo), canRedo: () => lately(watched.canRedo) },
    untilLeft: (run) => void leaving.add(run),
  }
}

const placeOf = (measureId: string | undefined, field: string): string => `${measureId ?? ''} ${field}`

/** The new list, with the old entries where they say the same: rows of a page stay where they are. */
function keepSame(before: readonly Missing[], now: readonly Missing[]): readonly Missing[] {
  const nameOf = (entry: Missing) => `${placeOf(entry.measureId, entry.field)} ${entry.number} ${entry.code}`
  const known = new Map(before.map((entry) => [nameOf(entry), entry]))
  const kept = now.map((entry) => known.get(nameOf(entry)) ?? entry)
  return kept.length === before.length && kept.every((entry, i) => entry === before[i]) ? before : kept
}

/** Reads the document again at most so often: between two keystrokes of a fast writer, not after each. */
const restMs = 120

/** Measures and terms changed here are shown at once; words, and what arrives, after a moment's rest. */
function createReading(doc: Y.Doc) {
  const texts = rememberTexts(doc)
  const [latest, setLatest] = createSignal(readPlan(doc, texts.read))
  const [draft, setDraft] = createStore<DraftPlan>(structuredClone(latest()))
  const [maps, setMaps] = createSignal(mapsOf(doc))
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => {
    clearTimeout(timer)
    timer = undefined
    batch(() => {
      setLatest(readPlan(doc, texts.read))
      setDraft(reconcile({ ...latest() }, { key: 'id' }))
      if (!sameMaps(maps(), mapsOf(doc))) setMaps(mapsOf(doc))
    })
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
    texts.destroy()
    doc.getArray('measures').unobserveDeep(here as never)
    doc.off('update', later)
  })
  return { draft, latest, mapOf: (id: string) => maps().get(id) }
}

const mapsOf = (doc: Y.Doc): ReadonlyMap<string, Y.Map<unknown>> =>
  new Map(measureMaps(doc).map((map) => [String(map.get('id')), map]))

const sameMaps = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
  a.size === b.size && [...a].every(([id, map]) => b.get(id) === map)
