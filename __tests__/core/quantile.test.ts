import fc from 'fast-check'
import { quantileOf, quantileOfSorted } from '@/lib/core/statistics/quantile'
import golden from '../golden/reference-stats.json'
import { expectClose } from './golden'
import { defined } from './reliability-case'

const { data, p05, p50, p95 } = golden.quantile7

test('quantiles are the golden ones of type 7', () => {
  expectClose(defined(quantileOfSorted(data, 0.05)), p05)
  expectClose(defined(quantileOfSorted(data, 0.5)), p50)
  expectClose(defined(quantileOfSorted(data, 0.95)), p95)
})

test('numbers may come in any order and stay in it', () => {
  const numbers = [10, 3, 1, 4, 2]
  expect(quantileOf(numbers, 0.5)).toBe(3)
  expectClose(defined(quantileOf(numbers, 0.95)), 8.8)
  expect(numbers).toEqual([10, 3, 1, 4, 2])
})

test('the ends are the smallest and the largest number', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
      expect(quantileOf(numbers, 0)).toBe(Math.min(...numbers))
      expect(quantileOf(numbers, 1)).toBe(Math.max(...numbers))
    }),
  )
})

test('without numbers there is no quantile', () => {
  expect(quantileOf([], 0.5)).toBeUndefined()
})

test('a quantile outside 0 to 1 is refused', () => {
  for (const p of [-0.01, 1.01, Number.NaN]) expect(() => quantileOf([1, 2], p)).toThrow(RangeError)
})
