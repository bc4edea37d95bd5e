import * as Y from 'yjs'
import { readDocument } from '../../server/sync/documents.ts'
import { joinRaw } from '../sync/hall.ts'
import { cookieOf, type Ground, type Node, nodeOrigin, openGround, startNode, unhurried } from '../sync/nodes.ts'
import { makePlaces, type Place } from './cut-off.ts'
import { chainHolds } from './kill.ts'
import { type Journal, startWriter, type Writer } from './people.ts'

export type Fault = 'kill' | 'restart' | 'partition' | 'skew' | 'drain'
export type Faults = Record<Fault, number>

export interface Plan {
  faults: Faults
  random: () => number
  acknowledgeFirst: boolean
  enough?: (broken: Broken) => boolean
  say(line: string): void
}

export interface Broken {
  nodes: number
  partitionsBy: string
  saved: number
  lost: number
  duplicated: number
  invented: number
  brokenChains: number
  disagreeing: number
  /** How far the time of any stored update was from the right one. */
  clockErrorMs: number
  /** From the fault, or where the database was out of reach from its end, until each writer had something saved that was written after it. */
  recoveryMs: Partial<Record<Fault, number[]>>
}

const nodeCount = 3
const writerCount = 12
/** Then the text is long enough, and the next is begun. */
const faultsPerText = 6
const aDayMs = 86_400_000
/** A writer who has nothing saved by then counts as much. */
const patienceMs = 30_000
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

interface Cluster {
  ground: Ground
  places: Place[]
  nodes: (Node | undefined)[]
  plan: Plan
}

export async function breakAgain(plan: Plan): Promise<Broken> {
  const places = makePlaces(nodeCount)
  const ground = await openGround('postgres', { durable: true, network: places.network })
  const cluster: Cluster = { ground, places: await places.open(ground.where.databaseUrl!), nodes: [], plan }
  const broken: Broken = {
    nodes: nodeCount,
    partitionsBy: places.by,
    saved: 0,
    lost: 0,
    duplicated: 0,
    invented: 0,
    brokenChains: 0,
    disagreeing: 0,
    clockErrorMs: 0,
    recoveryMs: {},
  }
  try {
    await Promise.all(cluster.places.map((_, n) => startAt(cluster, n)))
    const faults = shuffled(plan)
    while (faults.length > 0 && !plan.enough?.(broken)) {
      await breakOneText(cluster, faults.splice(0, plan.acknowledgeFirst ? 1 : faultsPerText), broken)
      plan.say(`${faults.length} faults to go: ${broken.saved} saved, ${broken.lost} lost`)
    }
  } finally {
    await Promise.all(cluster.nodes.map((node) => node?.kill()))
    await ground.close()
    await places.close()
  }
  return broken
}

async function startAt({ ground, places, nodes, plan }: Cluster, n: number, clockOffMs = 0): Promise<void> {
  const { command, host, databaseUrl } = places[n]!
  const settings = {
    where: { ...ground.where, databaseUrl },
    agreementId: ground.agreementId,
    limits: unhurried,
    acknowledgeFirst: plan.acknowledgeFirst,
    host: command.length > 0 ? '0.0.0.0' : undefined,
    clockOffMs,
  }
  nodes[n] = await startNode(settings, {
    command,
    reachedAt: host,
    env: { TEST_LOG: process.env.TEST_LOG ?? 'silent' },
  })
}

function shuffled({ faults, random }: Plan): Fault[] {
  const all = (Object.entries(faults) as [Fault, number][]).flatMap(([kind, count]) => Array(count).fill(kind))
  return all
    .map((kind) => ({ kind, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ kind }) => kind)
}

async function breakOneText(cluster: Cluster, faults: readonly Fault[], broken: Broken): Promise<void> {
  const { ground, nodes, plan } = cluster
  const { random } = plan
  const journal: Journal = { id: await ground.newText(), sent: new Set(), saved: new Set() }
  let turn = 0
  const there = {
    next: () => nodes.filter((node) => node !== undefined)[turn++ % Math.max(1, nodes.filter(Boolean).length)],
  }
  const writers = Array.from({ length: writerCount }, (_, person) =>
    // In the control nobody comes back with what was lost.
    startWriter(there, journal, { person, forgets: plan.acknowledgeFirst || person % 2 === 0, random }),
  )
  await untilSaved(writers)
  for (const fault of faults) {
    await pause(300 + random() * 700)
    const took = await breakOnce(cluster, fault, writers)
    plan.say(`${fault}: saved again after ${Math.round(Math.min(...took))} to ${Math.round(Math.max(...took))} ms`)
    broken.recoveryMs[fault] = [...(broken.recoveryMs[fault] ?? []), ...took]
  }
  await Promise.all(writers.map((writer) => writer.stop()))
  await compare(cluster, journal, broken)
}

/** Breaks something, mends it, and says how long each writer was without anything saved. */
async function breakOnce(cluster: Cluster, fault: Fault, writers: readonly Writer[]): Promise<number[]> {
  const { ground, places, nodes, plan } = cluster
  const { random } = plan
  const n = Math.floor(random() * nodeCount)
  const began = performance.now()
  const saved = untilSaved(writers)
  if (fault === 'restart') {
    await ground.postgres!.kill()
    await pause(random() * 1_000)
    await ground.postgres!.start()
    return sinceMended(writers)
  } else if (fault === 'partition') {
    places[n]!.cut()
    await pause(3_000 + random() * 4_000)
    places[n]!.heal()
    return sinceMended(writers)
  } else {
    const node = nodes[n]!
    nodes[n] = undefined
    await (fault === 'drain' ? node.stop() : node.kill())
    await pause(random() * 1_000)
    await startAt(cluster, n, fault === 'skew' ? (random() < 0.5 ? aDayMs : -aDayMs) : 0)
  }
  return (await saved).map((at) => at - began)
}

const sinceMended = async (writers: readonly Writer[]): Promise<number[]> => {
  const mended = performance.now()
  return (await untilSaved(writers)).map((at) => at - mended)
}

/** When each writer had something saved that it had not written yet when this was asked. */
const untilSaved = (writers: readonly Writer[]): Promise<number[]> =>
  Promise.all(
    writers.map(async (writer) => {
      const before = writer.sentCount()
      const giveUpAt = performance.now() + patienceMs
      while (writer.savedCount() <= before && performance.now() < giveUpAt) await pause(10)
      return performance.now()
    }),
  )

const tokensIn = (doc: Y.Doc): string[] =>
  doc
    .getXmlFragment('preamble')
    .toString()
    .match(/t\d+p\d+/g) ?? []

async function compare({ ground, nodes, plan }: Cluster, journal: Journal, broken: Broken): Promise<void> {
  await untilQuiet(ground, journal.id)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await readDocument(ground.db.read, journal.id)).update)
  const found = tokensIn(doc)
  const stored = new Set(found)
  broken.saved += journal.saved.size
  broken.lost += [...journal.saved].filter((token) => !stored.has(token)).length
  broken.duplicated += found.length - stored.size
  broken.invented += [...stored].filter((token) => !journal.sent.has(token)).length
  if (plan.acknowledgeFirst) return
  if (!(await chainHolds(ground, journal.id))) broken.brokenChains++
  broken.clockErrorMs = Math.max(broken.clockErrorMs, await clockError(ground, journal.id))
  const text = found.join()
  const shown = await Promise.all(nodes.map((node) => (node ? shownAt(node, journal.id, text) : true)))
  broken.disagreeing += shown.filter((same) => !same).length
}

/** What a node had read before its writers left is stored still. */
async function untilQuiet({ db }: Ground, id: string): Promise<void> {
  const head = () => db.read.selectFrom('document').select('head_seq').where('id', '=', id).executeTakeFirstOrThrow()
  for (let before = -1, now = (await head()).head_seq; before !== now; now = (await head()).head_seq) {
    before = now
    await pause(500)
  }
}

/** Whether somebody who comes to the node now is shown this text. */
async function shownAt(node: Node, id: string, text: string): Promise<boolean> {
  const reader = await joinRaw(node, id, cookieOf(1_000_000), { from: nodeOrigin })
  const same = reader
    .until(() => tokensIn(reader.doc).join() === text)
    .then(
      () => true,
      () => false,
    )
  const isSame = await Promise.race([same, pause(5_000).then(() => false)])
  reader.socket.terminate()
  return isSame
}

/** The ids of documents hold when they were made, by this process's clock; no update is older or from the future. */
async function clockError({ db }: Ground, id: string): Promise<number> {
  const made = await db.read.selectFrom('document').select('created_at').where('id', '=', id).executeTakeFirstOrThrow()
  const rows = await db.read.selectFrom('document_update').select('at').where('document_id', '=', id).execute()
  const [from, until] = [Date.parse(made.created_at), Date.now()]
  return Math.max(0, ...rows.map(({ at }) => Math.max(from - Date.parse(at), Date.parse(at) - until)))
}
