import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/db/open.ts'
import { createPostgresDatabase } from '../postgres.ts'
import { openWay, type Way } from '../way.ts'
import { onBothEngines } from '../world.ts'

interface Ear {
  lines: string[]
  lost: number
  found: number
  until(holds: () => boolean): Promise<void>
  stop: () => void
}

function listenTo(db: Database): Ear {
  const looks = new Set<() => void>()
  const stir = () => looks.forEach((look) => void look())
  const ear: Ear = {
    lines: [],
    lost: 0,
    found: 0,
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return
          looks.delete(look)
          resolve()
        }
        looks.add(look)
        look()
      }),
    stop: () => {},
  }
  ear.stop = db.signals.hear({
    line: (line) => {
      ear.lines.push(line)
      stir()
    },
    lost: () => {
      ear.lost++
      stir()
    },
    found: () => {
      ear.found++
      stir()
    },
  })
  return ear
}

describe('Signals between processes on one PostgreSQL', () => {
  let url: string
  let way: Way
  let near: Database
  let far: Database
  beforeAll(async () => {
    url = await createPostgresDatabase(inject('postgres'), `s${crypto.randomUUID().replaceAll('-', '')}`)
    const direct = new URL(url)
    way = await openWay([Number(direct.port)])
    near = openDatabase({ databaseUrl: url, dataDir: '' })
    await migrate(near)
    direct.port = String(way.port)
    far = openDatabase({ databaseUrl: direct.href, dataDir: '' })
  })
  afterAll(async () => {
    await Promise.all([near.close(), far.close()])
    await way.close()
  })

  test('reach the others and not the sender, in order, however long all of them are', async () => {
    const here = listenTo(near)
    const there = listenTo(far)
    await Promise.all([here, there].map((ear) => ear.until(() => ear.found > 0)))
    const lines = Array.from({ length: 300 }, (_, n) => `${n} ${'ü'.repeat((n * 37) % 3_900)}`)
    near.signals.send(lines)
    far.signals.send(['from the other side'])
    await there.until(() => there.lines.length === lines.length)
    await here.until(() => here.lines.length > 0)
    expect(there.lines).toEqual(lines)
    expect(here.lines).toEqual(['from the other side'])
    for (const ear of [here, there]) ear.stop()
  })

  test('come again by themselves when the server ends the connection', async () => {
    const there = listenTo(far)
    await there.until(() => there.found > 0)
    const found = there.found
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(near.read)
    await there.until(() => there.found > found)
    const here = listenTo(near)
    await here.until(() => here.found > 0)
    const send = setInterval(() => near.signals.send(['still there?']), 50)
    await there.until(() => there.lines.includes('still there?'))
    clearInterval(send)
    expect(there.lost).toBe(0)
    for (const ear of [here, there]) ear.stop()
  })

  test('tell that the database is silent, end what hangs on it, and find it again', async () => {
    const there = listenTo(far)
    await there.until(() => there.found > 0)
    const found = there.found
    way.stall()
    const hanging = sql`select 1`.execute(far.read)
    await expect(hanging).rejects.toThrow('terminated')
    await there.until(() => there.lost === 1)
    way.resume()
    await there.until(() => there.found > found)
    await sql`select 1`.execute(far.read)
    there.stop()
  })

  test('tell the time of the database', async () => {
    expect(Math.abs((await near.time!()) - Date.now())).toBeLessThan(1_000)
  })
})

onBothEngines('The probe of the database', (world) => {
  test('passes where the database takes writes', async () => {
    await world().db.probe()
    await world().db.probe()
  })

  test('fails where it takes none', async () => {
    const { db, engine } = world()
    if (engine === 'postgres') {
      const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db.read)
      const set = (value: string) =>
        sql.raw(`alter database ${rows[0]!.name} set default_transaction_read_only = ${value}`).execute(db.read)
      await set('on')
      const refused = openDatabase(world().where)
      await expect(refused.probe()).rejects.toThrow('read-only')
      await refused.close()
      return
    }
    await sql.raw('pragma query_only = 1').execute(db.writer)
    await expect(db.probe()).rejects.toThrow()
    await sql.raw('pragma query_only = 0').execute(db.writer)
    await db.probe()
  })
})
