import Link from 'next/link'
import { SectionHead } from '@/components/certainty/section-head'
import { LinkButton } from '@/components/ui/button'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { Delta } from '@/components/ui/delta'
import { Direction } from '@/components/ui/direction'
import { type AheadAddress, aheadPath } from '@/components/what-if/ahead-path'
import { SupposeForm } from '@/components/what-if/suppose-form'
import { formatDay } from '@/lib/core/calendar'
import { formatPoints, formatScore } from '@/lib/format'
import type { AheadView } from '@/lib/what-if/views'

interface SupposedSectionProps {
  view: AheadView
  address: AheadAddress
}

function SupposedTable({ view: { supposed }, address }: SupposedSectionProps) {
  const without = (at: number) => aheadPath({ ...address, supposed: supposed.filter((_, index) => index !== at) })
  return (
    <Table caption="Incidents that are supposed">
      <Head>
        <HeadCell>On</HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell numeric>Points</HeadCell>
        <HeadCell numeric>Score that day</HeadCell>
        <HeadCell numeric>Change</HeadCell>
        <HeadCell>
          <span className="sr-only">Take back</span>
        </HeadCell>
      </Head>
      <Body>
        {supposed.map((one, index) => (
          <Row key={one.id} data-row="">
            <Cell className="whitespace-nowrap tabular-nums">{formatDay(one.day)}</Cell>
            <Cell className="min-w-48">
              <span className="font-medium">{one.code}</span> {one.label}
              <span className="block text-xs text-muted">
                <Direction actor={one.actor} target={one.target} />
              </span>
            </Cell>
            <NumberCell>{formatPoints(one.points)}</NumberCell>
            <NumberCell>{formatScore(one.after)}</NumberCell>
            <NumberCell>
              <Delta value={one.after - one.before} />
            </NumberCell>
            <Cell data-print="hide">
              <Link
                href={without(index)}
                scroll={false}
                className="link text-sm whitespace-nowrap"
                aria-label={`Take back ${one.code} on ${formatDay(one.day)}`}
              >
                Take back
              </Link>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

/** What is supposed, and the form that supposes one more. */
export function SupposedSection({ view, address }: SupposedSectionProps) {
  const { supposed, day, lastDay } = view
  return (
    <div data-card="" className="mb-6 rounded border bg-raised">
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <SectionHead title="What if">
          Suppose an incident on a day ahead, confirmed and as grave as its code says. It stands in the address of this
          page alone, never on record. What follows is arithmetic, not a forecast.
        </SectionHead>
        {supposed.length > 0 && (
          <div className="px-4 pt-3 pb-2">
            <LinkButton
              size="sm"
              scroll={false}
              href={aheadPath({ ...address, supposed: [] })}
              data-print="hide"
              title="Key x"
            >
              Take all back
            </LinkButton>
          </div>
        )}
      </div>
      <div data-print="hide">
        <SupposeForm address={address} day={day} lastDay={lastDay} />
      </div>
      {supposed.length > 0 && <SupposedTable view={view} address={address} />}
    </div>
  )
}
