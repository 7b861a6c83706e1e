import { FanChart } from '@/components/charts/fan-chart'
import { chartNotes } from '@/components/dyads/dyad-words'
import { ModelTable } from '@/components/patterns/model-table'
import { originWords, verdictWords } from '@/components/patterns/outlook-words'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { fanModel } from '@/lib/charts/fan'
import type { DyadView } from '@/lib/dyads/views'
import { formatPlural } from '@/lib/format'
import type { OutlookView } from '@/lib/patterns/views'

interface OutlookSectionProps {
  view: DyadView
  outlook: Promise<OutlookView>
}

/** Baseline forecasts of the next closes beside how such forecasts did so far. */
export async function OutlookSection({ view, outlook: awaited }: OutlookSectionProps) {
  const outlook = await awaited
  const { origin, forecasts, evaluation, recent, verdict, coveredWeeks } = outlook
  if (!origin || verdict.kind === 'too-short') {
    return (
      <EmptyState title={verdictWords({ kind: 'too-short' })}>
        <p>This one has {formatPlural(coveredWeeks, 'week')} that are over and covered.</p>
      </EmptyState>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-6">
      <div data-card="" className="min-w-0 rounded border bg-raised">
        <FanChart
          model={fanModel(recent, origin, forecasts, view.bands)}
          reading={`${originWords(outlook)} Dashed: the median; grey: the middle 80 % and 50 %.`}
          {...chartNotes(view, 'baseline-forecast')}
        />
      </div>
      <Card
        id="models"
        title="How these models did so far"
        lead={`Forecasts from each past week, of the last 104 at most, with nothing but what came before; ${formatPlural(coveredWeeks, 'covered week')}`}
        padded={false}
      >
        <p className="max-w-3xl px-4 py-3 text-sm font-semibold">{verdictWords(verdict)}</p>
        <ModelTable evaluation={evaluation} />
        <div className="border-t px-4 py-3 text-sm text-muted">
          <p className="max-w-3xl">
            These are what simple arithmetic makes of the past weeks, to measure better forecasts against: not the
            desk’s judgement of what will happen. They say nothing of how sure today’s score is.
          </p>
        </div>
      </Card>
    </div>
  )
}
