import * as z from 'zod/mini'
import { sides } from './agreement.ts'

/** The works that templates are taken from; a rule's basis names a line of one of them. */
export const works = ['ldc', 'commission'] as const
export const templateIds = ['ldc', 'us-cambodia', 'bilateral-commission'] as const
export type TemplateId = (typeof templateIds)[number]

/**
 * The rules that are a choice, with what may be chosen. The places where the two works conflict are all here, so that one
 * charter schema holds either answer; `not_applicable` is an answer of its own.
 */
export const choices = {
  'cadence.agenda': ['labour_standards', 'benchmarks', 'programme', 'enforcement_records', 'open'],
  'delegations.sides': sides,
  'concurrence.required': ['every_delegation', 'every_party', 'workers_and_jurists'],
  'voice.employers': ['submit', 'deliberate', 'adopt', 'not_applicable'],
  'voice.recusal': ['own_compliance', 'not_applicable'],
  'voice.gaps': ['delegations', 'commission', 'reviewers'],
  'voice.gapAcceptance': ['majority', 'every_voice'],
  'voice.disclosures': ['monitor', 'commission', 'reviewers'],
  'monitor.composition': ['neutral_accepted', 'independent_participatory', 'not_applicable'],
  'compliance.standard': ['agreed_measures', 'criteria_most_protective', 'substantial_compliance', 'not_applicable'],
  'compliance.counts': ['effort', 'result', 'both', 'not_applicable'],
  'compliance.strengthening': ['at_round_boundary', 'never_weakened', 'not_applicable'],
  'compliance.depth': ['goals', 'actions', 'restructuring', 'not_applicable'],
  'compliance.budgetExcuse': ['admissible_in_plan', 'inadmissible', 'not_applicable'],
  'withdrawal.trigger': ['best_efforts_ceased', 'criterion_unmet', 'not_applicable'],
  'withdrawal.ownTrigger': ['negative_review_or_deterioration', 'not_applicable'],
  'withdrawal.decidedBy': ['granting_party', 'commission', 'not_applicable'],
  'withdrawal.discretion': ['none', 'reasoned', 'full', 'not_applicable'],
  'withdrawal.review': ['withdrawal', 'refusal', 'both', 'not_applicable'],
  'withdrawal.waiver': ['none', 'legislature_vote', 'not_applicable'],
  'complaint.effect': ['agenda_item', 'binding_case', 'not_applicable'],
  'complaint.settlement': ['closes_case', 'panel_still_rules', 'not_applicable'],
  'benefit.kind': ['quota', 'tariff', 'other_concession', 'stability', 'sanctions_and_benefits'],
  'benefit.endings': [
    'best_efforts_ceased',
    'criterion_unmet',
    'negative_review',
    'significant_deterioration',
    'scheme_ended',
  ],
  'benefit.sizing': ['small_stakes_suffice', 'full_remediation', 'not_applicable'],
  'benefit.targets': ['party', 'sector', 'firm', 'buyer'],
  'benefit.gate': ['monitored_firms_only', 'not_applicable'],
  'benefit.financing': ['recipient_seeks_partner_supports', 'not_applicable'],
  'publicity.firms': ['aggregate', 'named_after_second_inspection', 'immediate', 'not_applicable'],
  'publicity.disclosed': ['method', 'successes', 'failures', 'budget', 'staff', 'procedures', 'actions'],
} as const

/** The rules that are a number, with the least and the most that make sense. */
export const counts = {
  'cadence.foraPerYear': [1, 12],
  'cadence.monthsBetween': [1, 60],
  'stageDays.notice': [1, 366],
  'stageDays.disclosure': [1, 366],
  'stageDays.comparison': [1, 366],
  'stageDays.deliberation': [1, 366],
  'stageDays.adoption': [1, 366],
  'deadlines.replyDays': [1, 366],
  'deadlines.reportEveryMonths': [1, 24],
  'deadlines.hearingDays': [1, 366],
  'deadlines.opinionDays': [1, 366],
  'deadlines.explainDays': [1, 366],
  'deadlines.gapDecisionDays': [1, 366],
  'deadlines.adoptDays': [1, 366],
  'publicity.smallestCount': [1, 100],
} as const

const one = <Key extends keyof typeof choices>(key: Key) => z.enum(choices[key])
const some = <Key extends keyof typeof choices>(key: Key) =>
  z.array(z.enum(choices[key])).check(
    z.minLength(1),
    z.refine((list) => new Set(list).size === list.length),
  )
const count = (key: keyof typeof counts) => z.int().check(z.minimum(counts[key][0]), z.maximum(counts[key][1]))
const monthDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/))

const groups = {
  cadence: z.strictObject({
    foraPerYear: count('cadence.foraPerYear'),
    monthsBetween: count('cadence.monthsBetween'),
    agenda: some('cadence.agenda'),
  }),
  /** The sides of which each party sends a delegation; jurists sit for no party. */
  delegations: z.strictObject({ sides: some('delegations.sides'), jurists: z.boolean() }),
  concurrence: z.strictObject({
    required: one('concurrence.required'),
    reservationPrevents: z.boolean(),
    objectionPrevents: z.boolean(),
  }),
  /** Who decides on gaps came after the first agreements: a charter that says nothing of it has the usual answer. */
  voice: z.strictObject({
    employers: one('voice.employers'),
    recusal: one('voice.recusal'),
    gaps: z._default(one('voice.gaps'), 'delegations'),
    gapAcceptance: z._default(one('voice.gapAcceptance'), 'majority'),
    disclosures: z._default(one('voice.disclosures'), 'monitor'),
  }),
  stageDays: z.strictObject({
    notice: count('stageDays.notice'),
    disclosure: count('stageDays.disclosure'),
    comparison: count('stageDays.comparison'),
    deliberation: count('stageDays.deliberation'),
    adoption: count('stageDays.adoption'),
  }),
  /**
   * Days from the finding for a reply; from the filing for a complaint's hearing and opinion; from its confirmation for a
   * gap's explanation, from there for the decision on it, and from that for the adoption of the better method.
   */
  deadlines: z.strictObject({
    replyDays: count('deadlines.replyDays'),
    reportEveryMonths: count('deadlines.reportEveryMonths'),
    determinationBy: z.optional(monthDay),
    hearingDays: z.optional(count('deadlines.hearingDays')),
    opinionDays: z.optional(count('deadlines.opinionDays')),
    explainDays: z._default(count('deadlines.explainDays'), 30),
    gapDecisionDays: z._default(count('deadlines.gapDecisionDays'), 30),
    adoptDays: z._default(count('deadlines.adoptDays'), 90),
  }),
  monitor: z.strictObject({ composition: one('monitor.composition') }),
  compliance: z.strictObject({
    standard: one('compliance.standard'),
    counts: one('compliance.counts'),
    strengthening: one('compliance.strengthening'),
    depth: one('compliance.depth'),
    budgetExcuse: one('compliance.budgetExcuse'),
  }),
  withdrawal: z.strictObject({
    trigger: one('withdrawal.trigger'),
    ownTrigger: one('withdrawal.ownTrigger'),
    decidedBy: one('withdrawal.decidedBy'),
    discretion: one('withdrawal.discretion'),
    review: one('withdrawal.review'),
    waiver: one('withdrawal.waiver'),
  }),
  complaint: z.strictObject({ effect: one('complaint.effect'), settlement: one('complaint.settlement') }),
  benefit: z.strictObject({
    kind: one('benefit.kind'),
    endings: some('benefit.endings'),
    sizing: one('benefit.sizing'),
    targets: some('benefit.targets'),
    gate: one('benefit.gate'),
    financing: one('benefit.financing'),
  }),
  /** Beside its records; what is asked of every team and agency came after the first agreements too. */
  publicity: z.strictObject({
    firms: one('publicity.firms'),
    disclosed: z._default(some('publicity.disclosed'), ['method', 'successes', 'failures']),
    /** Smaller counts than this tell of single people, and are not published; 1: all are. */
    smallestCount: z._default(count('publicity.smallestCount'), 5),
  }),
}

type Groups = { [Name in keyof typeof groups]: z.infer<(typeof groups)[Name]> }
/** Every rule of a charter by `<group>.<rule>`. */
export type RuleKey = {
  [Name in keyof Groups]: `${Name}.${Extract<keyof Groups[Name], string>}`
}[keyof Groups]
export const ruleKeys = Object.entries(groups).flatMap(([group, schema]) =>
  Object.keys(schema.shape).map((rule) => `${group}.${rule}` as RuleKey),
)

/** Where a rule comes from: lines of a work, or a parameter that no source gives. */
export const notFromSource = 'not from source'
const basis = z.string().check(z.regex(/^(not from source|(ldc|commission):\d+(, (ldc|commission):\d+)*)$/))

/** An agreement's rules as data. One schema checks every template and every version of a charter. */
export const charter = z.strictObject({
  v: z.literal(1),
  template: z.enum(templateIds),
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  works: z.array(z.enum(works)).check(z.minLength(1)),
  ...groups,
  basis: z.partialRecord(z.enum(ruleKeys as [RuleKey, ...RuleKey[]]), basis),
})
export type Charter = z.infer<typeof charter>
export type RuleValue = string | number | boolean | readonly string[] | undefined

/** The value of one rule. */
export function ruleOf(charter: Charter, key: RuleKey): RuleValue {
  const [group, rule] = key.split('.') as [keyof Groups, string]
  return (charter[group] as Record<string, RuleValue>)[rule]
}

/** The charter with some rules changed; null unsets one. What the parties set themselves is no longer from a source. */
export function withRules(charter: Charter, changes: Partial<Record<RuleKey, RuleValue | null>>): unknown {
  const changed = structuredClone(charter) as unknown as Record<string, Record<string, unknown>>
  for (const [key, given] of Object.entries(changes) as [RuleKey, RuleValue | null][]) {
    const value = given ?? undefined
    if (JSON.stringify(value) === JSON.stringify(ruleOf(charter, key))) continue
    const [group, rule] = key.split('.') as [string, string]
    changed[group] = { ...changed[group], [rule]: value }
    changed.basis![key] = notFromSource
  }
  return changed
}

/** The delegations without whose concurrence a reading cannot be locked. */
export const mustConcur = (charter: Charter, delegation: { side: string }): boolean => {
  switch (charter.concurrence.required) {
    case 'every_delegation':
      return true
    case 'every_party':
      return delegation.side === 'government'
    case 'workers_and_jurists':
      return delegation.side === 'workers' || delegation.side === 'jurists'
  }
}
