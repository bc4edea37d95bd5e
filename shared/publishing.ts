import type { Before, Count } from './count-field.ts'
import type { Period } from './period.ts'
import { everyone } from './protecting.ts'
import type { Indicator } from './record.ts'
import { type Suppression, suppress } from './suppression.ts'

/** A count as a team disclosed it; without a value where the team withheld it itself. */
export type Told = Pick<Count, 'teamId' | 'period' | 'value'>

/** Whether small figures of an indicator can tell of single people: it counts cases, or what cases are counted of. */
export const isCount = (indicator: Indicator, all: readonly Indicator[]): boolean =>
  indicator.nature !== 'amount' ||
  all.some(({ denominatorId, nature }) => denominatorId === indicator.id && nature !== 'amount')

/** What an earlier forum published: the same records are disclosed at one forum after another. */
export interface Earlier {
  told(indicatorId: string): readonly Told[]
  suppressionOf(indicatorId: string): Suppression | undefined
}

/** What is hidden of each indicator's counts. What others are a share of comes before them, since it bounds them. */
export function suppressionsOf(
  indicators: readonly Indicator[],
  told: ReadonlyMap<string, readonly Told[]>,
  threshold: number,
  earlier: readonly Earlier[] = [],
): Map<string, Suppression> {
  const found = new Map<string, Suppression>()
  const values = new Map([...told].map(([id, counts]) => [id, valuesOf(counts)]))
  const before = beforeIn(earlier, [...told.keys()])
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
      const cap = of === undefined ? undefined : of + room
      return { ...count, floor, cap, whole: of, before: before(indicator.id, count) }
    })
    const known = earlier.flatMap((forum) => forum.suppressionOf(indicator.id) ?? [])
    found.set(indicator.id, suppress(bounded, threshold, known))
  }
  for (const indicator of indicators) decide(indicator)
  return found
}

/** What became of the very same count before; whichever forum told of it has told of it. */
function beforeIn(earlier: readonly Earlier[], indicatorIds: readonly string[]) {
  const known = new Map<string, Before>()
  for (const id of indicatorIds)
    for (const forum of earlier)
      for (const { teamId, period, value } of forum.told(id)) {
        const key = `${id} ${keyOf(teamId, period)} ${value}`
        const hidden = forum.suppressionOf(id)?.isHidden(teamId, period) ?? false
        if (!hidden || !known.has(key)) known.set(key, hidden ? 'hidden' : 'published')
      }
  return (indicatorId: string, { teamId, period, value }: Told): Before | undefined =>
    known.get(`${indicatorId} ${keyOf(teamId, period)} ${value}`)
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
