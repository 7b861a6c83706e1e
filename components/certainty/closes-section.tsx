import { certaintyPath, type OnDemand } from '@/components/certainty/certainty-path'
import { TrendChart } from '@/components/charts/trend-chart'
import { ChoiceLinks } from '@/components/dyads/choice-links'
import type { DyadAddress } from '@/components/dyads/dyad-address'
import { chartNotes } from '@/components/dyads/dyad-words'
import type { WeekSpan } from '@/lib/certainty/views'
import { weekPoint } from '@/lib/charts/points'
import { trendModel } from '@/lib/charts/trend'
import { RANGES, windowOf } from '@/lib/charts/window'
import type { DyadView } from '@/lib/dyads/views'

interface ClosesSectionProps {
  view: DyadView
  address: DyadAddress & OnDemand
  intervals: Promise<WeekSpan[]>
}

/** The line of weekly closes in its data interval; a week that is opened becomes the one that the page is about. */
export function ClosesSection({ view, address, intervals }: ClosesSectionProps) {
  const { from, to } = windowOf(view.weeks, view.shown.weekStart, address.range)
  const points = view.weeks.slice(from, to + 1).map(weekPoint)
  return (
    <div data-card="" className="mb-6 rounded border bg-raised">
      <TrendChart
        model={trendModel(points, 'week', view)}
        title="Weekly closes and their data intervals"
        reading="In nine of ten draws of the data the close lies in the area. A click, or Enter, asks about that week."
        {...chartNotes(view, 'intervals')}
        shownWeek={view.shown.weekStart}
        intervals={intervals}
        bands={view.bands}
        controls={
          <ChoiceLinks
            label="Weeks shown"
            items={RANGES.map((range) => ({
              key: range,
              label: range === 'all' ? 'all' : `${range}w`,
              title: range === 'all' ? 'The whole record' : `${range} weeks`,
              href: certaintyPath({ ...address, range }),
              current: address.range === range,
            }))}
          />
        }
      />
    </div>
  )
}
