import { comparePeriods, grainOf, type Period } from './period.ts'
import type { Indicator, SeriesBreak } from './record.ts'

/** Why a record can stand beside no other. The first that applies is the one that is told. */
export const reasons = [
  'nothing_filed',
  'no_figure',
  'not_valid',
  'period_length',
  'unit',
  'denominator_missing',
  'denominator_unit',
  'denominator_zero',
  'over_whole',
  'no_method',
] as const
export type Reason = (typeof reasons)[number]

/** Why two records that could each stand beside others do not stand beside one another, or only with a note. */
export const pairReasons = [
  'definition',
  'denominator',
  'period',
  'break',
  'coverage',
  'territory',
  'source',
  'method',
  'noted',
] as const
export type PairReason = (typeof pairReasons)[number]

/** Whether a record can stand beside others at all; `noted`: with what its team says beside it. */
export type Verdict = { comparable: true; noted?: boolean | undefined } | { comparable: false; because: Reason }

export const pairKinds = ['comparable', 'comparable_with_note', 'not_comparable'] as const
export type PairKind = (typeof pairKinds)[number]

/** What two records are to one another, and why: the reasons that part them, else those that are only told. */
export interface PairVerdict {
  kind: PairKind
  reasons: (Reason | PairReason)[]
}

/** A record in its place, as far as verdicts look. */
export interface Placed {
  teamId: string
  period: Period
  verdict: Verdict
}

/**
 * What two records are to one another: of two teams in one period, of one team in two, or of two indicators that tell of
 * the same thing. The same whichever is named first.
 */
export function verdictBetween(indicator: Indicator, a: Placed, b: Placed, other: Indicator = indicator): PairVerdict {
  const own = reasons.filter((reason) =>
    [a, b].some(({ verdict }) => !verdict.comparable && verdict.because === reason),
  )
  const apart = new Set<PairReason>()
  const told = new Set<PairReason>()
  const across = indicator.id === other.id ? breaksBetween(indicator, a, b) : unlike(indicator, other)
  for (const { reason, parts } of across) (parts ? apart : told).add(reason)
  if (grainOf(a.period) !== grainOf(b.period)) apart.add('period')
  if ([a, b].some(({ verdict }) => verdict.comparable && verdict.noted)) told.add('noted')
  if (own.length + apart.size > 0) return { kind: 'not_comparable', reasons: [...own, ...inOrder(apart)] }
  return { kind: told.size > 0 ? 'comparable_with_note' : 'comparable', reasons: inOrder(told) }
}

export const isComparable = ({ kind }: PairVerdict): boolean => kind !== 'not_comparable'

const inOrder = (found: ReadonlySet<PairReason>): PairReason[] => pairReasons.filter((reason) => found.has(reason))

interface Difference {
  reason: PairReason
  /** Whether it parts the two, or is only told beside them. */
  parts: boolean
}

/** Another source may well count the same; another definition or denominator does not. */
function unlike(a: Indicator, b: Indicator): Difference[] {
  const found: Difference[] = []
  if (a.definition !== b.definition) found.push({ reason: 'definition', parts: true })
  if (a.denominatorId !== b.denominatorId || a.ratePer !== b.ratePer || a.unit !== b.unit)
    found.push({ reason: 'denominator', parts: true })
  if (a.source !== b.source) found.push({ reason: 'source', parts: false })
  return found
}

/** A break counts where it holds for one of the two records and not for the other. */
const breaksBetween = ({ breaks = [] }: Indicator, a: Placed, b: Placed): Difference[] =>
  breaks.flatMap((one) => {
    if (holds(one, a) === holds(one, b)) return []
    const overTime = a.teamId === b.teamId || one.teamId === undefined
    if (!overTime && one.kind === 'territory') return []
    return { reason: overTime ? 'break' : one.kind, parts: one.parts }
  })

const holds = (one: SeriesBreak, { teamId, period }: Placed): boolean =>
  (one.teamId === undefined || one.teamId === teamId) &&
  comparePeriods(one.from, period) <= 0 &&
  (one.until === undefined || comparePeriods(period, one.until) <= 0)
