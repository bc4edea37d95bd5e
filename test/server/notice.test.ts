import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { actOnDue, cancelDeadline, type NewDeadline, type OnDue, setDeadline } from '../../server/notice/deadlines.ts'
import { closeDuty, type Duty, type NewDuty, openDuty } from '../../server/notice/duties.ts'
import { type Notification, notifySeats } from '../../server/notice/notifications.ts'
import { onBothEngines, type TestWorld } from '../world.ts'

const never = (error: unknown) => {
  throw error
}

const set = (world: TestWorld, given: Partial<NewDeadline> & { kind: string; subject: string }) =>
  world.db.write((trx) =>
    setDeadline(trx, { agreementId: world.agreementId, dueAt: '2026-03-02T08:00:00.000Z', ...given }),
  )

/** Writes down what it was called for: in the database, so that a transaction that fails takes its word back. */
const noting: OnDue = (trx, { agreementId, kind, subject }, now) =>
  openDuty(trx, { agreementId, kind, subject, bearer: { seat: 'observer' }, path: '/' }, now)

const noted = async (world: TestWorld, kind: string): Promise<string[]> =>
  (await world.db.read.selectFrom('duty').select('subject').where('kind', '=', kind).orderBy('subject').execute()).map(
    (row) => row.subject,
  )

onBothEngines('deadlines', (world) => {
  test('what is due is acted on once, what is not due waits', async () => {
    await set(world(), { kind: 'test.once', subject: 'a' })
    await set(world(), { kind: 'test.once', subject: 'b', dueAt: '2026-03-02T10:00:00.000Z' })
    expect(await actOnDue(world().db, { 'test.once': noting }, world().now, never)).toBe(1)
    expect(await actOnDue(world().db, { 'test.once': noting }, world().now, never)).toBe(0)
    expect(await noted(world(), 'test.once')).toEqual(['a'])
    expect(await actOnDue(world().db, { 'test.once': noting }, '2026-03-02T10:00:00.000Z', never)).toBe(1)
    expect(await noted(world(), 'test.once')).toEqual(['a', 'b'])
  })

  test('a deadline that was moved or cancelled is not acted on at its old time', async () => {
    await set(world(), { kind: 'test.moved', subject: 'a' })
    await set(world(), { kind: 'test.moved', subject: 'a', dueAt: '2026-04-02T08:00:00.000Z' })
    await set(world(), { kind: 'test.moved', subject: 'b' })
    await world().db.write((trx) => cancelDeadline(trx, 'test.moved', 'b'))
    expect(await actOnDue(world().db, { 'test.moved': noting }, world().now, never)).toBe(0)
    expect(await actOnDue(world().db, { 'test.moved': noting }, '2026-04-02T08:00:00.000Z', never)).toBe(1)
    expect(await noted(world(), 'test.moved')).toEqual(['a'])
  })

  test('two who set the same deadline at once leave one', async () => {
    await Promise.all(
      ['2026-05-01', '2026-05-02', '2026-05-03'].map((day) =>
        set(world(), { kind: 'test.same', subject: 'a', dueAt: `${day}T00:00:00.000Z` }),
      ),
    )
    const rows = await world().db.read.selectFrom('deadline').selectAll().where('kind', '=', 'test.same').execute()
    expect(rows).toHaveLength(1)
  })

  test('one that fails takes nothing with it, holds up no other, and is tried again', async () => {
    await set(world(), { kind: 'test.fails', subject: 'a', dueAt: '2026-03-02T07:00:00.000Z' })
    await set(world(), { kind: 'test.works', subject: 'b' })
    const failing: OnDue = async (trx, deadline, now) => {
      await noting(trx, deadline, now)
      throw new Error('half-way')
    }
    const errors: unknown[] = []
    const handlers = { 'test.fails': failing, 'test.works': noting }
    expect(await actOnDue(world().db, handlers, world().now, (error) => errors.push(error))).toBe(1)
    expect(errors.map(String)).toEqual(['Error: half-way'])
    expect(await noted(world(), 'test.fails')).toEqual([])
    expect(await noted(world(), 'test.works')).toEqual(['b'])
    expect(await actOnDue(world().db, { 'test.fails': noting }, world().now, never)).toBe(1)
    expect(await noted(world(), 'test.fails')).toEqual(['a'])
  })

  test('a deadline that no room acts on is told, not lost', async () => {
    await set(world(), { kind: 'test.unknown', subject: 'a' })
    const errors: unknown[] = []
    await actOnDue(world().db, {}, world().now, (error) => errors.push(error))
    expect(errors.map(String)).toEqual(['Error: no room acts on deadlines of kind test.unknown'])
    await world().db.write((trx) => cancelDeadline(trx, 'test.unknown', 'a'))
  })

  test('two nodes at once act on each deadline exactly once between them', async () => {
    const subjects = Array.from({ length: 40 }, (_, i) => `d${String(i).padStart(2, '0')}`)
    for (const subject of subjects) await set(world(), { kind: 'test.node', subject })
    const nodes = await Promise.all([startNode(world()), startNode(world())])
    const acted = await Promise.all(nodes.map((node) => node.go()))
    expect(acted.reduce((sum, count) => sum + count, 0)).toBe(subjects.length)
    const done = (await noted(world(), 'test.node')).map((subject) => subject.split('/')[0])
    expect(done).toEqual(subjects)
  })
})

/** Another node on the world's database, as a process of its own that waits for the word to act. */
async function startNode(world: TestWorld): Promise<{ go(): Promise<number> }> {
  const { dataDir, databaseUrl = '' } = world.where
  const node: ChildProcess = spawn(process.execPath, ['test/server/due-node.ts', dataDir, databaseUrl, world.now], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(node.stdout!, 'data')
  return {
    go: async () => {
      const said = once(node.stdout!, 'data')
      const ended = once(node, 'exit')
      node.stdin!.end('go\n')
      const [words] = await said
      await ended
      return Number(String(words))
    },
  }
}

onBothEngines('duties', (world) => {
  const open = (duty: Partial<NewDuty> & { kind: string }) =>
    world().db.write((trx) =>
      openDuty(trx, { agreementId: world().agreementId, subject: 'x', bearer: {}, path: '/x', ...duty }, world().now),
    )
  const mine = async (person: Parameters<TestWorld['json']>[0]) =>
    (await world().json<Duty[]>(person, 'GET', '/api/duties')).body.filter(({ kind }) => kind.startsWith('test.'))

  test('a duty waits on whoever bears it, and on nobody else', async () => {
    await open({ kind: 'test.workers', bearer: { seat: 'delegate', delegationId: world().delegation.CW } })
    await open({ kind: 'test.team', bearer: { teamId: world().team.north } })
    await open({ kind: 'test.lina', bearer: { personId: world().person.lina } })
    expect((await mine('dara')).map(({ kind }) => kind)).toEqual(['test.workers'])
    expect((await mine('chan')).map(({ kind }) => kind)).toEqual([])
    expect((await mine('tomas')).map(({ kind }) => kind)).toEqual(['test.team'])
    expect((await mine('lina')).map(({ kind }) => kind).sort()).toEqual(['test.lina', 'test.team'])
    expect((await world().json('nemo', 'GET', '/api/duties')).body).toEqual([])
    expect((await world().request(undefined, 'GET', '/api/duties')).status).toBe(401)
  })

  test('what is due first stands first, and what has no date last', async () => {
    await open({ kind: 'test.c', bearer: { seat: 'monitor' } })
    await open({ kind: 'test.b', bearer: { seat: 'monitor' }, dueOn: '2026-05-01' })
    await open({ kind: 'test.a', bearer: { seat: 'monitor' }, dueOn: '2026-04-01' })
    expect((await mine('ilona')).map(({ kind }) => kind)).toEqual(['test.a', 'test.b', 'test.c'])
  })

  test('the same duty opened again is said anew, not doubled; once done it is gone', async () => {
    const bearer = { seat: 'secretariat' } as const
    await open({ kind: 'test.again', bearer, dueOn: '2026-05-01' })
    await open({ kind: 'test.again', bearer, dueOn: '2026-06-01' })
    await open({ kind: 'test.again', bearer, subject: 'y' })
    expect((await mine('sok')).map(({ subject, dueOn }) => [subject, dueOn])).toEqual([
      ['x', '2026-06-01'],
      ['y', undefined],
    ])
    await world().db.write((trx) => closeDuty(trx, 'test.again', 'x', world().now))
    expect((await mine('sok')).map(({ subject }) => subject)).toEqual(['y'])
  })

  test('a delegation that has done its part is done; the duty of the other ones stays', async () => {
    for (const delegationId of [world().delegation.CG, world().delegation.UG])
      await open({ kind: 'test.each', bearer: { delegationId } })
    const of = { delegationId: world().delegation.CG }
    await world().db.write((trx) => closeDuty(trx, 'test.each', 'x', world().now, of))
    expect((await mine('chan')).map(({ kind }) => kind)).not.toContain('test.each')
    expect((await mine('grace')).map(({ kind }) => kind)).toContain('test.each')
  })

  test('the coming dates of an agreement are for who has a seat in it', async () => {
    await set(world(), { kind: 'test.later', subject: 'b', dueAt: '2026-09-01T00:00:00.000Z', path: '/b' })
    await set(world(), {
      kind: 'test.soon',
      subject: 'a',
      dueAt: '2026-08-01T00:00:00.000Z',
      path: '/a',
      detail: { n: 1 },
    })
    await set(world(), { kind: 'test.inside', subject: 'c', dueAt: '2026-08-01T00:00:00.000Z' })
    const { body } = await world().json<{ kind: string; detail: unknown }[]>('otto', 'GET', '/api/dates')
    expect(body.map(({ kind }) => kind)).toEqual(['test.soon', 'test.later'])
    expect(body[0]).toMatchObject({ detail: { n: 1 }, path: '/a', agreementTitle: 'Textile agreement' })
    expect((await world().json('nemo', 'GET', '/api/dates')).body).toEqual([])
  })
})

onBothEngines('notifications', (world) => {
  const tell = async (kind: string, now: string, seats?: ['secretariat']) => {
    const news = { agreementId: world().agreementId, kind, subject: 'x', path: '/x' }
    const by = await world().actor('dara')
    await world().db.write((trx) => notifySeats(trx, by, news, now, seats))
  }
  const unread = async (person: 'sok' | 'otto') =>
    (await world().json<{ count: number }>(person, 'GET', '/api/notifications/unread')).body.count

  test('everyone with a seat is told but who did it; of some seats where only these are meant', async () => {
    await tell('test.first', '2026-03-02T09:00:00.000Z')
    await tell('test.office', '2026-03-02T09:01:00.000Z', ['secretariat'])
    const told = async (person: 'sok' | 'otto' | 'dara' | 'nemo') =>
      (await world().json<Notification[]>(person, 'GET', '/api/notifications')).body.map(({ kind }) => kind)
    expect(await told('sok')).toEqual(['test.office', 'test.first'])
    expect(await told('otto')).toEqual(['test.first'])
    expect(await told('dara')).toEqual([])
    expect(await told('nemo')).toEqual([])
  })

  test('marking all as read leaves what came after the page was shown, and what is others’', async () => {
    await tell('test.after', '2026-03-02T09:02:00.000Z')
    expect(await unread('sok')).toBe(3)
    await world().request('sok', 'PUT', '/api/notifications/read', { upTo: '2026-03-02T09:01:00.000Z' })
    expect(await unread('sok')).toBe(1)
    expect(await unread('otto')).toBe(2)
    const { body } = await world().json<Notification[]>('sok', 'GET', '/api/notifications')
    expect(body.map(({ kind, readAt }) => [kind, readAt !== undefined])).toEqual([
      ['test.after', false],
      ['test.office', true],
      ['test.first', true],
    ])
  })

  test('a person reads their own notification and not another’s', async () => {
    const { body } = await world().json<Notification[]>('otto', 'GET', '/api/notifications')
    const path = `/api/notifications/${body[0]!.id}/read`
    expect((await world().request('sok', 'PUT', path)).status).toBe(404)
    expect((await world().request('otto', 'PUT', path)).status).toBe(200)
    expect(await unread('otto')).toBe(1)
  })
})
