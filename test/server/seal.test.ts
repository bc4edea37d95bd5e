import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { routeActions } from '../../server/http/rule.ts'
import { openLog } from '../../server/log.ts'
import { type Running, startServer } from '../../server/serve.ts'
import { recordActs } from '../records.ts'
import { canaries, discloseCanaries, foundIn, foundOnDisk } from '../sealed.ts'
import { joinRaw } from '../sync/hall.ts'
import { onBothEngines, type Person } from '../world.ts'
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
      const before = all[i - 1] ?? ''
      if (agreementFirst && before === 'agreements') return [world().agreementId]
      return known[before] ?? [sealed.id]
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
        for (const person of people) {
          const found = foundIn(await ask(person, 'GET', path), secret, sealed.salt)
          if (found.length > 0) leaks.set(`${person} ${path}`, found)
        }
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

  test('as a draft, filed and amended is read by nobody else: no route, no socket, no log, no metric, no byte on the disk', async () => {
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
    const onDisk = await foundOnDisk(world(), secret, sealed.salt)
    for (const word of [...Object.values(secret.words), sealed.salt]) expect(onDisk).toContain(word)
    expect(onDisk.some((name) => name.startsWith('the figure'))).toBe(true)
  })
})
