import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import type { Coverage } from '@/lib/core/scoring'
import type { DayView, WeekView } from '@/lib/dyads/views'

/** One point of a line of scores: a week at its Sunday, or a day. Scores unrounded; days since 1970-01-01. */
export interface TrendPoint {
  /** Where the point lies. */
  day: number
  /** Monday of its week. */
  weekStart: number
  score: number
  /** Name of the score's band, by the method that made it. */
  band: string
  /** Highest day of the week; null in the daily grain. */
  high: number | null
  highDay: number | null
  /** Close less the close of the week before; null where there is none, and in the daily grain. */
  change: number | null
  coverage: Coverage
  inProgress: boolean
  /** Incidents of the week; null in the daily grain. */
  incidents: number | null
  /** The incident that added most. */
  driver: string | null
  /** The same week or day by another record; null where that one has no figure for it. Absent where none is compared. */
  other?: number | null
  /** The page's own record has no such week or day: only the other one has, so there is no score to draw. */
  unsaid?: boolean
  /** Where the score lies in nine of ten draws. Absent where no interval is drawn, or where nobody checked. */
  interval?: { low: number; high: number }
}

/** A row as the line is drawn: at most one of the three is what a segment runs through, so that no gap looks like calm. */
export interface LineRow {
  day: number
  /** A covered week. */
  covered: number | null
  /** Not checked: what is left by fading alone, with the covered points it hangs on. */
  arithmetic: number | null
  /** The running week, with the week before. */
  running: number | null
  /** The other record, where one is compared. */
  other?: number | null
}

/** A week as a point. It lies on its Sunday, also while it runs, so that weeks keep their distance. */
export function weekPoint(week: WeekView): TrendPoint {
  return {
    day: weekEndOf(week.weekStart),
    weekStart: week.weekStart,
    score: week.close,
    band: week.figures.band.name,
    high: week.high,
    highDay: week.highDay,
    change: week.change,
    coverage: week.coverage,
    inProgress: week.inProgress,
    incidents: week.incidents,
    driver: week.driver?.title ?? null,
  }
}

/** A day as a point. */
export function dayPoint({ day, score, coverage, figures }: DayView): TrendPoint {
  return {
    day,
    weekStart: weekStartOf(day),
    score,
    band: figures.band.name,
    high: null,
    highDay: null,
    change: null,
    coverage,
    inProgress: false,
    incidents: null,
    driver: null,
  }
}

/** A week (by its Monday) or a day that only the other record has. */
export function unsaidPoint(grain: 'week' | 'day', key: number, other: number | null): TrendPoint {
  const [day, high] = grain === 'week' ? [weekEndOf(key), 0] : [key, null]
  const nothing = { change: null, highDay: null, inProgress: false, incidents: null, driver: null }
  const coverage = 'not_checked'
  return { day, weekStart: weekStartOf(key), score: 0, band: '', high, coverage, other, unsaid: true, ...nothing }
}

/** Whether somebody looked: incidents or a check. */
export const isCovered = ({ coverage }: { coverage: Coverage }): boolean => coverage !== 'not_checked'

/** The rows of the three strokes. Points must be in order of day. */
export function lineRows(points: readonly TrendPoint[]): LineRow[] {
  return points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    const covered = isCovered(point)
    const besideGap = [before, after].some((other) => other !== undefined && !other.unsaid && !isCovered(other))
    const besideRunning = after?.inProgress === true && isCovered(after)
    return {
      day: point.day,
      covered: covered && !point.inProgress ? point.score : null,
      arithmetic: !point.unsaid && (!covered || besideGap) ? point.score : null,
      running: covered && (point.inProgress || besideRunning) ? point.score : null,
      ...(point.other === undefined ? {} : { other: point.other }),
    }
  })
}
