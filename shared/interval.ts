import { inverseGammaP } from './gamma.ts'

/** Between which bounds the true figure lies, at a level of confidence, and by which rule they were found. */
export interface Interval {
  low: number
  high: number
  /** 0.95: of a hundred such intervals about 95 hold the true figure. */
  level: number
  kind: 'wilson' | 'poisson'
}

/** The level that is shown, and at which one pair is judged. */
export const usualLevel = 0.95

/**
 * The score interval of a proportion of `count` in `of` (E. B. Wilson, “Probable inference, the law of succession, and
 * statistical inference”, JASA 22, 1927), which holds for small counts and near 0 and 1.
 */
export function wilson(count: number, of: number, level: number = usualLevel): Interval {
  const z = quantileOf(level)
  const share = count / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const low = count === 0 ? 0 : Math.max(0, middle - reach)
  const high = count === of ? 1 : Math.min(1, middle + reach)
  return { low, high, level, kind: 'wilson' }
}

/**
 * The exact interval of the mean of a count of events (F. Garwood, “Fiducial limits for the Poisson distribution”,
 * Biometrika 28, 1936), told per unit of `exposure`.
 */
export function poisson(count: number, exposure = 1, level: number = usualLevel): Interval {
  const z = quantileOf(level)
  const tail = (1 - level) / 2
  const low = count === 0 ? 0 : inverseGammaP(count, tail, -z)
  const high = inverseGammaP(count + 1, 1 - tail, z)
  return { low: low / exposure, high: high / exposure, level, kind: 'poisson' }
}

/** The same interval in other units: a rate per hundred, per ten thousand. */
export const scaled = (interval: Interval, by: number): Interval => ({
  ...interval,
  low: interval.low * by,
  high: interval.high * by,
})

/** A figure with its interval. */
export interface Estimate {
  figure: number
  interval: Interval
}

/**
 * The interval of the difference `a − b` of two independent figures, recovered from their own intervals: method 10 of
 * R. G. Newcombe (Statistics in Medicine 17, 1998) for proportions, and for any other figure the MOVER of G. Y. Zou and
 * A. Donner (Statistics in Medicine 27, 2008).
 */
export function difference(a: Estimate, b: Estimate): { low: number; high: number } {
  const between = a.figure - b.figure
  return {
    low: between - Math.hypot(a.figure - a.interval.low, b.interval.high - b.figure),
    high: between + Math.hypot(a.interval.high - a.figure, b.figure - b.interval.low),
  }
}

const quantiles = new Map<number, number>()

/** The normal quantile that leaves half of what is not within the level on either side. */
function quantileOf(level: number): number {
  const known = quantiles.get(level)
  if (known !== undefined) return known
  const z = normalQuantile(0.5 + level / 2)
  if (quantiles.size < 1000) quantiles.set(level, z)
  return z
}

/** The normal quantile by algorithm AS 241, PPND16 (M. J. Wichura, Applied Statistics 37, 1988): 16 digits. */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(central, 0.180625 - q * q)
  const tail = q < 0 ? p : 1 - p
  const r = Math.sqrt(-Math.log(tail))
  const z = r <= 5 ? ratio(middle, r - 1.6) : ratio(far, r - 5)
  return q < 0 ? -z : z
}

type Ratio = readonly [above: readonly number[], below: readonly number[]]
const ratio = ([above, below]: Ratio, x: number): number => horner(above, x) / horner(below, x)
const horner = (factors: readonly number[], x: number): number => factors.reduceRight((sum, next) => sum * x + next, 0)

const central: Ratio = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546,
  ],
]
const middle: Ratio = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
]
const far: Ratio = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
]
