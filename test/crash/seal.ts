import * as Y from 'yjs'
import { readDocument, sealDocument } from '../../server/sync/documents.ts'
import { type Asked, chance, type Findings, quantile, round } from '../report.ts'
import { joinRaw, type Raw } from '../sync/hall.ts'
import { cookieOf, type Ground, type Node, nodeOrigin, openGround, startNode, unhurried } from '../sync/nodes.ts'
import { write } from '../sync/texts.ts'

/**
 * Seals a document on one of several nodes while many people write in it on all of them. Counts what is in the log past the
 * seal, and what anybody was told is stored and is not in what was sealed. The control writes past the gate, and must be
 * seen.
 */
export async function run(asked: Asked): Promise<Findings> {
  const { quick, engine, say } = asked
  const random = chance(asked.seed)
  const rounds = quick ? 6 : 300
  const writers = quick ? 30 : 200
  const ground = await openGround(engine)
  const settings = { where: ground.where, agreementId: ground.agreementId, limits: { ...unhurried, pollMs: 200 } }
  const nodes = await Promise.all(Array.from({ length: engine === 'sqlite' ? 1 : 3 }, () => startNode(settings)))
  const found = { stored: 0, past: 0, lost: 0, refused: 0, unanswered: 0, sealMs: [] as number[] }
  for (let n = 0; n < rounds; n++) {
    await sealOnce(ground, nodes, writers, random, found)
    if ((n + 1) % 25 === 0) say(`${n + 1} rounds: ${found.stored} stored, ${found.past} past the seal`)
  }
  const control = await controlSees(ground)
  await Promise.all(nodes.map((node) => node.stop()))
  await ground.close()
  return {
    figures: {
      rounds,
      nodes: nodes.length,
      writers,
      updatesStored: found.stored,
      updatesPastTheSeal: found.past,
      acknowledgedNotSealed: found.lost,
      refusedAfterTheSeal: found.refused,
      unanswered: found.unanswered,
      sealMsP50: round(quantile(found.sealMs, 0.5)),
      sealMsMax: round(Math.max(...found.sealMs)),
      controlPastTheSeal: control,
    },
    pass: {
      nothingIsWrittenPastTheSeal: found.past === 0 && found.stored > 0,
      whatWasAcknowledgedIsSealed: found.lost === 0,
      everyLateWriterIsTold: found.unanswered === 0 && found.refused > 0,
      theControlIsSeen: control > 0,
    },
  }
}

interface Found {
  stored: number
  past: number
  lost: number
  refused: number
  unanswered: number
  sealMs: number[]
}

async function sealOnce(
  ground: Ground,
  nodes: readonly Node[],
  count: number,
  random: () => number,
  found: Found,
): Promise<void> {
  const id = await ground.newText()
  const writers = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      joinRaw(nodes[n % nodes.length]!, id, cookieOf(n), { device: crypto.randomUUID(), from: nodeOrigin }),
    ),
  )
  await Promise.all(writers.map((writer) => writer.hear('ack')))
  let isOver = false
  const writing = writers.map(async (writer) => {
    while (!isOver) {
      write(writer.doc, 'x')
      await new Promise((resolve) => setTimeout(resolve, random() * 20))
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 30 + random() * 100))
  const point = await nodes[Math.floor(random() * nodes.length)]!.seal(id)
  found.sealMs.push(point.ms)
  await new Promise((resolve) => setTimeout(resolve, 30))
  isOver = true
  await Promise.all(writing)
  // One more from everybody, surely late; each is told.
  for (const writer of writers) write(writer.doc, 'late')
  found.unanswered += (await Promise.all(writers.map(wasToldLate))).filter((told) => !told).length
  await countWritten(ground, id, point.seq, writers, found)
  for (const writer of writers) writer.socket.terminate()
}

async function wasToldLate(writer: Raw): Promise<boolean> {
  const told = writer
    .hear('refused', (refused) => refused.code === 'document_sealed' && refused.clientSeq >= writer.sent)
    .then(() => true)
  const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 5_000).unref())
  return Promise.race([told, patience])
}

async function countWritten(
  ground: Ground,
  id: string,
  sealed: number,
  writers: readonly Raw[],
  found: Found,
): Promise<void> {
  const rows = await ground.db.read.selectFrom('document_update').select('seq').where('document_id', '=', id).execute()
  found.stored += rows.length
  found.past += rows.filter((row) => row.seq > sealed).length
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await readDocument(ground.db.read, id)).update)
  for (const writer of writers) {
    const acks = writer.heard.flatMap((said) => (said.is === 'ack' ? [said.seq] : []))
    if (Math.max(...acks) > sealed) found.lost++
    found.refused += writer.heard.filter((said) => said.is === 'refused').length
  }
}

/** A write that asks no state, straight into the log: this program must count it. */
async function controlSees(ground: Ground): Promise<number> {
  const id = await ground.newText()
  const point = await ground.db.write((trx) => sealDocument(trx, id, new Date().toISOString()))
  const found: Found = { stored: 0, past: 0, lost: 0, refused: 0, unanswered: 0, sealMs: [] }
  const row = {
    document_id: id,
    epoch: 1,
    seq: point.seq + 1,
    person_id: '1',
    delegation_id: null,
    device: 'control',
    client_seq: 1,
  }
  const bytes = Y.encodeStateAsUpdate(new Y.Doc())
  const rest = { bytes, at: new Date().toISOString(), prev_hash: point.hash, hash: point.hash }
  await ground.db.write((trx) =>
    trx
      .insertInto('document_update')
      .values({ ...row, ...rest })
      .execute(),
  )
  await countWritten(ground, id, point.seq, [], found)
  return found.past
}
