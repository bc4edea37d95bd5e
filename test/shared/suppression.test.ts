import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Period, partsOf } from '../../shared/period.ts'
import { isCount, suppressionsOf, type Told, totalOf } from '../../shared/publishing.ts'
import type { Indicator } from '../../shared/record.ts'
import type { Suppression } from '../../shared/suppression.ts'
import { isFew } from '../../shared/suppression.ts'
import { attack, type Found, type Table } from '../attacker.ts'

const threshold = 5
const indicator = (id: string, over: Partial<Indicator> = {}): Indicator => ({
  id,
  agreementId: 'a',
  code: id,
  title: id,
  definition: id,
  unit: 'violations',
  ratePer: 100,
  direction: 'more',
  nature: 'events',
  grain: 'year',
  source: '',
  illustrative: false,
  ...over,
})
const found = indicator('found')
const remedied = indicator('remedied', { nature: 'share', denominatorId: 'found' })
const indicators = [remedied, found]

/** What would stand in the public tables, with these cells hidden. */
function published(told: ReadonlyMap<string, readonly Told[]>, hidden: ReadonlyMap<string, Suppression>): Table[] {
  const tableOf = (id: string): Table => {
    const counts = told.get(id)!
    const suppression = hidden.get(id)
    const periods = [...new Set(counts.map(({ period }) => period))]
    return {
      cells: counts.map(({ teamId, period, value }) => ({
        teamId,
        period,
        value: suppression?.isHidden(teamId, period) ? undefined : value,
        withheld: value === undefined,
      })),
      totals: periods.map((period) => ({ period, value: totalOf(counts, period, suppression).value })),
    }
  }
  const of = tableOf('found')
  return [of, { ...tableOf('remedied'), of }]
}

/** Only what is small by itself is hidden: the control, which an attacker must break. */
const primaryOnly = (told: ReadonlyMap<string, readonly Told[]>): Map<string, Suppression> =>
  new Map(
    [...told].map(([id, counts]) => {
      const few = new Set(
        counts
          .filter(({ value }) => value === undefined || isFew(value, threshold))
          .map(({ teamId, period }) => `${teamId} ${period}`),
      )
      const isHidden = (teamId: string, period: Period) => few.has(`${teamId} ${period}`)
      return [id, { isHidden, room: () => 0, small: few.size, beside: 0 }]
    }),
  )

const within = (results: readonly Found[]): string[] =>
  results
    .filter(({ low, high }) => high - low < threshold)
    .map(
      ({ table, teamId, period, low, high }) =>
        `${table.of ? 'remedied' : 'found'} ${teamId || 'all'} ${period}: ${low} to ${high}`,
    )

/** Counts per quarter or month, of which halves and years are the sums; some teams leave periods out, or withhold one. */
const teamCounts = fc.record({
  grain: fc.constantFrom('year', 'half', 'quarter', 'month'),
  counts: fc.array(
    fc.tuple(
      fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 9 }) }, fc.nat({ max: 60 })),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    { minLength: 24, maxLength: 24 },
  ),
  left: fc.array(fc.nat({ max: 40 }), { maxLength: 3 }),
  withheld: fc.option(fc.nat({ max: 40 }), { nil: undefined, freq: 3 }),
})
const world = fc.array(teamCounts, { minLength: 1, maxLength: 7 }).map((teams) => {
  const told = new Map<string, Told[]>([
    ['found', []],
    ['remedied', []],
  ])
  for (const [i, team] of teams.entries()) {
    for (const [id, counts] of [
      ['found', team.counts.map(([count]) => count)],
      ['remedied', team.counts.map(([count, share]) => Math.round(count * share))],
    ] as const) {
      const series = seriesOf(counts, team.grain).filter((_, at) => !team.left.includes(at))
      told.get(id)!.push(
        ...series.map(({ period, value }, at) => ({
          teamId: `team ${i}`,
          period,
          value: at === team.withheld ? undefined : value,
        })),
      )
    }
  }
  return told
})

function seriesOf(months: readonly number[], grain: 'year' | 'half' | 'quarter' | 'month') {
  const levels = ['year', 'half', 'quarter', 'month'].indexOf(grain)
  const list: { period: Period; value: number }[] = []
  const add = (period: Period, from: number, length: number, level: number): void => {
    list.push({ period, value: months.slice(from, from + length).reduce((sum, one) => sum + one, 0) })
    const parts = partsOf(period)
    if (level < levels)
      for (const [i, part] of parts.entries())
        add(part, from + (i * length) / parts.length, length / parts.length, level + 1)
  }
  for (const [i, year] of ['2024', '2025'].entries()) add(year, i * 12, 12, 0)
  return list
}

test('an attacker who has all that is published pins no hidden count down to less than the threshold', () => {
  let hidden = 0
  fc.assert(
    fc.property(world, (told) => {
      const results = attack(published(told, suppressionsOf(indicators, told, threshold)))
      hidden += results.length
      expect(within(results)).toEqual([])
    }),
    { numRuns: 150 },
  )
  expect(hidden, 'there is something to attack').toBeGreaterThan(500)
})

test('the same attacker breaks tables in which only small counts are hidden: totals give them back', () => {
  let broken = 0
  fc.assert(
    fc.property(world, (told) => {
      if (within(attack(published(told, primaryOnly(told)))).length > 0) broken++
    }),
    { numRuns: 100 },
  )
  expect(broken).toBeGreaterThan(60)
})

/** The same records are disclosed again at the next forum, beside those of teams that are new to it. */
const twice = fc.record({ world, known: fc.integer({ min: 1, max: 4 }) }).map(({ world: now, known }) => {
  const old = new Set(Array.from({ length: known }, (_, i) => `team ${i}`))
  const before = new Map([...now].map(([id, told]) => [id, told.filter(({ teamId }) => old.has(teamId))]))
  return { before, now }
})

function attackBoth(
  { before, now }: { before: ReadonlyMap<string, readonly Told[]>; now: ReadonlyMap<string, readonly Told[]> },
  remembers: boolean,
): string[] {
  const first = suppressionsOf(indicators, before, threshold)
  const earlier = { told: (id: string) => before.get(id)!, suppressionOf: (id: string) => first.get(id) }
  const second = suppressionsOf(indicators, now, threshold, remembers ? [earlier] : [])
  const [old, anew] = [published(before, first), published(now, second)]
  for (const [i, table] of anew.entries()) table.again = old[i]
  // What a team withheld, and what both fora publish, is nobody's secret to keep here.
  return within(attack([...old, ...anew]))
}

test('two fora that tell of the same records give no more away together', () => {
  fc.assert(
    fc.property(twice, (worlds) => {
      expect(attackBoth(worlds, true)).toEqual([])
    }),
    { numRuns: 100 },
  )
  const broken = fc.sample(twice, 100).filter((worlds) => attackBoth(worlds, false).length > 0)
  expect(broken.length, 'a second forum that forgets the first gives counts back').toBeGreaterThan(5)
})

test('what is large is published whole; one small count takes the smallest other one with it, and no total', () => {
  const count = (teamId: string, value: number, period = '2025'): Told => ({ teamId, period, value })
  const large = [count('north', 40), count('south', 12), count('west', 30)]
  const none = suppressionsOf([found], new Map([['found', large]]), threshold).get('found')!
  expect([none.small, none.beside]).toEqual([0, 0])
  const told = new Map([['found', [...large, count('east', 2)]]])
  const some = suppressionsOf([found], told, threshold).get('found')!
  expect(
    told
      .get('found')!
      .filter(({ teamId }) => some.isHidden(teamId, '2025'))
      .map(({ teamId }) => teamId),
  ).toEqual(['south', 'east'])
  expect(totalOf(told.get('found')!, '2025', some)).toEqual({ period: '2025', teams: 4, value: 84, hidden: false })
})

test('a team alone hides its total with it; zero is published, for it tells of nobody', () => {
  const told = new Map([
    [
      'found',
      [
        { teamId: 'north', period: '2024', value: 3 },
        { teamId: 'north', period: '2025', value: 0 },
      ],
    ],
  ])
  const hidden = suppressionsOf([found], told, threshold).get('found')!
  expect(hidden.isHidden('north', '2024')).toBe(true)
  expect(hidden.isHidden('north', '2025')).toBe(false)
  expect(totalOf(told.get('found')!, '2024', hidden)).toMatchObject({ hidden: true, value: undefined })
})

test('a share of which few are left out is hidden like a small one; money and days are nobody’s', () => {
  const told = new Map([
    [
      'found',
      [
        { teamId: 'north', period: '2025', value: 50 },
        { teamId: 'south', period: '2025', value: 60 },
      ],
    ],
    [
      'remedied',
      [
        { teamId: 'north', period: '2025', value: 48 },
        { teamId: 'south', period: '2025', value: 30 },
      ],
    ],
  ])
  const hidden = suppressionsOf(indicators, told, threshold)
  expect(hidden.get('remedied')!.isHidden('north', '2025')).toBe(true)
  expect(hidden.get('found')!.isHidden('north', '2025')).toBe(false)
  const money = indicator('money', { nature: 'amount' })
  expect([isCount(money, [money, found]), isCount(found, [found])]).toEqual([false, true])
})
