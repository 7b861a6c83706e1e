import { recordSentence } from '@/components/dyads/record-words'
import type { ShownFigures } from '@/components/dyads/shown-figures'
import { Delta } from '@/components/ui/delta'
import { ScoreFigure } from '@/components/ui/score-figure'
import { WeekLabel } from '@/components/ui/week-label'
import type { DyadView } from '@/lib/dyads/views'

interface DyadFigureProps {
  record: DyadView['record']
  figures: ShownFigures
}

/** The figure of a dyad, its band, its change and its place in the record. */
export function DyadFigure({ record, figures: { week, stale, standsIn } }: DyadFigureProps) {
  return (
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
  )
}

/** Of which week the figure is. */
export function WeekOfFigure({ figures: { week, standsIn } }: Pick<DyadFigureProps, 'figures'>) {
  return (
    <>
      {standsIn ? 'Last checked figure, ' : 'Close of '}
      <WeekLabel weekStart={week.weekStart} withDates />
    </>
  )
}
