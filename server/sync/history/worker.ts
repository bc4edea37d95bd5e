import { parentPort } from 'node:worker_threads'
import type { HistoryPoint } from '../../../shared/history.ts'
import type { Shape } from '../../../shared/live.ts'
import { type Book, type Entry, openBook } from './book.ts'

/** What the worker is asked. A book that it does not know it opens. */
export type Question =
  | { is: 'read'; id: string; shape: Shape }
  | { is: 'begin'; id: string; epoch: number; seq: number; seed: Uint8Array }
  | { is: 'enter'; id: string; epoch: number; entries: Entry[] }
  | { is: 'changes'; id: string; from: HistoryPoint; to: HistoryPoint }
  | { is: 'attribution'; id: string }
  | { is: 'restoration'; id: string; point: HistoryPoint; client: number; committed: Uint8Array[] }

/** So many books stay open, and so many updates in them. */
const booksKept = 8
const updatesKept = 300_000

const books = new Map<string, Book>()

function answer(question: Question): unknown {
  if (question.is === 'read') return take(question.id, question.shape).read()
  const book = books.get(question.id)
  if (!book) throw new Error('no such book')
  switch (question.is) {
    case 'begin':
      return book.begin(question.epoch, question.seq, question.seed)
    case 'enter':
      return book.enter(question.epoch, question.entries)
    case 'changes':
      return book.changes(question.from, question.to)
    case 'attribution':
      return book.attribution()
    case 'restoration':
      return book.restoration(question.point, question.client, question.committed)
  }
}

/** The book asked for becomes the youngest; the oldest go when there are too many. */
function take(id: string, shape: Shape): Book {
  const book = books.get(id) ?? openBook(shape)
  books.delete(id)
  books.set(id, book)
  const weigh = () => [...books.values()].reduce((sum, one) => sum + (one.read()?.seq ?? 0), 0)
  for (const oldest of books.keys()) {
    if (oldest === id || (books.size <= booksKept && weigh() <= updatesKept)) break
    books.delete(oldest)
  }
  return book
}

parentPort!.on('message', ({ number, question }: { number: number; question: Question }) => {
  try {
    parentPort!.postMessage({ number, answer: answer(question) })
  } catch (error) {
    // A book that failed half-way says nothing any more: it is opened anew.
    books.delete(question.id)
    parentPort!.postMessage({ number, error: String(error instanceof Error ? error.stack : error) })
  }
})
