/** Lanczos's coefficients for g = 7 and nine terms, as P. Godfrey computed them (2001): 15 digits for arguments above 0. */
const LANCZOS_G = 7
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/**
 * ln Γ(x) by Lanczos's approximation (Lanczos 1964; Press et al., "Numerical Recipes", 6.1).
 * @throws RangeError when `x` is not above 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`no logarithm of gamma at ${x}`)
  const base = x + LANCZOS_G - 0.5
  const series = LANCZOS.reduce(
    (sum, coefficient, term) => sum + (term === 0 ? coefficient : coefficient / (x + (term - 1))),
    0,
  )
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series)
}

const SMALLEST = 1e-300
const MOST_STEPS = 10_000

const awayFromZero = (value: number) => (Math.abs(value) < SMALLEST ? SMALLEST : value)

/** The continued fraction of Abramowitz and Stegun 26.5.8, summed from the front by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let [front, back] = [1, 0]
  let value = 1
  for (let step = 1; step <= MOST_STEPS; step++) {
    const m = Math.floor(step / 2)
    const term =
      step % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    back = 1 / awayFromZero(1 + term * back)
    front = awayFromZero(1 + term / front)
    value *= front * back
    if (Math.abs(front * back - 1) < 1e-15) break
  }
  return 1 / value
}

/** I_x(a, b) for 0 < x < 1, by the fraction as it stands. */
function betaByFraction(x: number, a: number, b: number): number {
  const logFactor = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)
  return (Math.exp(logFactor) / a) * betaFraction(x, a, b)
}

/**
 * The regularised incomplete beta function I_x(a, b), 0..1 (Abramowitz and Stegun 26.5.1, 26.5.2, 26.5.8; Press et al.,
 * "Numerical Recipes", 6.4).
 * @throws RangeError when x lies outside 0..1 or a or b is not above 0.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1) || !(a > 0) || !(b > 0)) throw new RangeError(`no incomplete beta of ${x}, ${a}, ${b}`)
  if (x === 0 || x === 1) return x
  // The fraction converges fast below the mean only; above it I_x(a, b) = 1 − I_(1−x)(b, a).
  return x > (a + 1) / (a + b + 2) ? 1 - betaByFraction(1 - x, b, a) : betaByFraction(x, a, b)
}

/**
 * The chance of an F at least as large, with d1 and d2 degrees of freedom: I_x(d2/2, d1/2) at x = d2 / (d2 + d1 F)
 * (Abramowitz and Stegun 26.6.2).
 * @throws RangeError when F is below 0 or not finite, or a degree of freedom is not above 0.
 */
export function upperTailOfF(f: number, d1: number, d2: number): number {
  if (!(f >= 0 && f < Infinity)) throw new RangeError(`no F of ${f}`)
  return incompleteBeta(d2 / (d2 + d1 * f), d2 / 2, d1 / 2)
}
