import fc from 'fast-check'
import { dayOf } from '@/lib/core/calendar'
import { uniformOf } from '@/lib/core/hash/uniform'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { hashedSample, type SobolResult, scoreSobol, sobolIndices } from '@/lib/core/uncertainty'
import scores from '../golden/reference-scores.json'
import stats from '../golden/reference-stats.json'
import { DYAD } from './arbitraries'
import { expectClose, expectMatches } from './golden'
import { caseIncidents, makeUncertain } from './uncertainty-case'

const params = DEFAULT_PARAMETERS
const golden = scores.sensitivity.sobol
const day = dayOf(scores.sensitivity.date)

function found(result: SobolResult | undefined): SobolResult {
  if (!result) throw new Error('no indices')
  return result
}

test('the Sobol indices of the case are the golden ones', () => {
  const { mean, variance, indices, rows } = found(scoreSobol(caseIncidents(), DYAD, day, params))
  expect(rows * 8).toBe(golden.runs)
  expectClose(mean, golden.mean)
  expectClose(variance, golden.variance)
  expectMatches(
    scoreSobol(caseIncidents(), DYAD, day, params)?.indices.map(({ factor, first, total }) => ({
      factor,
      S: first,
      ST: total,
    })),
    golden.indices.map(({ factor, S, ST }) => ({ factor, S, ST })),
  )
  // No incident of the case brings relief, so that kappa is not used, and not used is exactly 0.
  expect(indices[3]).toMatchObject({ first: 0, total: 0 })
})

test('the numbers of row k and factor j are u(k, A:j) and u(k, B:j)', () => {
  const sample = hashedSample(3, 99)
  expect(sample('A', 5, 2)).toBe(uniformOf(99, 5, 'A:2'))
  expect(sample('B', 7, 0)).toBe(uniformOf(99, 7, 'B:0'))
})

/** The digits of a number mirrored at the point: van der Corput's sequence, and with a prime for each factor Halton's. */
function radicalInverse(index: number, base: number): number {
  let [value, place] = [0, 1 / base]
  for (let left = index; left > 0; left = Math.floor(left / base), place /= base) value += (left % base) * place
  return value
}

test('Ishigami’s function has its analytic indices to one hundredth', () => {
  const { a, b, variance, S, ST } = stats.sobol.ishigami
  const ishigami = (point: Float64Array) => {
    const [x1, x2, x3] = point.map((u) => Math.PI * (2 * u - 1))
    return Math.sin(x1) + a * Math.sin(x2) ** 2 + b * x3 ** 4 * Math.sin(x1)
  }
  // Halton's points come within a hundredth by 2^13 rows; hashed numbers, which err by some 2 / √rows, need 2^17.
  const primes = { A: [2, 3, 5], B: [7, 11, 13] }
  const halton = (matrix: 'A' | 'B', row: number, factor: number) => radicalInverse(row + 1, primes[matrix][factor])
  const result = found(sobolIndices(ishigami, 3, 2 ** 13, halton))
  expectClose(result.variance, variance, 0.1)
  expectClose(result.mean, a / 2, 0.02)
  for (const [factor, { first, total }] of result.indices.entries()) {
    expectClose(first, S[factor], 0.01)
    expectClose(total, ST[factor], 0.01)
  }
})

test('a factor that is not used has exactly 0, and the others share the variance as they should', () => {
  const { S, ST } = stats.sobol.linear_x1_10x2
  const { indices } = found(sobolIndices(([x1, x2]) => x1 + 10 * x2, 3, 4096))
  expect(indices[2]).toEqual({ first: 0, total: 0 })
  for (const [factor, { first, total }] of indices.slice(0, 2).entries()) {
    expectClose(first, S[factor], 0.03)
    expectClose(total, ST[factor], 0.03)
  }
})

test('by hand: two rows of one factor', () => {
  const table = { A: [0.1, 0.5], B: [0.3, 0.9] }
  const result = found(
    sobolIndices(
      ([u]) => 10 * u,
      1,
      2,
      (matrix, row) => table[matrix][row],
    ),
  )
  // yA 1, 5; yB = yAB 3, 9; m = 4.5; var = (12.25 + 0.25 + 2.25 + 20.25) / 3 = 35 / 3.
  expectClose(result.mean, 4.5)
  expectClose(result.variance, 35 / 3)
  // (3 − 4.5) 2 + (9 − 4.5) 4 = 15, half of it 7.5; 4 + 16 = 20, a quarter of it 5.
  expectClose(result.indices[0].first, 7.5 / (35 / 3))
  expectClose(result.indices[0].total, 5 / (35 / 3))
})

test('adding a constant to the function changes no index, however large it is', () => {
  const f = ([x1, x2, x3]: Float64Array) => x1 + x2 * x3
  const plain = found(sobolIndices(f, 3, 256))
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (constant) => {
      const { indices } = found(sobolIndices((point) => f(point) + constant, 3, 256))
      for (const [factor, { first, total }] of indices.entries()) {
        expectClose(first, plain.indices[factor].first, 1e-7)
        expectClose(total, plain.indices[factor].total, 1e-7)
      }
    }),
    { numRuns: 30 },
  )
})

test('what does not vary has no indices', () => {
  expect(sobolIndices(() => 3, 2, 16)).toBeUndefined()
  expect(scoreSobol([], DYAD, day, params, { rows: 16 })).toBeUndefined()
  expect(scoreSobol([makeUncertain({ startDay: day + 1 })], DYAD, day, params, { rows: 16 })).toBeUndefined()
})

test('other seeds give other indices, and no rows are refused', () => {
  const one = scoreSobol(caseIncidents(), DYAD, day, params, { rows: 64 })
  expect(scoreSobol(caseIncidents(), DYAD, day, params, { rows: 64, seed: 1 })).not.toEqual(one)
  expect(scoreSobol(caseIncidents(), DYAD, day, params, { rows: 64 })).toEqual(one)
  expect(() => sobolIndices(() => 1, 1, 0)).toThrow('no number of rows: 0')
})
