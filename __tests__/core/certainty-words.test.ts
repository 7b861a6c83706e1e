import {
  confidenceSentence,
  confidenceWords,
  likelihoodCell,
  likelihoodSentence,
  shareWords,
} from '@/components/certainty/certainty-words'
import { confidenceOf } from '@/lib/core/uncertainty'

const likely = (share: number) => likelihoodSentence(share, 'Crisis', '2025-W27', 1000)

test('a likelihood is said of the true score given coding and method, with its share of draws', () => {
  expect(likely(0.873)).toBe(
    'It is very likely (87\u202f% of 1000 draws) that the true score of 2025-W27 lies in Crisis or above, given how the incidents are coded and how the method adds them up.',
  )
  expect(likely(0.5)).toMatch(/^There is a roughly even chance \(50\u202f% of 1000 draws\) that /)
  expect(likely(0.02)).toMatch(/^There is almost no chance \(2\u202f% of 1000 draws\) that /)
})

test('where the specification has no words the number stands, and all and none are said as such', () => {
  expect(likely(1)).toMatch(/^In all 1000 draws the true score /)
  expect(likely(0)).toMatch(/^In none of 1000 draws the true score /)
  expect(likely(0.996)).toMatch(/^In 99\.6\u202f% of 1000 draws the true score /)
  expect([1, 0.996, 0.004, 0, 0.6].map(likelihoodCell)).toEqual([
    '100\u202f%',
    '99.6\u202f%',
    '0.4\u202f%',
    '0\u202f%',
    'likely',
  ])
  expect(shareWords(0.999)).toBe('99.9\u202f%')
})

const moderate = confidenceOf({ qualityShare: 0.92, width: 11.62, uncoveredOfLastFour: 1 })

test('confidence is said in a sentence of its own, with all its reasons', () => {
  expect(confidenceSentence(moderate, '2025-W27')).toBe(
    'Confidence in the score of 2025-W27 is moderate: 92\u202f% of its points are well verified, the data interval is 11.6 wide, and one of the last four weeks was not covered.',
  )
  const calm = confidenceOf({ qualityShare: undefined, width: 0, uncoveredOfLastFour: 0 })
  expect(confidenceSentence(calm, '2025-W27')).toBe(
    'Confidence in the score of 2025-W27 is high: the data interval is 0.0 wide, and the last four weeks were all covered.',
  )
})

test('in the head of a page only the reasons stand that decide', () => {
  expect(confidenceWords(moderate)).toBe('moderate: one of the last four weeks was not covered')
  const low = confidenceOf({ qualityShare: 0.4, width: 34.2, uncoveredOfLastFour: 3 })
  expect(confidenceWords(low)).toBe(
    'low: 40\u202f% of its points are well verified, the data interval is 34.2 wide, three of the last four weeks were not covered',
  )
})

test('no sentence holds both a likelihood and a confidence', () => {
  expect(likely(0.9)).not.toMatch(/confiden/)
  expect(confidenceSentence(moderate, '2025-W27')).not.toMatch(/likely|chance|draws/)
})
