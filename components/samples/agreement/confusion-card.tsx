import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { Table } from '@/components/ui/data-table'
import type { Confusion } from '@/lib/samples/report-views'

interface ConfusionCardProps<T> {
  id: string
  title: string
  /** What one code is, such as `category`. */
  what: string
  /** Two coders, where rows are the first and columns the second; else all pairs are pooled. */
  pair?: { first: string; second: string }
  confusion: Confusion<T>
  label: (code: T) => string
}

/** Shade of a cell by its share of the row: a disagreement stands out by its size. */
const shade = (share: number) => `color-mix(in srgb, var(--hatch) ${Math.round(share * 70)}%, transparent)`

/** Whom the coders took for what: a row says what the other coder gave where one gave that row's code. */
export function ConfusionCard<T extends string | number>(props: ConfusionCardProps<T>) {
  const { id, title, what, pair, confusion, label } = props
  const [row, column] = pair ? [pair.first, pair.second] : ['one', 'another']
  const { codes, counts } = confusion
  return (
    <Card
      id={id}
      title={title}
      lead={`Where ${pair ? row : 'one coder'} gave the row’s ${what}, how often ${column} gave the column’s`}
      padded={false}
    >
      {codes.length === 0 ? (
        <p className="p-4 text-sm text-muted">Nothing was coded by two coders yet.</p>
      ) : (
        <Table caption={`${title}: rows ${pair ? row : 'one coder'}, columns ${column}`}>
          <thead>
            <tr className="border-b border-line-strong">
              <td className="h-9 px-4 text-xs text-muted">
                {row} \ {column}
              </td>
              {codes.map((code) => (
                <th key={code} scope="col" className="px-2 text-right text-xs font-medium whitespace-nowrap text-muted">
                  {label(code)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((row, at) => {
              const sum = row.reduce((all, count) => all + count, 0)
              return (
                <tr key={codes[at]} className="border-b last:border-b-0">
                  <th scope="row" className="h-9 px-4 text-left font-medium whitespace-nowrap">
                    {label(codes[at])}
                  </th>
                  {row.map((count, column) => (
                    <td
                      key={codes[column]}
                      className={classes('px-2 text-right tabular-nums', at === column && 'font-semibold')}
                      style={count > 0 && at !== column ? { backgroundColor: shade(count / sum) } : undefined}
                    >
                      {count === 0 ? <span className="text-faint">·</span> : count}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </Card>
  )
}
