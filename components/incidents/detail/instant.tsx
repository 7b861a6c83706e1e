import { dayOf, formatDay } from '@/lib/core/calendar'

/** A moment of the record in UTC, the same for every reader: `3 Jul 2025, 14:03 UTC`. */
export function Instant({ at }: { at: string }) {
  return (
    <time dateTime={at} className="whitespace-nowrap tabular-nums">
      {formatDay(dayOf(at.slice(0, 10)))}, {at.slice(11, 16)} UTC
    </time>
  )
}
