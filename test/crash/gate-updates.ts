import * as Y from 'yjs'
import { round } from '../report.ts'
import { shadowOf } from '../sync/texts.ts'
import { costlyUpdates, hostileUpdates } from './forged.ts'
import { author, invented, mutate, type Pick, picker } from './mutate.ts'

type Shadow = ReturnType<typeof shadowOf>

/** Throws so many updates straight at the gate, in front of a text in which somebody honest goes on writing. */
export function throwUpdates(count: number, random: () => number, say: (line: string) => void) {
  const pick = picker(random)
  const found = newFound()
  const before = process.memoryUsage.rss()
  let last: Uint8Array = Uint8Array.of(0, 0)
  for (let rounds = 0; found.thrown < count; ) {
    const scene = newScene(pick)
    throwAttacks(scene, found)
    for (let i = 0; i < 100 && found.thrown < count; i++, rounds++) {
      if (rounds % 25_000 === 24_999) say(`${found.thrown} updates`)
      last = throwRound(scene, found, last, pick)
    }
    throwAttacks(scene, found)
  }
  return { ...found, longestMs: round(found.longestMs), grownMB: round((process.memoryUsage.rss() - before) / 1e6) }
}

/** An honest update, and before it comes nine that are not: mutated, of others, and invented. */
function throwRound(scene: Scene, found: Found, last: Uint8Array, pick: Pick): Uint8Array {
  const { shadow } = scene
  const update = scene.honest.next()
  if (pick(3) === 0) scene.hostile = author(pick, shadow.doc)
  // A third goes out under the honest author's client id, the others under one of the sender's own.
  for (let i = 0; i < 3; i++) throwOne(scene, mutate(update, last, pick), found)
  for (let i = 0; i < 3; i++) throwOne(scene, mutate(scene.hostile.next(), last, pick), found)
  for (let i = 0; i < 3; i++) throwOne(scene, invented(shadow.doc, scene.hostile.doc.clientID, pick), found)
  takeHonest(scene, found)
  return update
}

const newFound = () => ({
  thrown: 0,
  refused: 0,
  gaps: 0,
  taken: 0,
  changed: 0,
  notKept: 0,
  attacks: 0,
  attacksTaken: 0,
  honest: 0,
  honestRefused: 0,
  longestMs: 0,
})
type Found = ReturnType<typeof newFound>

interface Scene {
  shadow: Shadow
  honest: ReturnType<typeof author>
  hostile: ReturnType<typeof author>
  /** The document's bytes after the last update that it was right to take. */
  state: Uint8Array
}

function newScene(pick: Pick): Scene {
  const shadow = shadowOf()
  const honest = author(pick)
  shadow.owners.set(honest.doc.clientID, 'honest') // as showing one's presence does
  return { shadow, honest, hostile: author(pick), state: Y.encodeStateAsUpdate(shadow.doc) }
}

/** Before anything changes rightly: whether nothing was changed by what was refused since. */
function look(scene: Scene, found: Found): void {
  if (Buffer.compare(Y.encodeStateAsUpdate(scene.shadow.doc), scene.state) !== 0) found.changed++
}

/** What passed changed the text for the honest author too, who goes on from it. */
function takeHonest(scene: Scene, found: Found): void {
  const { shadow, honest } = scene
  look(scene, found)
  Y.applyUpdate(honest.doc, Y.encodeStateAsUpdate(shadow.doc, Y.encodeStateVector(honest.doc)))
  found.honest++
  const verdict = shadow.take('honest', Y.encodeStateAsUpdate(honest.doc, Y.encodeStateVector(shadow.doc)))
  if (verdict.is !== 'fresh' || !verdict.isHeld) found.honestRefused++
  scene.state = Y.encodeStateAsUpdate(shadow.doc)
}

function throwAttacks(scene: Scene, found: Found): void {
  const { doc } = scene.shadow
  const target = { doc, victim: scene.honest.doc.clientID, own: 2 ** 31 + found.attacks, clock: 0 }
  for (const attack of Object.values(hostileUpdates(target))) {
    found.attacks++
    if (throwOne(scene, attack, found) === 'fresh') found.attacksTaken++
  }
}

function throwOne(scene: Scene, update: Uint8Array, found: Found) {
  const { shadow } = scene
  const owners = shadow.owners.size
  // Processor time, not the clock's: a busy machine is no stall of ours.
  const began = process.threadCpuUsage()
  const { is } = shadow.judge('hostile', update)
  const { user, system } = process.threadCpuUsage(began)
  found.longestMs = Math.max(found.longestMs, (user + system) / 1000)
  found.thrown++
  if (is === 'gap') found.gaps++
  if (is === 'refused') found.refused++
  if (shadow.owners.size !== owners) found.changed++
  if (is !== 'fresh') return is
  look(scene, found)
  found.taken++
  if (!shadow.take('hostile', update).isHeld) found.notKept++
  scene.state = Y.encodeStateAsUpdate(shadow.doc)
  return is
}

/** The costliest single update, after the code has run warm: every other person waits as long. */
export function throwCostly(): { costliestMs: number; costliest: string } {
  let costliestMs = 0
  let costliest = ''
  for (const isWarm of [false, true])
    for (const [name, { before, update }] of Object.entries(costlyUpdates(7))) {
      const shadow = shadowOf()
      for (const first of before) shadow.take('hostile', first)
      const began = process.threadCpuUsage()
      shadow.take('hostile', update)
      const { user, system } = process.threadCpuUsage(began)
      const ms = (user + system) / 1000
      if (!isWarm || ms <= costliestMs) continue
      costliestMs = ms
      costliest = name
    }
  return { costliestMs: round(costliestMs), costliest }
}

/** Yjs alone under the same updates: how many of those that it throws at have changed it already. */
export function withoutGate(count: number, random: () => number): number {
  const pick = picker(random)
  let halves = 0
  const { next, doc } = author(pick)
  for (let i = 0; i < 20; i++) next()
  const base = Y.encodeStateAsUpdate(doc)
  const update = next()
  for (let i = 0; i < count; i++) {
    const victim = new Y.Doc()
    Y.applyUpdate(victim, base)
    const state = Y.encodeStateAsUpdate(victim)
    try {
      Y.applyUpdate(victim, mutate(update, base, pick))
    } catch {
      if (Buffer.compare(Y.encodeStateAsUpdate(victim), state) !== 0 || victim.store.pendingStructs !== null) halves++
    }
  }
  return halves
}
