import { SectionHead } from '@/components/certainty/section-head'
import { BandBadge } from '@/components/ui/band-badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { fallSentence } from '@/components/what-if/ahead-words'
import { formatDay } from '@/lib/core/calendar'
import type { FallStep } from '@/lib/core/outlook'
import { formatCount } from '@/lib/format'
import type { AheadView } from '@/lib/what-if/views'

function Steps({ caption, steps }: { caption: string; steps: readonly FallStep[] }) {
  return (
    <Table caption={caption}>
      <Head>
        <HeadCell>Enters</HeadCell>
        <HeadCell numeric>On</HeadCell>
        <HeadCell numeric>Days from now</HeadCell>
      </Head>
      <Body>
        {steps.map(({ day, daysAhead, band }) => (
          <Row key={day}>
            <Cell head>
              <BandBadge band={band.name} />
            </Cell>
            <NumberCell>{formatDay(day)}</NumberCell>
            <NumberCell>{formatCount(daysAhead)}</NumberCell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

/** When the score leaves its bands by itself, and when it would with what is supposed. */
export function FallSection({ view }: { view: AheadView }) {
  const { fall, path, band, supposed } = view
  return (
    <div data-card="" className="min-w-0 self-start rounded border bg-raised pb-1">
      <SectionHead title="When it leaves its band by itself">
        {fallSentence(band, fall)} This is arithmetic, not a forecast.
      </SectionHead>
      {fall.length > 0 && <Steps caption="Bands that it enters if nothing happens" steps={fall} />}
      {supposed.length > 0 && (
        <>
          <h3 className="px-4 pt-3 pb-1 text-sm font-semibold">With what is supposed</h3>
          {path.length === 0 ? (
            <p className="px-4 pb-3 text-sm text-muted">It would stay in {band.name} for the year that is looked at.</p>
          ) : (
            <Steps caption="Bands that it would enter with what is supposed" steps={path} />
          )}
        </>
      )}
    </div>
  )
}
