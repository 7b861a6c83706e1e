import Link from 'next/link'
import { incidentPath } from '@/components/incidents/incident-path'
import { ageWords, canEndWords, measureWords } from '@/components/measures/measure-words'
import { classes } from '@/components/ui/classes'
import { Direction } from '@/components/ui/direction'
import { formatDay } from '@/lib/core/calendar'
import type { MeasureView } from '@/lib/measures/views'

interface MeasureListProps {
  dyadId: string
  measures: readonly MeasureView[]
  /** Names the list. */
  label: string
  /** Laid out in two columns where there is room. */
  columns?: boolean
}

/** What stands between the two, oldest first, in short. */
export function MeasureList({ dyadId, measures, label, columns }: MeasureListProps) {
  return (
    <ol aria-label={label} className={classes('text-sm', columns && 'gap-x-8 md:columns-2 print:columns-2')}>
      {measures.map((measure) => (
        <li key={measure.incidentId} className="break-inside-avoid border-t py-1.5 print:py-0.5">
          <p className="flex items-baseline justify-between gap-3">
            <Link href={incidentPath({ dyadId, id: measure.incidentId })} className="link min-w-0 break-words">
              {measure.title}
            </Link>
            <span className="shrink-0 tabular-nums" title={`Since ${formatDay(measure.sinceDay)}`}>
              {ageWords(measure.ageDays)}
            </span>
          </p>
          <p className="text-xs text-muted">
            <Direction actor={measure.actor} target={measure.target} short /> · {measureWords(measure)} · since{' '}
            {formatDay(measure.sinceDay)} · can be ended by {canEndWords(measure)}
          </p>
        </li>
      ))}
    </ol>
  )
}
