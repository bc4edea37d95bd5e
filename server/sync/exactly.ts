import type * as Y from 'yjs'

/**
 * One transaction in which the document takes in updates and does no more. By itself Yjs tidies marks that say nothing
 * after every update of others; here nobody would log that: the text would no longer be what is committed, and the same
 * tidying by a client would be taken for known and never be logged either.
 */
export function takeExactly(doc: Y.Doc, work: () => void): void {
  doc.transact((transaction) => {
    work()
    transaction.local = true
  })
}
