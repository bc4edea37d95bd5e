/**
 * The regularised incomplete gamma function and its inverse, by the standard algorithms: series and continued fraction
 * (Press et al., Numerical Recipes, 3rd ed., §6.2; Lentz 1976 for the fraction), the logarithm of gamma by Lanczos
 * (1964), the inverse by Wilson and Hilferty's start (1931) and Halley's steps.
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

/** Past this the first guess is right to the digits that anyone reads, and a search would last. */
const largestSearched = 100_000

/** The `x` at which P(a, x) is `p`; `z` is the normal quantile of `p`, from which the search sets out. */
export function inverseGammaP(a: number, p: number, z: number): number {
  if (p <= 0) return 0
  const logA = logGamma(a)
  let x = firstGuess(a, p, z, logA)
  if (a > largestSearched) return x
  for (let i = 0; i < 12; i++) {
    if (x <= 0) return 0
    const density = Math.exp(-x + (a - 1) * Math.log(x) - logA)
    const u = (gammaP(a, x, logA) - p) / density
    const step = u / (1 - 0.5 * Math.min(1, u * ((a - 1) / x - 1)))
    const next = x - step
    x = next > 0 ? next : x / 2
    if (Math.abs(step) < 1e-11 * x) break
  }
  return x
}

/** Wilson and Hilferty: the cube root of a gamma variable is nearly normal; for a small `a` near zero, its leading term. */
function firstGuess(a: number, p: number, z: number, logA: number): number {
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))
  if (root > 0.3) return a * root ** 3
  return Math.exp((Math.log(p) + Math.log(a) + logA) / a)
}
