import type { ReactNode } from 'react'
import { coefficient, interval, missingWords, percentInterval } from '@/components/samples/agreement/figure-text'
import { Badge, type Tone } from '@/components/ui/badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { formatPercent } from '@/components/ui/format'
import { type Estimate, type ReliabilityLevel, reliabilityWords } from '@/lib/core/reliability'
import type { AgreementGroup, Figure } from '@/lib/samples/views'

const TONES: Record<ReliabilityLevel, Tone> = { reliable: 'success', tentative: 'warning', unreliable: 'danger' }

/** What an alpha allows, in a word or two. */
export function ReliabilityBadge({ alpha }: { alpha: number }) {
  const { level, label, meaning } = reliabilityWords(alpha)
  return (
    <span title={meaning}>
      <Badge tone={TONES[level]}>{label}</Badge>
    </span>
  )
}

/** A coefficient over its interval. */
function Estimated({ children, range }: { children: ReactNode; range: string }) {
  return (
    <>
      <span className="block">{children}</span>
      <span className="block text-xs text-muted">{range}</span>
    </>
  )
}

const of = (estimate: Estimate) => <Estimated range={interval(estimate)}>{coefficient(estimate.value)}</Estimated>

function Line({ name, scale, figure }: { name: string; scale: string; figure: Figure }) {
  const head = (
    <Cell head>
      {name}
      <span className="block text-xs font-normal text-muted">{scale}</span>
    </Cell>
  )
  if (figure.kind !== 'measured') {
    return (
      <Row>
        {head}
        <Cell colSpan={5} className="text-muted">
          {missingWords(figure)}
        </Cell>
      </Row>
    )
  }
  const { units, alpha, percent, gwet } = figure
  return (
    <Row>
      {head}
      <NumberCell>{units}</NumberCell>
      <NumberCell>{of(alpha)}</NumberCell>
      <Cell>
        <ReliabilityBadge alpha={alpha.value} />
      </Cell>
      <NumberCell>
        <Estimated range={percentInterval(percent)}>{formatPercent(percent.value)}</Estimated>
      </NumberCell>
      <NumberCell>
        {gwet ? (
          <Estimated range={interval(gwet)}>
            {coefficient(gwet.value)} <span className="text-xs text-muted">{gwet.name}</span>
          </Estimated>
        ) : (
          <span className="text-muted">–</span>
        )}
      </NumberCell>
    </Row>
  )
}

/** Agreement of all units: a row for the category, the rung and the date. */
export function OverallTable({ overall }: { overall: AgreementGroup }) {
  return (
    <Table caption="Agreement of all units, with 95 % intervals">
      <Head>
        <HeadCell>What</HeadCell>
        <HeadCell numeric>Units</HeadCell>
        <HeadCell numeric>Krippendorff’s alpha</HeadCell>
        <HeadCell>Reading</HeadCell>
        <HeadCell numeric>Agree</HeadCell>
        <HeadCell numeric>Gwet</HeadCell>
      </Head>
      <Body>
        <Line name="Category" scale="the same or not" figure={overall.category} />
        <Line name="Rung" scale="by its place on the ladder" figure={overall.rung} />
        <Line name="First day" scale="by the days between" figure={overall.date} />
      </Body>
    </Table>
  )
}
