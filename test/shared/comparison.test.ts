import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../shared/comparing.ts'
import { type ComparedRecord, type ComparedTeam, comparedFigure } from '../../shared/comparison.ts'
import { grainOf } from '../../shared/period.ts'
import { directions, type Indicator, missings } from '../../shared/record.ts'
import { isComparable, verdictBetween } from '../../shared/verdict.ts'

const indicator = (over: Partial<Indicator> = {}): Indicator => ({
  id: 'second',
  agreementId: 'a',
  code: 'second_inspections',
  title: 'Second inspection within 90 days',
  definition: 'Factories inspected again within 90 days',
  unit: 'factories',
  denominatorId: undefined,
  ratePer: 100,
  direction: 'more',
  nature: 'amount',
  grain: 'half_year',
  source: '',
  illustrative: true,
  ...over,
})
const method = { version: 1, title: 'Two visits' }
const team = (id: string, over: Partial<ComparedTeam> = {}): ComparedTeam => ({
  id,
  name: id,
  disclosed: true,
  method,
  ...over,
})
const record = (teamId: string, said: Partial<ComparedRecord>): ComparedRecord => ({
  teamId,
  indicatorId: 'second',
  period: '2010-H1',
  note: '',
  ...said,
})
const one = (of: Indicator, teams: ComparedTeam[], records: ComparedRecord[], period = '2010-H1') =>
  compare([{ indicator: of, period }], teams, records)[0]!.cells

test('the rate is computed from the figures of one team and period, and the better one leads', () => {
  const rated = indicator({ denominatorId: 'due' })
  const due = (teamId: string, value: number) => record(teamId, { indicatorId: 'due', value })
  const cells = one(
    rated,
    [team('penh'), team('kandal')],
    [record('penh', { value: 44 }), due('penh', 50), record('kandal', { value: 20 }), due('kandal', 35)],
  )
  expect(cells).toMatchObject([
    { value: 44, of: 50, rate: 88, standing: 'best', verdict: { comparable: true } },
    { value: 20, of: 35, standing: 'behind' },
  ])
  expect(cells[1]!.gap).toBeCloseTo(88 - 57.14, 1)
})

test('each thing that makes figures unlike has its own reason', () => {
  const rated = indicator({ denominatorId: 'due' })
  const reason = (said: Partial<ComparedRecord>, due?: Partial<ComparedRecord>, over: Partial<ComparedTeam> = {}) => {
    const records = [
      record('x', said),
      ...(due ? [record('x', { indicatorId: 'due', period: said.period ?? '2010-H1', ...due })] : []),
    ]
    const [cell] = one(rated, [team('x', over)], records)
    return cell!.verdict.comparable ? undefined : cell!.verdict.because
  }
  expect(reason({ value: 1 }, { value: 2 })).toBeUndefined()
  expect(reason({ missing: 'unknown' })).toBe('no_figure')
  expect(reason({ value: 1, unit: 'visits' }, { value: 2 })).toBe('unit')
  expect(reason({ value: 1 })).toBe('denominator_missing')
  expect(reason({ value: 1 }, { missing: 'suppressed' })).toBe('denominator_missing')
  expect(reason({ value: 1 }, { value: 0 })).toBe('denominator_zero')
  expect(reason({ value: 1 }, { value: 2, unit: 'workshops' })).toBe('denominator_unit')
  expect(reason({ value: 1, period: '2010-Q1' }, { value: 2 })).toBe('period_length')
  expect(reason({ value: 1 }, { value: 2 }, { method: undefined })).toBe('no_method')
  expect(one(indicator(), [team('x', { disclosed: false })], [])[0]!.verdict).toEqual({
    comparable: false,
    because: 'nothing_filed',
  })
})

test('the four kinds of silence stay four, and nothing filed is none of them', () => {
  const cells = one(
    indicator(),
    [...missings.map((kind) => team(kind)), team('late', { disclosed: false }), team('silent')],
    missings.map((kind) => record(kind, { missing: kind })),
  )
  expect(cells.map((cell) => cell.missing)).toEqual([...missings, undefined, 'not_reported'])
  expect(cells.every((cell) => cell.value === undefined && cell.rate === undefined && !cell.standing)).toBe(true)
})

test('where no direction is better, what is comparable has no best and nobody is behind', () => {
  const cells = one(
    indicator({ direction: 'neither' }),
    [team('a'), team('b')],
    [record('a', { value: 1 }), record('b', { value: 9 })],
  )
  expect(cells.map((cell) => [cell.verdict.comparable, cell.standing])).toEqual([
    [true, undefined],
    [true, undefined],
  ])
})

test('a figure without a comparable peer is neither best nor behind', () => {
  const cells = one(
    indicator(),
    [team('a'), team('b')],
    [record('a', { value: 1 }), record('b', { missing: 'unknown' })],
  )
  expect(cells[0]!.standing).toBeUndefined()
})

test('who has no figure, or one that is unlike, is never behind those who have', () => {
  const cells = one(
    indicator(),
    [team('best'), team('worse'), team('silent'), team('other_unit'), team('no_method', { method: undefined })],
    [
      record('best', { value: 9 }),
      record('worse', { value: 5 }),
      record('silent', { missing: 'not_applicable' }),
      record('other_unit', { value: 1, unit: 'visits' }),
      record('no_method', { value: 1 }),
    ],
  )
  expect(cells.map((cell) => cell.standing)).toEqual(['best', 'behind', undefined, undefined, undefined])
})

const ids = ['t1', 't2', 't3', 't4', 't5']
const often = <Value>(value: Value) => fc.option(fc.constant(value), { nil: undefined, freq: 6 })
const said = fc.oneof(
  { weight: 4, arbitrary: fc.record({ value: fc.integer({ min: 0, max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ missing: fc.constantFrom(...missings) }) },
)
/** A figure and its denominator for a team and a period: mostly whole and alike, so that there is something to compare. */
const pair = fc
  .record({
    teamId: fc.constantFrom(...ids),
    period: fc.oneof({ weight: 5, arbitrary: fc.constant('2010-H1') }, fc.constantFrom('2010', '2010-Q2', '2009-H2')),
    said,
    due: fc.option(said, { nil: undefined, freq: 6 }),
    odd: fc.nat({ max: 7 }),
  })
  .map(({ teamId, period, due, odd, ...rest }): ComparedRecord[] => [
    { teamId, period, indicatorId: 'second', note: '', unit: odd === 0 ? 'visits' : undefined, ...rest.said },
    ...(due ? [{ teamId, period, indicatorId: 'due', note: '', unit: odd === 1 ? 'visits' : undefined, ...due }] : []),
  ])
const world = fc.record({
  of: fc
    .record({
      direction: fc.constantFrom(...directions),
      denominatorId: fc.option(fc.constant('due'), { nil: undefined }),
    })
    .map(indicator),
  teams: fc
    .subarray(ids, { minLength: 3 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((id) =>
          fc
            .record({ disclosed: often(true), method: often(method) })
            .map(({ disclosed, ...rest }) => team(id, { disclosed: disclosed === true, ...rest })),
        ),
      ),
    ),
  records: fc
    .uniqueArray(pair, { selector: ([first]) => `${first!.teamId} ${first!.period}`, minLength: 8, maxLength: 18 })
    .map((pairs) => pairs.flat()),
})
// A team that filed nothing has no open record: the query never hands one over.
const opened = ({ teams, records }: { teams: readonly ComparedTeam[]; records: ComparedRecord[] }) =>
  records.filter((r) => teams.some((t) => t.id === r.teamId && t.disclosed))

test('nobody is behind but with a comparable figure of their own, and only behind a comparable peer that is better', () => {
  let behind = 0
  fc.assert(
    fc.property(world, ({ of, teams, records }) => {
      const cells = one(of, teams, opened({ teams, records }))
      behind += cells.filter((cell) => cell.standing === 'behind').length
      const sign = of.direction === 'less' ? -1 : 1
      for (const cell of cells) {
        const better = cells.filter(
          (peer) =>
            isComparable(verdictBetween(of, cell, peer)) &&
            sign * comparedFigure(of, peer)! > sign * comparedFigure(of, cell)!,
        )
        expect(cell.standing === 'behind').toBe(of.direction !== 'neither' && better.length > 0)
        if (cell.standing) expect(cell.verdict.comparable).toBe(true)
        if (cell.missing) expect(cell.standing ?? cell.value ?? cell.rate ?? cell.gap).toBeUndefined()
        if (cell.value === undefined) expect(cell.verdict.comparable).toBe(false)
        if (cell.verdict.comparable) {
          expect(cell.period).toBe('2010-H1')
          expect(grainOf(cell.period)).toBe(of.grain)
        }
      }
    }),
    { numRuns: 400 },
  )
  expect(behind, 'the made-up worlds have something to compare').toBeGreaterThan(10)
})

test('the verdict between two is one verdict, whoever is named first', () => {
  fc.assert(
    fc.property(world, ({ of, teams, records }) => {
      const cells = one(of, teams, opened({ teams, records }))
      for (const a of cells) for (const b of cells) expect(verdictBetween(of, a, b)).toEqual(verdictBetween(of, b, a))
    }),
  )
})

test('the order of teams and of records changes nothing that is said of anyone', () => {
  const shuffled = world.chain((made) =>
    fc.record({
      made: fc.constant(made),
      teams: fc.shuffledSubarray(made.teams, { minLength: made.teams.length }),
      records: fc.shuffledSubarray(made.records, { minLength: made.records.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ made, teams, records }) => {
      const first = one(made.of, made.teams, opened(made))
      const second = one(made.of, teams, opened({ teams, records }))
      for (const cell of first) expect(second.find((other) => other.teamId === cell.teamId)).toEqual(cell)
    }),
    { numRuns: 600 },
  )
})

test('turning the direction round turns best and behind round', () => {
  fc.assert(
    fc.property(world, ({ of, teams, records }) => {
      fc.pre(of.direction !== 'neither')
      const turned = { ...of, direction: of.direction === 'more' ? ('less' as const) : ('more' as const) }
      const here = one(of, teams, opened({ teams, records }))
      const there = one(turned, teams, opened({ teams, records }))
      for (const [i, cell] of here.entries()) {
        expect(there[i]!.verdict).toEqual(cell.verdict)
        if (cell.standing === 'best') expect(there[i]!.standing).toBe('behind')
        if (cell.standing === 'level') expect(there[i]!.standing).toBe('level')
      }
    }),
  )
})
