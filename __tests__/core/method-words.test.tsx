import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { EdgeCases } from '@/components/method/edge-cases'
import { LimitsSection } from '@/components/method/limits-section'
import { ScoreSection } from '@/components/method/score-section'
import { VerificationSection } from '@/components/method/verification-section'
import { DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'

const OTHER: MethodParameters = {
  ...DEFAULT_PARAMETERS,
  base: 3,
  anchor: 1.5,
  relief: 0.25,
  reliability: { ...DEFAULT_PARAMETERS.reliability, E: 0.6 },
  weight: { ...DEFAULT_PARAMETERS.weight, diplomatic: 2 },
}

const wordsOf = (element: ReactElement) =>
  renderToStaticMarkup(element)
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#x27;', '’')

test('the limits name the ratio and the relief in use', () => {
  expect(wordsOf(<LimitsSection parameters={DEFAULT_PARAMETERS} />)).toMatch(/counts 2 times .* good news 50\s?% of/)
  expect(wordsOf(<LimitsSection parameters={OTHER} />)).toMatch(/counts 3 times .* good news 25\s?% of/)
})

test('what is known worst adds nothing only where it is worth nothing', () => {
  for (const Section of [VerificationSection, EdgeCases]) {
    expect(wordsOf(<Section parameters={DEFAULT_PARAMETERS} />)).toMatch(/it stays on the list and adds nothing/i)
    const other = wordsOf(<Section parameters={OTHER} />)
    expect(other).toMatch(/it keeps 20\s?% of its points/i)
    expect(other).not.toMatch(/adds nothing|Verification may be 0/)
  }
})

test('the anchor makes 50 by whatever weights, and says of which weight', () => {
  expect(wordsOf(<ScoreSection parameters={DEFAULT_PARAMETERS} />)).toMatch(
    /on the top rung make 50.*2 × 16 points, and they score 50/,
  )
  expect(wordsOf(<ScoreSection parameters={OTHER} />)).toMatch(
    /on the top rung of a category of weight 1 make 50.*1.5 × 81 points, and they score 50/,
  )
})
