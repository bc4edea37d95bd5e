import * as Y from 'yjs'
import { type Lineage, writtenIn } from './lineage.ts'

/** What Yjs took out, by client. */
export type Deaths = Map<number, { clock: number; len: number }[]>

/** What one update did: the positions each client had before it, and what it took out. */
interface Deed {
  seq: number
  before: ReadonlyMap<number, number>
  deaths: Deaths
}

interface Piece {
  client: number
  clock: number
  length: number
}

/** Characters beside each other that an update put in, or took out. */
interface Passage {
  text: string
  pieces: Piece[]
  /** The text that holds it came, or went, as a whole. */
  isWhole: boolean
}

/** Shorter passages are the same by chance, unless a whole paragraph came or went with them. */
const shortest = 4

/**
 * Words that one and the same update took out in one place and put in at another, letter by letter, were moved and not
 * written: an editor does so with the rest of a paragraph that is broken in two, with two that are joined, and with one
 * that becomes a heading or the entry of a list. Who moved them does not become their writer.
 */
export function noteMoves(lineage: Lineage, deed: Deed): void {
  const { came, went } = passagesOf(lineage, deed)
  const sources = Map.groupBy(went, (passage) => passage.text)
  for (const passage of came) {
    const waiting = sources.get(passage.text)
    const at = waiting?.findIndex((one) => passage.text.length >= shortest || one.isWhole || passage.isWhole) ?? -1
    if (at < 0) continue
    const [source] = waiting!.splice(at, 1)
    carry(lineage, source!.pieces, lineage, passage.pieces)
  }
}

function passagesOf(lineage: Lineage, deed: Deed): { came: Passage[]; went: Passage[] } {
  const came: Passage[] = []
  const went: Passage[] = []
  const gone = new Map([...deed.deaths].map(([client, runs]) => [client, new Set(runs.map((run) => run.clock))]))
  const isNew = (item: Y.Item) => item.id.clock >= (deed.before.get(item.id.client) ?? Number.POSITIVE_INFINITY)
  const isGone = (item: Y.Item) => item.deleted && gone.get(item.id.client)?.has(item.id.clock) === true
  for (const text of touchedTexts(lineage, deed)) {
    const holder = text._item
    const isWhole = holder !== null && (isNew(holder) || isGone(holder))
    const put = collector(came, isWhole)
    const taken = collector(went, isWhole)
    for (let item = text._start; item; item = item.right) {
      if (!(item.content instanceof Y.ContentString)) continue
      const wasThere = !isNew(item) && (!item.deleted || isGone(item))
      if (wasThere) isGone(item) ? taken.add(item) : taken.stop()
      if (!item.deleted) isNew(item) ? put.add(item) : put.stop()
    }
  }
  return { came, went }
}

function collector(into: Passage[], isWhole: boolean) {
  let open: Passage | undefined
  return {
    add: (item: Y.Item) => {
      if (!open) {
        open = { text: '', pieces: [], isWhole }
        into.push(open)
      }
      open.text += (item.content as Y.ContentString).str
      open.pieces.push({ client: item.id.client, clock: item.id.clock, length: item.length })
    },
    stop: () => {
      open = undefined
    },
  }
}

/** The texts in which the update put or took characters, in the order in which they are met. */
function touchedTexts({ doc }: Lineage, { before, deaths }: Deed): Set<Y.AbstractType<unknown>> {
  const texts = new Set<Y.AbstractType<unknown>>()
  const look = (client: number, from: number, until: number) => {
    const structs = doc.store.clients.get(client) ?? []
    if (from >= until) return
    for (let i = Y.findIndexSS(structs, from); i < structs.length && structs[i]!.id.clock < until; i++) {
      const item = structs[i]!
      if (item instanceof Y.Item && item.content instanceof Y.ContentString)
        texts.add(item.parent as Y.AbstractType<unknown>)
    }
  }
  for (const [client, from] of before) look(client, from, Y.getState(doc.store, client))
  for (const [client, runs] of deaths) for (const run of runs) look(client, run.clock, run.clock + run.len)
  return texts
}

/** Gives the writers of the one to the other, position by position. */
function carry(earlier: Lineage, from: readonly Piece[], lineage: Lineage, to: readonly Piece[]): void {
  let source = 0
  let used = 0
  for (const { client, clock, length } of to) {
    for (let done = 0; done < length; ) {
      const piece = from[source]!
      const written = writtenIn(earlier, piece.client, piece.clock + used)
      const step = Math.min(length - done, piece.length - used, written.end - (piece.clock + used))
      lineage.wrote.add(client, clock + done, step, written.seq)
      if (earlier === lineage) {
        lineage.moves.push({ clock: piece.clock + used, toClient: client, toClock: clock + done })
        lineage.carried.add(piece.client, piece.clock + used, step, lineage.moves.length - 1)
      }
      done += step
      used += step
      if (used === piece.length) {
        source++
        used = 0
      }
    }
  }
}

/** Where a text is begun anew with words of the one before: paragraphs that are the same keep their writers. */
export function noteSameTexts(earlier: Lineage, lineage: Lineage): void {
  const sources = Map.groupBy(textsOf(earlier.doc), (passage) => passage.text)
  for (const passage of textsOf(lineage.doc)) {
    const source = sources.get(passage.text)?.shift()
    if (source && passage.pieces.every((piece) => earlier.born.end(piece.client) <= piece.clock))
      carry(earlier, source.pieces, lineage, passage.pieces)
  }
}

function textsOf(doc: Y.Doc): Passage[] {
  const passages: Passage[] = []
  for (const structs of doc.store.clients.values())
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentType)) continue
      if (!(item.content.type instanceof Y.XmlText)) continue
      const put = collector(passages, true)
      for (let inner = item.content.type._start; inner; inner = inner.right)
        if (!inner.deleted && inner.content instanceof Y.ContentString) put.add(inner)
    }
  return passages
}
