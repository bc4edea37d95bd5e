import * as Y from 'yjs'
import { readDocument, sealDocument } from '../../server/sync/documents.ts'
import { type Asked, chance, type Findings, quantile, round } from '../report.ts'
import { joinRaw, type Raw, words } from '../sync/hall.ts'
import { cookieOf, type Ground, type Node, nodeOrigin, openGround, startNode, unhurried } from '../sync/nodes.ts'
import { write } from '../sync/texts.ts'

/**
 * Seals a document while many people write in it on every node; on PostgreSQL three nodes, and the one that seals is now one
 * of them, now none of them. Counts what is in the log past the seal, what anybody was told is stored and is not in what
 * was sealed, and what was refused and is in it all the same. In the control the log's own condition, that the document be
 * open, is taken out of every statement; then updates must be seen past the seal.
 */
export async function run(asked: Asked): Promise<Findings> {
  const { quick, say } = asked
  const size = quick ? { rounds: 6, writers: 30 } : { rounds: 300, writers: 200 }
  const found = await sealAgain(asked, { ...size, isGuarded: true, enough: () => false, say })
  say(`${found.rounds} rounds: ${found.stored} stored, ${found.past} past the seal`)
  const control = await sealAgain(asked, { rounds: 60, writers: 30, isGuarded: false, enough: ({ past }) => past > 0 })
  return {
    figures: {
      rounds: found.rounds,
      nodes: found.nodes,
      writers: size.writers,
      updatesSent: found.sent,
      updatesStored: found.stored,
      updatesPastTheSeal: found.past,
      acknowledgedNotSealed: found.lost,
      refusedButSealed: found.refusedButSealed,
      refusedAfterTheSeal: found.refused,
      unanswered: found.unanswered,
      sealMsP50: round(quantile(found.sealMs, 0.5)),
      sealMsMax: round(Math.max(...found.sealMs)),
      controlRounds: control.rounds,
      controlPastTheSeal: control.past,
    },
    pass: {
      nothingIsWrittenPastTheSeal: found.past === 0 && found.stored > 0,
      whatWasAcknowledgedIsSealed: found.lost === 0,
      whatWasRefusedIsNot: found.refusedButSealed === 0,
      everyLateWriterIsTold: found.unanswered === 0 && found.refused > 0,
      theControlIsSeen: control.past > 0,
    },
  }
}

export interface SealPlan {
  rounds: number
  writers: number
  isGuarded: boolean
  enough(found: Found): boolean
  say?(line: string): void
}

export interface Found {
  rounds: number
  nodes: number
  sent: number
  stored: number
  past: number
  lost: number
  refusedButSealed: number
  refused: number
  unanswered: number
  sealMs: number[]
}

export async function sealAgain(asked: Pick<Asked, 'engine' | 'seed'>, plan: SealPlan): Promise<Found> {
  const random = chance(asked.seed)
  const ground = await openGround(asked.engine, { durable: true })
  const { where, agreementId } = ground
  const settings = { where, agreementId, limits: { ...unhurried, pollMs: 200 } }
  const imports = plan.isGuarded ? [] : [new URL('./unguarded.ts', import.meta.url)]
  const nodes = await Promise.all(
    Array.from({ length: asked.engine === 'sqlite' ? 1 : 3 }, () => startNode(settings, { imports })),
  )
  const numbers = { sent: 0, stored: 0, past: 0, lost: 0, refusedButSealed: 0, refused: 0, unanswered: 0 }
  const found: Found = { rounds: 0, nodes: nodes.length, ...numbers, sealMs: [] }
  while (found.rounds < plan.rounds && !plan.enough(found)) {
    await sealOnce(ground, nodes, plan, random, found)
    found.rounds++
    if (found.rounds % 25 === 0)
      plan.say?.(`${found.rounds} rounds: ${found.stored} stored, ${found.past} past the seal`)
  }
  await Promise.all(nodes.map((node) => node.stop()))
  await ground.close()
  return found
}

interface Writer {
  raw: Raw
  /** What was written, under the number that the server knows it by. */
  said: Map<number, string>
}

async function sealOnce(
  ground: Ground,
  nodes: readonly Node[],
  { writers: count, isGuarded }: SealPlan,
  random: () => number,
  found: Found,
): Promise<void> {
  const id = await ground.newText()
  const writers: Writer[] = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const options = { device: crypto.randomUUID(), from: nodeOrigin }
      return { raw: await joinRaw(nodes[n % nodes.length]!, id, cookieOf(n), options), said: new Map() }
    }),
  )
  await Promise.all(writers.map(({ raw }) => raw.hear('ack')))
  const say = (writer: Writer, n: number) => {
    const token = `t${n}w${writer.said.size}.`
    write(writer.raw.doc, token)
    writer.said.set(writer.raw.sent, token)
  }
  let isOver = false
  const writing = writers.map(async (writer, n) => {
    while (!isOver) {
      say(writer, n)
      await new Promise((resolve) => setTimeout(resolve, random() * 20))
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 30 + random() * 100))
  const point = await sealSomewhere(ground, nodes, isGuarded, id, random)
  found.sealMs.push(point.ms)
  await new Promise((resolve) => setTimeout(resolve, 30))
  isOver = true
  await Promise.all(writing)
  // One more from everybody, surely late; each is told.
  for (const [n, writer] of writers.entries()) say(writer, n)
  if (isGuarded) found.unanswered += (await Promise.all(writers.map(wasToldLate))).filter((told) => !told).length
  await countWritten(ground, id, point.seq, writers, found)
  for (const { raw } of writers) raw.socket.terminate()
}

/** On one of the nodes, or from outside of them all: then they learn of it from the database alone. */
async function sealSomewhere(
  { db }: Ground,
  nodes: readonly Node[],
  isGuarded: boolean,
  id: string,
  random: () => number,
): Promise<{ seq: number; ms: number }> {
  if (isGuarded && random() < 0.7) return nodes[Math.floor(random() * nodes.length)]!.seal(id)
  const began = performance.now()
  const { seq } = await db.write((trx) => sealDocument(trx, id, new Date().toISOString()))
  return { seq, ms: performance.now() - began }
}

async function wasToldLate({ raw }: Writer): Promise<boolean> {
  const told = raw
    .hear('refused', (refused) => refused.code === 'document_sealed' && refused.clientSeq >= raw.sent)
    .then(() => true)
  const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 5_000).unref())
  return Promise.race([told, patience])
}

async function countWritten(
  ground: Ground,
  id: string,
  sealed: number,
  writers: readonly Writer[],
  found: Found,
): Promise<void> {
  const rows = await ground.db.read.selectFrom('document_update').select('seq').where('document_id', '=', id).execute()
  found.stored += rows.length
  found.past += rows.filter((row) => row.seq > sealed).length
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await readDocument(ground.db.read, id)).update)
  const stored = new Set(words(doc).match(/t\d+w\d+\./g))
  for (const { raw, said } of writers) {
    const upTo = Math.max(0, ...raw.heard.flatMap((told) => (told.is === 'ack' ? [told.clientSeq] : [])))
    const refused = new Set(raw.heard.flatMap((told) => (told.is === 'refused' ? [told.clientSeq] : [])))
    const again = new Set(raw.heard.flatMap((told) => (told.is === 'resync' ? [told.clientSeq] : [])))
    found.sent += said.size
    found.refused += refused.size
    for (const [number, token] of said) {
      if (refused.has(number) && stored.has(token)) found.refusedButSealed++
      if (number <= upTo && !refused.has(number) && !again.has(number) && !stored.has(token)) found.lost++
    }
  }
}
