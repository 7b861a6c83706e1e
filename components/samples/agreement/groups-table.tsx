import {
  coefficient,
  drawsWords,
  interval,
  missingWords,
  percentInterval,
} from '@/components/samples/agreement/figure-text'
import { apartWords, ReliabilityBadge } from '@/components/samples/agreement/overall-table'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/data-table'
import { formatPercent } from '@/lib/format'
import type { AgreementGroup, Breakdown, Figure } from '@/lib/samples/report-views'

function FigureCell({ figure }: { figure: Figure }) {
  if (figure.kind !== 'measured') return <Cell className="text-xs text-muted">{missingWords(figure)}</Cell>
  const { alpha, percent, gwet, apart, units } = figure
  const draws = drawsWords(alpha)
  return (
    <Cell className="whitespace-nowrap tabular-nums">
      <span className="flex items-center gap-2">
        <span>{coefficient(alpha.value)}</span>
        <ReliabilityBadge alpha={alpha.value} />
      </span>
      <span className="block text-xs text-muted">
        {interval(alpha)}
        {draws && `, ${draws}`}
      </span>
      <span className="block text-xs text-muted">
        {formatPercent(percent.value)} agree ({percentInterval(percent)})
      </span>
      <span className="block text-xs text-muted">
        {gwet && `${gwet.name} ${coefficient(gwet.value)} (${interval(gwet)}) · `}
        {apart && `${apartWords(apart)} · `}
        {units} units
      </span>
    </Cell>
  )
}

const NAMES: Record<Breakdown, { head: string; caption: string }> = {
  category: {
    head: 'Category',
    caption: 'Each category against all others, over all units; rung and day in the units of which the record had it',
  },
  coder: { head: 'Coders', caption: 'Agreement of each pair of coders' },
  month: { head: 'Month', caption: 'Agreement by the month of the incident' },
}

/** Agreement of each group: alpha, the share that agrees and Gwet's coefficient, with their intervals. */
export function GroupsTable({ by, groups }: { by: Breakdown; groups: readonly AgreementGroup[] }) {
  const { head, caption } = NAMES[by]
  if (groups.length === 0) return <p className="p-4 text-sm text-muted">Nothing was coded by two coders yet.</p>
  return (
    <>
      <Table caption={caption}>
        <Head>
          <HeadCell>{head}</HeadCell>
          <HeadCell>Category, alpha</HeadCell>
          <HeadCell>Rung, alpha</HeadCell>
          <HeadCell>First day, alpha</HeadCell>
        </Head>
        <Body>
          {groups.map(({ key, label, category, rung, date }) => (
            <Row key={key}>
              <Cell head className="whitespace-nowrap">
                {label}
              </Cell>
              <FigureCell figure={category} />
              <FigureCell figure={rung} />
              <FigureCell figure={date} />
            </Row>
          ))}
        </Body>
      </Table>
      {by === 'category' && <p className="border-t px-4 py-2 text-xs text-muted">{caption}.</p>}
    </>
  )
}
