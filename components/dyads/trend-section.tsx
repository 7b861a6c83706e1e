import Link from 'next/link'
import { dayPoint, isCovered, weekPoint } from '@/components/charts/model/points'
import { trendModel } from '@/components/charts/model/trend'
import { type ChartWindow, windowOf } from '@/components/charts/model/window'
import { TrendChart } from '@/components/charts/trend-chart'
import { ChartControls } from '@/components/dyads/chart-controls'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { chartNotes } from '@/components/dyads/dyad-words'
import { formatPlural, formatScore } from '@/components/ui/format'
import type { Viewer } from '@/lib/auth/viewer'
import { formatDay, weekEndOf } from '@/lib/core/calendar'
import { dyadDays } from '@/lib/dyads/queries'
import type { DyadView } from '@/lib/dyads/views'

interface TrendSectionProps {
  viewer: Viewer
  view: DyadView
  address: DyadAddress
}

/** Days that are drawn at once; what is older is behind the weekly grain. */
const MOST_DAYS = 3660

async function pointsOf(viewer: Viewer, view: DyadView, { grain, range }: DyadAddress) {
  const window = windowOf(view.weeks, view.shown.weekStart, range)
  const weeks = view.weeks.slice(window.from, window.to + 1)
  if (grain === 'week') return { window, points: weeks.map(weekPoint) }
  const last = weekEndOf(weeks[weeks.length - 1].weekStart)
  const days = await dyadDays(viewer, view.dyadId, Math.max(weeks[0].weekStart, last - MOST_DAYS), last)
  return { window, points: days.map(dayPoint) }
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
export async function TrendSection({ viewer, view, address }: TrendSectionProps) {
  const { window, points } = await pointsOf(viewer, view, address)
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
          model={trendModel(points, address.grain, view)}
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
