import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gammaP, logGamma } from '../../shared/gamma.ts'
import { difference, normalQuantile, poisson, wilson } from '../../shared/interval.ts'

test('Wilson’s interval is the published one', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  for (const [count, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    expect(wilson(count, of).low).toBeCloseTo(low, 4)
    expect(wilson(count, of).high).toBeCloseTo(high, 4)
  }
})

test('the exact Poisson interval is the published one', () => {
  // F. Garwood, Biometrika 28 (1936); the usual table of exact 95 % limits (e.g. Ulm, Am. J. Epidemiol. 131, 1990).
  for (const [count, low, high] of [
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [2, 0.2422, 7.2247],
    [5, 1.6235, 11.6683],
    [10, 4.7954, 18.3904],
    [20, 12.2165, 30.8884],
    [50, 37.111, 65.9188],
    [100, 81.364, 121.6268],
  ] as const) {
    expect(poisson(count).low).toBeCloseTo(low, 3)
    expect(poisson(count).high).toBeCloseTo(high, 3)
  }
})

test('the interval of a difference is the published one', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  const share = (count: number, of: number) => ({ figure: count / of, interval: wilson(count, of) })
  for (const [a, b, low, high] of [
    [share(56, 70), share(48, 80), 0.0524, 0.3339],
    [share(9, 10), share(3, 10), 0.1705, 0.809],
    [share(5, 56), share(0, 29), -0.0381, 0.1926],
    [share(10, 10), share(0, 10), 0.6075, 1],
  ] as const) {
    expect(difference(a, b).low).toBeCloseTo(low, 4)
    expect(difference(a, b).high).toBeCloseTo(high, 4)
  }
})

test('the normal quantile is the published one', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
  expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14) // AS 241's own check
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 13)
  expect(normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 12)
})

const level = fc.double({ min: 0.5, max: 0.9999, noNaN: true })

test('the exact Poisson limits leave just the tails that they say, for small counts and large ones', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 5000 })), level, (count, at) => {
      const { low, high } = poisson(count, 1, at)
      const tail = (1 - at) / 2
      // P(X ≥ k | low) = P(k, low); P(X ≤ k | high) = 1 − P(k + 1, high).
      if (count > 0) expect(gammaP(count, low) / tail).toBeCloseTo(1, 6)
      else expect(low).toBe(0)
      expect((1 - gammaP(count + 1, high)) / tail).toBeCloseTo(1, 6)
    }),
  )
})

test('every interval holds its figure, stays where a figure can be, and widens with the level', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2000 }), fc.integer({ min: 1, max: 2000 }), level, level, (a, b, first, second) => {
      const [count, of] = [Math.min(a, b), Math.max(a, b)]
      const [some, more] = [Math.min(first, second), Math.max(first, second)]
      for (const rule of [wilson, poisson]) {
        const [narrow, wide] = [rule(count, of, some), rule(count, of, more)]
        expect(narrow.low).toBeLessThanOrEqual(count / of + 1e-12)
        expect(narrow.high).toBeGreaterThanOrEqual(count / of - 1e-12)
        expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-12)
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-12)
        expect(wide.low).toBeGreaterThanOrEqual(0)
      }
      expect(wilson(count, of, more).high).toBeLessThanOrEqual(1)
      const turned = wilson(of - count, of, some)
      expect(turned.low).toBeCloseTo(1 - wilson(count, of, some).high, 10)
    }),
  )
})

test('the gamma function’s logarithm is that of the factorials', () => {
  let sum = 0
  for (let n = 1; n <= 100; n++) {
    expect(logGamma(n)).toBeCloseTo(sum, 10)
    sum += Math.log(n)
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
})
