import type { Period } from './period.ts'
import type { Indicator } from './record.ts'
import { type Count, everyone, type Suppression, suppress } from './suppression.ts'

/** A count as a team disclosed it; without a value where the team withheld it itself. */
export type Told = Pick<Count, 'teamId' | 'period' | 'value'>

/** Whether small figures of an indicator can tell of single people: it counts cases, or what cases are counted of. */
export const isCount = (indicator: Indicator, all: readonly Indicator[]): boolean =>
  indicator.nature !== 'amount' ||
  all.some(({ denominatorId, nature }) => denominatorId === indicator.id && nature !== 'amount')

/** What is hidden of each indicator's counts. What others are a share of comes before them, since it bounds them. */
export function suppressionsOf(
  indicators: readonly Indicator[],
  told: ReadonlyMap<string, readonly Told[]>,
  threshold: number,
): Map<string, Suppression> {
  const found = new Map<string, Suppression>()
  const values = new Map([...told].map(([id, counts]) => [id, valuesOf(counts)]))
  const decide = (indicator: Indicator): void => {
    if (found.has(indicator.id) || !told.has(indicator.id)) return
    const whole = indicators.find(({ id }) => id === indicator.denominatorId)
    if (whole) decide(whole)
    const isShare = indicator.nature === 'share'
    const shares = indicators.filter((one) => one.nature === 'share' && one.denominatorId === indicator.id)
    const bounded = told.get(indicator.id)!.map((count): Count => {
      const key = keyOf(count.teamId, count.period)
      const of = isShare && whole ? values.get(whole.id)?.get(key) : undefined
      const room = whole && of !== undefined ? (found.get(whole.id)?.room(count.teamId, count.period) ?? 0) : 0
      const floor = Math.max(0, ...shares.map(({ id }) => values.get(id)?.get(key) ?? 0))
      return { ...count, floor, cap: of === undefined ? undefined : of + room, whole: of }
    })
    found.set(indicator.id, suppress(bounded, threshold))
  }
  for (const indicator of indicators) decide(indicator)
  return found
}

const keyOf = (teamId: string, period: Period): string => `${teamId} ${period}`

const valuesOf = (counts: readonly Told[]): Map<string, number | undefined> =>
  new Map(counts.map(({ teamId, period, value }) => [keyOf(teamId, period), value]))

/** The total over all teams as it is published; hidden where it would give a count back. */
export interface Total {
  period: Period
  /** How many teams' figures it adds up. */
  teams: number
  value?: number | undefined
  hidden: boolean
}

export function totalOf(counts: readonly Told[], period: Period, suppression: Suppression | undefined): Total {
  const told = counts.flatMap((count) => (count.period === period && count.value !== undefined ? count.value : []))
  const hidden = suppression?.isHidden(everyone, period) ?? false
  const value = hidden ? undefined : told.reduce((sum, one) => sum + one, 0)
  return { period, teams: told.length, value, hidden }
}
