import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Trx } from '../../server/db/database.ts'
import { WrongEnvironment } from '../../server/environment.ts'
import { routeActions } from '../../server/http/rule.ts'
import { openLog } from '../../server/log.ts'
import { unsealBatches } from '../../server/record/batch-rows.ts'
import { unsealMethods } from '../../server/record/methods.ts'
import { forgetSealed } from '../../server/record/seal-loss.ts'
import { openRows, sealingOf } from '../../server/record/sealing.ts'
import { sealWhatIsClear } from '../../server/record/sealing-anew.ts'
import { unsealWords } from '../../server/record/words.ts'
import { type Running, startServer } from '../../server/serve.ts'
import { recordActs } from '../records.ts'
import { canaries, discloseCanaries, foundIn, foundOnDisk } from '../sealed.ts'
import { joinRaw } from '../sync/hall.ts'
import { onBothEngines, type Person, type TestWorld } from '../world.ts'
import { bodies, queries } from './route-samples.ts'

/** Everyone but the team: the secretariat and the administrator of the installation among them, and the public. */
const others: (Person | undefined)[] = [
  'sok',
  'ada',
  'marc',
  'chan',
  'dara',
  'ilona',
  'gita',
  'otto',
  'nemo',
  undefined,
]
const origin = 'http://localhost:3000'

onBothEngines('What is sealed', (world) => {
  const acts = recordActs(world)
  const secret = canaries()
  const lines: string[] = []
  let running: Running
  let routes: string[]
  let forum: { id: string; label: string }
  let sealed: Awaited<ReturnType<typeof discloseCanaries>>

  beforeAll(async () => {
    const { db, where } = world()
    const listed = {
      db,
      clock: () => world().now,
      log: pino({ level: 'silent' }),
      publicUrl: origin,
      trustedProxies: 0,
    }
    routes = [...routeActions(createApp(listed)).keys()]
    forum = await acts.convene()
    sealed = await discloseCanaries(world(), acts, forum.id, secret)
    await acts.move(forum.id, 'disclosure')
    const log = openLog('trace', { write: (line) => void lines.push(line) })
    const metrics = { host: '127.0.0.1', port: 0 }
    const environment = { ...where, port: 0, host: '127.0.0.1', publicUrl: origin, trustedProxies: 0, metrics }
    running = await startServer({ ...environment, logLevel: 'trace' }, log, undefined, () => world().now)
  })
  afterAll(() => running?.close())

  const ask = async (person: Person | undefined, method: string, path: string, body?: unknown): Promise<string> => {
    const headers = { 'Content-Type': 'application/json', origin, ...(person && { cookie: world().cookie(person) }) }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`http://127.0.0.1:${running.port}${path}`, { method, headers, ...sent })
    return `${[...answer.headers].join('\n')}\n${await answer.text()}`
  }

  /** The address with every thing that it could be about: what is sealed, wherever nothing better is known. */
  async function addresses(route: string): Promise<string[]> {
    const [, path] = route.split(' ') as [string, string]
    const documents = (await world().db.read.selectFrom('document').select('id').execute()).map((row) => row.id)
    const known: Record<string, string[]> = {
      agreements: [world().agreementId],
      forums: path.includes(':label') ? [forum.label] : [forum.id],
      fora: [forum.label],
      teams: Object.values(world().team),
      live: documents,
      public: [world().agreementSlug],
      sections: ['successes'],
      records: [sealed.recordId],
      batches: [sealed.batchId],
      sessions: [createHash('sha256').update('nobody').digest('hex')],
    }
    const agreementFirst = path.startsWith('/api/agreements/')
    const fillers = path.split('/').map((segment, i, all) => {
      if (segment === '*') return [sealed.id]
      if (!segment.startsWith(':')) return [segment]
      if (segment.startsWith(':number')) return ['1']
      if (segment === ':teamId') return Object.values(world().team)
      const before = all[i - 1] ?? ''
      if (agreementFirst && before === 'agreements') return [world().agreementId]
      return known[before] ?? [sealed.id, sealed.recordId, sealed.batchId]
    })
    const filled = fillers.reduce<string[]>(
      (paths, next) => paths.flatMap((at) => next.map((to) => `${at}/${to}`)),
      [''],
    )
    return filled.map((at) => at.slice(1) + (queries[route] ?? ''))
  }

  async function walk(people: readonly (Person | undefined)[]): Promise<Map<string, string[]>> {
    const leaks = new Map<string, string[]>()
    for (const route of routes.filter((one) => one.startsWith('GET ')))
      for (const path of await addresses(route))
        await Promise.all(
          people.map(async (person) => {
            const found = foundIn(await ask(person, 'GET', path), secret, sealed.salt)
            if (found.length > 0) leaks.set(`${person} ${path}`, found)
          }),
        )
    return leaks
  }

  /** What changes something and is about the disclosure, a batch of it, its team or a live text: refused without a word. */
  async function push(people: readonly (Person | undefined)[]): Promise<Map<string, string[]>> {
    const leaks = new Map<string, string[]>()
    const about = /^(PUT|POST|DELETE) \/api\/(disclosures|batches|teams|live)\/:/
    for (const route of routes.filter((one) => about.test(one)))
      for (const path of await addresses(route))
        for (const person of people) {
          const [method] = route.split(' ') as [string]
          const body = method === 'DELETE' ? undefined : (bodies[route]?.(world()) ?? {})
          const found = foundIn(await ask(person, method, path, body), secret, sealed.salt)
          if (found.length > 0) leaks.set(`${person} ${route}`, found)
        }
    return leaks
  }

  async function listen(person: Person): Promise<string> {
    const heard: string[] = []
    const url = `ws://127.0.0.1:${running.port}/sync`
    for (const { id } of await world().db.read.selectFrom('document').select('id').execute()) {
      const peer = await joinRaw({ url }, id, world().cookie(person), { from: origin, device: crypto.randomUUID() })
      await Promise.race([peer.hear('state').catch(() => {}), peer.closed])
      heard.push(JSON.stringify(peer.doc.toJSON()))
      peer.socket.close()
      await peer.closed
    }
    return heard.join('\n')
  }

  async function reach(step: 'draft' | 'filed' | 'amending'): Promise<void> {
    if (step === 'filed') expect((await acts.file('lina', sealed.id)).status).toBe(200)
    if (step !== 'amending') return
    expect((await world().request('lina', 'PUT', `/api/disclosures/${sealed.id}/amendment`)).status).toBe(204)
    const path = `/api/disclosures/${sealed.id}/sections/failures`
    expect((await world().request('lina', 'PUT', path, { text: 'none' })).status).toBe(200)
  }

  const metrics = async () => (await fetch(`http://127.0.0.1:${running.metricsPort}/metrics`)).text()

  test('as a draft, filed and amended is read by nobody else: no route, no socket, no log, no metric, no byte on the disk', {
    timeout: 120_000,
  }, async () => {
    for (const step of ['draft', 'filed', 'amending'] as const) {
      await reach(step)
      const rivals: Person[] = ['marc']
      expect([step, ...(await walk(step === 'filed' ? others : rivals))]).toEqual([step])
      expect([step, ...(await push(step === 'filed' ? ['sok', 'ada', 'marc', undefined] : rivals))]).toEqual([step])
      expect(foundIn(await listen('marc'), secret, sealed.salt)).toEqual([])
      expect(foundIn(await metrics(), secret, sealed.salt)).toEqual([])
      expect([step, ...(await foundOnDisk(world(), secret, sealed.salt))]).toEqual([step])
    }
  })

  test('is not told to the log by what fails', async () => {
    const [fail, mend] =
      world().engine === 'sqlite'
        ? [`create trigger full before insert on sealed_page begin select raise(abort, 'no'); end`, 'drop trigger full']
        : ['add constraint "full" check (1 = 0) not valid', 'drop constraint "full"'].map(
            (change) => `alter table sealed_page ${change}`,
          )
    await sql.raw(fail!).execute(world().db.writer)
    const record = { indicatorId: sealed.indicatorId, period: '2025', value: secret.figure, note: secret.words.note }
    expect(await ask('lina', 'PUT', `/api/disclosures/${sealed.id}/records`, record)).toContain('defect')
    await sql.raw(mend!).execute(world().db.writer)
    expect(lines.join('\n')).toContain('/api/disclosures/:id/records')
    expect(foundIn(lines.join('\n'), secret, sealed.salt)).toEqual([])
  })

  test('is found by its own team in the same walk, so that the walk sees what there is', async () => {
    const found = new Set([...(await walk(['lina'])).values()].flat())
    for (const word of [...Object.values(secret.words), String(secret.figure), sealed.salt])
      expect(found).toContain(word)
  })

  test('is found by everyone, and on the disk, once the stage has opened', async () => {
    await acts.move(forum.id, 'comparison')
    const found = new Set([...(await walk(['otto'])).values()].flat())
    const { file, column, ...open } = secret.words
    for (const word of [...Object.values(open), sealed.salt]) expect(found).toContain(word)
    expect(found).toContain(String(secret.figure))
    expect([...found].join()).toContain(file)
    expect([...found]).not.toContain(column)
    const inPublic = [...(await walk([undefined])).values()].flat()
    for (const word of [open.method, open.successes, open.failures, open.note]) expect(inPublic).toContain(word)
    const onDisk = await foundOnDisk(world(), secret, sealed.salt)
    for (const word of [...Object.values(secret.words), sealed.salt]) expect(onDisk).toContain(word)
    expect(onDisk.some((name) => name.startsWith('the figure'))).toBe(true)
  })
})

onBothEngines('The seal key', (world) => {
  const acts = recordActs(world)
  const silent = pino({ level: 'silent' })
  const start = (sealKey: string | undefined, dataDir = world().where.dataDir) =>
    startServer(
      {
        ...world().where,
        dataDir,
        sealKey,
        port: 0,
        host: '127.0.0.1',
        publicUrl: origin,
        trustedProxies: 0,
        logLevel: 'silent',
      },
      silent,
      undefined,
      () => world().now,
    )

  test('is a file that only its owner reads, or a variable; with another key no node starts', async () => {
    await (await start(undefined)).close()
    const file = join(world().where.dataDir, 'seal.key')
    const key = readFileSync(file, 'utf8').trim()
    expect(key).toMatch(/^[\da-f]{64}$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await (await start(key)).close()
    await expect(start('0'.repeat(64))).rejects.toThrow(WrongEnvironment)
    await expect(start('0'.repeat(64))).rejects.not.toThrow(key)
    if (world().engine === 'postgres') {
      const elsewhere = mkdtempSync(join(tmpdir(), 'parley-node-'))
      await expect(start(undefined, elsewhere)).rejects.toThrow(/sealed with a key that this node does not have/)
      expect(readdirSync(elsewhere)).toEqual([])
      await (await start(key, elsewhere)).close()
    }
  })

  test('binds what it seals to its place: bytes that were changed or moved do not open', async () => {
    const forum = await acts.convene()
    const [north, south] = [
      await acts.begin('lina', forum.id, world().team.north),
      await acts.begin('marc', forum.id, world().team.south),
    ]
    const seal = await sealingOf(world().db.read, north)
    const bytes = seal.sealText('words', 'said')
    expect(seal.openText('words', bytes)).toBe('said')
    expect(() => seal.openText('filing', bytes)).toThrow()
    for (const at of [0, 20, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes)
      changed[at]! ^= 1
      expect(() => seal.openText('words', changed)).toThrow()
    }
    const other = await sealingOf(world().db.read, south)
    expect(() => other.openText('words', bytes)).toThrow()
  })

  test('lost, takes with it what is sealed and nothing that is open; then the teams disclose anew', async () => {
    const before = await acts.convene()
    const indicator = (await acts.define('lina')).body
    const disclose = async (forum: string) => {
      const id = await acts.begin('lina', forum, world().team.north)
      await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value: 7 })
      await acts.method('lina', id, 'Visits', `For ${forum}`)
      await acts.file('lina', id)
      return id
    }
    const open = await disclose(before.id)
    await acts.move(before.id, 'disclosure')
    await acts.move(before.id, 'comparison')
    const forum = await acts.convene()
    const sealed = await disclose(forum.id)
    expect(await forgetSealed(world().db, world().now)).toBeGreaterThan(0)
    expect((await acts.view('otto', open)).body).toMatchObject({ records: 1, method: { body: `For ${before.id}` } })
    expect((await acts.view('lina', sealed)).status).toBe(404)
    const again = await disclose(forum.id)
    await acts.move(forum.id, 'disclosure')
    expect((await acts.move(forum.id, 'comparison')).status).toBe(200)
    expect((await acts.records('otto', again)).body.records).toMatchObject([{ value: 7 }])
  })

  test('seals at the first start what an earlier release held in clear, and loses nothing of it', async () => {
    const forum = await acts.convene()
    const indicator = (await acts.define('lina')).body
    const secret = canaries()
    const { id } = await discloseCanaries(world(), acts, forum.id, secret)
    const read = async () => {
      const { note, sections, method, batches, salt } = (await acts.view('lina', id)).body
      const { records } = (await acts.records('lina', id)).body
      return { note, sections, method, batches, salt, records }
    }
    const before = await read()
    await world().db.write((trx) => layBare(trx, id))
    expect(foundIn(JSON.stringify(await tables(world(), id)), secret)).toContain(secret.words.recordNote)
    expect(await read()).toEqual(before)
    expect(await sealWhatIsClear(world().db)).toBe(1)
    expect(await sealWhatIsClear(world().db)).toBe(0)
    expect(foundIn(JSON.stringify(await tables(world(), id)), secret, before.salt)).toEqual([])
    expect(await read()).toEqual(before)
    await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value: 1 })
    await acts.file('lina', id)
    await acts.move(forum.id, 'disclosure')
    expect((await acts.move(forum.id, 'comparison')).status).toBe(200)
    expect((await acts.records('otto', id)).body.records).toEqual(expect.arrayContaining(before.records))
  })
})

/** As a release without seals kept it. */
async function layBare(trx: Trx, id: string): Promise<void> {
  await unsealWords(trx, id)
  await unsealBatches(trx, id)
  const { method_id: methodId } = await trx
    .selectFrom('disclosure')
    .select('method_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await unsealMethods(trx, [methodId!])
  const rows = await trx.selectFrom('record').selectAll().where('disclosure_id', '=', id).execute()
  for (const { id: recordId, ...row } of await openRows(trx, id, rows))
    await trx
      .updateTable('record')
      .set({ ...row, page: null })
      .where('id', '=', recordId)
      .execute()
  await trx.deleteFrom('sealed_page').where('disclosure_id', '=', id).execute()
  await trx.updateTable('disclosure').set({ seal_key: null }).where('id', '=', id).execute()
}

const tables = async ({ db }: TestWorld, id: string) => [
  await db.read.selectFrom('disclosure').selectAll().where('id', '=', id).execute(),
  await db.read.selectFrom('record').selectAll().where('disclosure_id', '=', id).execute(),
  await db.read.selectFrom('import_batch').selectAll().where('disclosure_id', '=', id).execute(),
  await db.read.selectFrom('method').selectAll().execute(),
]
