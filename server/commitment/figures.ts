import { type Day, dayOf, type Instant } from '../../shared/dates.ts'
import type { DatedValue } from '../../shared/finding.ts'
import { Refused } from '../../shared/refusals.ts'

export const figureColumns = (figure: DatedValue | undefined) => ({
  value: figure?.value ?? null,
  value_as_of: figure?.asOf ?? null,
})

export const figureOf = (row: { value: string | null; value_as_of: Day | null }): DatedValue | undefined =>
  row.value === null || row.value_as_of === null ? undefined : { value: row.value, asOf: row.value_as_of }

/** Nothing is reported or found of what has not begun, and a figure describes a day that has been. */
export function refuseEarly(startOn: Day, figure: DatedValue | undefined, now: Instant): void {
  if (dayOf(now) < startOn) throw new Refused('report_too_early', { startOn })
  if (figure && figure.asOf > dayOf(now)) throw new Refused('date_in_future', { asOf: figure.asOf })
}
