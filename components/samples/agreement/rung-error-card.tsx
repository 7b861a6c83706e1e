import { DraftMethodButton } from '@/components/samples/agreement/draft-method-button'
import { Card } from '@/components/ui/card'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { CONFIDENCES, type Confidence } from '@/lib/core/codebook'
import { formatPercent, formatPlural } from '@/lib/format'
import type { AgreementReport } from '@/lib/samples/report-views'

interface RungErrorCardProps {
  report: AgreementReport
  /** What the method in use assumes. */
  assumed: Readonly<Record<Confidence, number>>
  mayDraft: boolean
}

/** How often coders who were equally sure differ in the rung, and the chance of an error that this bears out. */
export function RungErrorCard({ report, assumed, mayDraft }: RungErrorCardProps) {
  const { rungErrors, samples } = report
  const measured = CONFIDENCES.some((confidence) => rungErrors[confidence].kind === 'measured')
  return (
    <Card
      id="rung-errors"
      title="Chance that a rung is off by one"
      lead="From units that two coders or more coded with the same confidence"
      padded={false}
      actions={mayDraft && measured && <DraftMethodButton sampleIds={samples.map(({ id }) => id)} />}
    >
      <Table caption="Chance of a rung error by confidence: assumed and measured">
        <Head>
          <HeadCell>Confidence</HeadCell>
          <HeadCell numeric>Method assumes</HeadCell>
          <HeadCell numeric>Measured</HeadCell>
          <HeadCell numeric>Drafted</HeadCell>
          <HeadCell numeric>Units that differ</HeadCell>
        </Head>
        <Body>
          {CONFIDENCES.map((confidence) => {
            const error = rungErrors[confidence]
            return (
              <Row key={confidence}>
                <Cell head>{confidence}</Cell>
                <NumberCell>{formatPercent(assumed[confidence], 1)}</NumberCell>
                {error.kind === 'measured' ? (
                  <>
                    <NumberCell>
                      {formatPercent(error.p, 1)}
                      <span className="block text-xs text-muted">
                        {formatPercent(error.low, 1)} to {formatPercent(error.high, 1)}
                      </span>
                    </NumberCell>
                    <NumberCell>{formatPercent(error.smoothed, 1)}</NumberCell>
                    <NumberCell>
                      {error.differing} of {error.units}
                    </NumberCell>
                  </>
                ) : (
                  <NumberCell colSpan={3} className="text-muted">
                    too few ({formatPlural(error.units, 'unit')})
                  </NumberCell>
                )}
              </Row>
            )
          })}
        </Body>
      </Table>
      <p className="border-t px-4 py-2 text-xs text-muted">
        A unit counts once, however many coded it. Ranges are 95 % bootstrap intervals over units. Drafted is the chance
        with half a disagreement added in one unit more, so that a few units without one are not taken for certainty.
      </p>
    </Card>
  )
}
