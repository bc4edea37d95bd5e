import type { Signals } from '../db/signals.ts'
import { openBus } from './bus.ts'
import { announce, type Ears, forget, hearLine, type Known, meet, sayShown } from './known-nodes.ts'
import type { News } from './news.ts'
import { shownSince } from './presence-elsewhere.ts'
import type { Room } from './room.ts'
import type { Word } from './words.ts'

/** The other nodes, as this one knows them. Of a document that only this node has open nothing is said. */
export interface Elsewhere {
  /** Whether the database is silent. */
  isLost(): boolean
  opened(room: Room): void
  appended(room: Room): void
  /** Who is here changed. */
  shown(room: Room): void
  news(news: News): void
  listen(ears: Ears): void
  /** To be called every second or so: signs of life, documents shut meanwhile, nodes that fell silent. */
  tidy(now: number): void
  close(): void
}

const signEveryMs = 3_000
const silentMs = 10_000

export function openElsewhere(signals: Signals, rooms: ReadonlyMap<string, Room>, node: string): Elsewhere {
  const bus = openBus(signals, node)
  const known: Known = { node, bus, rooms, heardAt: new Map(), nodesAt: new Map() }
  const announced = new Set<string>()
  const isElsewhere = (room: Room) => (known.nodesAt.get(room.document.id)?.size ?? 0) > 0
  const shut = (document: string) => {
    announced.delete(document)
    known.nodesAt.delete(document)
    bus.say({ is: 'shut', document })
  }
  let ears: Ears | undefined
  let stop = () => {}
  let isLost = false
  let signedAt = 0

  return {
    isLost: () => isLost,
    opened: (room) => {
      announced.add(room.document.id)
      announce(known, room, true)
    },
    appended: (room) => {
      if (isElsewhere(room)) bus.sayAppended(room.document.id, room.point.seq)
    },
    shown: (room) => {
      const changed = shownSince(room.presence)
      if (isElsewhere(room)) sayShown(known, room, changed)
    },
    news: (news) => bus.say(wordOf(news)),
    listen: (given) => {
      ears = given
      stop = signals.hear({
        line: (line) => hearLine(known, given, line),
        lost: () => {
          isLost = true
          given.lost()
        },
        found: () => {
          isLost = false
          for (const room of rooms.values()) meet(known, room, true)
          given.found()
        },
      })
    },
    tidy: (now) => {
      if (!ears) return
      for (const [other, at] of known.heardAt) if (now - at > silentMs) forget(known, ears, other)
      for (const id of announced) if (!rooms.has(id)) shut(id)
      if (now - signedAt < signEveryMs) return
      signedAt = now
      bus.say({ is: 'here' })
    },
    close: () => {
      bus.say({ is: 'gone' })
      bus.flush()
      stop()
    },
  }
}

const wordOf = (news: News): Word =>
  'documentId' in news
    ? { is: 'documentMoved', document: news.documentId }
    : 'sessionId' in news
      ? { is: 'sessionEnded', session: news.sessionId }
      : { is: 'seatsChanged', person: news.personId }
