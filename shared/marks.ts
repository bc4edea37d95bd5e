import type { Implementation, Outcome } from './commitment.ts'
import type { Stance } from './plan.ts'

/** The mark that stands before the word of a state, the same on every page, with a script or without. */
export type Mark = 'full' | 'half' | 'empty' | 'struck' | 'none' | 'sealed'

export const answerMarks = {
  not_started: 'empty',
  limited: 'half',
  partly: 'half',
  substantial: 'half',
  carried_out: 'full',
  worse: 'struck',
  no_progress: 'empty',
  too_slow: 'half',
  moving: 'half',
  reached: 'full',
  no_data_supplied: 'none',
} as const satisfies Record<Implementation | Outcome, Mark>

export const stanceMarks = { concur: 'full', reserve: 'half', object: 'struck' } as const satisfies Record<Stance, Mark>
