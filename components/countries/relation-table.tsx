import Link from 'next/link'
import { Sparkline } from '@/components/charts/sparkline'
import { countryPath } from '@/components/countries/country-path'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import type { OverviewReading } from '@/components/overview/overview-path'
import { BandBadge } from '@/components/ui/band-badge'
import { classes } from '@/components/ui/classes'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { Delta } from '@/components/ui/delta'
import type { CountryView, RelationView } from '@/lib/compare/views'
import { weekIdOf } from '@/lib/core/calendar'
import { bandOfScoreAmong } from '@/lib/core/scoring'
import { countryName } from '@/lib/countries'
import { formatScore } from '@/lib/format'

/** Since when nobody looked, and what the arithmetic alone leaves: never an ordinary figure. */
function StaleNote({ relation: { notCheckedSince, arithmetic, bands } }: { relation: RelationView }) {
  if (notCheckedSince === null) return null
  return (
    <span className="block text-xs font-normal text-muted">
      Not checked since {weekIdOf(notCheckedSince)}
      {arithmetic !== null &&
        ` · arithmetic alone: ${formatScore(arithmetic)} ${bandOfScoreAmong(arithmetic, bands).name}`}
    </span>
  )
}

interface RelationTableProps {
  view: CountryView
  reading: OverviewReading
}

/** A country's dyads by tension, with what each side's acts add. */
export function RelationTable({ view, reading }: RelationTableProps) {
  const own = view.code
  return (
    <Table caption={`Dyads of ${countryName(own)} in ${weekIdOf(view.weekStart)}, by tension`}>
      <Head>
        <HeadCell>With</HeadCell>
        <HeadCell numeric>Score</HeadCell>
        <HeadCell>Band</HeadCell>
        <HeadCell numeric>Week</HeadCell>
        <HeadCell numeric title={`What the acts of ${countryName(own)} add to the score`}>
          {own} → other
        </HeadCell>
        <HeadCell numeric title="What the other country’s acts add to the score">
          Other → {own}
        </HeadCell>
        <HeadCell>26 weeks</HeadCell>
      </Head>
      <Body>
        {view.relations.map((relation) => {
          const { dyadId, other, close, band, change, shownWeek, spark, bands, inProgress } = relation
          const stale = relation.notCheckedSince !== null
          return (
            <Row key={dyadId} data-row="" className={classes('h-12', stale && 'text-muted')}>
              <Cell head className="min-w-40">
                <Link href={dyadWeekPath(dyadId, shownWeek, view.asOf)} className="link">
                  {countryName(other)}
                </Link>
                <span className="block text-xs font-normal text-muted">
                  {dyadId} ·{' '}
                  <Link href={countryPath(other, view.weekStart, reading)} className="link">
                    <span className="sr-only">{countryName(other)}, </span>country page
                  </Link>
                </span>
                <StaleNote relation={relation} />
              </Cell>
              <NumberCell className={classes('text-lg font-semibold', stale && 'text-faint')}>
                {formatScore(close)}
                {inProgress && <span className="block text-2xs font-normal text-muted">so far</span>}
              </NumberCell>
              <Cell>
                <BandBadge band={band} muted={stale} />
              </Cell>
              <NumberCell>{!stale && change !== null && <Delta value={change} />}</NumberCell>
              <NumberCell>{formatScore(relation.out)}</NumberCell>
              <NumberCell>{formatScore(relation.in)}</NumberCell>
              <Cell className="w-56 min-w-36">
                <Sparkline id={`relation-${dyadId}`} weeks={spark} bands={bands} muted={stale} />
              </Cell>
            </Row>
          )
        })}
      </Body>
    </Table>
  )
}
