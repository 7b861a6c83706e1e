import Link from 'next/link'
import { IncidentDate } from '@/components/incidents/date-text'
import { CodeMark, Grade, Points, TitleLink, Who } from '@/components/incidents/row-parts'
import { IncidentStanding, proposalWords } from '@/components/incidents/status-badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { filterQuery, type IncidentFilter } from '@/lib/incidents/filter'
import type { IncidentRow } from '@/lib/incidents/views'

type Sort = IncidentFilter['sort']

const FIRST_ORDER: Record<Sort, IncidentFilter['order']> = {
  date: 'desc',
  recorded: 'desc',
  points: 'desc',
  title: 'asc',
}

/** A column's name that sorts by it; once it does, it turns the order round. */
function SortHead({
  sort,
  filter,
  numeric,
  children,
}: {
  sort: Sort
  filter: IncidentFilter
  numeric?: boolean
  children: string
}) {
  const active = filter.sort === sort
  const order = active ? (filter.order === 'asc' ? 'desc' : 'asc') : FIRST_ORDER[sort]
  const query = filterQuery({ ...filter, sort, order, after: undefined })
  return (
    <HeadCell numeric={numeric} sort={active ? (filter.order === 'asc' ? 'ascending' : 'descending') : undefined}>
      <Link href={`/incidents${query}`} className="inline-flex items-center gap-1 hover:text-ink">
        {children}
        <span aria-hidden="true" className={active ? '' : 'invisible'}>
          {active && filter.order === 'asc' ? '↑' : '↓'}
        </span>
      </Link>
    </HeadCell>
  )
}

/** Incidents as a table; `j` and `k` move through its rows. */
export function IncidentTable({ rows, filter }: { rows: IncidentRow[]; filter: IncidentFilter }) {
  return (
    <Table caption="Incidents">
      <Head>
        <SortHead sort="date" filter={filter}>
          Date
        </SortHead>
        <HeadCell>Who → whom</HeadCell>
        <HeadCell>Indicator</HeadCell>
        <SortHead sort="title" filter={filter}>
          Title
        </SortHead>
        <HeadCell>Grade</HeadCell>
        <SortHead sort="points" filter={filter} numeric>
          Points
        </SortHead>
        <HeadCell>Status</HeadCell>
        <SortHead sort="recorded" filter={filter}>
          Logged by
        </SortHead>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={`${row.dyadId}/${row.id}`} focusable>
            <Cell>
              <IncidentDate row={row} />
            </Cell>
            <Cell className="whitespace-nowrap">
              <Who row={row} short />
            </Cell>
            <Cell>
              <CodeMark row={row} />
            </Cell>
            <Cell head className="min-w-64">
              <TitleLink row={row} />
            </Cell>
            <Cell>
              <Grade row={row} />
            </Cell>
            <NumberCell>
              <Points row={row} />
            </NumberCell>
            <Cell>
              <IncidentStanding row={row} />
            </Cell>
            <Cell className="whitespace-nowrap text-muted">{row.author}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

/** The same for a narrow window: one card an incident. */
export function IncidentCards({ rows }: { rows: IncidentRow[] }) {
  return (
    <ul className="divide-y border-y">
      {rows.map((row) => (
        <li key={`${row.dyadId}/${row.id}`} className="py-3" data-row="">
          <div className="flex items-baseline justify-between gap-3 text-xs text-muted">
            <IncidentDate row={row} />
            {row.status === 'approved' && proposalWords(row) === null ? (
              <span>{row.author}</span>
            ) : (
              <IncidentStanding row={row} />
            )}
          </div>
          <TitleLink row={row} className="mt-0.5 block text-base" />
          <div className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm">
            <Who row={row} short />
            <CodeMark row={row} />
            <Grade row={row} />
            <span className="ml-auto tabular-nums">
              <Points row={row} /> <span className="text-muted">points</span>
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}
