import {
  confidenceOf,
  LIKELIHOOD_WORDS,
  type LikelihoodWords,
  likelihoodWords,
  qualityShareOf,
} from '@/lib/core/uncertainty'

const wordsOf = (share: number) => {
  const likelihood = likelihoodWords(share)
  return likelihood.kind === 'words' ? likelihood.words : likelihood.share
}

test('each word of likelihood has its interval, with the edges on the side that the specification gives them', () => {
  const below = (edge: number) => edge - 1e-12
  const above = (edge: number) => edge + 1e-12
  expect([below(0.01), 0.01, below(0.05)].map(wordsOf)).toEqual([below(0.01), 'almost no chance', 'almost no chance'])
  expect([0.05, below(0.2)].map(wordsOf)).toEqual(['very unlikely', 'very unlikely'])
  expect([0.2, below(0.45)].map(wordsOf)).toEqual(['unlikely', 'unlikely'])
  expect([0.45, 0.55].map(wordsOf)).toEqual(['roughly even chance', 'roughly even chance'])
  expect([above(0.55), 0.8].map(wordsOf)).toEqual(['likely', 'likely'])
  expect([above(0.8), 0.95].map(wordsOf)).toEqual(['very likely', 'very likely'])
  expect([above(0.95), 0.99, above(0.99)].map(wordsOf)).toEqual(['almost certain', 'almost certain', above(0.99)])
})

test('shares of a thousand draws fall on the edges exactly', () => {
  const counts = Array.from({ length: 1001 }, (_, count) => wordsOf(count / 1000))
  const first = (words: LikelihoodWords) => counts.indexOf(words)
  expect(LIKELIHOOD_WORDS.map(first)).toEqual([10, 50, 200, 450, 551, 801, 951])
  expect(counts.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => count / 1000))
  expect(counts.slice(990, 992)).toEqual(['almost certain', 0.991])
  expect([wordsOf(0), wordsOf(1)]).toEqual([0, 1])
})

test('what is no share has no words', () => {
  for (const share of [-0.1, 1.1, Number.NaN]) expect(() => likelihoodWords(share)).toThrow('lies between 0 and 1')
})

test('the quality share is of points by size, from well verified incidents of which the coder is not unsure', () => {
  const good = { points: 4, verification: 0.75, confidence: 'moderate' } as const
  const relief = { points: -2, verification: 1, confidence: 'high' } as const
  const weak = { points: 3, verification: 0.749, confidence: 'high' } as const
  const unsure = { points: 1, verification: 1, confidence: 'low' } as const
  expect(qualityShareOf([good, relief, weak, unsure])).toBe(6 / 10)
  expect(qualityShareOf([good])).toBe(1)
  expect(qualityShareOf([weak, unsure])).toBe(0)
  expect(qualityShareOf([])).toBeUndefined()
  expect(qualityShareOf([{ ...good, points: 0 }])).toBeUndefined()
})

const levelOf = (qualityShare: number | undefined, width: number, uncoveredOfLastFour: number) =>
  confidenceOf({ qualityShare, width, uncoveredOfLastFour }).level

test('confidence is high when all three conditions are met, low when one fails badly, else moderate', () => {
  expect(levelOf(0.8, 15, 0)).toBe('high')
  expect(levelOf(0.799, 15, 0)).toBe('moderate')
  expect(levelOf(0.8, 15.01, 0)).toBe('moderate')
  expect(levelOf(0.8, 15, 1)).toBe('moderate')
  expect(levelOf(0.5, 30, 1)).toBe('moderate')
  expect(levelOf(0.499, 10, 0)).toBe('low')
  expect(levelOf(0.9, 30.01, 0)).toBe('low')
  expect(levelOf(0.9, 10, 2)).toBe('low')
})

test('confidence names its conditions, each with its number and what it would give alone', () => {
  expect(confidenceOf({ qualityShare: 0.7, width: 40, uncoveredOfLastFour: 0 })).toEqual({
    level: 'low',
    reasons: [
      { condition: 'quality', value: 0.7, level: 'moderate' },
      { condition: 'width', value: 40, level: 'low' },
      { condition: 'coverage', value: 0, level: 'high' },
    ],
  })
})

test('without points only width and coverage decide', () => {
  expect(levelOf(undefined, 0, 0)).toBe('high')
  expect(levelOf(undefined, 0, 4)).toBe('low')
  const { reasons } = confidenceOf({ qualityShare: undefined, width: 0, uncoveredOfLastFour: 0 })
  expect(reasons.map(({ condition }) => condition)).toEqual(['width', 'coverage'])
})

test('what cannot be is refused', () => {
  expect(() => levelOf(1.2, 3, 0)).toThrow('a share lies between 0 and 1, not at 1.2')
  expect(() => levelOf(0.5, Number.NaN, 0)).toThrow('an interval cannot be NaN wide')
  expect(() => levelOf(0.5, -1, 0)).toThrow('an interval cannot be -1 wide')
  for (const weeks of [-1, 1.5, 5]) expect(() => levelOf(0.5, 3, weeks)).toThrow(`${weeks} of four weeks`)
})
