/**
 * A self-exciting process (Hawkes 1971, Biometrika 58) with an exponential kernel: at time t arrivals come at the rate
 * mu + Σ alpha beta e^(−beta (t − t_i)) over the arrivals t_i before t. Times are in days, rates per day.
 */
export interface HawkesProcess {
  /** Rate without excitation. */
  mu: number
  /** Arrivals that one arrival brings about, 0 up to below 1: the branching ratio. */
  alpha: number
  /** Rate at which excitation fades. */
  beta: number
}

/** Times in ascending order from 0 up to `until`, where the observation ends. */
export interface Arrivals {
  times: ArrayLike<number>
  until: number
}

/**
 * How much excitation each arrival meets, Σ e^(−beta (t − t_i)) over those before it, and at the end of the observation, by the
 * recursion of Ozaki (1979, Annals of the Institute of Statistical Mathematics 31). O(n).
 */
export function excitationsOf({ times, until }: Arrivals, beta: number): { met: Float64Array; atEnd: number } {
  const met = new Float64Array(times.length)
  let [excitation, before] = [0, 0]
  for (let index = 0; index < times.length; index++) {
    met[index] = excitation * Math.exp(-beta * (times[index] - before))
    excitation = met[index] + 1
    before = times[index]
  }
  return { met, atEnd: excitation * Math.exp(-beta * (until - before)) }
}

/**
 * Log-likelihood of arrivals: Σ log rate(t_i) less the rate's integral, mu until + alpha Σ (1 − e^(−beta (until − t_i))) (Ozaki
 * 1979). 0 arrivals have −mu until. O(n).
 */
export function hawkesLogLikelihood(arrivals: Arrivals, { mu, alpha, beta }: HawkesProcess): number {
  const { met, atEnd } = excitationsOf(arrivals, beta)
  let logRates = 0
  for (let index = 0; index < met.length; index++) logRates += Math.log(mu + alpha * beta * met[index])
  // What the arrivals have left at the end is Σ e^(−beta (until − t_i)): the recursion has it already.
  return logRates - mu * arrivals.until - alpha * (met.length - atEnd)
}
