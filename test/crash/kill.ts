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
 * back would heal a loss. On PostgreSQL every fifth time the database is killed first, and the server while it is gone or
 * just back. The control acknowledges before it commits and must lose something.
 */
export async function run(asked: Asked): Promise<Findings> {
  const { quick, say } = asked
  const random = chance(asked.seed)
  const goal = quick ? { kills: 10, acked: 1_000 } : { kills: 500, acked: 250_000 }
  const ours = await killAgain(asked, {
    kills: goal.kills * 2,
    enough: ({ kills, acked }) => kills >= goal.kills && acked >= goal.acked,
    acknowledgeFirst: false,
    random,
    say,
  })
  say(`ours: ${ours.acked} acknowledged, ${ours.lost} lost, ${ours.duplicated} twice, in ${ours.kills} kills`)
  const control = await killAgain(asked, {
    kills: quick ? 60 : 200,
    enough: (loss) => loss.lost > 0,
    acknowledgeFirst: true,
    random,
    say,
  })
  say(`control: ${control.acked} acknowledged, ${control.lost} lost, in ${control.kills} kills`)
  return {
    figures: {
      kills: ours.kills,
      databaseKills: ours.databaseKills,
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
      enoughWasRisked: ours.kills >= goal.kills && ours.acked >= goal.acked,
      nothingAcknowledgedIsLost: ours.lost === 0,
      nothingIsStoredTwice: ours.duplicated === 0,
      nothingIsInvented: ours.invented === 0,
      everyChainHolds: ours.brokenChains === 0,
      theControlLosesSomething: control.lost > 0,
    },
  }
}

export interface Loss {
  kills: number
  databaseKills: number
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
  say?(line: string): void
}

/** Kills on one document: then it is long enough, and the next is begun. */
const killsPerText = 10
const people = 5

export async function killAgain(asked: Pick<Asked, 'engine'>, plan: Plan): Promise<Loss> {
  const ground = await openGround(asked.engine, { durable: true })
  const loss: Loss = { kills: 0, databaseKills: 0, acked: 0, lost: 0, duplicated: 0, invented: 0, brokenChains: 0 }
  let text: Journal | undefined
  while (loss.kills < plan.kills && !plan.enough(loss)) {
    text ??= { id: await ground.newText(), sent: new Set(), acked: new Set(), docs: [] }
    const killsDatabase = ground.postgres !== undefined && !plan.acknowledgeFirst && loss.kills % 5 === 4
    await killOnce(ground, text, plan, killsDatabase)
    loss.kills++
    if (killsDatabase) loss.databaseKills++
    if (loss.kills % 50 === 0) plan.say?.(`${loss.kills} kills: ${loss.acked} acknowledged, ${loss.lost} lost`)
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

async function killOnce(
  ground: Ground,
  journal: Journal,
  { acknowledgeFirst, random }: Plan,
  killsDatabase: boolean,
): Promise<void> {
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
  await pause(40 + random() * 600)
  const database = killsDatabase ? await killDatabase(ground, random) : undefined
  await node.kill()
  isOver = true
  await database?.back
  await Promise.all([...writing, ...writers.map((writer) => writer.closed)])
  for (const [person, writer] of writers.entries())
    for (const token of ackedTokens(writer, tokens[person]!)) journal.acked.add(token)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Kills the whole database, or one of its processes, while people write on for a while; `back` is when it answers again. */
async function killDatabase({ postgres, db }: Ground, random: () => number): Promise<{ back: Promise<void> }> {
  if (random() < 0.5) {
    await postgres!.kill()
    const back = postgres!.start()
    await pause(random() * 500)
    return { back }
  }
  await postgres!.killBackend()
  await pause(random() * 500)
  return { back: untilReadable(db) }
}

/** A database that recovers refuses connections for a moment. */
async function untilReadable(db: Ground['db']): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await db.read.selectFrom('document').select('id').limit(1).execute()
      return
    } catch (error) {
      if (attempt > 300) throw error
      await pause(50)
    }
  }
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
  if (ground.postgres) await untilReadable(ground.db) // a pool learns of cut connections when it uses them
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

export async function chainHolds({ db }: Pick<Ground, 'db'>, id: string): Promise<boolean> {
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
