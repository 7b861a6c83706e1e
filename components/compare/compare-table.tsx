import Link from 'next/link'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import type { CompareCell, CompareModel } from '@/lib/charts/compare'
import { rowHeading, rowName } from '@/lib/charts/compare-words'
import { weekIdOf } from '@/lib/core/calendar'
import { formatScore } from '@/lib/format'

/** A week of a dyad: its close and its place, or why there is none. */
function CloseCell({ cell, dyadId, aligned }: { cell: CompareCell; dyadId: string; aligned: boolean }) {
  const { state, close, rank, weekStart } = cell
  if (state === 'none')
    return (
      <NumberCell className="text-faint">
        <span className="mr-6.5">–</span>
      </NumberCell>
    )
  if (close === null || weekStart === null)
    return (
      <NumberCell className="text-xs text-muted">
        <span className="mr-6.5">not checked</span>
      </NumberCell>
    )
  return (
    <NumberCell>
      <Link
        href={dyadWeekPath(dyadId, weekStart)}
        title={`${dyadId}, ${weekIdOf(weekStart)}`}
        prefetch={false}
        className={state === 'running' ? 'italic hover:underline' : 'hover:underline'}
      >
        {formatScore(close)}
        {state === 'running' && <span className="text-xs text-muted"> so far</span>}
      </Link>
      {rank !== null && (
        <span className="ml-1.5 inline-block w-5 text-xs text-muted">
          <span className="sr-only">, place </span>
          {rank}.
        </span>
      )}
      {rank === null && <span className="ml-1.5 inline-block w-5" />}
      {aligned && <span className="block pr-6.5 text-2xs text-faint">{weekIdOf(weekStart)}</span>}
    </NumberCell>
  )
}

/** Weeks × dyads, latest first: the closes and, small, the places. */
export function CompareTable({ model }: { model: CompareModel }) {
  const aligned = model.by !== 'calendar'
  return (
    <Table caption="Weekly close and place of each dyad" tall>
      <Head>
        <HeadCell>{rowHeading(model.by)}</HeadCell>
        {model.lines.map(({ dyadId, name }) => (
          <HeadCell key={dyadId} numeric title={name}>
            <span className="mr-6.5">{dyadId}</span>
          </HeadCell>
        ))}
      </Head>
      <Body>
        {[...model.rows].reverse().map((row) => (
          <Row key={row.at}>
            <Cell head className="whitespace-nowrap tabular-nums">
              {row.label}
              {aligned && <span className="sr-only">, {rowName(row, model.by)}</span>}
            </Cell>
            {row.cells.map((cell, index) => (
              <CloseCell
                key={model.lines[index].dyadId}
                cell={cell}
                dyadId={model.lines[index].dyadId}
                aligned={aligned}
              />
            ))}
          </Row>
        ))}
      </Body>
    </Table>
  )
}
