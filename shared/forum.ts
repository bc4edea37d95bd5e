import * as z from 'zod/mini'
import { type Day, type Instant, isDay } from './dates.ts'
import type { Moves } from './moves.ts'

export const stages = ['notice', 'disclosure', 'comparison', 'deliberation', 'adoption', 'closed'] as const
export type Stage = (typeof stages)[number]

export type ForumMove = 'disclose' | 'compare' | 'deliberate' | 'adopt' | 'close'

export const forumMoves = {
  disclose: { from: ['notice'], to: 'disclosure' },
  compare: { from: ['disclosure'], to: 'comparison' },
  deliberate: { from: ['comparison'], to: 'deliberation' },
  adopt: { from: ['deliberation'], to: 'adoption' },
  close: { from: ['adoption'], to: 'closed' },
} as const satisfies Moves<Stage, ForumMove>

/** A stage of a forum: the day for which it is planned, and the instant at which it did begin. */
export interface StageDate {
  stage: Stage
  opensOn: Day
  openedAt?: Instant | undefined
}

/** The move that a forum at this stage makes next; none leaves `closed`. */
export const nextMove = (stage: Stage): ForumMove | undefined =>
  (Object.keys(forumMoves) as ForumMove[]).find((move) => (forumMoves[move].from as readonly Stage[]).includes(stage))

export const opensOn = (dates: readonly StageDate[], stage: Stage): Day | undefined =>
  dates.find((date) => date.stage === stage)?.opensOn

/** The one instant at which every filed disclosure became open to all; undefined while they are sealed. */
export const disclosuresOpenedAt = (dates: readonly StageDate[]): Instant | undefined =>
  dates.find((date) => date.stage === 'comparison')?.openedAt

/** Where an agenda item came from. All but `proposed` are inherited: they arrive by themselves and cannot be removed. */
export const origins = [
  'proposed',
  'finding',
  'overdue_commitment',
  'gap',
  'upheld_complaint',
  'strategy',
  'deferred',
] as const
export type Origin = (typeof origins)[number]
export const inherited = (origin: Origin): boolean => origin !== 'proposed'

export const dispositions = ['taken_up', 'merged', 'deferred', 'declined'] as const
export type Disposition = (typeof dispositions)[number]

const day = z.string().check(z.refine(isDay))

export const chainKinds = [
  'commitment',
  'report',
  'finding',
  'reply',
  'gap',
  'explanation',
  'complaint',
  'strategy',
  'item',
  'deferral',
] as const

/** One step on the way by which an item came to a forum: what happened, when, and where it can be read. */
export const chainLink = z.strictObject({
  on: day,
  kind: z.enum(chainKinds),
  title: z.string().check(z.minLength(1), z.maxLength(500)),
  path: z.optional(z.string()),
  note: z.optional(z.string().check(z.maxLength(2000))),
  /** The two axes of a finding, by their codes, never merged into one. */
  implementation: z.optional(z.string()),
  outcome: z.optional(z.string()),
})
export type ChainLink = z.infer<typeof chainLink>

/** What an inherited item brings with it: the chain of its origin, oldest first, and what its room adds for itself. */
export interface OriginDetail extends Record<string, unknown> {
  chain?: ChainLink[] | undefined
}
