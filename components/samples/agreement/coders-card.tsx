import { signed } from '@/components/samples/agreement/figure-text'
import { agreementPath } from '@/components/samples/sample-path'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { Select } from '@/components/ui/select'
import { formatPlural } from '@/lib/format'
import type { AgreementReport } from '@/lib/samples/report-views'

/** Each coder against the others: how far their rungs lie above or below, and two of them compared on request. */
export function CodersCard({ report }: { report: AgreementReport }) {
  const { coders, samples, by, pair } = report
  if (coders.length < 2) return null
  const ids = samples.map(({ id }) => id)
  const options = coders.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card
      id="coders"
      title="Each coder"
      lead="Mean difference of their rungs to the others’ mean in the same units"
      padded={false}
    >
      <Table caption="Mean difference of each coder’s rungs to those of the others">
        <Head>
          <HeadCell>Coder</HeadCell>
          <HeadCell numeric>Rungs above or below</HeadCell>
          <HeadCell numeric>Units</HeadCell>
        </Head>
        <Body>
          {coders.map(({ id, name, rung }) => (
            <Row key={id}>
              <Cell head>{name}</Cell>
              <NumberCell>
                {rung.kind === 'measured' ? (
                  signed(rung.mean)
                ) : (
                  <span className="text-muted">too few ({formatPlural(rung.units, 'unit')})</span>
                )}
              </NumberCell>
              <NumberCell>{rung.units}</NumberCell>
            </Row>
          ))}
        </Body>
      </Table>
      <form
        method="get"
        action="/samples/agreement"
        className="flex flex-wrap items-end gap-2 border-t p-4"
        data-print="hide"
      >
        {ids.map((id) => (
          <input key={id} type="hidden" name="sample" value={id} />
        ))}
        {by && <input type="hidden" name="by" value={by} />}
        <Select
          name="pair"
          aria-label="First coder"
          className="max-w-48"
          options={options}
          defaultValue={pair?.first.id ?? coders[0].id}
        />
        <span className="self-center text-sm text-muted">with</span>
        <Select
          name="pair"
          aria-label="Second coder"
          className="max-w-48"
          options={options}
          defaultValue={pair?.second.id ?? coders[1].id}
        />
        <Button type="submit" size="sm">
          Compare these two
        </Button>
        {pair && (
          <LinkButton size="sm" variant="quiet" href={agreementPath(ids, by)}>
            All pairs
          </LinkButton>
        )}
      </form>
    </Card>
  )
}
