import { formatDayRange, weekEndOf, weekIdOf } from '@/lib/core/calendar'

interface WeekLabelProps {
  /** Monday, in days since 1970-01-01. */
  weekStart: number
  /** Writes Monday to Sunday beside the week. */
  withDates?: boolean
}

/** An ISO week, `2025-W27`, with its Monday to Sunday on hover and for screen readers. */
export function WeekLabel({ weekStart, withDates }: WeekLabelProps) {
  const id = weekIdOf(weekStart)
  const dates = formatDayRange(weekStart, weekEndOf(weekStart))
  return (
    <span className="whitespace-nowrap tabular-nums">
      <time dateTime={id} title={dates}>
        {id}
      </time>
      {withDates ? <span className="text-muted"> · {dates}</span> : <span className="sr-only">, {dates}</span>}
    </span>
  )
}
