import fc from 'fast-check'
import { titleSimilarity } from '@/lib/core/scoring'

test('the same words are wholly alike whatever case, accents, order and punctuation', () => {
  expect(titleSimilarity('Chargé summoned', 'CHARGE, summoned!')).toBe(1)
  expect(titleSimilarity('Baku summons the ambassador', 'the ambassador Baku summons')).toBe(1)
})

test('similar titles score above unlike ones', () => {
  const near = titleSimilarity('Two Sputnik journalists arrested in Baku', 'Sputnik journalists arrested in Baku')
  const far = titleSimilarity('Two Sputnik journalists arrested in Baku', 'Moscow says one death was a heart attack')
  expect(near).toBeGreaterThan(0.8)
  expect(far).toBeLessThan(0.3)
})

test('titles without a letter are like nothing', () => {
  expect(titleSimilarity('', '')).toBe(0)
  expect(titleSimilarity('—', 'Raid')).toBe(0)
})

test('similarity is symmetric and lies from 0 to 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const similarity = titleSimilarity(a, b)
      expect(similarity).toBe(titleSimilarity(b, a))
      expect(similarity).toBeGreaterThanOrEqual(0)
      expect(similarity).toBeLessThanOrEqual(1)
    }),
  )
})
