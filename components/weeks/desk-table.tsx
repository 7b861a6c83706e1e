import Link from 'next/link'
import { dyadName } from '@/components/dyads/dyad-words'
import { recordWords } from '@/components/dyads/record-words'
import { incidentPath } from '@/components/incidents/incident-path'
import { BandBadge } from '@/components/ui/band-badge'
import { classes } from '@/components/ui/classes'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { Delta } from '@/components/ui/delta'
import { type WeekReading, weekPath } from '@/components/weeks/week-path'
import { CATEGORY_LABELS, indicatorOf } from '@/lib/core/codebook'
import { formatScore, formatSigned } from '@/lib/format'
import type { DeskDriver, DeskWeekRow } from '@/lib/weeks/desk-views'

interface LineProps {
  row: DeskWeekRow
  weekId: string
  reading: WeekReading
}

function DriverCell({ dyadId, driver }: { dyadId: string; driver: DeskDriver }) {
  return (
    <>
      <Link href={incidentPath({ dyadId, id: driver.id })} className="link relative z-10">
        {driver.title}
      </Link>{' '}
      <span className="whitespace-nowrap text-muted tabular-nums">{formatSigned(driver.change)}</span>
    </>
  )
}

/** A first-ever in a few words: `first ever: MED+4`, `first ever: cyber`. */
function firstWords({ code, ofCategory }: DeskWeekRow['firsts'][number]): string {
  const category = indicatorOf(code)?.category
  return ofCategory && category
    ? `first ever: ${CATEGORY_LABELS[category].toLowerCase()}, ${code}`
    : `first ever: ${code}`
}

function Notes({ row }: { row: DeskWeekRow }) {
  const notes = [
    row.bandBefore !== null && `${(row.change1 ?? 0) > 0 ? 'up' : 'down'} from ${row.bandBefore}`,
    row.record !== null && recordWords(row.record),
    ...row.firsts.map(firstWords),
  ].filter((note) => note !== false)
  return notes.map((note) => (
    <span key={note} className="block">
      {note}
    </span>
  ))
}

const DeltaCell = ({ value }: { value: number | null }) => (
  <NumberCell>{value === null ? <span className="text-muted">–</span> : <Delta value={value} />}</NumberCell>
)

function DeskLine({ row, weekId, reading }: LineProps) {
  const { dyadId, covered, lastCovered } = row
  const shownWeek = covered ? weekId : (lastCovered?.weekId ?? weekId)
  return (
    <Row data-row="" className={classes('relative h-12 align-top', !covered && 'text-muted')}>
      <Cell head className="min-w-36">
        <Link href={weekPath(dyadId, shownWeek, reading)} className="after:absolute after:inset-0">
          {dyadName(row)}
        </Link>
        <span className="block text-xs font-normal text-muted">{dyadId}</span>
        {covered && row.up && (
          <span className="block text-xs font-normal text-muted sm:hidden">
            {row.up.title} {formatSigned(row.up.change)}
          </span>
        )}
      </Cell>
      {covered ? (
        <>
          <NumberCell className="text-base font-semibold">{formatScore(row.close)}</NumberCell>
          <Cell>
            <BandBadge band={row.band} />
          </Cell>
          <DeltaCell value={row.change1} />
          <DeltaCell value={row.change4} />
          <DeltaCell value={row.change52} />
          <Cell className="min-w-44">
            {row.up ? <DriverCell dyadId={dyadId} driver={row.up} /> : <span className="text-muted">Nothing new</span>}
          </Cell>
          <Cell className="min-w-44">
            {row.down && <DriverCell dyadId={dyadId} driver={row.down} />}
            {row.fading !== null && (
              <span className={classes('text-muted', row.down && 'block text-xs')}>
                Fading <span className="tabular-nums">{formatSigned(row.fading)}</span>
              </span>
            )}
          </Cell>
          <Cell className="min-w-36 text-xs">
            <Notes row={row} />
          </Cell>
        </>
      ) : (
        <td colSpan={8} className="px-3 py-1.5 text-sm">
          Not checked{lastCovered && ` since ${lastCovered.weekId}`}
        </td>
      )}
    </Row>
  )
}

interface DeskTableProps {
  rows: readonly DeskWeekRow[]
  weekId: string
  reading: WeekReading
}

/** The dyads of a week, those that moved most first. */
export function DeskTable({ rows, weekId, reading }: DeskTableProps) {
  return (
    <Table caption={`Dyads in ${weekId}, by how far they moved`}>
      <Head>
        <HeadCell>Dyad</HeadCell>
        <HeadCell numeric>Score</HeadCell>
        <HeadCell>Band</HeadCell>
        <HeadCell numeric>1 week</HeadCell>
        <HeadCell numeric>4 weeks</HeadCell>
        <HeadCell numeric>52 weeks</HeadCell>
        <HeadCell>Raised it most</HeadCell>
        <HeadCell>Lowered it</HeadCell>
        <HeadCell>Records and firsts</HeadCell>
      </Head>
      <Body>
        {rows.map((row) => (
          <DeskLine key={row.dyadId} row={row} weekId={weekId} reading={reading} />
        ))}
      </Body>
    </Table>
  )
}
