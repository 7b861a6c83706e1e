import { formatDay, formatDayRange, isoOf } from '@/lib/core/calendar'
import type { IncidentRow } from '@/lib/incidents/views'

type Dated = Pick<IncidentRow, 'startDay' | 'endDay' | 'ongoing' | 'datePrecision'>

const PRECISION = {
  day: null,
  interval: 'about: between two days',
  month: 'about: some day of the month',
  ongoing: 'about: over a time',
} as const

/** `27 Jun 2025`, `≈ 15 Jan 2025`, `29 Jun – 7 Jul 2025`, `15 Jan 2025 – now`: when, with how exact that is. */
export function IncidentDate({ row }: { row: Dated }) {
  const { startDay, endDay, ongoing, datePrecision } = row
  const precision = PRECISION[datePrecision]
  const days = endDay === null ? formatDay(startDay) : formatDayRange(startDay, endDay)
  return (
    <span className="whitespace-nowrap tabular-nums">
      {precision !== null && (
        <span title={precision}>
          <span aria-hidden="true">≈ </span>
          <span className="sr-only">{precision} </span>
        </span>
      )}
      <time dateTime={isoOf(startDay)}>{days}</time>
      {ongoing && ' – now'}
    </span>
  )
}
