import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type Asked, chance, type Findings, round } from '../report.ts'
import { frame, joinRaw, type Raw, words } from '../sync/hall.ts'
import { cookieOf, nodeOrigin, openGround, startNode, unhurried } from '../sync/nodes.ts'
import { edit, paragraph, shadowOf, stateOf } from '../sync/texts.ts'

/**
 * Throws mutated, cut, spliced and invented updates at the gate, and frames at a server at which somebody honest writes.
 * Counts what changed although it was refused, what Yjs did not keep of a verdict, and honest updates that were not
 * taken. The control lets Yjs take the same updates without a gate, and must see halves of them applied.
 */
export async function run(asked: Asked): Promise<Findings> {
  const { quick, say } = asked
  const random = chance(asked.seed)
  const updates = throwUpdates(quick ? 20_000 : 3_000_000, random, say)
  say(`${updates.thrown} updates: ${updates.refused} refused, ${updates.changed} changed something all the same`)
  const control = withoutGate(quick ? 5_000 : 100_000, random)
  say(`control: ${control} of them half applied without the gate`)
  const frames = await throwFrames(asked, quick ? 3_000 : 200_000, random)
  return {
    figures: { ...updates, controlHalfApplied: control, ...frames },
    pass: {
      refusedChangesNothing: updates.changed === 0 && updates.refused > 0,
      yjsKeepsEveryVerdict: updates.notKept === 0 && updates.taken > 0,
      everyHonestUpdateIsTaken: updates.honestRefused === 0 && frames.honestMissing === 0,
      memoryStaysBounded: updates.grownMB < 256 && frames.serverGrownMB < 256,
      noStallAbove100ms: updates.longestMs < 100,
      theServerStands: frames.serverStands === 1,
      theControlHalfApplies: control > 0,
    },
  }
}

/** Somebody who edits by chance, in a text of their own or in a copy of this one. */
function author(random: () => number, of?: Y.Doc) {
  const doc = new Y.Doc()
  if (of) Y.applyUpdate(doc, Y.encodeStateAsUpdate(of))
  const pick = (n: number) => Math.floor(random() * n)
  const kinds = [
    'paragraph',
    'type',
    'type',
    'type',
    'erase',
    'bold',
    'list',
    'remove',
    'measure',
    'field',
    'drop',
  ] as const
  return {
    doc,
    next: (): Uint8Array => {
      const before = Y.encodeStateVector(doc)
      do
        edit(doc, {
          is: kinds[pick(kinds.length)]!,
          at: pick(1_000),
          words: 'words '.repeat(1 + pick(3)),
          length: 1 + pick(9),
        })
      while (Y.encodeStateVector(doc).every((byte, i) => byte === before[i]))
      return Y.encodeStateAsUpdate(doc, before)
    },
  }
}

function mutate(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const pick = (n: number) => Math.floor(random() * n)
  const copy = Uint8Array.from(bytes)
  switch (pick(6)) {
    case 0:
    case 1:
      for (let n = 1 + pick(3); n > 0; n--) copy[pick(copy.length)]! ^= 1 << pick(8)
      return copy
    case 2:
      return copy.subarray(0, pick(copy.length))
    case 3:
      return Uint8Array.of(...bytes.subarray(0, pick(bytes.length)), ...other.subarray(pick(other.length)))
    case 4:
      copy.set(numberOf(pick(2) === 0 ? pick(300) : 2 ** pick(53)), pick(Math.max(1, copy.length - 8)))
      return copy
    default:
      return invented(random)
  }
}

const numberOf = (value: number): Uint8Array => frame((encoder) => encoding.writeVarUint(encoder, value)).subarray(0, 8)

/** The grammar of updates with numbers by chance: right in form, wrong in what they say. */
function invented(random: () => number): Uint8Array {
  const pick = (n: number) => Math.floor(random() * n)
  return frame((encoder) => {
    const number = (value: number) => encoding.writeVarUint(encoder, value)
    const id = () => {
      number(pick(3))
      number(pick(50))
    }
    number(1)
    const structs = 1 + pick(3)
    number(structs)
    id()
    for (let i = 0; i < structs; i++) {
      const content = [0, 1, 4, 6, 7, 8, 10][pick(7)]!
      const sides = pick(4) << 6
      encoding.writeUint8(encoder, content | (content === 0 || content === 10 ? 0 : sides))
      if (content === 0 || content === 10) number(1 + pick(9))
      else {
        if (sides & 0x80) id()
        if (sides & 0x40) id()
        if (sides === 0) {
          number(1)
          encoding.writeVarString(encoder, ['preamble', 'meta', 'measures', 'elsewhere'][pick(4)]!)
        }
        if (content === 1) number(1 + pick(9))
        if (content === 4) encoding.writeVarString(encoder, 'forged')
        if (content === 6) for (const text of ['bold', '{}']) encoding.writeVarString(encoder, text)
        if (content === 7) number(pick(8))
        if (content === 8) {
          number(1)
          encoding.writeAny(encoder, 'forged')
        }
      }
    }
    number(pick(2))
    for (const value of [pick(3), 1, pick(50), 1 + pick(60)]) number(value)
  })
}

function throwUpdates(count: number, random: () => number, say: (line: string) => void) {
  const found = {
    thrown: 0,
    refused: 0,
    gaps: 0,
    taken: 0,
    changed: 0,
    notKept: 0,
    honest: 0,
    honestRefused: 0,
    longestMs: 0,
  }
  const before = process.memoryUsage.rss()
  let shadow = shadowOf()
  let honest = author(random)
  let hostile = author(random)
  let last: Uint8Array = Uint8Array.of(0, 0)
  while (found.thrown < count) {
    if (found.thrown % 2_000 === 0) {
      shadow = shadowOf()
      honest = author(random)
      shadow.owners.set(honest.doc.clientID, 'honest') // as showing one's presence does
    }
    if (found.thrown % 250_000 === 0 && found.thrown > 0) say(`${found.thrown} updates`)
    // Half of them go out under the honest author's client id, half under one of the sender's own.
    const update = honest.next()
    for (let i = 0; i < 8; i++) {
      if (i === 4) hostile = author(random, shadow.doc)
      const thrown = mutate(i < 4 ? update : hostile.next(), last, random)
      if (throwOne(shadow, thrown, found) === 'fresh') hostile = author(random, shadow.doc)
    }
    // What passed changed the text for the honest author too, who goes on from it.
    Y.applyUpdate(honest.doc, Y.encodeStateAsUpdate(shadow.doc, Y.encodeStateVector(honest.doc)))
    found.honest++
    const verdict = shadow.take('honest', Y.encodeStateAsUpdate(honest.doc, Y.encodeStateVector(shadow.doc)))
    if (verdict.is !== 'fresh') found.honestRefused++
    last = update
  }
  return { ...found, longestMs: round(found.longestMs), grownMB: round((process.memoryUsage.rss() - before) / 1e6) }
}

function throwOne(
  shadow: ReturnType<typeof shadowOf>,
  update: Uint8Array,
  found: Record<'thrown' | 'refused' | 'gaps' | 'taken' | 'changed' | 'notKept' | 'longestMs', number>,
) {
  const state = stateOf(shadow.doc)
  // Processor time, not the clock's: a busy machine is no stall of ours.
  const began = process.cpuUsage()
  const verdict = shadow.take('hostile', update)
  const { user, system } = process.cpuUsage(began)
  found.longestMs = Math.max(found.longestMs, (user + system) / 1000)
  found.thrown++
  if (!verdict.isHeld) found.notKept++
  if (verdict.is === 'fresh') found.taken++
  else if (stateOf(shadow.doc) !== state) found.changed++
  if (verdict.is === 'gap') found.gaps++
  if (verdict.is === 'refused') found.refused++
  return verdict.is
}

function withoutGate(count: number, random: () => number): number {
  let halves = 0
  const { next, doc } = author(random)
  for (let i = 0; i < 20; i++) next()
  const base = Y.encodeStateAsUpdate(doc)
  const update = next()
  for (let i = 0; i < count; i++) {
    const victim = new Y.Doc()
    Y.applyUpdate(victim, base)
    const state = stateOf(victim)
    try {
      Y.applyUpdate(victim, mutate(update, base, random))
    } catch {
      if (stateOf(victim) !== state || victim.store.pendingStructs !== null) halves++
    }
  }
  return halves
}

/** Frames of every kind, mutated, from somebody who comes back whenever the door closes; somebody honest writes meanwhile. */
async function throwFrames(asked: Asked, count: number, random: () => number) {
  const ground = await openGround(asked.engine)
  const node = await startNode({ ...ground, limits: unhurried })
  const id = await ground.newText()
  const honest = await joinRaw(node, id, cookieOf(1), { device: crypto.randomUUID(), from: nodeOrigin })
  await honest.hear('ack')
  const began = (await node.usage()).rss
  const source = author(random)
  const pick = (n: number) => Math.floor(random() * n)
  let hostile: Raw | undefined
  let longest = 0
  let closed = 0
  for (let thrown = 0; thrown < count; thrown++) {
    if (!hostile || hostile.socket.readyState !== hostile.socket.OPEN) {
      hostile = await joinRaw(node, id, cookieOf(2), { follows: false, from: nodeOrigin })
      closed++
    }
    const update = mutate(source.next(), Uint8Array.of(1, 2, 3), random)
    const whole = Uint8Array.of([0, 1, 3, 100, pick(256)][pick(5)]!, pick(4), ...numberOf(update.length), ...update)
    hostile.socket.send(pick(3) === 0 ? mutate(whole, update, random) : whole)
    if (thrown % 50 === 0) longest = Math.max(longest, await honestWrite(honest, thrown))
    if (thrown % 400 === 0 && source.doc.store.clients.size > 0)
      source.doc.getXmlFragment('preamble').delete(0, source.doc.getXmlFragment('preamble').length)
  }
  const doc = new Y.Doc()
  const reader = await joinRaw(node, id, cookieOf(3), { doc, from: nodeOrigin })
  await reader.until(() => words(doc).includes(`honest ${Math.floor((count - 1) / 50) * 50}<`))
  const text = words(doc)
  const missing = Array.from({ length: Math.ceil(count / 50) }, (_, i) => `honest ${i * 50}<`).filter(
    (said) => !text.includes(said),
  ).length
  const { rss } = await node.usage()
  await node.stop()
  await ground.close()
  return {
    framesThrown: count,
    doorsClosed: closed,
    honestMissing: missing,
    longestAnswerMs: round(longest),
    serverGrownMB: round((rss - began) / 1e6),
    serverStands: 1,
  }
}

async function honestWrite(honest: Raw, n: number): Promise<number> {
  const began = performance.now()
  honest.doc.getXmlFragment('preamble').push([paragraph(`honest ${n}`)])
  const number = honest.sent
  await honest.hear('ack', (ack) => ack.clientSeq >= number)
  honest.heard.length = 0
  return performance.now() - began
}
