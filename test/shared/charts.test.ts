import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepApart } from '../../shared/charts/apart.ts'
import { rank } from '../../shared/charts/ranking.ts'
import { scaleAround, scaleFromZero } from '../../shared/charts/scale.ts'
import { slopeOf } from '../../shared/charts/slope.ts'
import { quantile, spreadOf } from '../../shared/charts/spread.ts'
import { trendOf } from '../../shared/charts/trend.ts'

const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true })
const figures = fc.array(figure, { minLength: 1, maxLength: 40 })
const share = fc.double({ min: 0, max: 100, noNaN: true })

test('labels keep their order and their distance, and stay where they wish to be where nothing is in the way', () => {
  expect(keepApart([10, 50, 90], 20, [0, 100])).toEqual([10, 50, 90])
  expect(keepApart([50, 50], 20, [0, 100])).toEqual([40, 60])
  expect(keepApart([0, 0, 0], 20, [0, 100])).toEqual([0, 20, 40])
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { maxLength: 30 }), (wished) => {
      const places = keepApart(wished, 16, [0, 500])
      const order = wished.map((_, i) => i).sort((a, b) => wished[a]! - wished[b]!)
      for (const [place, i] of order.entries()) {
        expect(places[i]).toBeGreaterThanOrEqual(-1e-6)
        expect(places[i]).toBeLessThanOrEqual(500 + 1e-6)
        if (place > 0) expect(places[i]! - places[order[place - 1]!]!).toBeGreaterThanOrEqual(16 - 1e-6)
      }
    }),
  )
})

test('labels that do not fit at all are packed as far apart as there is room', () => {
  expect(keepApart([5, 5, 5], 50, [0, 40])).toEqual([0, 20, 40])
})

test('teams with the same figure share a place; where neither way is better nobody has one', () => {
  const teams = [
    { name: 'a', figure: 3 },
    { name: 'b', figure: 7 },
    { name: 'c', figure: undefined },
    { name: 'd', figure: 7 },
    { name: 'e', figure: 1 },
  ]
  const placed = (direction: 'more' | 'less' | 'neither') =>
    rank(teams, direction, (team) => team.figure).map(({ item, place }) => [item.name, place])
  expect(placed('more')).toEqual([
    ['b', 1],
    ['d', 1],
    ['a', 3],
    ['e', 4],
    ['c', undefined],
  ])
  expect(placed('less').slice(0, 2)).toEqual([
    ['e', 1],
    ['a', 2],
  ])
  expect(placed('neither').map(([, place]) => place)).toEqual([undefined, undefined, undefined, undefined, undefined])
})

test('nobody who is better stands after who is worse', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom('more', 'less') as fc.Arbitrary<'more' | 'less'>, (all, direction) => {
      const placed = rank(all, direction, (one) => one)
      for (const [i, { item, place }] of placed.entries()) {
        const better = all.filter((other) => (direction === 'more' ? other > item : other < item)).length
        expect(place).toBe(better + 1)
        expect(place).toBeLessThanOrEqual(i + 1)
      }
    }),
  )
})

test('every figure lies on its scale, and more is further', () => {
  fc.assert(
    fc.property(figures, fc.boolean(), (all, isPercent) => {
      for (const scale of [scaleFromZero(all, isPercent), scaleAround(all, isPercent)]) {
        const places = all.toSorted((a, b) => a - b).map(scale.at)
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(-1e-6)
          expect(place).toBeLessThanOrEqual(100 + 1e-6)
        }
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }
    }),
  )
})

test('a share is never drawn on a scale that ends past its whole', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 9 }), (all) => {
      expect(scaleAround(all, true).high).toBeLessThanOrEqual(100)
      expect(scaleAround(all, true).low).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a slope goes up where the figure rose, and only who is named takes room for a label', () => {
  const changes = Array.from({ length: 150 }, (_, i) => ({ id: String(i), before: i, now: 149 - i }))
  const { lines, height } = slopeOf(changes, new Set(['0', '1', '149']), false)
  expect(height).toBeLessThanOrEqual(520)
  expect(lines).toHaveLength(150)
  expect(lines[0]!.to).toBeLessThan(lines[0]!.from)
  const labels = ['0', '1', '149'].map((id) => lines.find((line) => line.id === id)!.labelFrom).sort((a, b) => a - b)
  expect(labels[1]! - labels[0]!).toBeGreaterThanOrEqual(19.9)
  expect(labels[2]! - labels[1]!).toBeGreaterThanOrEqual(19.9)
})

test('every figure has one dot, and no two dots lie on one another', () => {
  fc.assert(
    fc.property(figures, (all) => {
      const { dots, tallest } = spreadOf(
        all.map((one, i) => ({ id: String(i), figure: one })),
        false,
      )
      expect(new Set(dots.map(({ id }) => id)).size).toBe(all.length)
      expect(new Set(dots.map(({ at, level }) => `${at} ${level}`)).size).toBe(all.length)
      expect(Math.max(...dots.map(({ level }) => level)) + 1).toBe(tallest)
    }),
  )
})

test('quarters are those of a spreadsheet, and are not told of a handful', () => {
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5)
  expect(quantile([7], 0.75)).toBe(7)
  expect(spreadOf([{ id: 'a', figure: 1 }], false).quarters).toBeUndefined()
})

test('a trend runs with time, leaves out what is missing and stops at a break', () => {
  const points = [
    { period: '2019', figure: 10, joined: true },
    { period: '2020', figure: 20, joined: true },
    { period: '2023', figure: 30, joined: false },
  ]
  const { lines, periods } = trendOf([{ id: 'a', points }], ['2023', '2019', '2020', '2021'], false)
  expect(periods).toEqual([
    { period: '2019', x: 0 },
    { period: '2020', x: 25 },
    { period: '2021', x: 50 },
    { period: '2023', x: 100 },
  ])
  expect(lines[0]!.path.match(/M/g)).toHaveLength(2)
  const broken = trendOf(
    [{ id: 'a', points: points.slice(0, 2).map((one) => ({ ...one, joined: false })) }],
    ['2019', '2020'],
    false,
  )
  expect(broken.lines[0]!.path).not.toContain('L')
})
