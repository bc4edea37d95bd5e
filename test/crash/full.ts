import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import * as Y from 'yjs'
import { readDocument } from '../../server/sync/documents.ts'
import { type Asked, type Findings, quantile, round } from '../report.ts'
import { joinRaw, words } from '../sync/hall.ts'
import { cookieOf, type Ground, type Node, nodeOrigin, openGround, startNode, unhurried } from '../sync/nodes.ts'
import { compileFaults, type Fault, type Faults, mountSmall } from './faults.ts'
import { chainHolds } from './kill.ts'
import { type ModelPerson, newPerson } from './model.ts'

/**
 * Lets the disk of a server at which people write be full, read-only, or fail as it synchronises, again and again. While it
 * lasts nothing that was not stored is acknowledged, the writers are told, and who comes to read is served; when it is over
 * everything is stored without a restart of the server. On SQLite a full disk is a small file system that is filled, where
 * it may be mounted, and on PostgreSQL a server that is set to read only is set so; every other failure comes from between
 * the process and the C library. The control acknowledges before
 * it commits, and must be seen to.
 */
export async function run(asked: Asked): Promise<Findings> {
  const times = asked.quick ? 2 : 20
  const found = await failAgain(asked, { times, acknowledgeFirst: false, say: asked.say })
  const control = await failAgain(asked, { times: 1, acknowledgeFirst: true })
  const { kinds, recoveryMs, ...figures } = found
  return {
    figures: {
      ...kinds,
      ...figures,
      recoveryMsP50: round(quantile(recoveryMs, 0.5)),
      recoveryMsMax: round(Math.max(...recoveryMs)),
      controlAcknowledgedUnstored: control.acknowledgedUnstored,
    },
    pass: {
      everyKindWasInjected:
        Object.values(kinds).length >= (asked.engine === 'sqlite' ? 3 : 2) &&
        Object.values(kinds).every((count) => count >= times),
      nothingUnstoredIsAcknowledged: found.acknowledgedUnstored === 0 && found.acknowledged > 0,
      everyWriterIsTold: found.untold === 0,
      readingGoesOn: found.unread === 0,
      everythingIsStoredAfterwards: found.unrecovered === 0 && found.missing === 0 && found.brokenChains === 0,
      theControlIsSeen: control.acknowledgedUnstored > 0,
    },
  }
}

export interface Failed {
  /** How often each kind was brought about, by what it was brought about with. */
  kinds: Record<string, number>
  acknowledged: number
  acknowledgedUnstored: number
  untold: number
  unread: number
  unrecovered: number
  missing: number
  brokenChains: number
  recoveryMs: number[]
}

export interface FailPlan {
  times: number
  acknowledgeFirst: boolean
  say?(line: string): void
}

interface Kind {
  name: string
  begin(): Promise<void> | void
  end(): Promise<void> | void
  /** PostgreSQL ends all its processes when its log cannot be synchronised: until it is back nobody can read either. */
  stopsReading?: boolean
}

export async function failAgain({ engine }: Pick<Asked, 'engine'>, plan: FailPlan): Promise<Failed> {
  const faults = compileFaults(
    engine === 'sqlite'
      ? { written: 'parley.sqlite', synced: 'parley.sqlite' }
      : { written: '(nothing)', synced: '/pg_wal/' },
  )
  if (!faults) throw new Error('needs a C compiler (cc) to bring about failures of the disk')
  const small = mountSmall(24)
  const ground = await openGround(engine, {
    durable: true,
    ...(engine === 'postgres' ? { env: faults.env } : {}),
    ...(engine === 'sqlite' && small ? { dataDir: join(small.path, 'data') } : {}),
  })
  if (engine === 'postgres' && small) await moveLog(ground, small.path)
  const { where, agreementId } = ground
  const limits = { ...unhurried, commitPatienceMs: 400, snapshotUpdates: 100 }
  const node = await startNode(
    { where, agreementId, limits, acknowledgeFirst: plan.acknowledgeFirst },
    engine === 'sqlite' ? { env: faults.env } : {},
  )
  const counts = { acknowledged: 0, acknowledgedUnstored: 0, untold: 0, unread: 0, unrecovered: 0, missing: 0 }
  const found: Failed = { kinds: {}, ...counts, brokenChains: 0, recoveryMs: [] }
  for (const kind of kindsOn(ground, faults, small)) {
    found.kinds[kind.name] = 0
    for (let i = 0; i < plan.times; i++) {
      await failOnce(ground, node, kind, found)
      found.kinds[kind.name]!++
    }
    plan.say?.(`${kind.name}: ${plan.times} times, ${found.acknowledgedUnstored} acknowledged and not stored`)
  }
  await node.stop()
  await ground.close()
  small?.unmount()
  faults.close()
  return found
}

function kindsOn(ground: Ground, faults: Faults, small: ReturnType<typeof mountSmall>): Kind[] {
  const byFault = (name: string, fault: Fault): Kind => ({
    name,
    begin: () => faults.set(fault),
    end: () => faults.set('none'),
  })
  if (ground.postgres === undefined)
    return [
      small ? { name: 'diskFullReally', begin: small.fill, end: small.empty } : byFault('diskFull', 'full'),
      byFault('readOnly', 'readOnly'),
      byFault('ioErrorAtCommit', 'ioError'),
    ]
  return [
    ...(small ? [{ name: 'diskFullReally', begin: small.fill, end: small.empty }] : []),
    { name: 'readOnlyServer', begin: () => readOnly(ground, true), end: () => readOnly(ground, false) },
    {
      ...byFault('ioErrorAtCommit', 'ioError'),
      end: async () => {
        faults.set('none')
        await startIfGone(ground)
      },
      stopsReading: true,
    },
  ]
}

/** It recovers by itself, unless its recovery failed as well: then whoever watches over it starts it. */
async function startIfGone({ postgres, db }: Ground): Promise<void> {
  const answers = () =>
    db.read
      .selectFrom('document')
      .select('id')
      .limit(1)
      .execute()
      .then(
        () => true,
        () => false,
      )
  if (!(await until(5_000, answers))) await postgres!.start()
}

/** Puts the log of the live texts on the small file system; PostgreSQL's own log stays where there is room. */
async function moveLog(ground: Ground, path: string): Promise<void> {
  const folder = join(path, 'space')
  mkdirSync(folder)
  execFileSync('chown', ['nobody', folder])
  await ask(ground, `create tablespace small location '${folder}'`)
  await ask(ground, 'alter table document_update set tablespace small')
}

/** A standby that was taken for the primary, or a disk that an operator protects: every transaction may only read. */
async function readOnly(ground: Ground, isReadOnly: boolean): Promise<void> {
  await ask(ground, `alter system set default_transaction_read_only = ${isReadOnly ? 'on' : 'off'}`)
  await ask(ground, 'select pg_reload_conf()')
}

async function ask({ where }: Ground, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: where.databaseUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function failOnce(ground: Ground, node: Node, kind: Kind, found: Failed): Promise<void> {
  const id = await ground.newText()
  const people = [1, 2, 3].map((number) => newPerson(number, id, true, false))
  const comeBack = () => Promise.all(people.map((person) => person.connect(node, true)))
  await comeBack()
  say(people)
  await until(10_000, () => people.every(isAllAcknowledged))
  await kind.begin()
  // Until it shows: a file that has room left, or a page that is there already, takes some more.
  const isTold = () => people.every((person) => person.isTold)
  const writing = setInterval(() => say(people.filter((person) => person.way === 'open' && !person.isTold)), 20)
  if (!(await until(10_000, isTold))) found.untold++
  clearInterval(writing)
  if (!kind.stopsReading && !(await canRead(node, id, people))) found.unread++
  const acknowledged = people.map((person) => [...person.acknowledged])
  await kind.end()
  found.acknowledgedUnstored += await unstored(ground, id, acknowledged.flat())
  const began = performance.now()
  const isRecovered = await until(20_000, async () => {
    await comeBack()
    return people.every(isAllAcknowledged)
  })
  if (!isRecovered) found.unrecovered++
  found.recoveryMs.push(performance.now() - began)
  if (kind.stopsReading && !(await canRead(node, id, people))) found.unread++
  const all = people.flatMap((person) => person.said)
  found.missing += await unstored(ground, id, all)
  found.acknowledged += people.reduce((sum, person) => sum + person.acknowledged.size, 0)
  if (!(await chainHolds(ground, id))) found.brokenChains++
  for (const person of people) person.cut()
}

const say = (people: readonly ModelPerson[]): void => {
  for (const person of people) person.edit({ is: 'paragraph', at: 0 })
}
const isAllAcknowledged = (person: ModelPerson): boolean =>
  person.way === 'open' && person.acknowledged.size === person.said.length

async function until(ms: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; ) {
    if (await holds()) return true
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return holds()
}

/** Somebody who comes to read while nothing can be stored. */
async function canRead(node: Node, id: string, people: readonly ModelPerson[]): Promise<boolean> {
  const doc = new Y.Doc()
  return until(8_000, async () => {
    const raw = await joinRaw(node, id, cookieOf(1_000_001), { doc, from: nodeOrigin })
    const has = until(
      1_000,
      () => words(doc).length > 0 && people.every(({ said }) => doc.getMap('meta').has(said[0]!)),
    )
    const isRead = await has
    raw.socket.terminate()
    return isRead
  })
}

async function unstored(ground: Ground, id: string, tokens: readonly string[]): Promise<number> {
  const doc = new Y.Doc()
  let update: Uint8Array | undefined
  await until(20_000, async () => {
    update = await readDocument(ground.db.read, id).then(
      (read) => read.update,
      () => undefined, // a database that recovers
    )
    return update !== undefined
  })
  Y.applyUpdate(doc, update!)
  return tokens.filter((token) => !doc.getMap('meta').has(token)).length
}
