import * as Y from 'yjs'
import { startTally, type Tally } from '../../client/live/tally.ts'
import { joinRaw, type Raw } from '../sync/hall.ts'
import { cookieOf, type Node, nodeOrigin } from '../sync/nodes.ts'
import { write } from '../sync/texts.ts'

/** What left this process for one document, and what a screen called saved. */
export interface Journal {
  id: string
  sent: Set<string>
  saved: Set<string>
}

/**
 * A person who writes on and on, and comes back, to whichever node is there, when the connection breaks. `forgets`: then
 * with an empty machine, so that nothing of a loss is healed by who wrote it.
 */
export interface Writer {
  /** How many edits a screen of ours would call saved, by the client's own count. */
  savedCount(): number
  sentCount(): number
  stop(): Promise<void>
}

export interface Cluster {
  /** The node to go to next; undefined while there is none. */
  next(): Pick<Node, 'url'> | undefined
}

const openMs = 3_000
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export function startWriter(
  cluster: Cluster,
  journal: Journal,
  { person, forgets, random }: { person: number; forgets: boolean; random: () => number },
): Writer {
  let isOver = false
  let before = { sent: 0, saved: 0 }
  let life = begin()
  const connections = (async () => {
    while (!isOver) {
      const node = cluster.next()
      const raw = node && (await connect(node, journal.id, person, life))
      if (!raw) {
        await pause(50 + random() * 100)
        continue
      }
      await writeUntilClosed(raw)
      if (forgets && !isOver) {
        keep(life, journal)
        before = { sent: before.sent + life.tokens.length, saved: before.saved + savedOf(life) }
        life = begin()
      }
    }
  })()

  async function writeUntilClosed(raw: Raw): Promise<void> {
    const closed = raw.closed.then(() => {})
    await Promise.race([raw.hear('ack').catch(() => {}), closed])
    while (!isOver && raw.socket.readyState === raw.socket.OPEN) {
      const token = `t${journal.sent.size}p${person}`
      journal.sent.add(token)
      life.tokens.push(token)
      write(life.doc, token)
      await Promise.race([pause(20 + random() * 40), closed])
    }
    if (isOver) return
    await closed
  }

  return {
    savedCount: () => before.saved + savedOf(life),
    sentCount: () => before.sent + life.tokens.length,
    stop: async () => {
      isOver = true
      life.raw?.socket.terminate()
      await connections
      keep(life, journal)
    },
  }
}

interface Life {
  doc: Y.Doc
  device: string
  tally: Tally
  next: number
  tokens: string[]
  raw: Raw | undefined
}

function begin(): Life {
  const doc = new Y.Doc()
  const tally = startTally()
  const life: Life = { doc, tally, device: crypto.randomUUID(), next: 1, tokens: [], raw: undefined }
  // Before any connection hears of it: what it sends is counted already.
  doc.on('update', (_update: Uint8Array, by: unknown) => by !== life.raw && tally.edited())
  return life
}

const savedOf = ({ tokens, tally }: Life): number => tokens.length - tally.waiting()

/** An acknowledgement covers everything up to it, so what is saved is the beginning of what was written. */
function keep(life: Life, journal: Journal): void {
  for (const token of life.tokens.slice(0, savedOf(life))) journal.saved.add(token)
}

async function connect(node: Pick<Node, 'url'>, id: string, person: number, life: Life): Promise<Raw | undefined> {
  const { doc, device, tally } = life
  tally.connected()
  const joined = joinRaw(node, id, cookieOf(person), {
    doc,
    device,
    next: life.next,
    from: nodeOrigin,
    sending: (catchesUp) => tally.sent(life.next++, catchesUp ? 'whole' : 'change'),
    hearing: (said) => {
      if (said.is === 'ack') tally.acknowledged(said.clientSeq)
      else if (said.is === 'resync' || said.is === 'refused') tally.missed(said.clientSeq)
    },
    joining: (raw) => {
      life.raw = raw
    },
  })
  const raw = await Promise.race([joined, pause(openMs)])
  if (raw && raw.socket.readyState === raw.socket.OPEN) return raw
  life.raw?.socket.terminate()
  return undefined
}
