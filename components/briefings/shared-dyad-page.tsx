import { SharedHead } from '@/components/briefings/shared-head'
import { SharedIncidents } from '@/components/briefings/shared-incidents'
import { TrendChart } from '@/components/charts/trend-chart'
import { DyadFigure, WeekOfFigure } from '@/components/dyads/dyad-figure'
import { chartNotes, dyadName } from '@/components/dyads/dyad-words'
import { shownFigures } from '@/components/dyads/shown-figures'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import type { SharedDyad } from '@/lib/briefings/link-queries'
import { weekPoint } from '@/lib/charts/points'
import { trendModel } from '@/lib/charts/trend'
import { windowOf } from '@/lib/charts/window'
import type { DyadView, WeekParts } from '@/lib/dyads/views'

interface SharedDyadPageProps {
  shared: Pick<SharedDyad, 'mark' | 'endsAt'>
  view: DyadView
  parts: WeekParts
}

/** A dyad's page for somebody without an account: the score, the trend, the week's incidents, and no way into the desk. */
export function SharedDyadPage({ shared, view, parts }: SharedDyadPageProps) {
  const figures = shownFigures(view)
  const { shown } = view
  const window = windowOf(view.weeks, shown.weekStart, '52')
  const points = view.weeks.slice(window.from, window.to + 1).map(weekPoint)
  return (
    <>
      <SharedHead {...shared} title={dyadName(view)} />
      <div className="mb-5">
        <DyadFigure record={view.record} figures={figures} />
        <p className="mt-1 text-sm text-muted">
          <WeekOfFigure figures={figures} />
        </p>
      </div>
      {figures.stale && (
        <Callout tone="warning" title="Nobody has checked the sources since" className="mb-5">
          <p>The figure is the last one that was checked.</p>
        </Callout>
      )}
      <section data-card="" className="mb-6 rounded border bg-raised">
        <TrendChart
          model={trendModel(points, 'week', view, null, [])}
          title="Weekly close"
          reading="Whiskers reach the week’s high."
          {...chartNotes(view, 'weekly-close')}
          shownWeek={shown.weekStart}
          bands={view.bands}
        />
      </section>
      <Card id="week" title={`Incidents of ${shown.weekId} (${shown.incidents})`} padded={false}>
        <SharedIncidents parts={parts} />
      </Card>
      <p className="mt-4 text-xs text-muted">
        Scores run from −100 to 100, up is worse. Method {view.methodId}, SHA-256 {view.methodHash.slice(0, 16)}…
      </p>
    </>
  )
}
