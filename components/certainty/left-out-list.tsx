import Link from 'next/link'
import { SectionHead } from '@/components/certainty/section-head'
import { incidentPath } from '@/components/incidents/incident-path'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { Direction } from '@/components/ui/direction'
import type { WeekSensitivity } from '@/lib/certainty/views'
import { formatDay } from '@/lib/core/calendar'
import { displayOf } from '@/lib/core/scoring'
import { formatScore, formatSigned } from '@/lib/format'

/** The score without each incident in turn, those that it would miss most first. */
export function LeftOutList({
  sensitivity,
  without,
}: {
  sensitivity: WeekSensitivity
  without: (id: string) => string
}) {
  const { score, incidents } = sensitivity
  const leftOut = sensitivity.leftOut.filter(({ drop }) => displayOf(drop) !== 0)
  return (
    <>
      <SectionHead title="Which incidents it hangs on">
        The score without one of them, all others as they are.
        {incidents > leftOut.length && ` The ${leftOut.length} that matter most of ${incidents} with points.`}
      </SectionHead>
      {leftOut.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted">Without any one of them the displayed score stays as it is.</p>
      ) : (
        <Table caption="The score without one incident" tall className="text-sm">
          <Head>
            <HeadCell>Without</HeadCell>
            <HeadCell numeric>Score</HeadCell>
            <HeadCell numeric>Change</HeadCell>
          </Head>
          <Body>
            {leftOut.map(({ row, drop }) => (
              <Row key={row.id} data-row="">
                <Cell className="min-w-56">
                  <Link href={incidentPath(row)} className="link">
                    {row.title}
                  </Link>
                  <span className="block text-xs text-muted">
                    {formatDay(row.startDay)} ·{' '}
                    <Direction actor={row.actor} target={row.target} mutual={row.mutual} short />
                    {row.withheld ? ' · you are to code it' : ` · ${row.code}`} ·{' '}
                    <Link href={without(row.id)} className="link">
                      line without it
                    </Link>
                  </span>
                </Cell>
                <NumberCell>{formatScore(score - drop)}</NumberCell>
                <NumberCell>{formatSigned(-drop)}</NumberCell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </>
  )
}
