import Link from 'next/link'
import { incidentPath } from '@/components/incidents/incident-path'
import { Direction } from '@/components/ui/direction'
import { formatDay } from '@/lib/core/calendar'
import { formatSigned } from '@/lib/format'
import type { WeekDriver } from '@/lib/weeks/views'

/** Incidents with their part of a change; what is old says that it faded. */
export function DriverList({ drivers, label }: { drivers: readonly WeekDriver[]; label: string }) {
  return (
    <ul aria-label={label} className="text-sm">
      {drivers.map(({ row, change, fresh }) => (
        <li key={row.id} className="border-t py-1.5 print:py-0.5">
          <p className="flex items-baseline justify-between gap-3">
            <Link href={incidentPath(row)} className="link min-w-0 break-words">
              {row.title}
            </Link>
            <span className="font-semibold tabular-nums">{formatSigned(change)}</span>
          </p>
          <p className="text-xs text-muted print:hidden">
            {formatDay(row.startDay)} · <Direction actor={row.actor} target={row.target} mutual={row.mutual} short />
            {row.code !== null && ` · ${row.code}`} · {row.reliability}
            {row.credibility}
            {!fresh && ' · older, fading'}
          </p>
        </li>
      ))}
    </ul>
  )
}
