import { LinesChart } from '@/components/charts/lines-chart'
import { dyadTitle } from '@/components/dyads/dyad-page-header'
import { readingMark } from '@/components/dyads/reading-mark'
import { fallSentence } from '@/components/what-if/ahead-words'
import { aheadModel } from '@/lib/charts/ahead'
import { formatDay } from '@/lib/core/calendar'
import type { AheadView } from '@/lib/what-if/views'

/** The record up to now, and what the arithmetic makes of the year ahead. */
export function AheadChart({ view, dyadId }: { view: AheadView; dyadId: string }) {
  const { day, band, fall, methodId, methodHash } = view
  return (
    <div data-card="" className="mb-6 rounded border bg-raised">
      <LinesChart
        title="The year ahead, by arithmetic alone"
        reading={`${fallSentence(band, fall)} No forecast.`}
        model={aheadModel(view)}
        mark={{ day, label: 'now' }}
        subject={dyadTitle(dyadId)}
        source={`Dyadwatch · ${dyadId} · method ${methodId} (${methodHash.slice(0, 8)}) · from ${formatDay(day)} on by arithmetic, no forecast`}
        fileName={`${dyadId}-ahead${readingMark(view)}`}
      />
    </div>
  )
}
