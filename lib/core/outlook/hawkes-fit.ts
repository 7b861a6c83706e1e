import { type Arrivals, excitationsOf, type HawkesProcess, hawkesLogLikelihood } from '@/lib/core/outlook/hawkes'

/** Largest branching ratio looked at: below 1 the process is stationary. */
const MOST_ALPHA = 0.99

/** Excitation halves in half a day at the fastest, as the record knows whole days, and in half a year at the slowest. */
const MOST_BETA = Math.LN2 / 0.5
const LEAST_BETA = Math.LN2 / 180

/** Betas tried first, evenly in logarithm, then golden sections around the best of them. */
const COARSE_STEPS = 16
const FINE_STEPS = 16
const ALPHA_STEPS = 20
const GOLDEN = (Math.sqrt(5) - 1) / 2

interface Fit extends HawkesProcess {
  logLikelihood: number
}

/** Slope of the log-likelihood in alpha where mu = (n − alpha caused) / until. A plain loop, as it is run most. */
function slopeOf(rates: Float64Array, caused: number, until: number, alpha: number): number {
  const mu = (rates.length - alpha * caused) / until
  const lost = caused / until
  let slope = 0
  for (let index = 0; index < rates.length; index++) slope += (rates[index] - lost) / (mu + alpha * rates[index])
  return slope
}

/**
 * The best mu and alpha for one beta. At the best mu the rate's integral equals the number of arrivals, so mu follows from
 * alpha; along that line the log-likelihood is concave, and its slope is bisected. O(20 n).
 */
function bestWith(arrivals: Arrivals, beta: number): Fit {
  const { met, atEnd } = excitationsOf(arrivals, beta)
  const { until } = arrivals
  const caused = met.length - atEnd
  const rates = met.map((excitation) => beta * excitation)
  let [low, high] = [0, slopeOf(rates, caused, until, 0) > 0 ? MOST_ALPHA : 0]
  for (let step = 0; step < ALPHA_STEPS && low < high; step++) {
    const middle = (low + high) / 2
    if (slopeOf(rates, caused, until, middle) > 0) low = middle
    else high = middle
  }
  const process = { mu: (met.length - high * caused) / until, alpha: high, beta }
  return { ...process, logLikelihood: hawkesLogLikelihood(arrivals, process) }
}

/**
 * The process under which the arrivals are most likely: for each beta the exact best mu and alpha, over betas on a grid even in
 * logarithm and then by golden sections around the best of it. Alpha stays within 0..0.99, beta between a half-life
 * of 180 days and one of half a day. Null with fewer than two arrivals. O(n): some 800 passes.
 */
export function fitHawkes(arrivals: Arrivals): HawkesProcess | null {
  if (arrivals.times.length < 2) return null
  const step = Math.log(MOST_BETA / LEAST_BETA) / (COARSE_STEPS - 1)
  const at = (place: number) => bestWith(arrivals, Math.min(MOST_BETA, LEAST_BETA * Math.exp(step * place)))
  const coarse = Array.from({ length: COARSE_STEPS }, (_, place) => at(place))
  const best = coarse.reduce((top, fit, place) => (fit.logLikelihood > coarse[top].logLikelihood ? place : top), 0)
  let [low, high] = [Math.max(0, best - 1), Math.min(COARSE_STEPS - 1, best + 1)]
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)]
  let [leftFit, rightFit] = [at(left), at(right)]
  for (let fine = 0; fine < FINE_STEPS; fine++) {
    if (leftFit.logLikelihood >= rightFit.logLikelihood) {
      ;[high, right, rightFit] = [right, left, leftFit]
      left = high - GOLDEN * (high - low)
      leftFit = at(left)
    } else {
      ;[low, left, leftFit] = [left, right, rightFit]
      right = low + GOLDEN * (high - low)
      rightFit = at(right)
    }
  }
  const fits = [coarse[best], leftFit, rightFit]
  const { mu, alpha, beta } = fits.reduce((top, fit) => (fit.logLikelihood > top.logLikelihood ? fit : top))
  return { mu, alpha, beta }
}
