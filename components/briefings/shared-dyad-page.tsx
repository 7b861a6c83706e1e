import { SharedHead } from '@/components/briefings/shared-head'
import { SharedIncidents } from '@/components/briefings/shared-incidents'
import { TrendChart } from '@/components/charts/trend-chart'
import { chartNotes, dyadName } from '@/components/dyads/dyad-words'
import { recordSentence } from '@/components/dyads/record-words'
import { shownFigures } from '@/components/dyads/shown-figures'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Delta } from '@/components/ui/delta'
import { ScoreFigure } from '@/components/ui/score-figure'
import { WeekLabel } from '@/components/ui/week-label'
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
  const { week, stale, standsIn } = shownFigures(view)
  const { record, shown } = view
  const window = windowOf(view.weeks, shown.weekStart, '52')
  const points = view.weeks.slice(window.from, window.to + 1).map(weekPoint)
  return (
    <>
      <SharedHead {...shared} title={dyadName(view)} />
      <div className="mb-5">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <ScoreFigure
            score={week.close}
            band={week.figures.band.name}
            muted={stale}
            label={`Tension score, ${week.weekId}`}
          />
          {week.change !== null && !standsIn && (
            <p className="text-lg">
              <Delta value={week.change} /> <span className="text-base text-muted">this week</span>
            </p>
          )}
          {record !== null && !standsIn && <p className="text-base text-muted">{recordSentence(record)}</p>}
        </div>
        <p className="mt-1 text-sm text-muted">
          {standsIn ? 'Last checked figure, ' : 'Close of '}
          <WeekLabel weekStart={week.weekStart} withDates />
        </p>
      </div>
      {stale && (
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
