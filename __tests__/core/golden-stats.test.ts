import { isCredibility, isReliability } from '@/lib/core/codebook'
import { contributionOf, DEFAULT_PARAMETERS, pointsForScore, scoreOf, verificationOf } from '@/lib/core/scoring'
import golden from '../golden/reference-stats.json'
import { expectClose } from './golden'

const params = DEFAULT_PARAMETERS

test('all 36 grades have their golden verification', () => {
  expect(Object.keys(golden.verification)).toHaveLength(36)
  for (const [grade, verification] of Object.entries(golden.verification)) {
    const [reliability, credibility] = [grade[0], Number(grade[1])]
    if (!isReliability(reliability) || !isCredibility(credibility)) throw new Error(grade)
    expectClose(verificationOf(reliability, credibility, params), verification)
  }
})

test('points make their golden scores, and scores take their golden points', () => {
  for (const { points, score } of golden.transform) expectClose(scoreOf(points, params), score)
  for (const { score, points } of golden.inverse) expectClose(pointsForScore(score, params), points)
})

test('a score is shared out as in the golden attribution', () => {
  const { points, contributions, score } = golden.attribution
  const total = points.reduce((sum, part) => sum + part, 0)
  expectClose(scoreOf(total, params), score)
  for (const [index, part] of points.entries()) expectClose(contributionOf(part, total, params), contributions[index])
})
