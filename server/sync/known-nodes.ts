import type { Bus } from './bus.ts'
import type { News } from './news.ts'
import { forgetNode, type Shown, shownHere, takeShown } from './presence-elsewhere.ts'
import type { Room } from './room.ts'
import { decodeWord, type Word } from './words.ts'

/** What this node does when another says something, or when nothing can be heard. */
export interface Ears {
  /** The database knows something newer of the document. */
  stale(room: Room): void
  presenceChanged(room: Room): void
  news(news: News): void
  lost(): void
  found(): void
}

/** What is known of the other nodes. */
export interface Known {
  node: string
  bus: Bus
  rooms: ReadonlyMap<string, Room>
  /** When each node was last heard. */
  heardAt: Map<string, number>
  /** Which other nodes have the document open. */
  nodesAt: Map<string, Set<string>>
}

/** Says that the document is open here and who is at it. */
export function meet(known: Known, room: Room, asks: boolean): void {
  announce(known, room, asks)
  sayShown(known, room, shownHere(room.presence))
}

export const announce = ({ bus }: Known, room: Room, asks: boolean): void =>
  bus.say({ is: 'open', document: room.document.id, seq: room.point.seq, asks })

export const sayShown = ({ bus }: Known, room: Room, all: readonly Shown[]): void => {
  for (const shown of all) bus.say({ is: 'shown', document: room.document.id, ...shown })
}

export function hearLine(known: Known, ears: Ears, line: string): void {
  const heard = decodeWord(line)
  if (!heard || heard.node === known.node) return
  const { node, word } = heard
  const isNew = !known.heardAt.has(node)
  known.heardAt.set(node, performance.now())
  if (word.is === 'gone') forget(known, ears, node)
  else if (isNew) for (const room of known.rooms.values()) meet(known, room, true)
  hearWord(known, ears, node, word)
}

function hearWord(known: Known, ears: Ears, from: string, word: Word): void {
  if (word.is === 'sessionEnded') ears.news({ sessionId: word.session })
  else if (word.is === 'seatsChanged') ears.news({ personId: word.person })
  else if ('document' in word) {
    const room = known.rooms.get(word.document)
    if (room) hearOf(room, known, ears, from, word)
  }
}

function hearOf(room: Room, known: Known, ears: Ears, from: string, word: Extract<Word, { document: string }>): void {
  switch (word.is) {
    case 'documentMoved':
      ears.stale(room)
      break
    case 'appended':
      hearPoint(room, ears, word.seq)
      break
    case 'open':
      known.nodesAt.set(word.document, (known.nodesAt.get(word.document) ?? new Set()).add(from))
      if (word.asks) meet(known, room, false)
      hearPoint(room, ears, word.seq)
      break
    case 'shut':
      leave(known, ears, room, from)
      break
    case 'shown':
      takeShown(room.presence, from, word)
      ears.presenceChanged(room)
  }
}

function hearPoint(room: Room, ears: Ears, seq: number): void {
  if (seq > room.point.seq) ears.stale(room)
}

/** The node is gone, or silent for so long that its people are taken to be. */
export function forget(known: Known, ears: Ears, node: string): void {
  known.heardAt.delete(node)
  for (const room of known.rooms.values()) leave(known, ears, room, node)
}

function leave({ nodesAt }: Known, ears: Ears, room: Room, node: string): void {
  if (!nodesAt.get(room.document.id)?.delete(node)) return
  forgetNode(room.presence, node)
  ears.presenceChanged(room)
}
