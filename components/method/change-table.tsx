import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { formatPoints } from '@/lib/format'
import type { LiveChange } from '@/lib/method/form-values'

const DIGITS = 6

interface ChangeTableProps {
  caption: string
  /** What the two columns of figures are called, such as `0.1` and `0.2`. */
  names: readonly [string, string]
  changes: readonly LiveChange[]
}

/** The parameters in which two versions differ, each with both values. */
export function ChangeTable({ caption, names, changes }: ChangeTableProps) {
  return (
    <Table caption={caption}>
      <Head>
        <HeadCell>Parameter</HeadCell>
        {names.map((name) => (
          <HeadCell key={name} numeric>
            {name}
          </HeadCell>
        ))}
      </Head>
      <Body>
        {changes.map(({ path, name, symbol, before, after }) => (
          <Row key={path}>
            <Cell head>
              {name} <span className="font-serif font-normal text-muted">{symbol}</span>
            </Cell>
            <NumberCell>{formatPoints(before, DIGITS)}</NumberCell>
            <NumberCell className="font-semibold">
              {after === null ? <span className="text-danger">no number</span> : formatPoints(after, DIGITS)}
            </NumberCell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
