import { CompiledQuery, type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Append, AppendLog } from './append.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/**
 * One statement, and so one way to the server and back and one transaction. It passes the turnstile as every writing
 * transaction does; a head that another node moved meanwhile is looked at again after its lock, and is no longer where
 * it was expected.
 */
const statement = (turnstile: number): string => `
  with turn as materialized (select pg_advisory_xact_lock_shared(${turnstile})),
  wanted as materialized (
    select w.* from turn, unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::text[], $6::text[])
      as w (id, epoch, base_seq, head_seq, head_hash, at)),
  moved as (
    update document d set head_seq = w.head_seq, head_hash = w.head_hash, changed_at = w.at from wanted w
    where d.id = w.id and d.state = 'open' and d.epoch = w.epoch and d.head_seq = w.base_seq returning d.id),
  written as (
    insert into document_update
      (document_id, epoch, seq, person_id, delegation_id, device, client_seq, bytes, at, prev_hash, hash)
    select u.* from unnest($7::text[], $8::int[], $9::int[], $10::text[], $11::text[], $12::text[], $13::bigint[],
      $14::bytea[], $15::text[], $16::text[], $17::text[])
      as u (document_id, epoch, seq, person_id, delegation_id, device, client_seq, bytes, at, prev_hash, hash)
    where u.document_id in (select id from moved)),
  bound as (
    insert into document_client (document_id, client_id, person_id, delegation_id, at)
    select c.* from unnest($18::text[], $19::bigint[], $20::text[], $21::text[], $22::text[])
      as c (document_id, client_id, person_id, delegation_id, at)
    where c.document_id in (select id from moved))
  select id from moved`

export function postgresAppend(pool: pg.Pool, turnstile: number, meets: (error: unknown) => boolean): AppendLog {
  const text = statement(turnstile)
  return async (appends) => {
    const values = columns(appends)
    for (let attempt = 1; ; attempt++) {
      try {
        const { rows } = await pool.query<{ id: string }>({ name: 'append to live documents', text, values })
        return new Set(rows.map((row) => row.id))
      } catch (error) {
        if (attempt >= 5 || !meets(error)) throw error
      }
    }
  }
}

/** A process that stands still while it holds documents gives them back after so long. */
const holdMs = 2_000

/** Locks the documents' rows, in one order on every node, and appends in the transaction that holds them. */
export function postgresHolding(db: Kysely<Tables>, turnstile: number): Database['holding'] {
  const text = statement(turnstile)
  return (documentIds, work) =>
    db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (trx) => {
        await sql`select pg_advisory_xact_lock_shared(${sql.lit(turnstile)}),
          set_config('idle_in_transaction_session_timeout', ${String(holdMs)}, true)`.execute(trx)
        await sql`select id from document where id = any(${[...documentIds]}::text[]) order by id for update`.execute(
          trx,
        )
        const append: AppendLog = async (appends) => {
          const { rows } = await trx.executeQuery<{ id: string }>(CompiledQuery.raw(text, columns(appends)))
          return new Set(rows.map((row) => row.id))
        }
        return work({ read: trx, append })
      })
}

/** The appends as columns, one array a column. */
function columns(appends: readonly Append[]): unknown[] {
  // In one order on every node, so that two which want the same documents wait for each other and do not lock up.
  const sorted = [...appends].sort((a, b) => (a.documentId < b.documentId ? -1 : 1))
  const updates = sorted.flatMap((append) => append.updates)
  const clients = sorted.flatMap((append) => append.clients)
  return [
    sorted.map((append) => append.documentId),
    sorted.map((append) => append.base.epoch),
    sorted.map((append) => append.base.seq),
    sorted.map((append) => append.head.seq),
    sorted.map((append) => append.head.hash),
    sorted.map((append) => append.at),
    updates.map((row) => row.document_id),
    updates.map((row) => row.epoch),
    updates.map((row) => row.seq),
    updates.map((row) => row.person_id),
    updates.map((row) => row.delegation_id),
    updates.map((row) => row.device),
    updates.map((row) => row.client_seq),
    updates.map((row) => Buffer.from(row.bytes.buffer, row.bytes.byteOffset, row.bytes.length)),
    updates.map((row) => row.at),
    updates.map((row) => row.prev_hash),
    updates.map((row) => row.hash),
    clients.map((row) => row.document_id),
    clients.map((row) => row.client_id),
    clients.map((row) => row.person_id),
    clients.map((row) => row.delegation_id),
    clients.map((row) => row.at),
  ]
}
