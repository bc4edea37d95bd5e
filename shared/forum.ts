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
