import * as z from 'zod/mini'
import type { SeatKind } from './agreement.ts'
import type { Charter } from './charter.ts'
import { addDays, type Day, dayOf, type Instant } from './dates.ts'
import { sections } from './disclosure.ts'
import { evidence } from './evidence.ts'
import type { Moves } from './moves.ts'
import { words } from './words.ts'

/**
 * Late, missing and incomplete disclosures are findings that the clock makes; that one is false is alleged by people, with
 * evidence (R101).
 */
export const faultKinds = ['late', 'missing', 'incomplete', 'false'] as const
export type FaultKind = (typeof faultKinds)[number]

/** What the clock found needs no decision; what people allege is decided by those whom the charter names. */
export const faultStates = ['recorded', 'alleged', 'confirmed', 'dismissed'] as const
export type FaultState = (typeof faultStates)[number]

export const faultMoves = {
  confirm: { from: ['alleged'], to: 'confirmed' },
  dismiss: { from: ['alleged'], to: 'dismissed' },
} as const satisfies Moves<FaultState, 'confirm' | 'dismiss'>
export type FaultMove = keyof typeof faultMoves

/** What of a disclosure is said to be false. */
export const faultParts = ['records', 'method', ...sections] as const
export type FaultPart = (typeof faultParts)[number]

/** The seat that judges an alleged falsehood; nobody of the team's own party does (R50). */
export const judgeOf = (charter: Charter): SeatKind =>
  (({ monitor: 'monitor', commission: 'commission_member', reviewers: 'reviewer' }) as const)[charter.voice.disclosures]

/** So long the team is heard before anything is decided. */
export const heardUntil = (allegedAt: Instant, replyDays: number): Day => addDays(dayOf(allegedAt), replyDays)

export const allegation = z.strictObject({
  part: z.enum(faultParts),
  statement: words(5000),
  /** Nothing is alleged without something that shows it. */
  evidence: z.array(evidence).check(z.minLength(1), z.maxLength(30)),
})
export type Allegation = z.infer<typeof allegation>

export const faultReply = z.strictObject({ reply: words(10_000) })
export const faultDecision = z.strictObject({ move: z.enum(['confirm', 'dismiss']), reasons: words(5000) })
export type FaultDecision = z.infer<typeof faultDecision>

/** What the clock notes beside a fault: by how many days it was late, or what was left empty. */
export const faultDetail = z.strictObject({
  days: z.optional(z.int()),
  empty: z.optional(z.array(z.string())),
  part: z.optional(z.enum(faultParts)),
})
export type FaultDetail = z.infer<typeof faultDetail>
