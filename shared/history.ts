import * as z from 'zod/mini'
import type { Instant } from './dates.ts'

/** A point of a live document's history: everything up to the update `seq` of that lineage. */
export const point = z.strictObject({ epoch: z.int().check(z.positive()), seq: z.int().check(z.nonnegative()) })
export type HistoryPoint = z.infer<typeof point>

/** As an address holds it: `1.240`. */
export const pointText = ({ epoch, seq }: HistoryPoint): string => `${epoch}.${seq}`
export function readPoint(text: string | undefined): HistoryPoint | undefined {
  const [, epoch, seq] = /^([1-9]\d{0,8})\.(0|[1-9]\d{0,14})$/.exec(text ?? '') ?? []
  return epoch === undefined ? undefined : { epoch: Number(epoch), seq: Number(seq) }
}

/** Two points as an address holds them. */
export function readStretch(text: unknown): [HistoryPoint, HistoryPoint] | undefined {
  const [from, to] = typeof text === 'string' ? text.split('~').map(readPoint) : []
  return from && to && [from, to]
}

const pointWritten = z.pipe(
  z.string().check(z.refine((text) => readPoint(text) !== undefined)),
  z.transform((text) => readPoint(text)!),
)
/** From which point to which: what an address asks. */
export const stretchAsked = z.object({ from: pointWritten, to: pointWritten })

/** What a version is called; the point is the text as it is committed where none is given. */
export const naming = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  point: z.optional(point),
})
export type Naming = z.infer<typeof naming>

/** To which point the text is to be brought back. */
export const restoring = z.strictObject({ point })

/** Who wrote, and for which delegation at that time: as the server's log says. */
export interface Writer {
  personId: string
  name: string
  delegationId?: string | undefined
}

/** A point with what it is: a version that somebody named, a text brought back, a day's last edit, or how it began. */
export interface PointHere extends HistoryPoint {
  is: 'began' | 'day' | 'named' | 'restored' | 'reading' | 'now'
  at: Instant
  /** The number of a reading. */
  number?: number | undefined
  /** The name of a version. */
  name?: string | undefined
  /** Who named it or brought it back. */
  by?: Writer | undefined
  /** Which point was brought back. */
  of?: HistoryPoint | undefined
  /** Of a day: how many edits, and by whom. */
  edits?: number | undefined
  writers?: Writer[] | undefined
}

/**
 * A passage of one person's: `length` positions of the Yjs client, from `clock` on. By whom: an index of `writers`, or
 * -1 for the text that the document began with. To the minute.
 */
export interface Attribution {
  epoch: number
  seq: number
  writers: Writer[]
  passages: { client: number; clock: number; length: number; by: number; at: Instant }[]
}

/** A run of words: of both points, or only of the later (`in`) or the earlier (`out`). */
export interface HistoryRun {
  is: 'same' | 'in' | 'out'
  text: string
  /** Who put it in or took it out; an index of `writers`, -1 where nobody's (the text began anew). */
  by?: number | undefined
  at?: Instant | undefined
  /** Who had written what was taken out or moved. */
  of?: number | undefined
  /** It stands elsewhere at the other point, word for word: moved in one edit, not written. */
  moved?: true | undefined
}

export interface HistoryParagraph {
  is: 'same' | 'in' | 'out' | 'changed' | 'restyled'
  /** What kind of block it is, as the editor calls it. */
  kind: string
  runs: HistoryRun[]
  /** Who set it in another way, where it is `restyled`. */
  by?: number | undefined
  at?: Instant | undefined
}

/** Where something stands: a root's name, then keys, and for an entry of a list its own id. */
export type HistoryPath = string[]

export type HistoryPart =
  | { is: 'text'; path: HistoryPath; paragraphs: HistoryParagraph[] }
  /** A value: what stood there, and what each person in turn made of it. */
  | { is: 'value'; path: HistoryPath; before: unknown; steps: { by: number; at: Instant; value: unknown }[] }
  /** An entry of a list, with its plain values at either point; its texts and changed values follow as parts of their own. */
  | {
      is: 'entry'
      path: HistoryPath
      change: 'same' | 'in' | 'out'
      by?: number | undefined
      at?: Instant | undefined
      before: Record<string, unknown>
      after: Record<string, unknown>
    }

/** What one person did between two points, counted. */
export interface HistorySum {
  by: number
  wordsIn: number
  wordsOut: number
  wordsMoved: number
  values: number
}

/** What changed within one lineage of the text. */
export interface HistoryStretch {
  from: HistoryPoint
  to: HistoryPoint
  parts: HistoryPart[]
}

export interface HistoryChanges {
  from: HistoryPoint
  to: HistoryPoint
  writers: Writer[]
  sums: HistorySum[]
  /** One, but where the text was begun anew in between. */
  stretches: HistoryStretch[]
}
