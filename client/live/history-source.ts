import type { HistoryChanges, HistoryPart, HistoryPoint, Naming, PointHere } from '../../shared/history.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import type { Words } from './history-words.ts'

/** The history of one text, as its room asks for it. */
export interface HistorySource {
  points(): Promise<PointHere[]>
  changes(from: HistoryPoint, to: HistoryPoint): Promise<HistoryChanges>
  name(naming: Naming): Promise<unknown>
  restore(point: HistoryPoint): Promise<unknown>
  /** Why this person may not, if not. */
  nameRefusal(): RefusalCode | undefined
  restoreRefusal(): RefusalCode | undefined
}

export type EntryPart = Extract<HistoryPart, { is: 'entry' }>
export type ValuePart = Extract<HistoryPart, { is: 'value' }>

/** How a room names the parts of its texts. */
export interface HistoryNames {
  root(name: string): string
  /** An entry of a list, such as a measure. */
  entry(entry: EntryPart): string
  /** What became of the entry beside its words, in words: put in, taken out, moved. */
  state(entry: EntryPart, values: readonly ValuePart[]): string | undefined
  /** A value by its key; undefined where it says nothing to people. */
  value(key: string): string | undefined
  /** How a value reads. */
  said(key: string, value: unknown): string
  /** Whether it is compared word by word. */
  isWords(key: string): boolean
}

export type { Words }
