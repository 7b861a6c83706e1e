import Link from 'next/link'
import { incidentPath } from '@/components/incidents/incident-path'
import { Direction } from '@/components/ui/direction'
import { formatDay } from '@/lib/core/calendar'
import type { IncidentPart } from '@/lib/dyads/views'
import { formatScore } from '@/lib/format'
import { CATEGORY_COLOURS } from '@/lib/palette'

/** The incidents that add most to the score on a day, old and new, each with a bar of its size. */
export function LargestList({ parts }: { parts: readonly IncidentPart[] }) {
  const most = parts.reduce((most, { contribution }) => Math.max(most, Math.abs(contribution)), 0)
  return (
    <ol className="gap-x-10 text-sm lg:columns-2">
      {parts.map(({ row, contribution }) => (
        <li key={row.id} className="break-inside-avoid border-b py-2">
          <p className="flex items-baseline justify-between gap-4">
            <Link href={incidentPath(row)} className="link min-w-0">
              {row.title}
            </Link>
            <span className="font-semibold tabular-nums">{formatScore(contribution)}</span>
          </p>
          <span aria-hidden="true" className="my-1 block h-1.5 bg-sunken">
            <span
              className="block h-full"
              style={{
                width: `${most === 0 ? 0 : (Math.abs(contribution) / most) * 100}%`,
                backgroundColor: row.category ? CATEGORY_COLOURS[row.category].css : undefined,
              }}
            />
          </span>
          <p className="text-xs text-muted">
            {formatDay(row.startDay)} · <Direction actor={row.actor} target={row.target} mutual={row.mutual} short /> ·{' '}
            {row.code}
          </p>
        </li>
      ))}
    </ol>
  )
}
