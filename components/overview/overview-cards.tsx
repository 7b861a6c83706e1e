import Link from 'next/link'
import { Sparkline } from '@/components/charts/sparkline'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import { dyadName } from '@/components/dyads/dyad-words'
import { recordWords } from '@/components/dyads/record-words'
import { CompareBox } from '@/components/overview/compare-form'
import { NotCheckedNote } from '@/components/overview/not-checked-note'
import { DriverLink } from '@/components/overview/overview-table'
import { BandBadge } from '@/components/ui/band-badge'
import { classes } from '@/components/ui/classes'
import { Delta } from '@/components/ui/delta'
import { formatDay } from '@/lib/core/calendar'
import type { OverviewRow, ReadingAsOf } from '@/lib/dyads/views'
import { formatScore } from '@/lib/format'

function OverviewCard({ row, asOf }: { row: OverviewRow; asOf: ReadingAsOf | null }) {
  const { dyadId, shown, record, lastIncidentDay } = row
  const stale = row.notCheckedSince !== null
  return (
    <li data-row="" className={classes('relative border-b py-3 last:border-b-0', stale && 'text-muted')}>
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="min-w-0 text-base font-semibold">
          <Link href={dyadWeekPath(dyadId, shown.weekStart, asOf)} className="after:absolute after:inset-0">
            {dyadName(row)}
          </Link>
        </h2>
        <span className={classes('text-2xl font-semibold tabular-nums', stale && 'text-faint')}>
          {formatScore(shown.close)}
        </span>
      </div>
      <div className="mt-1 flex items-center justify-between gap-3 text-sm">
        <span className="flex items-center text-xs text-muted">
          {asOf === null && <CompareBox dyadId={dyadId} name={dyadName(row)} />}
          {dyadId}
        </span>
        <span className="flex items-center gap-2">
          {!stale && shown.change !== null && <Delta value={shown.change} />}
          <BandBadge band={shown.figures.band.name} muted={stale} />
        </span>
      </div>
      <div className="my-2 [&_svg]:max-w-none">
        <Sparkline
          id={`card-spark-${dyadId}`}
          weeks={row.spark}
          bands={row.bands}
          muted={stale}
          inProgress={row.shown.inProgress}
        />
      </div>
      {stale ? (
        <NotCheckedNote row={row} className="text-sm" />
      ) : (
        <p className="text-sm">
          <DriverLink row={row} />
        </p>
      )}
      <p className="mt-0.5 text-xs text-muted">
        {[
          !stale && record !== null && recordWords(record),
          lastIncidentDay !== null && `last incident ${formatDay(lastIncidentDay)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

/** The dyads by tension, for a narrow window: nothing has to be scrolled sideways. */
export function OverviewCards({ rows, asOf }: { rows: readonly OverviewRow[]; asOf: ReadingAsOf | null }) {
  return (
    <ul aria-label="Dyads, by tension" className="border-t">
      {rows.map((row) => (
        <OverviewCard key={row.dyadId} row={row} asOf={asOf} />
      ))}
    </ul>
  )
}
