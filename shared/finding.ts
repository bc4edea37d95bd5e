import * as z from 'zod/mini'
import { canonical } from './canonical.ts'
import { claims, implementations, outcomes } from './commitment.ts'
import { type Day, dayOf, type Instant, isDay } from './dates.ts'
import { evidence, type WeighedEvidence, weighedEvidence } from './evidence.ts'
import { decimal } from './plan.ts'
import type { RefusalCode } from './refusals.ts'
import { needs, someWords, words } from './words.ts'

/** A value in the unit that the commitment's text locks, and the day that it describes. */
export const datedValue = z.strictObject({ value: decimal, asOf: z.string().check(z.refine(isDay)) })
export type DatedValue = z.infer<typeof datedValue>

/** What a delegate of the responsible party files. */
export const newReport = z.strictObject({
  claim: z.enum(claims),
  text: words(10_000),
  figure: z.optional(datedValue),
  evidence: z.array(evidence).check(z.maxLength(50)),
  /** Said in demonstrations of what no source tells; a real agreement does not keep it. */
  illustrative: z.optional(z.boolean()),
})
export type NewReport = z.infer<typeof newReport>

/** What the monitor publishes: each question answered by itself, and what the answers rest on. */
export const newFinding = z.strictObject({
  implementation: z.strictObject({ answer: z.enum(implementations), text: words(10_000) }),
  outcome: z.strictObject({ answer: z.enum(outcomes), text: words(10_000) }),
  figure: z.optional(datedValue),
  method: words(5000),
  evidence: z.array(weighedEvidence).check(z.maxLength(50)),
  illustrative: z.optional(z.boolean()),
})
export type NewFinding = z.infer<typeof newFinding>

export const axes = ['implementation', 'outcome'] as const
export type Axis = (typeof axes)[number]

export interface EvidenceGap {
  code: Extract<RefusalCode, 'evidence_needed' | 'evidence_one_sided'>
  axis: Axis
}

/**
 * What a finding lacks: each answer rests on evidence, and never on the word of the party alone (B50). That no data were
 * supplied is an answer of its own and needs none (B51).
 */
export function evidenceGap(finding: Pick<NewFinding, Axis | 'evidence'>): EvidenceGap | undefined {
  for (const axis of axes) {
    if (finding[axis].answer === 'no_data_supplied') continue
    const bearing = finding.evidence.filter((item) => bearsOn(item, axis))
    if (bearing.length === 0) return { code: 'evidence_needed', axis }
    if (bearing.every((item) => item.provenance === 'party')) return { code: 'evidence_one_sided', axis }
  }
  return undefined
}

export const bearsOn = (item: Pick<WeighedEvidence, 'bearsOn'>, axis: Axis): boolean =>
  item.bearsOn === 'both' || item.bearsOn === axis

/** The figure that the monitor gave last by a day, else the party's own, which is said to be that; a silence is no zero. */
export function latestFigure(
  said: {
    findings: readonly { figure?: DatedValue | undefined; publishedAt: Instant }[]
    reports: readonly { figure?: DatedValue | undefined; at: Instant }[]
  },
  day: Day,
): (DatedValue & { by: 'monitor' | 'party' }) | undefined {
  const found = said.findings.findLast((one) => one.figure && dayOf(one.publishedAt) <= day)?.figure
  if (found) return { ...found, by: 'monitor' }
  const reported = said.reports.findLast((one) => one.figure && dayOf(one.at) <= day)?.figure
  return reported && { ...reported, by: 'party' }
}

export const replyStances = ['agrees', 'agrees_in_part', 'disagrees'] as const
export type ReplyStance = (typeof replyStances)[number]

const answer = z
  .strictObject({ stance: z.enum(replyStances), text: someWords(10_000) })
  .check(needs('text', (said) => said.stance !== 'agrees' && said.text === ''))

/** What the responsible party says to a finding, question by question; who does not agree says why. */
export const newReply = z.strictObject({ implementation: answer, outcome: answer })
export type NewReply = z.infer<typeof newReply>

/** The exact text whose SHA-256 stands in the act of what was filed: that it is what is read can be shown at any time. */
export const hashedStatement = (kind: 'report' | 'finding' | 'reply', content: Record<string, unknown>): string =>
  `parley/${kind}/v1\n${canonical(content)}`
