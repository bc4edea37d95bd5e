import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOf, trendingOf } from '../../shared/trending.ts'
import { chance } from '../report.ts'

test('the chances are those of Kendall’s table', () => {
  // M. G. Kendall, Rank Correlation Methods (1975), appendix table 1: the chance that S is at least so much.
  for (const [count, score, chance] of [
    [4, 6, 0.042],
    [5, 8, 0.042],
    [5, 10, 0.0083],
    [8, 16, 0.031],
    [9, 20, 0.022],
    [10, 21, 0.036],
    [10, 25, 0.014],
  ] as const)
    expect(chanceOf(count, score)).toBeCloseTo(chance, 3)
})

test('five figures that all rise are a trend, four cannot be one, and a break of the run may end it', () => {
  expect(trendingOf([1, 2, 3, 4], 'more')).toBe('short')
  expect(trendingOf([1, 2, 3, 4, 5], 'more')).toBe('better')
  expect(trendingOf([1, 2, 3, 4, 5], 'less')).toBe('worse')
  expect(trendingOf([5, 4, 3, 2, 1], 'neither')).toBe('falling')
  expect(trendingOf([1, 3, 2, 5, 4], 'more')).toBe('none')
  expect(trendingOf([7, 7, 7, 7, 7, 7], 'more')).toBe('none')
})

test('turned round in time a trend is the opposite one, and no unit changes it', () => {
  const opposite = {
    better: 'worse',
    worse: 'better',
    rising: 'falling',
    falling: 'rising',
    none: 'none',
    short: 'short',
  }
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 25 }),
      fc.constantFrom('more', 'less', 'neither'),
      (figures, direction) => {
        const found = trendingOf(figures, direction)
        expect(trendingOf(figures.toReversed(), direction)).toBe(opposite[found])
        expect(
          trendingOf(
            figures.map((figure) => figure * 100 + 3),
            direction,
          ),
        ).toBe(found)
      },
    ),
  )
})

test('figures in no order are called a trend about once in twenty times, and no more', () => {
  const random = chance(1945)
  for (const length of [6, 8, 24]) {
    let found = 0
    for (let n = 0; n < 1000; n++)
      if (
        trendingOf(
          Array.from({ length }, () => random()),
          'more',
        ) !== 'none'
      )
        found++
    expect(found, String(length)).toBeLessThan(70)
    expect(found, String(length)).toBeGreaterThan(5)
  }
})
