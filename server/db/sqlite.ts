import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely'
import { commit, type Database } from './database.ts'
import { insertOn } from './insert-records.ts'
import { nobodyElse } from './signals.ts'
import { sqliteAppend } from './sqlite-append.ts'
import type { Tables } from './tables.ts'

/** Set and read back on every connection: this build of SQLite gives later connections synchronous=NORMAL by itself. */
const pragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  cell_size_check: 1,
  journal_size_limit: 67_108_864,
  cache_size: -32_768,
  wal_autocheckpoint: 4_000,
} as const

/** Opens the file, makes it when it is absent. One connection writes; another, read-only, answers queries. */
export function openSqlite(path: string): Database {
  mkdirSync(dirname(path), { recursive: true })
  const writing = connect(path, false)
  lengthenLog(writing)
  const reading = connect(path, true)
  const writer = new Kysely<Tables>({ dialect: new ImmediateDialect({ database: writing }) })
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database: reading }) })
  insertOn(writer, writing)
  const append = sqliteAppend(writing, writer)
  return {
    read,
    writer,
    write: (work) => commit(writer, work, { meets: () => false }),
    append,
    // One process writes the file: nobody else can come between.
    holding: (_documentIds, work) => work({ read, append }),
    signals: nobodyElse,
    // A number in the file's header that nothing else uses: a page to write and a file to synchronise.
    probe: () =>
      writer.connection().execute(async () => {
        const last = Number(writing.pragma('user_version', { simple: true }))
        writing.pragma(`user_version = ${(last + 1) % 1_000_000}`)
      }),
    close: async () => {
      await read.destroy()
      await writer.destroy()
    },
  }
}

function connect(path: string, readonly: boolean): Sqlite.Database {
  const connection = new Sqlite(path, { readonly })
  for (const [name, value] of Object.entries(pragmas)) {
    if (!(readonly && name === 'journal_mode')) connection.pragma(`${name} = ${value}`)
    const found = connection.pragma(name, { simple: true })
    if (found !== value) throw new Error(`SQLite answers ${name} = ${found}, not ${value}, on ${path}`)
  }
  if (readonly) connection.pragma('query_only = 1')
  return connection
}

/** So much of the log is laid out at once; it grows to 4,000 pages of 4,096 bytes before SQLite begins it anew. */
const logBytes = 6_000_000

/**
 * Has the write-ahead log take room on the disk now, by a transaction that is too large for the cache and rolled back.
 * Writing over what is there costs a commit a quarter less than writing past the end of the file, which the file system
 * has to note as well.
 */
function lengthenLog(connection: Sqlite.Database): void {
  connection.pragma('cache_size = 16')
  connection.exec(
    `begin immediate; create table filler (bytes); insert into filler values (zeroblob(${logBytes})); rollback`,
  )
  connection.pragma(`cache_size = ${pragmas.cache_size}`)
}

/** Takes the write lock when a transaction begins, so that none fails half-way because another one wrote meanwhile. */
class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver() {
    return new ImmediateDriver(this.#config)
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
