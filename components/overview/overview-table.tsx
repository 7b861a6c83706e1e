import Link from 'next/link'
import { Sparkline } from '@/components/charts/sparkline'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import { dyadName } from '@/components/dyads/dyad-words'
import { recordWords } from '@/components/dyads/record-words'
import { CompareBox } from '@/components/overview/compare-form'
import { NotCheckedNote } from '@/components/overview/not-checked-note'
import { BandBadge } from '@/components/ui/band-badge'
import { classes } from '@/components/ui/classes'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { Delta } from '@/components/ui/delta'
import { formatDay, weekIdOf } from '@/lib/core/calendar'
import type { OverviewRow, ReadingAsOf } from '@/lib/dyads/views'
import { formatScore } from '@/lib/format'

/** The incident that added most, as a link of its own in a row that leads to the dyad. */
export function DriverLink({ row }: { row: OverviewRow }) {
  const { driver } = row.shown
  if (!driver) return <span className="text-muted">No new incident; fading alone</span>
  return (
    <Link href={`/incidents/${row.dyadId}/${driver.id}`} className="link relative z-10">
      {driver.title}
    </Link>
  )
}

function OverviewLine({ row, asOf }: { row: OverviewRow; asOf: ReadingAsOf | null }) {
  const { dyadId, shown, record, lastIncidentDay } = row
  const stale = row.notCheckedSince !== null
  return (
    <Row data-row="" className={classes('relative h-14', stale && 'text-muted')}>
      {asOf === null && (
        <Cell className="w-8 pr-0 print:hidden">
          <CompareBox dyadId={dyadId} name={dyadName(row)} />
        </Cell>
      )}
      <Cell head className="whitespace-nowrap">
        <Link href={dyadWeekPath(dyadId, shown.weekStart, asOf)} className="after:absolute after:inset-0">
          <span className={stale ? undefined : 'text-ink'}>{dyadName(row)}</span>
        </Link>
        <span className="block text-xs font-normal text-muted">{dyadId}</span>
      </Cell>
      <NumberCell className={classes('text-xl font-semibold', stale && 'text-faint')}>
        {formatScore(shown.close)}
      </NumberCell>
      <Cell>
        <BandBadge band={shown.figures.band.name} muted={stale} />
      </Cell>
      <NumberCell>{!stale && shown.change !== null && <Delta value={shown.change} />}</NumberCell>
      <Cell className="w-60">
        <Sparkline
          id={`spark-${dyadId}`}
          weeks={row.spark}
          bands={row.bands}
          muted={stale}
          inProgress={row.shown.inProgress}
        />
      </Cell>
      <Cell className="min-w-52">{stale ? <NotCheckedNote row={row} /> : <DriverLink row={row} />}</Cell>
      <Cell className="whitespace-nowrap">{!stale && record !== null && recordWords(record)}</Cell>
      <NumberCell>{lastIncidentDay !== null && formatDay(lastIncidentDay)}</NumberCell>
    </Row>
  )
}

interface OverviewTableProps {
  rows: readonly OverviewRow[]
  weekStart: number
  /** The moment as of which the rows are. */
  asOf: ReadingAsOf | null
}

/** The dyads by tension, for a wide window. */
export function OverviewTable({ rows, weekStart, asOf }: OverviewTableProps) {
  return (
    <Table caption={`Dyads in ${weekIdOf(weekStart)}, by tension`}>
      <Head>
        {asOf === null && (
          <HeadCell className="print:hidden">
            <span className="sr-only">Compare</span>
          </HeadCell>
        )}
        <HeadCell>Dyad</HeadCell>
        <HeadCell numeric>Score</HeadCell>
        <HeadCell>Band</HeadCell>
        <HeadCell numeric>Week</HeadCell>
        <HeadCell>26 weeks</HeadCell>
        <HeadCell>What drove it</HeadCell>
        <HeadCell>Record</HeadCell>
        <HeadCell numeric>Last incident</HeadCell>
      </Head>
      <Body>
        {rows.map((row) => (
          <OverviewLine key={row.dyadId} row={row} asOf={asOf} />
        ))}
      </Body>
    </Table>
  )
}
