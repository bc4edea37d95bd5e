import { Worker } from 'node:worker_threads'
import type { HistoryPoint } from '../../../shared/history.ts'
import { documentShapes, type Shape } from '../../../shared/live.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { Reader } from '../../db/database.ts'
import { findDocument } from '../documents.ts'
import { readSnapshot } from '../stored.ts'
import type { Book, Entry } from './book.ts'
import type { Question } from './worker.ts'

type Answers = {
  [Is in 'changes' | 'attribution' | 'restoration']: ReturnType<Book[Is]>
}
type Asked = Extract<Question, { is: keyof Answers }>

/** One history is counted at a time, in a thread of its own; so many may wait. */
const waitingAtMost = 24
/** A thread that nobody asks anything is let go. */
const idleMs = 60_000
const heapMb = 1_024

interface Desk {
  ask(question: Question, moved?: ArrayBuffer[]): Promise<unknown>
}

let desk: Desk | undefined
let idle: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** Reads what the log has beyond what was read before, and answers; the thread that serves texts is never held long. */
export async function askHistory<Is extends keyof Answers>(
  db: Reader,
  question: Extract<Asked, { is: Is }>,
): Promise<Answers[Is]> {
  if (waiting >= waitingAtMost) throw new Refused('history_busy')
  waiting++
  const turn = last.then(() => answered(db, question))
  last = turn.catch(() => undefined)
  try {
    return (await turn) as Answers[Is]
  } finally {
    waiting--
  }
}

async function answered(db: Reader, question: Asked): Promise<unknown> {
  clearTimeout(idle)
  desk ??= openDesk()
  try {
    await readOn(desk, db, question.id)
    return await desk.ask(question)
  } finally {
    idle = setTimeout(() => closeDesk(), idleMs).unref()
  }
}

let closeDesk = () => {}

function openDesk(): Desk {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  })
  worker.unref()
  const asked = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let next = 1
  const end = (error: Error) => {
    for (const { reject } of asked.values()) reject(error)
    asked.clear()
    if (desk === opened) desk = undefined
  }
  worker.on('message', (said: { number: number; answer?: unknown; error?: string }) => {
    const waits = asked.get(said.number)
    asked.delete(said.number)
    if (asked.size === 0) worker.unref()
    if (said.error === undefined) waits?.resolve(said.answer)
    else waits?.reject(new Error(said.error))
  })
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => end(new Error('the history thread ended')))
  closeDesk = () => {
    if (desk === opened) desk = undefined
    void worker.terminate()
  }
  const opened: Desk = {
    ask: (question, moved = []) =>
      new Promise((resolve, reject) => {
        const number = next++
        asked.set(number, { resolve, reject })
        worker.ref()
        worker.postMessage({ number, question }, moved)
      }),
  }
  return opened
}

/** Rows of one reading: few first, then as many as make up some megabytes. */
const rowsFirst = 64
const rowsMost = 2_000
const bytesWanted = 2_097_152

/** Brings the book to the head of the log. The log is only ever added to, so what was read stays right. */
async function readOn(desk: Desk, db: Reader, id: string): Promise<void> {
  const document = await findDocument(db, id)
  const shape = document && (documentShapes as Record<string, Shape>)[document.kind]
  if (!document || !shape) throw new Refused('not_found')
  let read = (await desk.ask({ is: 'read', id, shape })) as HistoryPoint | undefined
  for (const { epoch, seq, until } of await lineagesOf(db, document)) {
    if (read && epoch < read.epoch) continue
    if (read?.epoch !== epoch) {
      const seed = new Uint8Array((await readSnapshot(db, id, { epoch, seq })).bytes)
      await desk.ask({ is: 'begin', id, epoch, seq, seed }, [seed.buffer])
      read = { epoch, seq }
    }
    for (let rows = rowsFirst; read.seq < until; ) {
      const entries = await readEntries(db, id, { epoch, after: read.seq, until, rows })
      if (entries.length === 0) break
      const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length, 0)
      rows = Math.max(1, Math.min(rowsMost, Math.floor((bytesWanted * entries.length) / bytes)))
      await desk.ask({ is: 'enter', id, epoch, entries })
      read = { epoch, seq: entries.at(-1)!.seq }
    }
  }
}

/** Each text that the document began with is kept as its lineage's first snapshot. */
async function lineagesOf(db: Reader, document: { id: string; seq: number }) {
  const rows = await db
    .selectFrom('document_snapshot')
    .select(['epoch', (eb) => eb.fn.min('seq').as('seq')])
    .where('document_id', '=', document.id)
    .groupBy('epoch')
    .orderBy('epoch')
    .execute()
  return rows.map((row, i) => ({ ...row, until: rows[i + 1]?.seq ?? document.seq }))
}

async function readEntries(
  db: Reader,
  id: string,
  range: { epoch: number; after: number; until: number; rows: number },
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('document_update')
    .select(['seq', 'person_id', 'delegation_id', 'at', 'bytes'])
    .where('document_id', '=', id)
    .where('epoch', '=', range.epoch)
    .where('seq', '>', range.after)
    .where('seq', '<=', range.until)
    .orderBy('seq')
    .limit(range.rows)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    personId: row.person_id,
    delegationId: row.delegation_id ?? undefined,
    at: row.at,
    bytes: row.bytes,
  }))
}
