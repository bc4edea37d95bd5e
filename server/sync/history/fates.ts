import { type Lineage, nobodys } from './lineage.ts'
import type { Piece } from './words.ts'

/** Two points of a lineage, by their updates. */
export interface Between {
  lineage: Lineage
  from: number
  to: number
}

export interface Fate extends Omit<Piece, 'text'> {
  start: number
  end: number
}

/** Whether a position was in the text at a point. */
export function livesAt(lineage: Lineage, seq: number, client: number, clock: number): boolean {
  const born = lineage.born.at(client, clock).value
  const died = lineage.died.at(client, clock).value
  return born !== undefined && born <= seq && (died === undefined || died > seq)
}

/** What became of a run of positions between two points; those that are at neither are left out. */
export function fatesOf(between: Between, client: number, clock: number, length: number): Fate[] {
  const { lineage, from, to } = between
  const fates: Fate[] = []
  for (let at = clock; at < clock + length; ) {
    const born = lineage.born.at(client, at)
    const died = lineage.died.at(client, at)
    const wrote = lineage.wrote.at(client, at)
    let end = Math.min(born.end, died.end, wrote.end, clock + length)
    const inBefore = born.value! <= from && !(died.value !== undefined && died.value <= from)
    const inAfter = born.value! <= to && !(died.value !== undefined && died.value <= to)
    const written = wrote.value ?? born.value!
    if (inBefore && inAfter) fates.push({ is: 'same', start: at, end, by: nobodys, wrote: written, isMoved: false })
    else if (inAfter) {
      const isMoved = wrote.value !== undefined && written <= from
      fates.push({ is: 'in', start: at, end, by: isMoved ? born.value! : written, wrote: written, isMoved })
    } else if (inBefore) {
      const last = lastOf(between, client, at)
      end = Math.min(end, at + last.length)
      fates.push({
        is: 'out',
        start: at,
        end,
        by: last.by ?? died.value!,
        wrote: written,
        isMoved: last.by === undefined,
      })
    }
    at = end
  }
  return fates
}

/** Follows words that were moved to where they were taken out for good; without `by` they still stand somewhere. */
function lastOf({ lineage, to }: Between, client: number, clock: number): { by: number | undefined; length: number } {
  let length = Number.POSITIVE_INFINITY
  for (let at = { client, clock }; ; ) {
    const died = lineage.died.at(at.client, at.clock)
    const carried = lineage.carried.at(at.client, at.clock)
    length = Math.min(length, died.end - at.clock, carried.end - at.clock)
    if (died.value === undefined || died.value > to) return { by: undefined, length }
    const move = carried.value === undefined ? undefined : lineage.moves[carried.value]
    if (!move) return { by: died.value, length }
    at = { client: move.toClient, clock: move.toClock + (at.clock - move.clock) }
  }
}
