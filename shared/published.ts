import * as z from 'zod/mini'
import { claims, commitmentStates, implementations, outcomes } from './commitment.ts'
import { reasons } from './verdict.ts'
import { replyStances } from './finding.ts'
import { stages } from './forum.ts'
import { stances } from './plan.ts'
import { directions, missings } from './record.ts'

/** One cell of a published table. What is absent has no key in JSON and an empty cell in CSV: never a zero. */
export type Cell = string | number | boolean | undefined

const text = z.string()
const maybe = z.optional(text)
const side = z.enum(['government', 'workers', 'employers', 'jurists'])

/** The rows of the public record's tables. Nobody is named in any of them: delegations speak, and the monitor. */
export const published = {
  agreements: z.strictObject({
    slug: text,
    title: text,
    parties: text,
    signed_on: maybe,
    demonstration: z.boolean(),
    charter_version: z.int(),
    charter_since: text,
    programme_id: maybe,
    changed_at: text,
    url: text,
  }),
  charter: z.strictObject({ question: text, rule: text, value: text, sentence: text, basis: maybe }),
  delegations: z.strictObject({ mark: text, party_code: maybe, party: maybe, side }),
  fora: z.strictObject({
    label: text,
    title: text,
    stage: z.enum(stages),
    notice_on: maybe,
    disclosure_on: maybe,
    comparison_on: maybe,
    deliberation_on: maybe,
    adoption_on: maybe,
    closes_on: maybe,
    disclosures_opened_at: maybe,
    closed_at: maybe,
    programme_id: maybe,
  }),
  programmes: z.strictObject({
    id: text,
    title: text,
    period_from: text,
    period_until: text,
    in_force_from: text,
    in_force_until: maybe,
    locked_at: text,
    sha256: text,
    commitments: z.int(),
    url: text,
  }),
  commitments: z.strictObject({
    programme: text,
    number: z.int(),
    title: text,
    text: text,
    responsible_party: text,
    office: text,
    start: text,
    due: text,
    state: z.enum(commitmentStates),
    unit: text,
    baseline: text,
    baseline_note: text,
    target: text,
    latest: maybe,
    latest_as_of: maybe,
    latest_by: z.optional(z.enum(['monitor', 'party'])),
    finding: z.optional(z.int()),
    finding_day: maybe,
    implementation: z.optional(z.enum(implementations)),
    outcome: z.optional(z.enum(outcomes)),
    reply_day: maybe,
    reply_implementation: z.optional(z.enum(replyStances)),
    reply_outcome: z.optional(z.enum(replyStances)),
    illustrative: maybe,
    reports: z.int(),
    sha256: text,
    id: text,
    url: text,
  }),
  concurrences: z.strictObject({
    mark: text,
    party_code: maybe,
    side,
    stance: z.enum(stances),
    reason: text,
    at: text,
  }),
  reports: z.strictObject({
    commitment: z.int(),
    mark: text,
    claim: z.enum(claims),
    text: text,
    value: maybe,
    value_as_of: maybe,
    unit: text,
    evidence: text,
    at: text,
    illustrative: z.boolean(),
  }),
  findings: z.strictObject({
    number: z.int(),
    commitment: z.int(),
    supersedes: z.optional(z.int()),
    implementation: z.enum(implementations),
    implementation_text: text,
    outcome: z.enum(outcomes),
    outcome_text: text,
    value: maybe,
    value_as_of: maybe,
    unit: text,
    method: text,
    evidence: text,
    published_at: text,
    illustrative: z.boolean(),
    reply_due_on: text,
    reply_mark: maybe,
    reply_implementation: z.optional(z.enum(replyStances)),
    reply_implementation_text: maybe,
    reply_outcome: z.optional(z.enum(replyStances)),
    reply_outcome_text: maybe,
    replied_at: maybe,
  }),
  comparison: z.strictObject({
    indicator: text,
    title: text,
    unit: text,
    direction: z.enum(directions),
    period: text,
    team: text,
    record_period: maybe,
    value: z.optional(z.number()),
    value_unit: maybe,
    denominator: maybe,
    denominator_value: z.optional(z.number()),
    rate: z.optional(z.number()),
    rate_per: z.optional(z.number()),
    missing: z.optional(z.enum(missings)),
    verdict: z.enum(['comparable', 'not_comparable']),
    because: z.optional(z.enum(reasons)),
    standing: z.optional(z.enum(['best', 'level', 'behind'])),
    gap: z.optional(z.number()),
    method: maybe,
    method_version: z.optional(z.int()),
    illustrative: z.boolean(),
  }),
} as const

export type TableName = keyof typeof published
export type PublishedRow<Name extends TableName> = z.infer<(typeof published)[Name]>

/** A table as JSON: what it is of, since when it stands, and its rows. */
export const publishedTable = <Name extends TableName>(name: Name) =>
  z.strictObject({
    table: z.literal(name),
    agreement: z.optional(z.string()),
    /** Made to show Parley: not the record of any real agreement. */
    demonstration: z.boolean(),
    changed_at: z.optional(z.string()),
    rows: z.array(published[name]),
  })
