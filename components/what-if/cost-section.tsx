import { SectionHead } from '@/components/certainty/section-head'
import { BandBadge } from '@/components/ui/band-badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { formatCount, formatPoints, formatRung } from '@/lib/format'
import type { AheadView } from '@/lib/what-if/views'

const RUNGS = [1, 2, 3, 4, 5] as const

/** Rounded up, so that what is shown suffices and fits the numbers of incidents beside it. */
const atLeast = (points: number) => Math.ceil(points * 10) / 10

/** What would take the score to each band above its own, as the number of fresh, confirmed incidents of one rung. */
export function CostSection({ view: { costs, band } }: { view: AheadView }) {
  return (
    <div data-card="" className="min-w-0 self-start rounded border bg-raised pb-1">
      <SectionHead title="What would take it to the next band">
        {costs.length === 0
          ? `It stands in ${band.name}, the highest band.`
          : 'So many fresh, confirmed incidents of one rung, all on one day. This is arithmetic, not a forecast: it says how far the band is, not that anything is coming.'}
      </SectionHead>
      {costs.length > 0 && (
        <Table caption="Fresh, confirmed incidents that would take it to a band, by rung">
          <Head>
            <HeadCell>To</HeadCell>
            <HeadCell numeric>Points</HeadCell>
            {RUNGS.map((rung) => (
              <HeadCell key={rung} numeric title={`Incidents of rung ${formatRung(rung)} alone`}>
                {formatRung(rung)}
              </HeadCell>
            ))}
          </Head>
          <Body>
            {costs.map(({ band: to, points, freshConfirmed }) => (
              <Row key={to.name}>
                <Cell head>
                  <BandBadge band={to.name} />
                </Cell>
                <NumberCell>{formatPoints(atLeast(points), 1)}</NumberCell>
                {RUNGS.map((rung) => (
                  <NumberCell key={rung}>{formatCount(freshConfirmed[rung])}</NumberCell>
                ))}
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </div>
  )
}
