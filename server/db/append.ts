import type { DocumentClientRow, DocumentUpdateRow } from '../sync/table.ts'
import type { Reader } from './database.ts'

/** New updates of one live document, and the head that they were judged against. */
export interface Append {
  documentId: string
  base: { epoch: number; seq: number }
  head: { seq: number; hash: string }
  at: string
  updates: readonly DocumentUpdateRow[]
  clients: readonly DocumentClientRow[]
}

/**
 * Writes each append whose document is open and stands where it is expected, all in one transaction, and returns the ids
 * of those documents; of the others nothing is written. Durable when it resolves. It is what the live text waits for at
 * every keystroke, so each engine has its quickest way of doing it.
 */
export type AppendLog = (appends: readonly Append[]) => Promise<Set<string>>

/** What can be done while documents are held. */
export interface Held {
  read: Reader
  append: AppendLog
}
