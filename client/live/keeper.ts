import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { forgetText, keepEpoch, keptEpoch, keptName, readUnsent, unsentKey } from './kept.ts'

/** What this browser keeps of one text for one person, so that it survives closing the page. */
export interface Keeper {
  /** Brings in what is kept, before the first connection; returns the epoch it is of and how much of it was never sent. */
  recall(): Promise<{ epoch: number; unsent: number }>
  /** Keeps the text from here on, under the epoch that the server has named. */
  keep(epoch: number): void
  /** Notes how much waits; once nothing does, what earlier pages left unsent has gone too. */
  note(waiting: number): void
  isKeeping(): boolean
  /** Who wrote into the document: what is brought in is no change. */
  isOrigin(by: unknown): boolean
  /** Stops keeping, and takes away what is kept: the server has it, or nobody wants it. */
  forget(): Promise<void>
  /** Stops keeping; what is kept stays. */
  stop(): void
}

/** Storage can hang where a browser forbids it; the text is then opened without. */
const patienceMs = 4_000

export function startKeeper(doc: Y.Doc, who: { personId: string; documentId: string; device: string }): Keeper {
  const { personId, documentId, device } = who
  let kept: IndexeddbPersistence | undefined
  let earlier: string[] = []

  const open = (epoch: number) => {
    kept = new IndexeddbPersistence(keptName(personId, documentId, epoch), doc)
    return kept
  }
  return {
    recall: async () => {
      const epoch = keptEpoch(personId, documentId)
      if (epoch === 0) return { epoch, unsent: 0 }
      const opened = open(epoch)
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs))
      const found = await Promise.race([opened.whenSynced, late])
      if (!found?.db) return { epoch: 0, unsent: 0 }
      const counts = await readUnsent(found.db)
      earlier = [...counts.keys()]
      return { epoch, unsent: [...counts.values()].reduce((sum, count) => sum + count, 0) }
    },
    keep: (epoch) => {
      if (kept) return
      keepEpoch(personId, documentId, epoch)
      open(epoch)
    },
    note: (waiting) => {
      if (!kept) return
      report(kept.set(unsentKey(device), waiting))
      if (waiting > 0) return
      for (const key of earlier) report(kept.del(key))
      earlier = []
    },
    isKeeping: () => kept !== undefined,
    isOrigin: (by) => by !== null && by !== undefined && by === kept,
    forget: async () => {
      const closing = kept
      kept = undefined
      if (!closing) return
      await closing.destroy()
      await forgetText(closing.name)
    },
    stop: () => {
      if (kept) report(kept.destroy())
      kept = undefined
    },
  }
}

/** Storage that fails is told where defects are looked for; the text itself is in the page and at the server. */
const report = (done: Promise<unknown>): void => {
  done.catch((error: unknown) => console.error('this browser could not keep the text', error))
}
