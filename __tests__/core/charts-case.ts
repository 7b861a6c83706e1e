import { dayOf, weekEndOf, weekIdOf, weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { CATEGORIES, type Category } from '@/lib/core/codebook'
import {
  bandsOf,
  type Coverage,
  cellsOn,
  DEFAULT_PARAMETERS,
  figuresOf,
  inflowCellsOf,
  seriesOf,
  weekFiguresOf,
} from '@/lib/core/scoring'
import type { WeekView } from '@/lib/dyads/views'
import { caseTerms } from './golden'

/** The bands of the method that the worked case is scored with. */
export const CASE_BANDS = bandsOf(DEFAULT_PARAMETERS)

/** The worked case week by week as pages see it: 2024-W48 to `lastWeek`, covered unless `unchecked` names the week. */
export function caseWeeks({ lastWeek = '2025-W27', unchecked = [] as string[], inProgress = false } = {}): WeekView[] {
  const [from, to] = [weekStartFromId('2024-W48'), weekStartFromId(lastWeek)]
  const terms = caseTerms()
  const series = seriesOf(terms, from, weekEndOf(to))
  const weeks: WeekView[] = []
  for (let monday = from; monday <= to; monday += 7) {
    const { close, high, highDay, low, mean, lastDay } = weekFiguresOf(series, monday, DEFAULT_PARAMETERS)
    const started = terms.filter((term) => weekStartOf(term.startDay) === monday)
    const cells = inflowCellsOf(started, monday, monday + 6)
    const byCategory = Object.fromEntries(
      CATEGORIES.map((name, index) => {
        const ofCategory = cells.filter((_, cell) => (cell >> 1) % CATEGORIES.length === index)
        return [name, ofCategory.reduce((sum, points) => sum + points, 0)]
      }),
    ) as Record<Category, number>
    const driver = [...started].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0]
    const coverage: Coverage = unchecked.includes(weekIdOf(monday)) ? 'not_checked' : 'checked'
    weeks.push({
      weekStart: monday,
      weekId: weekIdOf(monday),
      lastDay,
      inProgress: inProgress && monday === to,
      coverage,
      close,
      high,
      highDay,
      low,
      mean,
      change: weeks.length === 0 ? null : close - weeks[weeks.length - 1].close,
      figures: figuresOf(cellsOn(series, lastDay), DEFAULT_PARAMETERS),
      inflow: { forward: 0, backward: 0, byCategory },
      incidents: started.length,
      driver: driver
        ? { id: driver.id, title: `Incident ${driver.id}`, code: '', day: driver.startDay, points: driver.points }
        : null,
    })
  }
  return weeks
}

/** A week of which only the coverage is known. */
export const plainWeek = (weekStart: number, coverage: Coverage = 'checked') => ({ weekStart, coverage })

/** Monday of the first week of 2024. */
export const FIRST_MONDAY = dayOf('2024-01-01')
