import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { Direction } from '@/components/ui/direction'
import { formatDayRange } from '@/lib/core/calendar'
import type { WeekParts } from '@/lib/dyads/views'
import { formatPlural, formatScore, formatSigned } from '@/lib/format'

/** A week's incidents for somebody without an account: what each is and does, without a way to its page. */
export function SharedIncidents({ parts }: { parts: WeekParts }) {
  if (parts.incidents.length === 0)
    return <p className="px-4 py-6 text-sm text-muted">No incident is on record for this week.</p>
  return (
    <>
      <Table caption="Incidents of the week, by their part of the change">
        <Head>
          <HeadCell>Date</HeadCell>
          <HeadCell>Who → whom</HeadCell>
          <HeadCell>Title</HeadCell>
          <HeadCell>Grade</HeadCell>
          <HeadCell numeric>Adds to score</HeadCell>
          <HeadCell numeric>Part of change</HeadCell>
        </Head>
        <Body>
          {parts.incidents.map(({ row, contribution, change }) => (
            <Row key={row.id}>
              <Cell className="whitespace-nowrap tabular-nums">
                {formatDayRange(row.startDay, row.endDay ?? row.startDay)}
              </Cell>
              <Cell className="whitespace-nowrap">
                <Direction actor={row.actor} target={row.target} mutual={row.mutual} short />
              </Cell>
              <Cell head className="w-full min-w-48 break-words">
                {row.title}
              </Cell>
              <Cell>
                {row.reliability}
                {row.credibility}
              </Cell>
              <NumberCell className="font-semibold">{formatScore(contribution)}</NumberCell>
              <NumberCell>{formatSigned(change)}</NumberCell>
            </Row>
          ))}
        </Body>
      </Table>
      {parts.nextIncidents !== null && (
        <p className="border-t px-4 py-2 text-xs text-muted">
          The {formatPlural(parts.incidents.length, 'incident')} with the largest part; more are on record.
        </p>
      )}
    </>
  )
}
