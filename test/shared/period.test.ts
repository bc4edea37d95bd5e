import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePeriods, grainOf, isPeriod, periodBefore, readPeriod, within } from '../../shared/period.ts'

test('periods are read as offices write them', () => {
  expect(['2019', ' 2019 ', '2019.0'].map(readPeriod)).toEqual(['2019', '2019', '2019'])
  expect(['2019-H1', '2019S1', '2019 h1', 'H1 2019'].map(readPeriod)).toEqual(Array(4).fill('2019-H1'))
  expect(['2019-Q3', '2019Q3', 'Q3/2019', '2019-T3'].map(readPeriod)).toEqual(Array(4).fill('2019-Q3'))
  expect(['2019-04', '2019M04', '04/2019', '2019/04'].map(readPeriod)).toEqual(Array(4).fill('2019-04'))
})

test('what could be two periods, or none, is none', () => {
  for (const cell of [
    '2018/19',
    '2018-2019',
    'FY2019',
    '19',
    '2019-13',
    '2019-12-31',
    '201904',
    '0019',
    '',
    'May 2019',
  ])
    expect(readPeriod(cell), cell).toBeUndefined()
})

const period = fc
  .tuple(fc.integer({ min: 1901, max: 2198 }), fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q4', '-01', '-06', '-12'))
  .map(([year, part]) => `${year}${part}`)

test('a period in our form stays as it is, and the one before it ends where it begins', () => {
  fc.assert(
    fc.property(period, (one) => {
      expect(isPeriod(one)).toBe(true)
      const before = periodBefore(one)
      expect(isPeriod(before)).toBe(true)
      expect(grainOf(before)).toBe(grainOf(one))
      expect(comparePeriods(before, one)).toBeLessThan(0)
      expect(within(before, one)).toBe(false)
      expect(within(one, one.slice(0, 4))).toBe(true)
    }),
  )
})

test('the order of periods is one order', () => {
  fc.assert(
    fc.property(period, period, (a, b) => {
      expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0)
      if (comparePeriods(a, b) === 0) expect(a).toBe(b)
    }),
  )
})
