/**
 * The regularised incomplete gamma function and its inverse, by the standard algorithms: series and continued fraction
 * (Press et al., Numerical Recipes, 3rd ed., §6.2; Lentz 1976 for the fraction), the logarithm of gamma by Lanczos
 * (1964), the inverse by Halley's steps from an expansion, or from Wilson and Hilferty's cube (1931).
 */
const lanczos = [
  57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 3.399464998481189e-5,
  4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488, 0.00021743961811521265,
  -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
]

export function logGamma(x: number): number {
  const t = x + 5.2421875
  let sum = 0.9999999999999971
  for (let i = 0; i < lanczos.length; i++) sum += lanczos[i]! / (x + i + 1)
  return (x + 0.5) * Math.log(t) - t + Math.log((2.5066282746310007 * sum) / x)
}

/** P(a, x): the chance that a gamma variable of shape `a` is at most `x`. */
export function gammaP(a: number, x: number, logA = logGamma(a)): number {
  if (x <= 0) return 0
  return x < a + 1 ? series(a, x, logA) : 1 - fraction(a, x, logA)
}

function series(a: number, x: number, logA: number): number {
  let term = 1 / a
  let sum = term
  for (let n = a + 1; Math.abs(term) > Math.abs(sum) * 1e-16; n++) {
    term *= x / n
    sum += term
  }
  return sum * Math.exp(-x + a * Math.log(x) - logA)
}

function fraction(a: number, x: number, logA: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let i = 1; ; i++) {
    const an = -i * (i - a)
    b += 2
    d = 1 / nonZero(an * d + b)
    c = nonZero(b + an / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15 || i > 10_000) break
  }
  return h * Math.exp(-x + a * Math.log(x) - logA)
}

const nonZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)

/** Past this the expansion has every digit that anyone reads. */
const largestSearched = 1000

/** The `x` at which P(a, x) is `p`; `z` is the normal quantile of `p`, from which the search sets out. */
export function inverseGammaP(a: number, p: number, z: number): number {
  if (p <= 0) return 0
  if (a >= largestSearched) return expansion(a, z)
  const logA = logGamma(a)
  let x = firstGuess(a, p, z, logA)
  for (let i = 0; i < 20; i++) {
    const density = Math.exp(-x + (a - 1) * Math.log(x) - logA)
    const u = (gammaP(a, x, logA) - p) / density
    const step = u / (1 - 0.5 * Math.min(1, u * ((a - 1) / x - 1)))
    x = step < x ? x - step : x / 2
    // Halley's steps cube what is left of the error.
    if (Math.abs(step) < 1e-5 * x) break
  }
  return x
}

/** The expansion of a gamma quantile about the normal one (Cornish and Fisher 1937; Goldberg and Levine 1946). */
function expansion(a: number, z: number): number {
  const s = 1 / Math.sqrt(a)
  const second = ((z ** 3 - 7 * z) * s) / 36
  const third = ((3 * z ** 4 + 7 * z * z - 16) * s * s) / 810
  const fourth = ((9 * z ** 5 + 256 * z ** 3 - 433 * z) * s ** 3) / 38_880
  return a + z / s + (z * z - 1) / 3 + second - third + fourth
}

/** The expansion where there is enough to expand about; else the leading term near zero. */
function firstGuess(a: number, p: number, z: number, logA: number): number {
  if (a > 10 && z * z < a) return expansion(a, z)
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))
  if (root > 0.3) return a * root ** 3
  return Math.exp((Math.log(p) + Math.log(a) + logA) / a)
}
