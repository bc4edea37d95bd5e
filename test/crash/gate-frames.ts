import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { readDocument } from '../../server/sync/documents.ts'
import { takeExactly } from '../../server/sync/exactly.ts'
import { type Asked, round } from '../report.ts'
import { frame, joinRaw, presence, type Raw, words } from '../sync/hall.ts'
import { cookieOf, type Ground, type Node, nodeOrigin, openGround, startNode, unhurried } from '../sync/nodes.ts'
import type { Stalls } from '../sync/stalls.ts'
import { paragraph, shadowOf } from '../sync/texts.ts'
import { isSame } from './converge.ts'
import { hostileUpdates } from './forged.ts'
import { author, invented, mutate, type Pick, picker } from './mutate.ts'

const honestPerson = 1
const hostileWriter = 2
const reader = 1_000_001
const honestEvery = 50

/**
 * Frames of every kind through real sockets, from people who come back whenever the door closes, while somebody honest
 * writes. At one text mutated updates may pass where they happen to be right; at the other nothing that is thrown may.
 */
export async function throwFrames(asked: Asked, count: number, random: () => number) {
  const pick = picker(random)
  const ground = await openGround(asked.engine)
  const node = await startNode({ ...ground, limits: { ...unhurried, strikes: 300 } })
  const mixed = await newScene(ground, node)
  const guarded = await newScene(ground, node)
  const began = await warmedUp(node, mixed)
  let doorsClosed = 0
  let longest = 0
  let stall = { stallMs: 0, ownStallMs: 0, busyStallMs: 0 }
  for (let thrown = 0; thrown < count; thrown++) {
    const scene = thrown % 2 === 0 ? mixed : guarded
    doorsClosed += await comeBack(node, scene)
    throwFrame(scene, scene === mixed, pick)
    if (thrown % honestEvery < 2) longest = Math.max(longest, await honestWrite(scene))
    if (thrown % 20_000 === 19_999) {
      stall = worst(stall, await node.usage())
      asked.say(
        `${thrown + 1} frames; longest stall ${round(stall.busyStallMs)} ms at work, ${round(stall.ownStallMs)} in all`,
      )
    }
  }
  const ended = await node.usage()
  stall = worst(stall, ended)
  const judged = {
    honestMissing: (await missingOf(node, guarded)) + (await unloggedOf(ground, mixed)),
    strangersInTheLog: await strangersIn(ground, guarded.id),
    replayRefused: await replay(ground, mixed.id, asked.say),
    presenceLost: (await isPresent(node, guarded)) ? 0 : 1,
  }
  await node.stop()
  await ground.close()
  return {
    framesThrown: count,
    doorsClosed,
    ...judged,
    longestAnswerMs: round(longest),
    serverStallMs: round(stall.busyStallMs),
    serverStallWithDiskMs: round(stall.ownStallMs),
    serverStallByTheClockMs: round(stall.stallMs),
    serverGrownMB: round((ended.rss - began.rss) / 1e6),
    heapGrownMB: round((ended.heap - began.heap) / 1e6),
    serverStands: 1,
  }
}

const worst = (a: Stalls, b: Stalls): Stalls => ({
  busyStallMs: Math.max(a.busyStallMs, b.busyStallMs),
  stallMs: Math.max(a.stallMs, b.stallMs),
  ownStallMs: Math.max(a.ownStallMs, b.ownStallMs),
})

interface Scene {
  id: string
  honest: Raw
  /** Who throws: a writer and, at the guarded text, also somebody who may only read. */
  hostile: Raw[]
  source: ReturnType<typeof author>
  said: number
}

async function newScene({ newText }: Ground, node: Node): Promise<Scene> {
  const id = await newText()
  const honest = await joinRaw(node, id, cookieOf(honestPerson), { device: crypto.randomUUID(), from: nodeOrigin })
  await honest.hear('ack')
  honest.send(presence(honest.doc.clientID, 1, { cursor: { at: 1 } }))
  return { id, honest, hostile: [], source: author(() => 0), said: 0 }
}

/** The first thousands of frames fill what any process keeps; growth is counted from there. */
async function warmedUp(node: Node, scene: Scene) {
  for (let i = 0; i < 100; i++) await honestWrite(scene)
  return node.usage()
}

async function comeBack(node: Node, scene: Scene): Promise<number> {
  const there = scene.hostile.filter((raw) => raw.socket.readyState === raw.socket.OPEN)
  scene.hostile = there
  for (const person of [hostileWriter, reader].slice(there.length))
    scene.hostile.push(await joinRaw(node, scene.id, cookieOf(person), { follows: false, from: nodeOrigin }))
  return 2 - there.length
}

function throwFrame(scene: Scene, mayPass: boolean, pick: Pick): void {
  const { honest, source, hostile } = scene
  const raw = hostile[pick(hostile.length)]!
  const attacks = Object.values(
    pick(4) > 0
      ? {}
      : hostileUpdates({ doc: honest.doc, victim: honest.doc.clientID, own: 2 ** 31 + pick(1e6), clock: 0 }),
  )
  const update = attacks[pick(attacks.length)] ?? (mayPass ? mayHappenToBeRight(scene, pick) : honestCut(honest, pick))
  const step = 1 + pick(2)
  const whole = pick(10) === 0 ? other(honest, pick) : sync(step, update)
  const mutated = mayPass && pick(4) === 0 ? mutate(whole, update, pick) : whole
  if (pick(500) === 0) raw.socket.send('words where bytes belong')
  else raw.socket.send(mutated)
  if (source.doc.store.clients.size > 0 && pick(400) === 0) scene.source = author(pick)
}

const mayHappenToBeRight = ({ source, honest }: Scene, pick: Pick): Uint8Array =>
  pick(3) === 0
    ? invented(honest.doc, source.doc.clientID, pick)
    : mutate(pick(2) === 0 ? source.next() : Y.encodeStateAsUpdate(source.doc), Uint8Array.of(1, 2, 3), pick)

/** What was committed long ago, cut short: can say nothing new. */
function honestCut({ doc }: Raw, pick: Pick): Uint8Array {
  const whole = Y.encodeStateAsUpdate(doc).subarray(0, 400)
  return whole.subarray(0, 1 + pick(whole.length - 1))
}

const sync = (step: number, update: Uint8Array): Uint8Array =>
  frame((e) => {
    for (const number of [0, step]) encoding.writeVarUint(e, number)
    encoding.writeVarUint8Array(e, update)
  })

/** Questions, presence and hellos that nobody honest sends. */
function other(honest: Raw, pick: Pick): Uint8Array {
  const victim = honest.doc.clientID
  const frames: (() => Uint8Array)[] = [
    () =>
      sync(
        0,
        frame((e) => encoding.writeVarUint(e, 2 ** 50)),
      ),
    () =>
      sync(
        0,
        frame((e) => [1, victim, 2 ** 50].forEach((n) => void encoding.writeVarUint(e, n))),
      ),
    () => sync(0, new Uint8Array(140_000).fill(1)),
    () => sync(0, new Uint8Array(120_000).fill(0x7f)),
    () => sync(3, Uint8Array.of(0)),
    () => presence(victim, 2 ** 40, null),
    () => presence(victim, 2 ** 40, { user: { name: 'The Monitor' } }),
    () => presence(pick(2 ** 31), 1, { cursor: JSON.parse('{"__proto__": {"a": 1}}') }),
    () => presence(pick(2 ** 31), 1, { cursor: nested(40) }),
    () => presence(pick(2 ** 31), 1, { cursor: 'x'.repeat(4_000) }),
    () => presence(pick(2 ** 31), 1, 7),
    () => manyPresences((i) => i, 120_000),
    () => manyPresences(() => 5, 120_000),
    () => frame((e) => [1, 3, 2 ** 50].forEach((n) => void encoding.writeVarUint(e, n))),
    () => Uint8Array.of(100, 0, 3, 65, 66, 67, 1, 1),
    () => Uint8Array.of(100, pick(256), pick(256)),
    () => Uint8Array.of(3),
    () => Uint8Array.of(pick(256), pick(256), pick(256)),
    () => new Uint8Array(),
  ]
  return frames[pick(frames.length)]!()
}

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])

/** News of so many peers in one message: of as many ids, or of one id again and again. */
const manyPresences = (id: (i: number) => number, count: number): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, 1)
    const news = frame((inner) => {
      encoding.writeVarUint(inner, count)
      for (let i = 0; i < count; i++) {
        encoding.writeVarUint(inner, id(i))
        encoding.writeVarUint(inner, i)
        encoding.writeVarString(inner, '{}')
      }
    })
    encoding.writeVarUint8Array(e, news)
  })

async function honestWrite(scene: Scene): Promise<number> {
  const { honest } = scene
  const began = performance.now()
  honest.doc.getXmlFragment('preamble').push([paragraph(`honest ${scene.said++}.`)])
  const number = honest.sent
  await honest.hear('ack', (ack) => ack.clientSeq >= number)
  honest.heard.length = 0
  return performance.now() - began
}

/** What somebody who comes now does not find of what was acknowledged to the honest. */
async function missingOf(node: Node, { id, said }: Scene): Promise<number> {
  const doc = new Y.Doc()
  const raw = await joinRaw(node, id, cookieOf(3), { doc, from: nodeOrigin })
  await raw.until(() => words(doc).includes(`honest ${said - 1}.`))
  raw.socket.terminate()
  const text = words(doc)
  return Array.from({ length: said }, (_, i) => `honest ${i}.`).filter((line) => !text.includes(line)).length
}

const logOf = ({ db }: Ground, id: string) =>
  db.read.selectFrom('document_update').selectAll().where('document_id', '=', id).orderBy('seq').execute()

/** The same where a hostile writer may rightly delete what the honest wrote: it must be in the log. */
async function unloggedOf(ground: Ground, { id, said }: Scene): Promise<number> {
  const rows = await logOf(ground, id)
  const text = rows.map((row) =>
    row.person_id === String(honestPerson) ? Buffer.from(row.bytes).toString('latin1') : '',
  )
  const logged = new Set(text.join().match(/honest \d+\./g))
  return Array.from({ length: said }, (_, i) => `honest ${i}.`).filter((line) => !logged.has(line)).length
}

/** Rows of others than the honest, where nothing of others could be right; and ids bound to the honest no longer. */
async function strangersIn(ground: Ground, id: string): Promise<number> {
  const rows = await logOf(ground, id)
  return rows.filter((row) => row.person_id !== String(honestPerson)).length
}

/** Whether the log, judged once more row by row, is taken whole and makes the document. */
async function replay(ground: Ground, id: string, say: Asked['say']): Promise<number> {
  const shadow = shadowOf()
  let refused = 0
  for (const row of await logOf(ground, id)) {
    const verdict = shadow.take(row.person_id, row.bytes)
    if (verdict.is === 'fresh' && verdict.isHeld) continue
    say(`row ${row.seq} of person ${row.person_id} is ${JSON.stringify({ ...verdict, bytes: row.bytes.length })} now`)
    refused++
  }
  const stored = new Y.Doc()
  const { update } = await readDocument(ground.db.read, id)
  takeExactly(stored, () => Y.applyUpdate(stored, update))
  if (!isSame(stored, shadow.doc)) {
    say('the document is not what its log makes')
    refused++
  }
  return refused
}

/** Whether the honest are still shown as who they are, to somebody who comes now. */
async function isPresent(node: Node, { id, honest }: Scene): Promise<boolean> {
  const raw = await joinRaw(node, id, cookieOf(3), { follows: false, from: nodeOrigin })
  const shown = () => raw.awareness.getStates().get(honest.doc.clientID) as { user?: { personId: string } } | undefined
  const patience = new Promise<void>((resolve) => setTimeout(resolve, 3_000))
  await Promise.race([raw.until(() => shown() !== undefined), patience])
  raw.socket.terminate()
  return shown()?.user?.personId === String(honestPerson)
}
