import type Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { AppendLog } from './append.ts'
import type { Tables } from './tables.ts'

/**
 * One step on the writing connection, with statements that are prepared once: nothing is awaited between begin and
 * commit. Where a transaction of others is open on the connection, `writer` hands it over after them.
 */
export function sqliteAppend(connection: Sqlite.Database, writer: Kysely<Tables>): AppendLog {
  let write: ReturnType<typeof prepare> | undefined
  const append: AppendLog = async (appends) => {
    write ??= prepare(connection)
    return write.immediate(appends)
  }
  return (appends) => (connection.inTransaction ? writer.connection().execute(() => append(appends)) : append(appends))
}

function prepare(connection: Sqlite.Database) {
  const head = connection.prepare(`
    update document set head_seq = ?, head_hash = ?, changed_at = ?
    where id = ? and state = 'open' and epoch = ? and head_seq = ?`)
  const update = connection.prepare(`
    insert into document_update
      (document_id, epoch, seq, person_id, delegation_id, device, client_seq, bytes, at, prev_hash, hash)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const client = connection.prepare(`
    insert into document_client (document_id, client_id, person_id, delegation_id, at) values (?, ?, ?, ?, ?)`)
  return connection.transaction((appends: Parameters<AppendLog>[0]) => {
    const moved = new Set<string>()
    for (const { documentId, base, head: to, at, updates, clients } of appends) {
      if (head.run(to.seq, to.hash, at, documentId, base.epoch, base.seq).changes === 0) continue
      moved.add(documentId)
      for (const row of updates)
        update.run(
          row.document_id,
          row.epoch,
          row.seq,
          row.person_id,
          row.delegation_id,
          row.device,
          row.client_seq,
          row.bytes,
          row.at,
          row.prev_hash,
          row.hash,
        )
      for (const row of clients) client.run(row.document_id, row.client_id, row.person_id, row.delegation_id, row.at)
    }
    return moved
  })
}
