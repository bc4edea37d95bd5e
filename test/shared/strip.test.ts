import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../../shared/comparison.ts'
import { stripOf } from '../../shared/strip.ts'

const cell = (value: number, over: Partial<Cell> & { before?: number } = {}): Cell & { before?: number } => ({
  teamId: String(value),
  period: '2019',
  value,
  note: '',
  verdict: { comparable: true },
  ...over,
})
const counts = { denominatorId: undefined, ratePer: 100 as const, unit: 'visits' }
const rates = { ...counts, denominatorId: 'd' }

test('a line begins at zero and ends at a round figure past the largest', () => {
  expect(stripOf(counts, [cell(7123), cell(408)])).toMatchObject({ low: 0, high: 8000 })
  expect(stripOf(counts, [cell(-3), cell(4)]).low).toBeLessThan(0)
  expect(stripOf(counts, [cell(0)]).at(0)).toBe('0%')
})

test('shares lie between nothing and the whole, unless all are very small', () => {
  const rate = (value: number) => cell(1, { rate: value })
  expect(stripOf(rates, [rate(57), rate(88)])).toMatchObject({ low: 0, high: 100 })
  expect(stripOf({ ...counts, unit: '% of factories' }, [cell(94)])).toMatchObject({ low: 0, high: 100 })
  expect(stripOf(rates, [rate(2), rate(3)]).high).toBeLessThan(10)
})

test('a count without its denominator is not drawn among rates', () => {
  expect(stripOf(rates, [cell(5000), cell(1, { rate: 50 })]).high).toBe(100)
})

test('every figure, now or before, lies on its line, and more is further', () => {
  const figures = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(figures, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (values, before) => {
      const strip = stripOf(
        counts,
        values.map((value) => cell(value, { before })),
      )
      const places = [...values, before].sort((a, b) => a - b).map((value) => Number(strip.at(value).slice(0, -1)))
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(100)
      }
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }),
  )
})
