import fc from 'fast-check'
import { rankShares } from '@/lib/core/uncertainty'
import { expectClose } from './golden'

const draws = (...scores: number[]) => Float64Array.from(scores)

test('each dyad holds its rank as often as the draws say', () => {
  const shares = rankShares([draws(9, 9, 1, 9), draws(5, 5, 5, 5), draws(1, 7, 9, 2)], [8, 5, 3])
  expect(shares).toEqual([
    { rank: 1, share: 3 / 4 },
    { rank: 2, share: 3 / 4 },
    { rank: 3, share: 2 / 4 },
  ])
})

test('without a headline the medians rank', () => {
  expect(rankShares([draws(1, 1, 9), draws(2, 3, 2)])).toEqual([
    { rank: 2, share: 2 / 3 },
    { rank: 1, share: 2 / 3 },
  ])
})

test('dyads that are level in a draw share its ranks', () => {
  expect(rankShares([draws(5), draws(5), draws(5)], [3, 2, 1]).map(({ share }) => share)).toEqual([1 / 3, 1 / 3, 1 / 3])
  expect(rankShares([draws(5), draws(5), draws(9)], [3, 2, 1]).map(({ share }) => share)).toEqual([0, 1 / 2, 0])
})

test('dyads that are level in the headline hold any of the ranks they share', () => {
  expect(rankShares([draws(5, 4), draws(4, 5), draws(1, 9)], [6, 6, 2])).toEqual([
    { rank: 1, share: 1 / 2 },
    { rank: 1, share: 1 },
    { rank: 3, share: 1 / 2 },
  ])
})

test('calm dyads that are level throughout hold their rank throughout', () => {
  expect(rankShares([draws(0, 0), draws(0, 0)])).toEqual([
    { rank: 1, share: 1 },
    { rank: 1, share: 1 },
  ])
})

const tableArb = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 })).chain(([dyads, count]) =>
  fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: count, maxLength: count }), {
    minLength: dyads,
    maxLength: dyads,
  }),
)

test('shares lie between 0 and 1, and the order of dyads does not matter', () => {
  fc.assert(
    fc.property(tableArb, (table) => {
      const lists = table.map((list) => Float64Array.from(list))
      const shares = rankShares(lists)
      const reversed = rankShares(lists.toReversed()).toReversed()
      for (const [dyad, { rank, share }] of shares.entries()) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(rank).toBe(reversed[dyad].rank)
        expectClose(share, reversed[dyad].share)
      }
    }),
  )
})

test('shifting and stretching all scores changes nothing', () => {
  fc.assert(
    fc.property(tableArb, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 }), (table, factor, shift) => {
      const stretched = table.map((list) => Float64Array.from(list, (score) => factor * score + shift))
      expect(rankShares(stretched)).toEqual(rankShares(table.map((list) => Float64Array.from(list))))
    }),
  )
})

test('without dyads or draws there are no shares, and lists that do not fit are refused', () => {
  expect(rankShares([])).toEqual([])
  expect(rankShares([draws(), draws()])).toEqual([])
  expect(() => rankShares([draws(1), draws(1, 2)])).toThrow('dyads have different numbers of draws')
  expect(() => rankShares([draws(1)], [1, 2])).toThrow('2 scores for 1')
})
