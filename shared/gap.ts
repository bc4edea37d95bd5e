import * as z from 'zod/mini'
import { sides } from './agreement.ts'
import type { Charter } from './charter.ts'
import { addDays, type Day } from './dates.ts'
import type { Moves } from './moves.ts'

/**
 * From the proposal that the figures make to where it ends. `proposed` is not stored: it follows from the records. No
 * way leads to `accepted` but through `explained`, and silence (`overdue`) is neither accepted nor refused by itself.
 */
export const gapStates = [
  'proposed',
  'set_aside',
  'confirmed',
  'overdue',
  'explained',
  'accepted',
  'adopting',
  'reported',
  'closed',
] as const
export type GapState = (typeof gapStates)[number]

export type GapMove =
  | 'confirm'
  | 'set_aside'
  | 'lapse'
  | 'explain'
  | 'accept'
  | 'refuse'
  | 'report'
  | 'verify'
  | 'doubt'
  | 'outgrow'

export const gapMoves = {
  confirm: { from: ['proposed'], to: 'confirmed' },
  set_aside: { from: ['proposed'], to: 'set_aside' },
  lapse: { from: ['confirmed'], to: 'overdue' },
  explain: { from: ['confirmed', 'overdue', 'explained'], to: 'explained' },
  accept: { from: ['explained'], to: 'accepted' },
  refuse: { from: ['explained', 'overdue'], to: 'adopting' },
  report: { from: ['adopting'], to: 'reported' },
  verify: { from: ['reported'], to: 'closed' },
  doubt: { from: ['reported'], to: 'adopting' },
  /** A later figure of the team is no longer behind: nobody need be asked. */
  outgrow: { from: ['adopting', 'reported'], to: 'closed' },
} as const satisfies Moves<GapState, GapMove>

/** Stored, and not at its end: what the next forum inherits. */
export const openGapStates = ['confirmed', 'overdue', 'explained', 'adopting', 'reported'] as const
export const isOpen = (state: GapState): boolean => (openGapStates as readonly GapState[]).includes(state)

/** What the voices of the forum are asked about a gap in this state. */
export const questions = ['silence', 'explanation', 'adoption'] as const
export type Question = (typeof questions)[number]
const asked = { overdue: 'silence', explained: 'explanation', reported: 'adoption' } as const
export const questionOf = (state: GapState): Question | undefined =>
  (asked as Partial<Record<GapState, Question>>)[state]

export const voiceAnswers = ['accept', 'refuse'] as const
export type VoiceAnswer = (typeof voiceAnswers)[number]

/** What follows from an answer of the forum. A silence cannot be accepted: there is nothing to accept. */
export type Effect = Extract<GapMove, 'accept' | 'refuse' | 'verify' | 'doubt'>
const effects: Record<Question, Partial<Record<VoiceAnswer, Effect>>> = {
  silence: { refuse: 'refuse' },
  explanation: { accept: 'accept', refuse: 'refuse' },
  adoption: { accept: 'verify', refuse: 'doubt' },
}
export const effectOf = (question: Question, answer: VoiceAnswer): Effect | undefined => effects[question][answer]

/** The charter's rules when the gap was confirmed: a later version does not change who was to decide, or by when. */
export const gapRules = z.strictObject({
  decidedBy: z.enum(['delegations', 'commission', 'reviewers']),
  acceptance: z.enum(['majority', 'every_voice']),
  sides: z.array(z.enum([...sides, 'jurists'])),
  explainDays: z.int(),
  decideDays: z.int(),
  adoptDays: z.int(),
})
export type GapRules = z.infer<typeof gapRules>

/** Employers are among those who decide only where the charter lets them adopt. */
export const gapRulesOf = ({ voice, deadlines }: Pick<Charter, 'voice' | 'deadlines'>): GapRules => ({
  decidedBy: voice.gaps,
  acceptance: voice.gapAcceptance,
  sides: [...sides, 'jurists' as const].filter(
    (side) => side !== 'employers' || voice.employers === 'adopt' || voice.employers === 'not_applicable',
  ),
  explainDays: deadlines.explainDays,
  decideDays: deadlines.gapDecisionDays,
  adoptDays: deadlines.adoptDays,
})

/** The seat through which somebody speaks on a gap. */
export const seatOfVoices = { delegations: 'delegate', commission: 'commission_member', reviewers: 'reviewer' } as const

/**
 * What the voices have decided: accepted with enough of all who may speak, refused once that can no longer be reached.
 * Who says nothing accepts nothing. Undefined while it is open, and where nobody may speak.
 */
export function outcomeOf(
  acceptance: GapRules['acceptance'],
  entitled: number,
  said: readonly VoiceAnswer[],
): VoiceAnswer | undefined {
  if (entitled === 0) return undefined
  const needed = acceptance === 'every_voice' ? entitled : Math.floor(entitled / 2) + 1
  const count = (answer: VoiceAnswer) => said.filter((one) => one === answer).length
  if (count('accept') >= needed) return 'accept'
  return count('refuse') > entitled - needed ? 'refuse' : undefined
}

/** On whom the clock of a gap in this state runs, and for how long; none where nobody is awaited. */
export function clockOf(state: GapState, rules: GapRules): { with: 'team' | 'forum'; days: number } | undefined {
  if (state === 'confirmed') return { with: 'team', days: rules.explainDays }
  if (state === 'adopting') return { with: 'team', days: rules.adoptDays }
  if (state === 'explained' || state === 'reported') return { with: 'forum', days: rules.decideDays }
  return undefined
}

export const dueAfter = (state: GapState, rules: GapRules, today: Day): Day | undefined => {
  const clock = clockOf(state, rules)
  return clock && addDays(today, clock.days)
}

const optionalNumber = z.optional(z.number())
/** One team's figure as it stood when the gap was confirmed, with its uncertainty where that can be told. */
export const gapFigure = z.strictObject({
  /** What is compared: the rate where there is a denominator, else the value. */
  figure: z.number(),
  value: z.number(),
  of: optionalNumber,
  low: optionalNumber,
  high: optionalNumber,
  /** In per cent, as intervals are named: 95. */
  level: optionalNumber,
  note: z.string(),
})
export type GapFigure = z.infer<typeof gapFigure>

/** What a gap rests on, kept as it was: nothing that is disclosed or defined later changes it. */
export const gapFigures = z.strictObject({
  team: gapFigure,
  peer: gapFigure,
  indicator: z.strictObject({
    code: z.string(),
    title: z.string(),
    definition: z.string(),
    unit: z.string(),
    source: z.string(),
    direction: z.enum(['more', 'less']),
    denominator: z.optional(z.string()),
    ratePer: z.int(),
    illustrative: z.boolean(),
  }),
  /** The notes under which the two are comparable; none where they simply are. */
  notes: z.array(z.string()),
})
export type GapFigures = z.infer<typeof gapFigures>

/** How an adoption ended: by a later figure, or by what the forum said. */
export const gapClosing = z.strictObject({
  by: z.enum(['figure', 'forum']),
  at: z.string(),
  forum: z.optional(z.string()),
  period: z.optional(z.string()),
  figure: z.optional(gapFigure),
})
export type GapClosing = z.infer<typeof gapClosing>
