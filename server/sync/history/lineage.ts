import type * as Y from 'yjs'
import type { Runs } from './runs.ts'

/** The number of nobody's update: what the document began with. */
export const nobodys = -1

/**
 * One lineage of a text, played from its log into a document that forgets nothing: for every position the update that
 * put it there, the one that took it out, and the one in which its words were first written.
 */
export interface Lineage {
  epoch: number
  /** The update after which the lineage began, and the last that was played. */
  began: number
  seq: number
  doc: Y.Doc
  born: Runs
  died: Runs
  /** Where that is another update than the one that put it there: the words came from before, or were moved. */
  wrote: Runs
  /** Positions whose words the update that took them out put in elsewhere: the numbers of `moves`. */
  carried: Runs
  moves: Move[]
}

/** What a shared type holds, whatever it is to Yjs: what stands in its list, and under its keys. */
export type Held = Pick<Y.AbstractType<unknown>, '_start' | '_map'>

/** Words of one place that stand at another since. */
export interface Move {
  clock: number
  toClient: number
  toClock: number
}

/** The update in which the words at a position were written. */
export function writtenIn(lineage: Lineage, client: number, clock: number): { seq: number; end: number } {
  const wrote = lineage.wrote.at(client, clock)
  if (wrote.value !== undefined) return { seq: wrote.value, end: wrote.end }
  const born = lineage.born.at(client, clock)
  return { seq: born.value ?? nobodys, end: Math.min(wrote.end, born.end) }
}
