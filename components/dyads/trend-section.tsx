import Link from 'next/link'
import { TrendChart } from '@/components/charts/trend-chart'
import type { OtherLine, OtherScores } from '@/components/dyads/as-of/other-line'
import { ChartControls } from '@/components/dyads/chart-controls'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { chartNotes } from '@/components/dyads/dyad-words'
import type { Viewer } from '@/lib/auth/viewer'
import { dataIntervals } from '@/lib/certainty/queries'
import type { AnnotationMark } from '@/lib/charts/annotations'
import { dayPoint, isCovered, type TrendPoint, unsaidPoint, weekPoint } from '@/lib/charts/points'
import { trendModel } from '@/lib/charts/trend'
import { type ChartWindow, windowOf } from '@/lib/charts/window'
import { formatDay, weekEndOf } from '@/lib/core/calendar'
import { dyadDays } from '@/lib/dyads/queries'
import type { Reading } from '@/lib/dyads/series-source'
import type { DyadView } from '@/lib/dyads/views'
import { formatPlural, formatScore } from '@/lib/format'

interface TrendSectionProps {
  viewer: Viewer
  view: DyadView
  address: DyadAddress
  reading: Reading
  /** What counts now, drawn beside a page that shows another reading. */
  other: OtherLine | null
  /** Annotations of the dyad, as that reading has them. */
  marks: readonly AnnotationMark[]
}

/** Days that are drawn at once; what is older is behind the weekly grain. */
const MOST_DAYS = 3660

async function pointsOf({ viewer, view, address, reading, other }: TrendSectionProps) {
  const { grain, range } = address
  const window = windowOf(view.weeks, view.shown.weekStart, range)
  const weeks = view.weeks.slice(window.from, window.to + 1)
  const otherWeeks = other ? await other.weeks() : null
  // Weeks that only the other record has, before the first of this one, as far as the range has room for them.
  const room = range === 'all' ? Number.POSITIVE_INFINITY : Number(range) - weeks.length
  const earliest = window.from > 0 ? weeks[0].weekStart : firstOf(otherWeeks, weeks[0].weekStart, room)
  if (grain === 'week') return { window, points: withOther(grain, weeks.map(weekPoint), earliest, otherWeeks) }
  const last = weekEndOf(weeks[weeks.length - 1].weekStart)
  const first = Math.max(weeks[0].weekStart, last - MOST_DAYS)
  const days = (await dyadDays(viewer, view.dyadId, first, last, reading)).map(dayPoint)
  const from = Math.max(earliest, last - MOST_DAYS)
  return { window, points: withOther(grain, days, from, other ? await other.days(from, last) : null) }
}

/** The first Monday of some scores, at most so many weeks before another. */
function firstOf(scores: OtherScores | null, weekStart: number, weeks: number): number {
  const first = [...(scores?.keys() ?? [])].reduce((least, key) => Math.min(least, key), weekStart)
  return Math.max(first, weekStart - 7 * Math.max(0, weeks))
}

/**
 * The points with the other record's figure of the same week or day; the key of a week is its Monday. What only the other
 * record has from `earliest` on comes before them.
 */
function withOther(
  grain: 'week' | 'day',
  points: TrendPoint[],
  earliest: number,
  scores: OtherScores | null,
): TrendPoint[] {
  if (scores === null || points.length === 0) return points
  const [step, keyOf] = grain === 'week' ? [7, weekKey] : [1, dayKey]
  const unsaid: TrendPoint[] = []
  for (let key = earliest; key < keyOf(points[0]); key += step)
    unsaid.push(unsaidPoint(grain, key, scores.get(key) ?? null))
  return [...unsaid, ...points.map((point) => ({ ...point, other: scores.get(keyOf(point)) ?? null }))]
}

const weekKey = ({ weekStart }: TrendPoint) => weekStart
const dayKey = ({ day }: TrendPoint) => day

/** What follows undrawn, and the way to it. */
function Following({ window, address }: { window: ChartWindow; address: DyadAddress }) {
  if (window.hidden === 0) return null
  const { hidden, hiddenCovered } = window
  const covered = hiddenCovered === 0 ? 'none of them checked' : `${hiddenCovered} of them covered`
  return (
    <p className="px-1 pt-1.5 text-xs text-muted">
      {formatPlural(hidden, 'more week')} {hidden === 1 ? 'follows' : 'follow'}, {covered}.{' '}
      <Link href={dyadPath({ ...address, range: 'all' })} scroll={false} className="link">
        Show the whole record
      </Link>
    </p>
  )
}

/** The line of scores, over the range and in the grain that the address asks for. */
export async function TrendSection(props: TrendSectionProps) {
  const { viewer, view, address, reading, other, marks } = props
  const { window, points } = await pointsOf(props)
  // Not awaited: the chart is there before a thread has worked them out. Two lines have no room for an area around one.
  const intervals =
    address.grain === 'week' && !other ? dataIntervals(viewer, view.dyadId, view.shown.weekStart, reading) : undefined
  const highest = points.filter(isCovered).reduce<(typeof points)[number] | null>((best, point) => {
    return best === null || (point.high ?? point.score) > (best.high ?? best.score) ? point : best
  }, null)
  const words =
    highest === null
      ? 'No week in this range was checked.'
      : `Highest ${formatScore(highest.high ?? highest.score)} on ${formatDay(highest.highDay ?? highest.day)}; whiskers reach the week’s high.`
  return (
    <section data-card="" className="mb-6">
      <div className="rounded border bg-raised">
        <TrendChart
          model={trendModel(points, address.grain, view, other?.names ?? null, marks)}
          title={address.grain === 'week' ? 'Weekly close' : 'Score day by day'}
          reading={address.grain === 'week' ? words : words.replace(/;.*/, '.')}
          {...chartNotes(view, address.grain === 'week' ? 'weekly-close' : 'daily-score')}
          shownWeek={view.shown.weekStart}
          controls={<ChartControls address={address} />}
          intervals={intervals}
          bands={view.bands}
        />
      </div>
      <Following window={window} address={address} />
    </section>
  )
}
