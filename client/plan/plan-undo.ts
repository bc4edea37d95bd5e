import * as Y from 'yjs'

/** One thing that this person did: entries of maps with what stood there before and after. */
interface Deed {
  map: Y.Map<unknown>
  key: string
  before: unknown
  after: unknown
}

/** What this person did to measures and terms, to be taken back; the words of the texts have the editor's own undo. */
export interface PlanUndo {
  canUndo(): boolean
  canRedo(): boolean
  undo(): void
  redo(): void
  destroy(): void
}

const mostDeeds = 100

/**
 * Watches what is changed here, never what others change. Taking back writes the old entries anew and nothing else: an
 * added measure is taken out as any measure is, so that what others wrote in it meanwhile can come back with it; an entry
 * that somebody has changed since is left as they want it.
 */
export function watchPlan(doc: Y.Doc, onChange: () => void): PlanUndo {
  const measures = doc.getArray<unknown>('measures')
  const meta = doc.getMap<unknown>('meta')
  let done: Deed[][] = []
  let undone: Deed[][] = []

  const look = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    if (!transaction.local || transaction.origin !== null) return
    const deeds = events.flatMap(deedsOf)
    if (deeds.length === 0) return
    done = [...done, deeds].slice(-mostDeeds)
    undone = []
    onChange()
  }
  measures.observeDeep(look as never)
  meta.observeDeep(look as never)

  const step = (from: Deed[][], to: Deed[][], which: 'before' | 'after') => {
    const deeds = from.pop()
    if (!deeds) return
    const expected = which === 'before' ? 'after' : 'before'
    doc.transact(() => {
      for (const deed of deeds) if (deed.map.get(deed.key) === deed[expected]) put(deed, deed[which])
    }, stepOrigin)
    to.push(deeds)
    onChange()
  }
  return {
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    undo: () => step(done, undone, 'before'),
    redo: () => step(undone, done, 'after'),
    destroy: () => {
      measures.unobserveDeep(look as never)
      meta.unobserveDeep(look as never)
    },
  }
}

const stepOrigin = 'plan-undo'

function put({ map, key }: Deed, value: unknown): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

function deedsOf(event: Y.YEvent<Y.AbstractType<unknown>>): Deed[] {
  if (event.target instanceof Y.Array)
    return [...event.changes.added]
      .map((item) => (item.content as { type?: unknown }).type)
      .filter((type): type is Y.Map<unknown> => type instanceof Y.Map)
      .map((map) => ({ map, key: 'removed', before: 'yes', after: undefined }))
  const map = event.target
  if (!(map instanceof Y.Map)) return []
  return [...event.changes.keys].map(([key, change]) => ({
    map,
    key,
    before: change.action === 'add' ? undefined : change.oldValue,
    after: map.get(key),
  }))
}
