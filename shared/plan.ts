import * as z from 'zod/mini'
import { canonical } from './canonical.ts'
import { isDay } from './dates.ts'
import { decimalPattern } from './decimal.ts'
import type { Stage } from './forum.ts'
import type { Moves } from './moves.ts'
import { type RichText, richText } from './rich-text.ts'

/** A plan is written, frozen for concurrence as a reading, and in the end locked; what is not concurred in is written on. */
export const planStates = ['drafting', 'reading', 'locked'] as const
export type PlanState = (typeof planStates)[number]
export type PlanMove = 'freeze' | 'reopen' | 'lock'
export const planMoves = {
  freeze: { from: ['drafting'], to: 'reading' },
  reopen: { from: ['reading'], to: 'drafting' },
  lock: { from: ['reading'], to: 'locked' },
} as const satisfies Moves<PlanState, PlanMove>

export const readingStates = ['open', 'void', 'locked'] as const
export type ReadingState = (typeof readingStates)[number]

export const stances = ['concur', 'reserve', 'object'] as const
export type Stance = (typeof stances)[number]
/** Who must speak for a reading to be locked, and what then prevents it: the charter's rules when it was frozen. */
export const readingRules = z.strictObject({
  required: z.array(z.string()),
  reservationPrevents: z.boolean(),
  objectionPrevents: z.boolean(),
})
export type ReadingRules = z.infer<typeof readingRules>

/** Where a reading stands: which required delegations have not spoken, and whose words keep it from being locked. */
export function verdictOn(
  rules: ReadingRules,
  said: readonly { delegationId: string; stance: Stance }[],
): { missing: string[]; preventing: string[] } {
  const stanceOf = (id: string) => said.find((one) => one.delegationId === id)?.stance
  const prevents = (stance: Stance | undefined) =>
    (stance === 'object' && rules.objectionPrevents) || (stance === 'reserve' && rules.reservationPrevents)
  return {
    missing: rules.required.filter((id) => !stanceOf(id)),
    preventing: rules.required.filter((id) => prevents(stanceOf(id))),
  }
}

/** The stages of the forum in which a plan may be written, frozen, spoken on and locked. */
const planStages = {
  edit: ['notice', 'disclosure', 'comparison', 'deliberation', 'adoption'],
  freeze: ['deliberation', 'adoption'],
  concur: ['deliberation', 'adoption'],
  lock: ['adoption'],
} as const satisfies Record<string, readonly Stage[]>

/** Why the forum's stage keeps a plan from this, if it does. */
export function stageRefusal(act: keyof typeof planStages, stage: Stage): 'forum_closed' | 'forum_stage' | undefined {
  if ((planStages[act] as readonly Stage[]).includes(stage)) return undefined
  return stage === 'closed' ? 'forum_closed' : 'forum_stage'
}

/** Who reserves or objects says why: the reason stays attached to the reading for good. */
export const needsReason = (stance: Stance): boolean => stance !== 'concur'

export const decimal = z.string().check(z.regex(decimalPattern))
const day = z.string().check(z.refine(isDay))
const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(500))
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(5000))

/** One measure as it is frozen and locked (B28: action, programme, timetable, indicator; B31: precise enough to verify). */
export const measure = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  title: line,
  text: richText,
  /** The party and its office that answer for it. */
  partyId: z.string().check(z.minLength(1)),
  office: line,
  start: day,
  due: day,
  baseline: decimal,
  /** As of when, or from what, the baseline is: plain words. */
  baselineNote: z.string().check(z.maxLength(500)),
  target: decimal,
  unit: line,
  proof: text,
  resources: z.string().check(z.maxLength(5000)),
  efforts: z.string().check(z.maxLength(5000)),
  excuses: z.string().check(z.maxLength(5000)),
  /** The agenda items that the measure answers. */
  answers: z.array(z.string()),
})
export type Measure = z.infer<typeof measure>

/** The canonical content of a reading. Its hash is SHA-256 over `parley/plan/v1\n` and its RFC 8785 form. */
export const planBody = z.strictObject({
  v: z.literal(1),
  title: line,
  periodFrom: day,
  periodUntil: day,
  preamble: richText,
  measures: z.array(measure).check(z.minLength(1), z.maxLength(200)),
})
export type PlanBody = z.infer<typeof planBody>

export const planHashTag = 'parley/plan/v1\n'
export const measureHashTag = 'parley/measure/v1\n'

/** The exact text whose SHA-256 is a reading's sum: the server and each browser digest it for themselves. */
export const hashedPlan = (body: PlanBody): string => planHashTag + canonical(body)
export const hashedMeasure = (of: Measure): string => measureHashTag + canonical(of)

/** A measure as it stands in the live text: whatever was typed so far. */
export interface DraftMeasure extends Omit<Measure, 'text'> {
  /** Undefined when the live text holds what no editor of ours writes. */
  text: RichText | undefined
}

/** A plan as it stands in the live text. `shared/gate.ts` says what it lacks to become a `PlanBody`. */
export interface DraftPlan {
  title: string
  periodFrom: string
  periodUntil: string
  preamble: RichText | undefined
  measures: DraftMeasure[]
}

/** The entries of a measure, and of the plan itself, that are plain strings in the live text. */
export const measureFields = [
  'title',
  'partyId',
  'office',
  'start',
  'due',
  'baseline',
  'baselineNote',
  'target',
  'unit',
  'proof',
  'resources',
  'efforts',
  'excuses',
] as const satisfies readonly (keyof DraftMeasure)[]
export type MeasureField = (typeof measureFields)[number]
export const metaFields = ['title', 'periodFrom', 'periodUntil'] as const
export type MetaField = (typeof metaFields)[number]

/** What the secretariat says to open a plan. */
export const newPlan = z
  .strictObject({ title: line, periodFrom: day, periodUntil: day })
  .check(z.refine((plan) => plan.periodFrom < plan.periodUntil, { path: ['periodUntil'], error: 'dates_out_of_order' }))
export type NewPlan = z.infer<typeof newPlan>

/** What a delegation says on a reading; `hash` is the sum of the text that its delegate was shown. */
export const statement = z.strictObject({
  stance: z.enum(stances),
  reason: z.string().check(z.trim(), z.maxLength(5000)),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type Statement = z.infer<typeof statement>
