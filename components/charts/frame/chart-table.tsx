import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import type { ChartCell, ColumnFormat, ChartTable as Model } from '@/lib/charts/table'
import { formatCount, formatPoints, formatScore, formatSigned } from '@/lib/format'

/** A figure of a chart's table as it is shown; what was not checked stays blank. */
export function shownCell(value: ChartCell, format: ColumnFormat): string {
  if (value === null || typeof value === 'string') return value ?? ''
  if (format === 'score') return formatScore(value)
  if (format === 'signed') return formatSigned(value)
  return format === 'points' ? formatPoints(value) : formatCount(value)
}

/** The data of a chart as a table. */
export function ChartTable({ table }: { table: Model }) {
  return (
    <Table caption={table.caption} tall className="text-xs">
      <Head>
        {table.columns.map(({ label, format }) => (
          <HeadCell key={label} numeric={format !== 'text'}>
            {label}
          </HeadCell>
        ))}
      </Head>
      <Body>
        {table.rows.map((row) => (
          <Row key={String(row[0])} className="h-8">
            {table.columns.map(({ label, format }, index) => {
              const text = shownCell(row[index], format)
              if (index === 0) {
                return (
                  <Cell key={label} head className="whitespace-nowrap">
                    {text}
                  </Cell>
                )
              }
              return format === 'text' ? <Cell key={label}>{text}</Cell> : <NumberCell key={label}>{text}</NumberCell>
            })}
          </Row>
        ))}
      </Body>
    </Table>
  )
}
