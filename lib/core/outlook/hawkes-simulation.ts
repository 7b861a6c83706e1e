import type { HawkesProcess } from '@/lib/core/outlook/hawkes'

/**
 * Arrival times of a process from 0 up to `until` days, ascending, by thinning (Ogata 1981, IEEE Transactions on Information
 * Theory 27): the rate only falls between arrivals, so its value now bounds it until the next. `excitation` is
 * Σ e^(−beta (0 − t_i)) over the arrivals before 0. `uniform(k)` gives the k-th number, 0 <= u < 1, two a candidate.
 * Expected cost: O((mu until + alpha excitation) / (1 − alpha)).
 */
export function simulateHawkes(
  { mu, alpha, beta }: HawkesProcess,
  excitation: number,
  until: number,
  uniform: (index: number) => number,
): number[] {
  const times: number[] = []
  let [now, excited] = [0, alpha * beta * excitation]
  for (let candidate = 0; mu + excited > 0; candidate++) {
    const bound = mu + excited
    const wait = -Math.log1p(-uniform(2 * candidate)) / bound
    now += wait
    if (now >= until) break
    excited *= Math.exp(-beta * wait)
    if (uniform(2 * candidate + 1) * bound >= mu + excited) continue
    times.push(now)
    excited += alpha * beta
  }
  return times
}
