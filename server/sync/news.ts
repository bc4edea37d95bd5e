import { afterCommit, type Trx } from '../db/database.ts'

/** What open sockets must hear of at once: a document moved, a session ended, a person's seats changed. */
export type News = { documentId: string } | { sessionId: string } | { personId: string }

const listeners = new Set<(news: News) => void>()

/** Tells every live engine of this process, once the transaction has committed. Other nodes learn it from the database. */
export const tell = (trx: Trx, news: News): void =>
  afterCommit(trx, () => {
    for (const listen of listeners) listen(news)
  })

/** Hears all news until the returned function is called. */
export function hear(listen: (news: News) => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}
