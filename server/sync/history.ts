import type { Attribution, HistoryChanges, HistoryPoint, PointHere, Writer } from '../../shared/history.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader } from '../db/database.ts'
import type { LiveDocument } from './documents.ts'
import { askHistory } from './history/desk.ts'
import { demandDocument } from './versions.ts'

type WriterId = Omit<Writer, 'name'>

/** Who changed what from one point to a later one, paragraph by paragraph and word by word, as the log has it. */
export async function readChanges(
  db: Reader,
  documentId: string,
  from: HistoryPoint,
  to: HistoryPoint,
): Promise<HistoryChanges> {
  const changes = await askHistory(db, { is: 'changes', id: documentId, from, to })
  if (!changes) throw new Refused('version_unknown')
  return { ...changes, writers: await named(db, changes.writers) }
}

/** Who wrote each passage of the text as it is committed, and when. */
export async function readAttribution(db: Reader, documentId: string): Promise<Attribution> {
  const attribution = await askHistory(db, { is: 'attribution', id: documentId })
  return { ...attribution, writers: await named(db, attribution.writers) }
}

/** Where the document has been: how it began, the last edit of each day, versions by name, what was brought back, now. */
export async function readPoints(db: Reader, documentId: string): Promise<PointHere[]> {
  const document = await demandDocument(db, documentId)
  const [began, days, versions] = [
    await beginnings(db, documentId),
    await lastEdits(db, document),
    await readVersions(db, documentId),
  ]
  const last = [...began, ...days].reduce((a, b) => (b.at > a.at ? b : a))
  const now: PointHere = { is: 'now', epoch: document.epoch, seq: document.seq, at: last.at }
  const points = await withNames(db, [...began, ...days, ...versions, now])
  return newestFirst(points)
}

const rank = { began: 0, day: 1, restored: 2, reading: 3, named: 4, now: 5 }
export const newestFirst = (points: readonly PointHere[]): PointHere[] =>
  [...points].sort((a, b) => b.epoch - a.epoch || b.seq - a.seq || rank[b.is] - rank[a.is])

type Point = Omit<PointHere, 'by' | 'writers'> & { by?: WriterId; writers?: WriterId[] }

async function beginnings(db: Reader, documentId: string): Promise<Point[]> {
  const rows = await db
    .selectFrom('document_snapshot')
    .select(['epoch', 'seq', 'at'])
    .where('document_id', '=', documentId)
    .orderBy('epoch')
    .orderBy('seq')
    .execute()
  const first = new Map(rows.toReversed().map((row) => [row.epoch, row]))
  return [...first.values()].map(({ epoch, seq, at }) => ({ is: 'began', epoch, seq, at }))
}

/** So many rows are read before others have their turn. */
const rowsAtOnce = 2_000

/** Days are the server's clock's, in universal time. */
async function lastEdits(db: Reader, document: LiveDocument): Promise<Point[]> {
  const days: Point[] = []
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom('document_update')
      .select(['epoch', 'seq', 'person_id', 'delegation_id', 'at'])
      .where('document_id', '=', document.id)
      .where('epoch', '<=', document.epoch)
      .where('seq', '>', after)
      .where('seq', '<=', document.seq)
      .orderBy('seq')
      .limit(rowsAtOnce)
      .execute()
    for (const { epoch, seq, person_id, delegation_id, at } of rows) {
      const writer = { personId: person_id, delegationId: delegation_id ?? undefined }
      const last = days.at(-1)
      if (last?.epoch === epoch && last.at.slice(0, 10) === at.slice(0, 10)) {
        Object.assign(last, { seq, at, edits: last.edits! + 1 })
        if (!last.writers!.some((one) => isSameWriter(one, writer))) last.writers!.push(writer)
      } else days.push({ is: 'day', epoch, seq, at, edits: 1, writers: [writer] })
    }
    if (rows.length < rowsAtOnce) return days
    after = rows.at(-1)!.seq
    await new Promise(setImmediate)
  }
}

const isSameWriter = (a: WriterId, b: WriterId): boolean =>
  a.personId === b.personId && a.delegationId === b.delegationId

async function readVersions(db: Reader, documentId: string): Promise<Point[]> {
  const rows = await db
    .selectFrom('document_version')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    is: row.name === null ? 'restored' : 'named',
    epoch: row.epoch,
    seq: row.seq,
    at: row.at,
    by: { personId: row.person_id, delegationId: row.delegation_id ?? undefined },
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.of_epoch === null || row.of_seq === null ? {} : { of: { epoch: row.of_epoch, seq: row.of_seq } }),
  }))
}

async function withNames(db: Reader, points: readonly Point[]): Promise<PointHere[]> {
  const ids = points.flatMap((point) => [...(point.by ? [point.by] : []), ...(point.writers ?? [])])
  const names = new Map((await named(db, ids)).map((writer) => [writer.personId, writer.name]))
  const name = (writer: WriterId): Writer => ({ ...writer, name: names.get(writer.personId) ?? '' })
  return points.map((point) => ({ ...point, by: point.by && name(point.by), writers: point.writers?.map(name) }))
}

async function named(db: Reader, writers: readonly WriterId[]): Promise<Writer[]> {
  const ids = [...new Set(writers.map((writer) => writer.personId))]
  const rows =
    ids.length === 0 ? [] : await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return writers.map((writer) => ({ ...writer, name: names.get(writer.personId) ?? '' }))
}
