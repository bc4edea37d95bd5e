import * as z from 'zod/mini'
import { type Grain, grains } from './record.ts'

/** The three sources of which the most protective binds (R33). */
export const sourceKinds = ['domestic', 'international', 'best_practice'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** A bright line says which precise action is due (R29); a measure says which outcome, and leaves the means free (R30). */
export const criterionKinds = ['bright_line', 'measure'] as const
export type CriterionKind = (typeof criterionKinds)[number]

/** Who is bound by a criterion (R46). */
export const boundParties = ['government', 'employers'] as const
export type BoundParty = (typeof boundParties)[number]

/** What can drive a strengthening (R42). */
export const drivers = ['worker_needs', 'productivity', 'compliance_innovation', 'best_practice'] as const
export type Driver = (typeof drivers)[number]

/** A revision is proposed, and promulgated once the forum has deliberated and the delegations have concurred; or declined. */
export const revisionStates = ['proposed', 'promulgated', 'declined'] as const
export type RevisionState = (typeof revisionStates)[number]

const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))
const figure = z.number().check(z.minimum(-1e15), z.maximum(1e15))

/** What one source asks, with where it is to be found; or where it was looked for and nothing was found. */
const source = z.discriminatedUnion('found', [
  z.strictObject({
    found: z.literal(true),
    says: line(2000),
    citation: line(500),
    /** In the criterion's own measure; absent where the source cannot be put in figures. */
    value: z.optional(figure),
    /** Why it does not count: a domestic rule that fails international standards binds nobody (R34). */
    disqualified: z.optional(line(1000)),
  }),
  z.strictObject({ found: z.literal(false), looked: line(1000) }),
])
export type CriterionSource = z.infer<typeof source>

const said = {
  title: line(200),
  /** The right that it serves: alone too general to be measured (R31). */
  right: line(500),
  binds: z.array(z.enum(boundParties)).check(
    z.minLength(1),
    z.refine((list) => new Set(list).size === list.length),
  ),
  sources: z.strictObject({ domestic: source, international: source, best_practice: source }),
  /** Which source governs, and why, where figures cannot tell. */
  governs: z.optional(z.enum(sourceKinds)),
  argument: z.string().check(z.trim(), z.maxLength(4000)),
  /** What made a revision necessary; a first version has none. */
  driver: z.optional(z.strictObject({ kind: z.enum(drivers), text: line(2000) })),
}

const clauses = z.array(line(1000)).check(
  z.minLength(1),
  z.maxLength(50),
  z.refine((list) => new Set(list).size === list.length),
)

/** What is proposed: the unit, period and direction of a measure are its indicator's. */
export const criterionForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bright_line'), clauses, ...said }),
  z.strictObject({
    kind: z.literal('measure'),
    indicatorId: z.string().check(z.minLength(1), z.maxLength(64)),
    value: figure,
    ...said,
  }),
])
export type CriterionForm = z.infer<typeof criterionForm>

export const bounds = ['at_least', 'at_most'] as const
export type Bound = (typeof bounds)[number]

/** A criterion as it stands in one revision. */
export const criterionBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bright_line'), clauses, ...said }),
  z.strictObject({
    kind: z.literal('measure'),
    indicatorId: z.string(),
    value: figure,
    bound: z.enum(bounds),
    /** The length of time in which it is to be reached. */
    period: z.enum(grains),
    unit: z.string(),
    ...said,
  }),
])
export type CriterionBody = z.infer<typeof criterionBody>
export type BrightLine = Extract<CriterionBody, { kind: 'bright_line' }>
export type Measure = Extract<CriterionBody, { kind: 'measure' }>
export type MeasureTerms = Pick<Measure, 'indicatorId' | 'bound' | 'value'> & { period: Grain }

/** What a delegation says on a proposed revision. */
export const voice = z.strictObject({
  stance: z.enum(['concur', 'reserve', 'object']),
  reason: z.string().check(z.trim(), z.maxLength(5000)),
})
export type Voice = z.infer<typeof voice>

/** Whether one value asks more of those who are bound than another. */
export const isStricter = (bound: Bound, a: number, b: number): boolean => (bound === 'at_least' ? a > b : a < b)

/** What the sources come to: which is the most protective where figures tell, and which have to be argued about. */
export interface Protection {
  /** The strictest value that a source asks for, with every source that asks for it. */
  computed?: { value: number; by: SourceKind[] } | undefined
  /** Found, not disqualified, and without a figure in this measure. */
  argued: SourceKind[]
  disqualified: SourceKind[]
  notFound: SourceKind[]
}

export function mostProtective(body: CriterionBody): Protection {
  const argued: SourceKind[] = []
  const disqualified: SourceKind[] = []
  const notFound: SourceKind[] = []
  let computed: { value: number; by: SourceKind[] } | undefined
  for (const kind of sourceKinds) {
    const one = body.sources[kind]
    if (!one.found) notFound.push(kind)
    else if (one.disqualified !== undefined) disqualified.push(kind)
    else if (body.kind !== 'measure' || one.value === undefined) argued.push(kind)
    else if (!computed || isStricter(body.bound, one.value, computed.value)) computed = { value: one.value, by: [kind] }
    else if (one.value === computed.value) computed.by.push(kind)
  }
  return { computed, argued, disqualified, notFound }
}

/** Why these sources do not carry the criterion, if they do not. */
export function protectionFault(
  body: CriterionBody,
): 'criterion_without_source' | 'criterion_below_source' | 'criterion_unargued' | undefined {
  const { computed, argued } = mostProtective(body)
  if (!computed && argued.length === 0) return 'criterion_without_source'
  if (body.kind === 'measure' && computed && isStricter(body.bound, computed.value, body.value))
    return 'criterion_below_source'
  const carried = body.governs !== undefined && [...argued, ...(computed?.by ?? [])].includes(body.governs)
  return argued.length > 0 && (!carried || body.argument === '') ? 'criterion_unargued' : undefined
}
