'use client'

import { BandBadge } from '@/components/ui/band-badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { formatDayRange, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import { formatScore } from '@/lib/format'
import type { PreviewWeek } from '@/lib/method/views'

/** The weeks whose band would be another one, the latest first. */
export function BandWeeksTable({ weeks, names }: { weeks: readonly PreviewWeek[]; names: readonly [string, string] }) {
  if (weeks.length === 0) return <p className="p-4 text-sm text-muted">No checked week would change band.</p>
  return (
    <Table caption="Weeks that would change band" tall>
      <Head>
        <HeadCell>Week</HeadCell>
        {names.map((name) => [
          <HeadCell key={`${name} close`} numeric>
            {name}
          </HeadCell>,
          <HeadCell key={`${name} band`}>Band by {name}</HeadCell>,
        ])}
      </Head>
      <Body>
        {[...weeks].reverse().map(({ weekStart, before, after, bandBefore, bandAfter }) => (
          <Row key={weekStart}>
            <Cell head className="whitespace-nowrap">
              {weekIdOf(weekStart)}{' '}
              <span className="font-normal text-muted">{formatDayRange(weekStart, weekEndOf(weekStart))}</span>
            </Cell>
            <NumberCell>{formatScore(before)}</NumberCell>
            <Cell>
              <BandBadge band={bandBefore} />
            </Cell>
            <NumberCell>{formatScore(after)}</NumberCell>
            <Cell>
              <BandBadge band={bandAfter} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
