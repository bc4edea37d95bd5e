import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../shared/comparing.ts'
import type { Cell, ComparedRecord, ComparedTeam } from '../../shared/comparison.ts'
import { behindBeyondNoise, intervalOf } from '../../shared/noise.ts'
import type { Indicator, SeriesBreak } from '../../shared/record.ts'
import { type AgreedVariable, likeness, type Situation } from '../../shared/similarity.ts'
import { verdictBetween } from '../../shared/verdict.ts'
import { chance } from '../report.ts'

const indicator = (over: Partial<Indicator> = {}): Indicator => ({
  id: 'unannounced',
  agreementId: 'a',
  code: 'unannounced',
  title: 'Inspections without notice',
  definition: 'Of the inspections, those of which nobody was told before',
  unit: 'inspections',
  denominatorId: 'inspections',
  ratePer: 100,
  direction: 'more',
  nature: 'share',
  grain: 'year',
  source: '',
  illustrative: false,
  ...over,
})
const team = (id: string, situation?: Situation): ComparedTeam => ({
  id,
  name: id,
  disclosed: true,
  method: { version: 1, title: 'Two visits' },
  situation,
})
const record = (teamId: string, indicatorId: string, value: number, period = '2025', note = ''): ComparedRecord => ({
  teamId,
  indicatorId,
  period,
  value,
  note,
})
/** `north: [18, 20]`: 18 of 20. */
const cellsOf = (
  of: Indicator,
  counts: Record<string, readonly [number, number]>,
  situations: Record<string, Situation> = {},
  agreed: readonly AgreedVariable[] = [],
): Record<string, Cell> => {
  const teams = Object.keys(counts).map((id) => team(id, situations[id]))
  const records = Object.entries(counts).flatMap(([id, [value, whole]]) => [
    record(id, of.id, value),
    record(id, 'inspections', whole),
  ])
  const [row] = compare([{ indicator: of, period: '2025' }], teams, records, agreed)
  return Object.fromEntries(row!.cells.map((cell) => [cell.teamId, cell]))
}

test('nine of ten is not better than six of ten; nine hundred of a thousand are better than six hundred', () => {
  const few = cellsOf(indicator(), { north: [9, 10], south: [6, 10] })
  expect([few.north!.standing, few.south!.standing]).toEqual(['level', 'level'])
  const many = cellsOf(indicator(), { north: [900, 1000], south: [600, 1000] })
  expect([many.north!.standing, many.south!.standing]).toEqual(['best', 'behind'])
  expect(many.south).toMatchObject({ gap: 30, peerId: 'north' })
  expect(intervalOf(indicator(), many.south!)).toMatchObject({ kind: 'wilson', level: 0.95 })
})

test('a peer with one lucky case does not hide the one who is better beyond noise', () => {
  const cells = cellsOf(indicator(), { lucky: [1, 1], north: [900, 1000], south: [600, 1000] })
  expect(cells.south).toMatchObject({ standing: 'behind', peerId: 'north', gap: 30 })
  expect(cells.north!.standing).toBe('level')
  expect(cells.lucky!.standing).toBe('level')
})

test('events are judged by their exposure; money is judged as it stands', () => {
  const events = indicator({ nature: 'events', direction: 'less', ratePer: 1000 })
  const cells = cellsOf(events, { north: [3, 1000], south: [6, 1000], west: [60, 1000] })
  expect([cells.north!.standing, cells.south!.standing, cells.west!.standing]).toEqual(['best', 'level', 'behind'])
  expect(intervalOf(events, cells.south!)).toMatchObject({ kind: 'poisson' })
  const money = cellsOf(indicator({ nature: 'amount' }), { north: [101, 100], south: [100, 100] })
  expect(money.south).toMatchObject({ standing: 'behind' })
  expect(intervalOf(indicator({ nature: 'amount' }), money.south!)).toBeUndefined()
})

test('more than its whole is no share', () => {
  const cells = cellsOf(indicator(), { north: [12, 10], south: [6, 10] })
  expect(cells.north!.verdict).toEqual({ comparable: false, because: 'over_whole' })
  expect(cells.south!.standing).toBeUndefined()
})

test('only similarly situated teams are peers, by what was agreed and nothing else', () => {
  const counts = { north: [900, 1000], south: [600, 1000], far: [990, 1000], silent: [999, 1000] } as const
  const asia = { region: 'South-East Asia', size: '40000' }
  const situations = { north: asia, south: { ...asia, size: '90000' }, far: { region: 'Europe', size: '40000' } }
  const peersOf = (agreed: readonly AgreedVariable[]) => cellsOf(indicator(), counts, situations, agreed).south
  expect(peersOf([])).toMatchObject({ peerId: 'silent' })
  expect(peersOf([{ variable: 'region' }])).toMatchObject({ peerId: 'north' })
  expect(peersOf([{ variable: 'region' }, { variable: 'size', factor: 3 }])).toMatchObject({ peerId: 'north' })
  expect(peersOf([{ variable: 'region' }, { variable: 'size', factor: 2 }])).not.toHaveProperty('standing')
})

const situation = fc.record(
  { region: fc.constantFrom('Asia', 'asia ', 'Europe'), size: fc.integer({ min: 1, max: 1e6 }).map(String) },
  { requiredKeys: [] },
)

test('likeness is mutual, and what is not known makes none', () => {
  const agreed: AgreedVariable[] = [{ variable: 'region' }, { variable: 'size', factor: 3 }]
  fc.assert(
    fc.property(situation, situation, (a, b) => {
      expect(likeness(a, b, agreed)).toEqual(likeness(b, a, agreed))
      expect(likeness(a, b, agreed).similar).toBe(
        likeness(a, b, agreed).differs.length + likeness(a, b, agreed).unknown.length === 0,
      )
      if (a.size === undefined) expect(likeness(a, b, agreed).unknown).toContain('size')
    }),
  )
})

const brokenBy = (over: Partial<SeriesBreak>): Indicator =>
  indicator({
    breaks: [{ id: 'b', indicatorId: 'unannounced', kind: 'coverage', from: '2020', parts: true, note: '', ...over }],
  })
const at = (teamId: string, period: string, noted = false) => ({
  teamId,
  period,
  verdict: { comparable: true as const, ...(noted && { noted }) },
})

test('a break parts what lies before from what lies after, and one team’s sets it apart from the others', () => {
  const kind = (of: Indicator, a: ReturnType<typeof at>, b: ReturnType<typeof at>) => {
    const { kind: found, reasons } = verdictBetween(of, a, b)
    return [found, ...reasons]
  }
  const ofAll = brokenBy({})
  expect(kind(ofAll, at('north', '2019'), at('north', '2021'))).toEqual(['not_comparable', 'break'])
  expect(kind(ofAll, at('north', '2021'), at('south', '2021'))).toEqual(['comparable'])
  const ofNorth = brokenBy({ teamId: 'north' })
  expect(kind(ofNorth, at('north', '2021'), at('south', '2021'))).toEqual(['not_comparable', 'coverage'])
  expect(kind(ofNorth, at('north', '2019'), at('south', '2019'))).toEqual(['comparable'])
  expect(kind(brokenBy({ teamId: 'north', until: '2020' }), at('north', '2021'), at('south', '2021'))).toEqual([
    'comparable',
  ])
  const split = brokenBy({ teamId: 'north', kind: 'territory' })
  expect(kind(split, at('north', '2021'), at('south', '2021'))).toEqual(['comparable'])
  expect(kind(split, at('north', '2019'), at('north', '2020'))).toEqual(['not_comparable', 'break'])
  expect(kind(brokenBy({ parts: false }), at('north', '2019'), at('north', '2020'))).toEqual([
    'comparable_with_note',
    'break',
  ])
  expect(kind(indicator(), at('north', '2020', true), at('south', '2020'))).toEqual(['comparable_with_note', 'noted'])
  expect(kind(indicator(), at('north', '2020'), at('south', '2020-H1'))).toEqual(['not_comparable', 'period'])
})

test('two indicators of one thing: another source is told, another definition parts', () => {
  const ofDol = indicator({ id: 'dol', source: 'DOL' })
  const ofIlo = indicator({ id: 'ilo', source: 'ILOSTAT' })
  const [a, b] = [at('KHM', '2019'), at('KHM', '2019')]
  expect(verdictBetween(ofDol, a, b, ofIlo)).toEqual({ kind: 'comparable_with_note', reasons: ['source'] })
  expect(verdictBetween(ofDol, a, b, { ...ofIlo, definition: 'Posts', unit: 'posts' })).toEqual({
    kind: 'not_comparable',
    reasons: ['definition', 'denominator'],
  })
})

const counted = fc.integer({ min: 1, max: 500 }).chain((of) => fc.tuple(fc.nat({ max: of }), fc.constant(of)))

test('who is behind has a worse figure than the peer, by an interval that leaves out zero; the peer is never behind it', () => {
  const kinds = fc.record({
    nature: fc.constantFrom('share', 'events'),
    direction: fc.constantFrom('more', 'less'),
    ratePer: fc.constantFrom(1, 100, 10_000),
  })
  fc.assert(
    fc.property(kinds, counted, counted, fc.integer({ min: 1, max: 150 }), (kind, [a, ofA], [b, ofB], among) => {
      const of = indicator(kind as Partial<Indicator>)
      const cell = (value: number, whole: number) => ({ value, of: whole, rate: (value / whole) * of.ratePer })
      const [own, peer] = [cell(a, ofA), cell(b, ofB)]
      if (!behindBeyondNoise(of, own, peer, among)) return
      expect(of.direction === 'more' ? peer.rate > own.rate : peer.rate < own.rate).toBe(true)
      expect(behindBeyondNoise(of, peer, own)).toBe(false)
      expect(behindBeyondNoise(of, own, peer, 1), 'what holds among many holds alone').toBe(true)
      const [first, second] = [intervalOf(of, own)!, intervalOf(of, peer)!]
      const apart = Math.max(first.low, second.low) > Math.min(first.high, second.high)
      if (apart) expect(behindBeyondNoise(of, own, peer)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('noise is not called a gap: teams that are all alike are hardly ever behind, however many they are', () => {
  const random = chance(20_261_122)
  const worlds = 400
  let worldsWithGap = 0
  for (let world = 0; world < worlds; world++) {
    const counts: Record<string, [number, number]> = {}
    for (let i = 0; i < 12; i++) {
      const of = 20 + Math.floor(random() * 200)
      let value = 0
      for (let n = 0; n < of; n++) if (random() < 0.7) value++
      counts[`team ${i}`] = [value, of]
    }
    const cells = Object.values(cellsOf(indicator(), counts))
    const share = cells.filter((cell) => cell.standing === 'behind').length / cells.length
    if (share > 0) worldsWithGap += share
  }
  // A team is called behind by chance alone in at most one of twenty comparisons.
  expect(worldsWithGap / worlds).toBeLessThan(0.05)
})

test('a real gap is found: who does two thirds of what the others do is behind', () => {
  const random = chance(7)
  let found = 0
  for (let world = 0; world < 100; world++) {
    const draw = (share: number): [number, number] => [
      Array.from({ length: 300 }).filter(() => random() < share).length,
      300,
    ]
    const cells = cellsOf(indicator(), { a: draw(0.9), b: draw(0.9), c: draw(0.9), d: draw(0.6) })
    if (cells.d!.standing === 'behind') found++
  }
  expect(found).toBeGreaterThan(95)
})
