import fc from 'fast-check'
import { uniformOf } from '@/lib/core/hash/uniform'
import { type Arrivals, fitHawkes, type HawkesProcess, hawkesLogLikelihood, simulateHawkes } from '@/lib/core/outlook'
import { expectClose } from './golden'

const simulate = (process: HawkesProcess, until: number, draw = 0, excitation = 0) =>
  simulateHawkes(process, excitation, until, (index) => uniformOf(7, draw, `u:${index}`))

/** The log-likelihood by its definition, over all pairs. */
function byDefinition({ times, until }: Arrivals, { mu, alpha, beta }: HawkesProcess): number {
  const all = Array.from(times)
  const rateAt = (time: number, index: number) =>
    all.slice(0, index).reduce((sum, before) => sum + alpha * beta * Math.exp(-beta * (time - before)), mu)
  const logs = all.reduce((sum, time, index) => sum + Math.log(rateAt(time, index)), 0)
  return logs - mu * until - all.reduce((sum, time) => sum + alpha * (1 - Math.exp(-beta * (until - time))), 0)
}

const processArb = fc.record({
  mu: fc.double({ min: 0.01, max: 3, noNaN: true }),
  alpha: fc.double({ min: 0, max: 0.95, noNaN: true }),
  beta: fc.double({ min: 0.005, max: 1.3, noNaN: true }),
})
const arrivalsArb = fc
  .array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 2, maxLength: 40 })
  .map((times): Arrivals => ({ times: times.toSorted((a, b) => a - b), until: 300 }))

test('one arrival at 1 of 2 days has log mu − 2 mu − alpha (1 − e^−beta), and none has −mu until', () => {
  const process = { mu: 0.5, alpha: 0.4, beta: 0.7 }
  const expected = Math.log(0.5) - 1 - 0.4 * (1 - Math.exp(-0.7))
  expectClose(hawkesLogLikelihood({ times: [1], until: 2 }, process), expected)
  expect(hawkesLogLikelihood({ times: [], until: 2 }, process)).toBe(-1)
})

test('the recursion equals the definition over all pairs', () => {
  fc.assert(
    fc.property(arrivalsArb, processArb, (arrivals, process) => {
      expectClose(hawkesLogLikelihood(arrivals, process), byDefinition(arrivals, process))
    }),
  )
})

test('a simulated process gives its parameters back', () => {
  const until = 20000
  for (const process of [
    { mu: 0.2, alpha: 0.6, beta: 0.3 },
    { mu: 0.4, alpha: 0.3, beta: 0.1 },
    { mu: 0.1, alpha: 0.8, beta: 0.05 },
  ]) {
    const arrivals = { times: simulate(process, until), until }
    const fit = fitHawkes(arrivals)
    if (!fit) throw new Error('no fit')
    expect(Math.abs(fit.mu / process.mu - 1)).toBeLessThan(0.25)
    expect(Math.abs(fit.alpha - process.alpha)).toBeLessThan(0.06)
    expect(Math.abs(fit.beta / process.beta - 1)).toBeLessThan(0.25)
    // Twice the gain over the truth is chi-squared with 3 degrees of freedom: above 12 in under 1 %.
    const gain = hawkesLogLikelihood(arrivals, fit) - hawkesLogLikelihood(arrivals, process)
    expect(gain).toBeGreaterThanOrEqual(0)
    expect(gain).toBeLessThan(6)
  }
})

test('arrivals without excitation give next to none back', () => {
  const fit = fitHawkes({ times: simulate({ mu: 0.5, alpha: 0, beta: 1 }, 8000), until: 8000 })
  expect(fit?.alpha).toBeLessThan(0.05)
  expect((fit?.mu ?? 0) / (1 - (fit?.alpha ?? 1))).toBeCloseTo(0.5, 1)
})

test('no process within bounds makes the arrivals likelier than the fit', () => {
  fc.assert(
    fc.property(arrivalsArb, fc.array(processArb, { minLength: 20, maxLength: 20 }), (arrivals, others) => {
      const fit = fitHawkes(arrivals)
      if (!fit) throw new Error('no fit')
      const best = hawkesLogLikelihood(arrivals, fit)
      for (const other of others) expect(hawkesLogLikelihood(arrivals, other)).toBeLessThanOrEqual(best + 1e-3)
    }),
  )
})

test('a fit is the top of the likelihood: a hundredth more or less of any parameter makes it smaller', () => {
  const arrivals = { times: simulate({ mu: 0.2, alpha: 0.6, beta: 0.3 }, 4000), until: 4000 }
  const fit = fitHawkes(arrivals)
  if (!fit) throw new Error('no fit')
  const best = hawkesLogLikelihood(arrivals, fit)
  for (const name of ['mu', 'alpha', 'beta'] as const) {
    for (const factor of [0.99, 1.01]) {
      expect(hawkesLogLikelihood(arrivals, { ...fit, [name]: factor * fit[name] })).toBeLessThan(best)
    }
  }
})

test('a fit is stationary with a rate above 0, and its integral is the number of arrivals', () => {
  fc.assert(
    fc.property(arrivalsArb, (arrivals) => {
      const { mu, alpha, beta } = fitHawkes(arrivals) ?? { mu: 0, alpha: 1, beta: 0 }
      expect(mu).toBeGreaterThan(0)
      expect(alpha).toBeGreaterThanOrEqual(0)
      expect(alpha).toBeLessThan(1)
      const left = Array.from(arrivals.times).reduce((sum, time) => sum + Math.exp(-beta * (300 - time)), 0)
      expectClose(mu * 300 + alpha * (arrivals.times.length - left), arrivals.times.length)
    }),
  )
})

test('fewer than two arrivals are not fitted', () => {
  expect([fitHawkes({ times: [], until: 9 }), fitHawkes({ times: [3], until: 9 })]).toEqual([null, null])
})

test('a simulation has mu until / (1 − alpha) arrivals in the long run, in order and before its end', () => {
  const times = simulate({ mu: 0.3, alpha: 0.5, beta: 0.4 }, 30000)
  expect(times.length / 30000).toBeCloseTo(0.6, 1)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times.every((time) => time > 0 && time < 30000)).toBe(true)
})

test('with nothing but past excitation the arrivals to come are alpha E / (1 − alpha) on average', () => {
  const process = { mu: 0, alpha: 0.5, beta: 0.2 }
  const counts = Array.from({ length: 2000 }, (_, draw) => simulate(process, 1000, draw, 4).length)
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  expect(Math.abs(mean - 4)).toBeLessThan(0.3)
  expect(simulate(process, 1000, 0, 0)).toEqual([])
})

test('the rate’s integral between simulated arrivals is exponential with mean 1', () => {
  const process = { mu: 0.2, alpha: 0.6, beta: 0.3 }
  const times = simulate(process, 20000)
  const gaps: number[] = []
  let [excitation, before] = [0, 0]
  for (const time of times) {
    const kept = Math.exp(-process.beta * (time - before))
    gaps.push(process.mu * (time - before) + process.alpha * excitation * (1 - kept))
    excitation = excitation * kept + 1
    before = time
  }
  const shareAbove = (limit: number) => gaps.filter((gap) => gap > limit).length / gaps.length
  for (const limit of [0.1, 0.5, 1, 2, 3]) expect(Math.abs(shareAbove(limit) - Math.exp(-limit))).toBeLessThan(0.02)
})
