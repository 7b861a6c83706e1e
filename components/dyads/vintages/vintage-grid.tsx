import Link from 'next/link'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import { AtEnd } from '@/components/dyads/vintages/at-end'
import { classes } from '@/components/ui/classes'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/data-table'
import type { MethodChoice } from '@/lib/as-of/schema'
import type { VintageCell, VintageColumn, VintageTable } from '@/lib/as-of/views'
import { formatDayRange, isoOf, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import { displayOf } from '@/lib/core/scoring'
import { formatScore } from '@/lib/format'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Mar 2026`, or `now`. */
export function columnName({ month, running }: VintageColumn): string {
  return running ? 'now' : `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
}

interface CellProps {
  cell: VintageCell | null
  /** The cell of the month before. */
  before: VintageCell | null
  /** The week had ended by then. */
  endedBefore: boolean
}

/**
 * How a week is said otherwise than in the month before: up, down, looked at since, put on record after it had ended, or no
 * longer covered since its only incident moved or went.
 */
type Change = 'up' | 'down' | 'checked' | 'added' | 'dropped' | null

function changeOf({ cell, before, endedBefore }: CellProps & { cell: VintageCell }): Change {
  if (before === null) return endedBefore && cell.coverage !== 'not_checked' ? 'added' : null
  if (before.coverage !== 'not_checked' && cell.coverage === 'not_checked') return 'dropped'
  if (before.coverage === 'not_checked' && cell.coverage !== 'not_checked') return 'checked'
  const difference = displayOf(cell.close) - displayOf(before.close)
  if (cell.coverage === 'not_checked' || difference === 0) return null
  return difference > 0 ? 'up' : 'down'
}

const CHANGE_WORDS = {
  up: 'higher than said the month before',
  down: 'lower than said the month before',
  checked: 'not checked the month before',
  added: 'not on record the month before',
  dropped: 'not checked, but covered the month before',
} as const
const MARKS = { up: '▲', down: '▼', checked: '✓', added: '+', dropped: '×' } as const

function GridCell({ cell, before, endedBefore }: CellProps) {
  if (cell === null) {
    return (
      <td className="bg-sunken px-2 py-1">
        <span className="sr-only">not said yet</span>
      </td>
    )
  }
  const change = changeOf({ cell, before, endedBefore })
  const unchecked = cell.coverage === 'not_checked'
  return (
    <td
      className={classes(
        'px-2 py-1 text-right whitespace-nowrap tabular-nums',
        unchecked ? 'hatched' : change !== null && 'bg-warning-ground font-semibold',
      )}
      title={change === null ? (unchecked ? 'not checked' : undefined) : CHANGE_WORDS[change]}
    >
      {change !== null && (
        <span className="mr-0.5 text-[0.7em] font-semibold">
          <span aria-hidden="true">{MARKS[change]}</span>
          <span className="sr-only">{CHANGE_WORDS[change]} </span>
        </span>
      )}
      {unchecked ? change === null && <span className="sr-only">not checked</span> : formatScore(cell.close)}
    </td>
  )
}

/** Weeks in rows, the months in which was asked in columns; a cell that says otherwise than the one before it is marked. */
export function VintageGrid({ table, method }: { table: VintageTable; method: MethodChoice }) {
  const { columns, rows, dyadId } = table
  return (
    <AtEnd>
      <Table caption="Close of each week, as it was said at the end of each month" tall className="text-xs">
        <Head>
          <HeadCell className="sticky left-0 z-10 bg-raised">Week</HeadCell>
          {columns.map((column, index) => (
            <HeadCell key={column.month} numeric className="px-2" title={`By method ${column.methodId}`}>
              {columnName(column)}
              {index > 0 && column.methodId !== columns[index - 1].methodId && (
                <span className="block font-normal">method {column.methodId}</span>
              )}
            </HeadCell>
          ))}
        </Head>
        <Body>
          {rows.map(({ weekStart, cells }) => (
            <Row key={weekStart} data-row="" className="h-7">
              <Cell head className="sticky left-0 bg-raised py-1 whitespace-nowrap tabular-nums">
                <Link
                  href={dyadWeekPath(dyadId, weekStart)}
                  className="link"
                  title={formatDayRange(weekStart, weekEndOf(weekStart))}
                >
                  {weekIdOf(weekStart)}
                </Link>
              </Cell>
              {cells.map((cell, index) => (
                <GridCell
                  key={`${columns[index].month}/${method}`}
                  cell={cell}
                  before={index > 0 ? cells[index - 1] : null}
                  endedBefore={index > 0 && isoOf(weekEndOf(weekStart)) <= columns[index - 1].at.slice(0, 10)}
                />
              ))}
            </Row>
          ))}
        </Body>
      </Table>
    </AtEnd>
  )
}
