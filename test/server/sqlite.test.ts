import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openSqlite } from '../../server/db/sqlite.ts'

test('A file that was just opened has room for its log, and nothing in it but what was there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-sqlite-'))
  const path = join(folder, 'parley.sqlite')
  const first = openSqlite(path)
  await sql`create table kept (word text)`.execute(first.writer)
  await sql`insert into kept values ('before')`.execute(first.writer)
  await first.close()

  const again = openSqlite(path)
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(5_000_000)
  expect(statSync(path).size).toBeLessThan(20_000)
  const tables = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(again.read)
  expect(tables.rows).toEqual([{ name: 'kept' }])
  expect((await sql`select word from kept`.execute(again.read)).rows).toEqual([{ word: 'before' }])
  const [cache] = (await sql<{ cache_size: number }>`pragma cache_size`.execute(again.writer)).rows
  expect(cache).toEqual({ cache_size: -32_768 })
  await again.close()
  rmSync(folder, { recursive: true })
})
