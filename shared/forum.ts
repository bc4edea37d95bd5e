import type { Day, Instant } from './dates.ts'
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
  'criterion',
  'disclosure_fault',
  'deferred',
] as const
export type Origin = (typeof origins)[number]
export const inherited = (origin: Origin): boolean => origin !== 'proposed'
