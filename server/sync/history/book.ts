import type { Attribution, HistoryChanges, HistoryPoint, HistorySum, Writer } from '../../../shared/history.ts'
import type { Shape } from '../../../shared/live.ts'
import { changesBetween, type Deeds } from './changes.ts'
import { type Lineage, nobodys } from './lineage.ts'
import { beginLineage, type LoggedUpdate, play } from './play.ts'
import { restoration } from './restoring.ts'
import { sumsOf } from './sums.ts'

/** Who wrote, before the names are looked up. */
export type WriterId = Omit<Writer, 'name'>

/** An update of the log, with who made it and when. */
export interface Entry extends LoggedUpdate {
  personId: string
  delegationId: string | undefined
  at: string
}

type Unnamed<Answer extends { writers: Writer[] }> = Omit<Answer, 'writers'> & { writers: WriterId[] }

/** The whole history of one document, as far as it was read. */
export interface Book {
  /** How far it was read; undefined before the first text. */
  read(): HistoryPoint | undefined
  begin(epoch: number, seq: number, seed: Uint8Array): void
  enter(epoch: number, entries: readonly Entry[]): void
  changes(from: HistoryPoint, to: HistoryPoint): Unnamed<HistoryChanges> | undefined
  attribution(): Unnamed<Attribution>
  /** The edit that brings a point back; undefined when the text is as it was, or there is no such point. */
  restoration(
    point: HistoryPoint,
    client: number,
    committed: readonly Uint8Array[],
  ): { base: HistoryPoint; update: Uint8Array | undefined } | undefined
}

export function openBook(shape: Shape): Book {
  const lineages: Lineage[] = []
  const writers: WriterId[] = []
  const numbers = new Map<string, number>()
  /** By the update's number in the log. */
  const deeds: { writer: number; at: string }[] = []

  const writerNumber = ({ personId, delegationId }: WriterId): number => {
    const key = `${personId} ${delegationId ?? ''}`
    const known = numbers.get(key) ?? writers.push({ personId, delegationId }) - 1
    numbers.set(key, known)
    return known
  }
  const of: Deeds = {
    writerOf: (seq) => deeds[seq]?.writer ?? nobodys,
    atOf: (seq) => deeds[seq]?.at ?? '',
  }
  const lineageOf = ({ epoch, seq }: HistoryPoint): Lineage | undefined =>
    lineages.find((lineage) => lineage.epoch === epoch && seq >= lineage.began && seq <= lineage.seq)
  const now = (): Lineage => lineages.at(-1)!

  return {
    read: () => lineages.at(-1) && { epoch: now().epoch, seq: now().seq },
    begin: (epoch, seq, seed) => void lineages.push(beginLineage({ epoch, seq, seed, shape }, lineages.at(-1))),
    enter: (epoch, entries) => {
      for (const { seq, personId, delegationId, at } of entries)
        deeds[seq] = { writer: writerNumber({ personId, delegationId }), at }
      play(lineages.find((lineage) => lineage.epoch === epoch)!, entries)
    },
    changes: (from, to) => {
      const [first, last] = [lineageOf(from), lineageOf(to)]
      if (!first || !last || from.seq > to.seq || from.epoch > to.epoch) return undefined
      const stretches = lineages.slice(lineages.indexOf(first), lineages.indexOf(last) + 1).map((lineage) => {
        const between = {
          lineage,
          from: lineage === first ? from.seq : lineage.began,
          to: lineage === last ? to.seq : lineage.seq,
        }
        const { epoch } = lineage
        const parts = changesBetween(between, shape, of)
        return { from: { epoch, seq: between.from }, to: { epoch, seq: between.to }, parts }
      })
      const sums: HistorySum[] = sumsOf(stretches.flatMap((stretch) => stretch.parts))
      return { from, to, writers, sums, stretches }
    },
    attribution: () => ({ epoch: now().epoch, seq: now().seq, writers, passages: passagesOf(now(), of) }),
    restoration: (point, client, committed) => {
      const lineage = lineageOf(point)
      if (!lineage) return undefined
      const base = { epoch: now().epoch, seq: now().seq }
      return { base, update: restoration(now(), committed, lineage, point.seq, shape, client) }
    },
  }
}

/** Every position with who wrote it, to the minute: what somebody types in a minute is one passage. */
function passagesOf(lineage: Lineage, { writerOf, atOf }: Deeds): Attribution['passages'] {
  const passages: Attribution['passages'] = []
  for (const client of lineage.born.clients()) {
    const end = lineage.born.end(client)
    for (let clock = 0; clock < end; ) {
      const born = lineage.born.at(client, clock)
      const wrote = lineage.wrote.at(client, clock)
      const until = Math.min(born.end, wrote.end, end)
      const seq = wrote.value ?? born.value!
      const passage = { client, clock, length: until - clock, by: writerOf(seq), at: atOf(seq).slice(0, 16) }
      const last = passages.at(-1)
      if (last?.client === client && last.by === passage.by && last.at === passage.at) last.length += passage.length
      else passages.push(passage)
      clock = until
    }
  }
  return passages.map((passage) => ({ ...passage, at: passage.at && `${passage.at}:00.000Z` }))
}
