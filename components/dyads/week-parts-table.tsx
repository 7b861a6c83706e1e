import Link from 'next/link'
import { incidentPath } from '@/components/incidents/incident-path'
import { classes } from '@/components/ui/classes'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { Direction } from '@/components/ui/direction'
import { formatDay, formatDayRange } from '@/lib/core/calendar'
import { indicatorOf } from '@/lib/core/codebook'
import type { IncidentPart } from '@/lib/dyads/views'
import { formatPoints, formatScore, formatSigned } from '@/lib/format'
import type { IncidentRow } from '@/lib/incidents/views'

/** Columns that a narrow window leaves out or tells under the title. */
const WIDE = 'hidden sm:table-cell'

/** An incident's day or span. */
function whenOf({ startDay, endDay, ongoing }: IncidentRow): string {
  if (ongoing) return `since ${formatDay(startDay)}`
  return formatDayRange(startDay, endDay ?? startDay)
}

function PartLine({ part }: { part: IncidentPart }) {
  const { row, sources, pointsNow, contribution, change } = part
  return (
    <Row data-row="" className="relative">
      <Cell className={classes(WIDE, 'whitespace-nowrap tabular-nums')}>{whenOf(row)}</Cell>
      <Cell className={classes(WIDE, 'whitespace-nowrap')}>
        <Direction actor={row.actor} target={row.target} mutual={row.mutual} short />
      </Cell>
      <Cell className={classes(WIDE, 'whitespace-nowrap')} title={row.code ? indicatorOf(row.code)?.label : undefined}>
        {row.code}
      </Cell>
      <Cell head className="w-full min-w-40">
        <Link href={incidentPath(row)} className="link after:absolute after:inset-0">
          {row.title}
        </Link>
        <span className="block text-xs font-normal text-muted sm:hidden">
          {whenOf(row)} · <Direction actor={row.actor} target={row.target} mutual={row.mutual} short /> · {row.code} ·
          part of the change {formatSigned(change)}
        </span>
      </Cell>
      <Cell className={classes(WIDE, 'whitespace-nowrap')}>
        {row.reliability}
        {row.credibility}
      </Cell>
      <NumberCell className={WIDE}>{sources}</NumberCell>
      <NumberCell className={WIDE}>{formatPoints(pointsNow)}</NumberCell>
      <NumberCell className="font-semibold">{formatScore(contribution)}</NumberCell>
      <NumberCell className={WIDE}>{formatSigned(change)}</NumberCell>
    </Row>
  )
}

/** New incidents of a week with what each adds to the score and to the week's change. */
export function WeekPartsTable({ parts, caption }: { parts: readonly IncidentPart[]; caption: string }) {
  return (
    <Table caption={caption}>
      <Head>
        <HeadCell className={WIDE}>Date</HeadCell>
        <HeadCell className={WIDE}>Who → whom</HeadCell>
        <HeadCell className={WIDE}>Code</HeadCell>
        <HeadCell>Title</HeadCell>
        <HeadCell className={WIDE} title="Reliability of the best source, credibility of the information">
          Grade
        </HeadCell>
        <HeadCell numeric className={WIDE}>
          Sources
        </HeadCell>
        <HeadCell numeric className={WIDE}>
          Points now
        </HeadCell>
        <HeadCell numeric>Adds to score</HeadCell>
        <HeadCell numeric className={WIDE}>
          Part of change
        </HeadCell>
      </Head>
      <Body>
        {parts.map((part) => (
          <PartLine key={part.row.id} part={part} />
        ))}
      </Body>
    </Table>
  )
}
