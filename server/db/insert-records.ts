import type Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import type { RecordRow } from '../record/table.ts'
import type { Reader, Trx } from './database.ts'

const columns = [
  'id',
  'disclosure_id',
  'indicator_id',
  'period',
  'value',
  'missing',
  'unit',
  'raw',
  'note',
  'batch_id',
  'line',
  'person_id',
  'at',
  'standing',
  'replaced_by',
  'why',
  'page',
] as const satisfies readonly (keyof RecordRow)[]

const into = `insert into record (${columns.join(', ')})`
/** Two records do not stand in one place: who meets one that stands is not inserted. */
const unlessTaken = 'on conflict (disclosure_id, indicator_id, period) where standing = 1 do nothing'

const connections = new WeakMap<object, Sqlite.Database>()

/** Every query of one database goes through the same adapter: by it the connection is known that a transaction holds. */
const databaseOf = (reader: Reader): object => reader.getExecutor().adapter

/** Lets records be inserted past the query builder, on the connection that its transactions hold. */
export const insertOn = (writer: Reader, connection: Sqlite.Database): void =>
  void connections.set(databaseOf(writer), connection)

/**
 * Inserts many records in an open transaction, each engine in its quickest way, and returns the positions of those whose
 * place is taken. An import of a million lives by it: the query builder takes longer to write a row down than the engines
 * to store it.
 */
export async function insertRecords(trx: Trx, rows: readonly RecordRow[]): Promise<number[]> {
  const connection = connections.get(databaseOf(trx))
  return connection ? insertEach(connection, rows) : insertColumns(trx, rows)
}

export type Place = Pick<RecordRow, 'disclosure_id' | 'indicator_id' | 'period'>

/**
 * Lets what stands in each of these places step behind the batch, unless it is the batch's own, and returns the positions
 * of the places that are free now. No place is named twice.
 */
export async function stepBehind(trx: Trx, batchId: string, places: readonly Place[]): Promise<number[]> {
  const connection = connections.get(databaseOf(trx))
  return connection ? stepEach(connection, batchId, places) : stepTogether(trx, batchId, places)
}

const statements = new WeakMap<Sqlite.Database, Map<string, Sqlite.Statement>>()

/** A statement that is prepared once a connection. */
function prepared(connection: Sqlite.Database, text: string): Sqlite.Statement {
  const known = statements.get(connection) ?? new Map<string, Sqlite.Statement>()
  statements.set(connection, known)
  const found = known.get(text) ?? connection.prepare(text)
  known.set(text, found)
  return found
}

/** Row by row; nothing is awaited between. */
function insertEach(connection: Sqlite.Database, rows: readonly RecordRow[]): number[] {
  const insert = prepared(connection, `${into} values (${columns.map(() => '?')}) ${unlessTaken}`)
  const taken: number[] = []
  const values: unknown[] = []
  for (const [i, row] of rows.entries()) {
    for (const [at, column] of columns.entries()) values[at] = row[column]
    if (insert.run(values).changes === 0) taken.push(i)
  }
  return taken
}

function stepEach(connection: Sqlite.Database, batchId: string, places: readonly Place[]): number[] {
  const step = prepared(
    connection,
    `update record set standing = 0, replaced_by = ?
     where disclosure_id = ? and indicator_id = ? and period = ? and standing = 1 and batch_id is not ?`,
  )
  return places.flatMap((place, i) =>
    step.run(batchId, place.disclosure_id, place.indicator_id, place.period, batchId).changes > 0 ? [i] : [],
  )
}

/** All rows as one array a column, so that the statement is one text whatever their number. */
async function insertColumns(trx: Trx, rows: readonly RecordRow[]): Promise<number[]> {
  const given = columns.map((column) => sql`${rows.map((row) => row[column])}::${sql.raw(types[column] ?? 'text')}[]`)
  const names = sql.raw(columns.join(', '))
  const { rows: met } = await sql<{ position: number }>`
    with given as (
      select * from unnest(${sql.join(given)}) with ordinality as g (${names}, position)),
    inserted as (
      ${sql.raw(into)} select ${names} from given ${sql.raw(unlessTaken)} returning id)
    select position from given where id not in (select id from inserted) order by position`.execute(trx)
  return met.map(({ position }) => Number(position) - 1)
}

async function stepTogether(trx: Trx, batchId: string, places: readonly Place[]): Promise<number[]> {
  const column = (name: keyof Place) => sql`${places.map((place) => place[name])}::text[]`
  const { rows: free } = await sql<{ position: number }>`
    update record r set standing = 0, replaced_by = ${batchId}
    from unnest(${column('disclosure_id')}, ${column('indicator_id')}, ${column('period')})
      with ordinality as p (disclosure_id, indicator_id, period, position)
    where r.disclosure_id = p.disclosure_id and r.indicator_id = p.indicator_id and r.period = p.period
      and r.standing = 1 and r.batch_id is distinct from ${batchId}
    returning p.position`.execute(trx)
  return free.map(({ position }) => Number(position) - 1).sort((a, b) => a - b)
}

const types: Partial<Record<keyof RecordRow, string>> = {
  value: 'double precision',
  line: 'integer',
  standing: 'integer',
  page: 'integer',
}
