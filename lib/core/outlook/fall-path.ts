import { type Band, bandOfScore } from '@/lib/core/scoring/bands'
import { columnsOf } from '@/lib/core/scoring/columns'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { recursiveTotalsOf } from '@/lib/core/scoring/recursive'
import { scoreOf } from '@/lib/core/scoring/score'
import { pointsOn, type Term } from '@/lib/core/scoring/term'

/** A day on which the score enters another band although nothing happens. */
export interface FallStep {
  day: number
  daysAhead: number
  band: Band
}

const CALM = 0

/** Days that one pass of the recursion covers. */
const WINDOW_DAYS = 730

/** Points by which the recursion can differ from the direct sum, with much to spare: quanta of 1e6 terms, and rounding. */
const RECURSION_ERROR = 1e-6

/** Halvings after which less than a quantum is left of any total that is summed exactly: 2^13 points × 2^-55 < 2^-41. */
const HALVINGS_TO_NOTHING = 55

/** The day by which every term has faded to nothing, so that the score is 0 and Calm. */
function lastDayOf(terms: readonly Term[], day: number): number {
  return terms.reduce(
    (last, { fadeDay, halfLifeDays }) => Math.max(last, fadeDay + Math.ceil(HALVINGS_TO_NOTHING * halfLifeDays)),
    day,
  )
}

/**
 * How the score leaves its band by itself after `day`: with no new incident, the days on which its band changes, up to the first
 * Calm one (SCORING.md 2.9); empty when `day` itself is Calm. Terms that start later are passed over. Bands may rise on
 * the way where relief fades before what it offsets. The search ends at the latest 55 half-lives after the last term
 * begins to fade, where nothing is left of any. Days go by the recursion, O(terms + half-lives × days); a day on which
 * its rounding could decide the band is summed directly, so the bands are those of the direct sums.
 */
export function fallPath(terms: readonly Term[], day: number, params: MethodParameters): FallStep[] {
  const started = terms.filter(({ startDay }) => startDay <= day)
  const bandWith = (points: number) => bandOfScore(scoreOf(points, params), params)
  const direct = (on: number) => bandWith(started.reduce((sum, term) => sum + pointsOn(term, on), 0))
  const columns = columnsOf(started)
  const lastDay = lastDayOf(started, day)
  const steps: FallStep[] = []
  let band = direct(day)
  for (let from = day + 1; from <= lastDay && band.level !== CALM; from += WINDOW_DAYS) {
    const totals = recursiveTotalsOf(columns, from, Math.min(from + WINDOW_DAYS - 1, lastDay))
    for (let at = 0; at < totals.length && band.level !== CALM; at++) {
      const [low, high] = [bandWith(totals[at] - RECURSION_ERROR), bandWith(totals[at] + RECURSION_ERROR)]
      const next = low === high ? low : direct(from + at)
      if (next.level === band.level) continue
      band = next
      steps.push({ day: from + at, daysAhead: from + at - day, band })
    }
  }
  return steps
}
