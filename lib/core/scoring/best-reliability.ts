import { RELIABILITIES, type Reliability } from '@/lib/core/codebook/grades'
import type { MethodParameters } from '@/lib/core/scoring/parameters'

type Factors = Pick<MethodParameters, 'reliability'>

/** The different letters among some sources' grades, in order and joined, such as `BC`: which is best depends on the method. */
export function gradesOf(sources: readonly { reliability: Reliability }[]): string {
  return RELIABILITIES.filter((grade) => sources.some((source) => source.reliability === grade)).join('')
}

/** The grade with the highest number under the parameters; the earlier letter of two that are alike (SCORING.md 2.1). */
export function bestReliability(grades: readonly Reliability[], { reliability }: Factors): Reliability | undefined {
  let best: Reliability | undefined
  for (const grade of RELIABILITIES) {
    if (!grades.includes(grade)) continue
    if (best === undefined || reliability[grade] > reliability[best]) best = grade
  }
  return best
}

/** The best of some grades as `gradesOf` joins them; F where there is none. */
export const bestOfGrades = (grades: string, factors: Factors): Reliability =>
  bestReliability([...grades] as Reliability[], factors) ?? 'F'
