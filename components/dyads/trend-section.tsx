import Link from 'next/link'
import { dayPoint, isCovered, type TrendPoint, weekPoint } from '@/components/charts/model/points'
import { trendModel } from '@/components/charts/model/trend'
import { type ChartWindow, windowOf } from '@/components/charts/model/window'
import { TrendChart } from '@/components/charts/trend-chart'
import type { OtherLine, OtherScores } from '@/components/dyads/as-of/other-line'
import { ChartControls } from '@/components/dyads/chart-controls'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { chartNotes } from '@/components/dyads/dyad-words'
import { formatPlural, formatScore } from '@/components/ui/format'
import type { Viewer } from '@/lib/auth/viewer'
import { formatDay, weekEndOf } from '@/lib/core/calendar'
import { dyadDays } from '@/lib/dyads/queries'
import type { Reading } from '@/lib/dyads/series-source'
import type { DyadView } from '@/lib/dyads/views'

interface TrendSectionProps {
  viewer: Viewer
  view: DyadView
  address: DyadAddress
  reading: Reading
  /** What counts now, drawn beside a page that shows another reading. */
  other: OtherLine | null
}

/** Days that are drawn at once; what is older is behind the weekly grain. */
const MOST_DAYS = 3660

async function pointsOf({ viewer, view, address, reading, other }: TrendSectionProps) {
  const { grain, range } = address
  const window = windowOf(view.weeks, view.shown.weekStart, range)
  const weeks = view.weeks.slice(window.from, window.to + 1)
  if (grain === 'week') return { window, points: withOther(weeks.map(weekPoint), other ? await other.weeks() : null) }
  const last = weekEndOf(weeks[weeks.length - 1].weekStart)
  const first = Math.max(weeks[0].weekStart, last - MOST_DAYS)
  const days = await dyadDays(viewer, view.dyadId, first, last, reading)
  return { window, points: withOther(days.map(dayPoint), other ? await other.days(first, last) : null) }
}

/** The points with the other record's figure of the same week or day; the key of a week is its Monday. */
function withOther(points: TrendPoint[], scores: OtherScores | null): TrendPoint[] {
  if (scores === null) return points
  return points.map((point) => {
    const key = point.high === null ? point.day : point.weekStart
    return { ...point, other: scores.get(key) ?? null }
  })
}

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
  const { view, address, other } = props
  const { window, points } = await pointsOf(props)
  const highest = points.filter(isCovered).reduce<(typeof points)[number] | null>((best, point) => {
    return best === null || (point.high ?? point.score) > (best.high ?? best.score) ? point : best
  }, null)
  const reading =
    highest === null
      ? 'No week in this range was checked.'
      : `Highest ${formatScore(highest.high ?? highest.score)} on ${formatDay(highest.highDay ?? highest.day)}; whiskers reach the week’s high.`
  return (
    <section data-card="" className="mb-6">
      <div className="rounded border bg-raised">
        <TrendChart
          model={trendModel(points, address.grain, view, other?.names ?? null)}
          title={address.grain === 'week' ? 'Weekly close' : 'Score day by day'}
          reading={address.grain === 'week' ? reading : reading.replace(/;.*/, '.')}
          {...chartNotes(view, address.grain === 'week' ? 'weekly-close' : 'daily-score')}
          shownWeek={view.shown.weekStart}
          controls={<ChartControls address={address} />}
        />
      </div>
      <Following window={window} address={address} />
    </section>
  )
}
