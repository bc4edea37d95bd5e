import * as Y from 'yjs'
import { linkHash, seedHash } from '../../server/sync/chain.ts'
import { readDocument } from '../../server/sync/documents.ts'
import { type Asked, chance, type Findings } from '../report.ts'
import { joinRaw, type Raw } from '../sync/hall.ts'
import { cookieOf, type Ground, nodeOrigin, openGround, startNode, unhurried } from '../sync/nodes.ts'
import { write } from '../sync/texts.ts'

/**
 * Kills the server at any instant while people write, and holds what the database has against a journal, kept in this
 * process, of what the server acknowledged. Nobody reconnects before the database was looked at: a client that comes
 * back would heal a loss. The control acknowledges before it commits and must lose something.
 */
export async function run(asked: Asked): Promise<Findings> {
  const { quick, say } = asked
  const random = chance(asked.seed)
  const kills = quick ? 8 : asked.engine === 'sqlite' ? 500 : 200
  const ours = await killAgain(asked, { kills, enough: () => false, acknowledgeFirst: false, random })
  say(`ours: ${ours.acked} acknowledged, ${ours.lost} lost, ${ours.duplicated} twice, in ${ours.kills} kills`)
  const control = await killAgain(asked, {
    kills: quick ? 60 : 200,
    enough: (loss) => loss.lost > 0,
    acknowledgeFirst: true,
    random,
  })
  say(`control: ${control.acked} acknowledged, ${control.lost} lost, in ${control.kills} kills`)
  return {
    figures: {
      kills: ours.kills,
      acknowledged: ours.acked,
      acknowledgedLost: ours.lost,
      duplicated: ours.duplicated,
      storedNeverSent: ours.invented,
      brokenChains: ours.brokenChains,
      controlKills: control.kills,
      controlAcknowledged: control.acked,
      controlLost: control.lost,
    },
    pass: {
      nothingAcknowledgedIsLost: ours.lost === 0 && ours.acked > 0,
      nothingIsStoredTwice: ours.duplicated === 0,
      nothingIsInvented: ours.invented === 0,
      everyChainHolds: ours.brokenChains === 0,
      theControlLosesSomething: control.lost > 0,
    },
  }
}

export interface Loss {
  kills: number
  acked: number
  lost: number
  duplicated: number
  invented: number
  brokenChains: number
}

export interface Plan {
  kills: number
  enough(loss: Loss): boolean
  acknowledgeFirst: boolean
  random: () => number
}

/** Kills on one document: then it is long enough, and the next is begun. */
const killsPerText = 15
const people = 5

export async function killAgain(asked: Pick<Asked, 'engine'>, plan: Plan): Promise<Loss> {
  const ground = await openGround(asked.engine)
  const loss: Loss = { kills: 0, acked: 0, lost: 0, duplicated: 0, invented: 0, brokenChains: 0 }
  let text: Journal | undefined
  while (loss.kills < plan.kills && !plan.enough(loss)) {
    text ??= { id: await ground.newText(), sent: new Set(), acked: new Set(), docs: [] }
    await killOnce(ground, text, plan)
    loss.kills++
    const isLast = loss.kills % killsPerText === 0 || loss.kills === plan.kills
    await compare(ground, text, loss, isLast || plan.acknowledgeFirst)
    if (isLast || plan.acknowledgeFirst) text = undefined
  }
  await ground.close()
  return loss
}

/** What left this process, and what the server said is stored. */
interface Journal {
  id: string
  sent: Set<string>
  acked: Set<string>
  /** Documents of people who come back after a kill with all they wrote; the others begin anew. */
  docs: Y.Doc[]
}

async function killOnce(ground: Ground, journal: Journal, { acknowledgeFirst, random }: Plan): Promise<void> {
  const { where, agreementId } = ground
  const node = await startNode({ where, agreementId, acknowledgeFirst, limits: { ...unhurried, snapshotUpdates: 100 } })
  const writers = await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const stays = person < 2
      const doc = (stays ? journal.docs[person] : undefined) ?? new Y.Doc()
      if (stays) journal.docs[person] = doc
      return joinRaw(node, journal.id, cookieOf(person), { doc, device: crypto.randomUUID(), from: nodeOrigin })
    }),
  )
  const tokens = writers.map(() => new Map<number, string>())
  const until = performance.now() + 20 + random() * 200
  let isOver = false
  const writing = writers.map(async (writer, person) => {
    await Promise.race([writer.hear('ack'), writer.closed]).catch(() => {})
    while (!isOver && writer.socket.readyState === writer.socket.OPEN) {
      const token = `t${journal.sent.size}p${person}`
      journal.sent.add(token)
      write(writer.doc, token)
      tokens[person]!.set(writer.sent, token)
      await (random() < 0.7 ? new Promise(setImmediate) : new Promise((resolve) => setTimeout(resolve, 1)))
    }
  })
  await new Promise((resolve) => setTimeout(resolve, until - performance.now()))
  await node.kill()
  isOver = true
  await Promise.all([...writing, ...writers.map((writer) => writer.closed)])
  for (const [person, writer] of writers.entries())
    for (const token of ackedTokens(writer, tokens[person]!)) journal.acked.add(token)
}

/** Of what this writer sent, what the server said is stored: all up to the number, but what it asked for again. */
function ackedTokens(writer: Raw, tokens: Map<number, string>): string[] {
  const upTo = Math.max(0, ...writer.heard.flatMap((said) => (said.is === 'ack' ? [said.clientSeq] : [])))
  const missed = new Set(
    writer.heard.flatMap((said) => (said.is === 'resync' || said.is === 'refused' ? [said.clientSeq] : [])),
  )
  return [...tokens].flatMap(([number, token]) => (number <= upTo && !missed.has(number) ? [token] : []))
}

async function compare(ground: Ground, journal: Journal, loss: Loss, isLast: boolean): Promise<void> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await readDocument(ground.db.read, journal.id)).update)
  const found =
    doc
      .getXmlFragment('preamble')
      .toString()
      .match(/t\d+p\d+/g) ?? []
  const stored = new Set(found)
  const lost = [...journal.acked].filter((token) => !stored.has(token)).length
  if (isLast || lost > 0) {
    loss.acked += journal.acked.size
    loss.lost += lost
    if (!isLast) journal.acked.clear()
  }
  loss.duplicated += found.length - stored.size
  loss.invented += [...stored].filter((token) => !journal.sent.has(token)).length
  if (isLast && !(await chainHolds(ground, journal.id))) loss.brokenChains++
}

async function chainHolds({ db }: Ground, id: string): Promise<boolean> {
  const rows = await db.read
    .selectFrom('document_update')
    .selectAll()
    .where('document_id', '=', id)
    .orderBy('seq')
    .execute()
  const document = await db.read.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  let head = seedHash(id, 1, Y.encodeStateAsUpdate(new Y.Doc()))
  for (const [i, row] of rows.entries()) {
    const { epoch, seq, device, at, bytes } = row
    const said = { personId: row.person_id, delegationId: row.delegation_id ?? undefined, clientSeq: row.client_seq }
    if (seq !== i + 1 || row.prev_hash !== head) return false
    head = linkHash(head, { documentId: id, epoch, seq, device, at, bytes, ...said })
    if (row.hash !== head) return false
  }
  return document.head_hash === head && document.head_seq === rows.length
}
