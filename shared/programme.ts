import { addDays, type Day, dayOf, type Instant } from './dates.ts'
import type { Measure, PlanBody } from './plan.ts'
import type { RichText } from './rich-text.ts'

/** What decides when a programme is in force. */
export interface Term {
  id: string
  periodFrom: Day
  periodUntil: Day
  lockedAt: Instant
}

/** The first day of a programme: that of its period, or that of its lock where the lock came later. */
export const inForceFrom = (term: Term): Day =>
  term.periodFrom > dayOf(term.lockedAt) ? term.periodFrom : dayOf(term.lockedAt)

/** The first day of the programmes locked after this one: from then on it is superseded (B2), whatever its period says. */
export function supersededFrom(term: Term, all: readonly Term[]): Day | undefined {
  return all
    .filter((other) => lockedAfter(other, term))
    .map(inForceFrom)
    .sort()[0]
}

/** The last day of a programme, by its period or by its successor; undefined for one that was never in force. */
export function inForceUntil(term: Term, all: readonly Term[]): Day | undefined {
  const next = supersededFrom(term, all)
  const until = next !== undefined && next <= term.periodUntil ? addDays(next, -1) : term.periodUntil
  return until < inForceFrom(term) ? undefined : until
}

/** The programme in force on a day, today or any other (B14). There is never a second. */
export const programmeOn = <Programme extends Term>(all: readonly Programme[], day: Day): Programme | undefined =>
  all.find((programme) => {
    const until = inForceUntil(programme, all)
    return until !== undefined && inForceFrom(programme) <= day && day <= until
  })

export type ProgrammeState = 'ahead' | 'in_force' | 'ended' | 'superseded' | 'never'

/** What a programme is on a day: to come, in force, over by its own end or by its successor, or never in force. */
export function programmeState(
  programme: { inForceFrom: Day; inForceUntil?: Day | undefined; periodUntil: Day },
  day: Day,
): ProgrammeState {
  const { inForceFrom: from, inForceUntil: until, periodUntil } = programme
  if (until === undefined) return 'never'
  if (day < from) return 'ahead'
  if (day <= until) return 'in_force'
  return until < periodUntil ? 'superseded' : 'ended'
}

/** The body whose sum a programme carries, put together again from the texts that are shown. */
export const programmeBody = (programme: {
  title: string
  periodFrom: Day
  periodUntil: Day
  preamble: RichText
  commitments: readonly { measure: Measure }[]
}): PlanBody => ({
  v: 1,
  title: programme.title,
  periodFrom: programme.periodFrom,
  periodUntil: programme.periodUntil,
  preamble: programme.preamble,
  measures: programme.commitments.map((commitment) => commitment.measure),
})

const lockedAfter = (a: Term, b: Term): boolean => (a.lockedAt === b.lockedAt ? a.id > b.id : a.lockedAt > b.lockedAt)
