import type { ReactNode } from 'react'
import {
  coefficient,
  drawsWords,
  interval,
  missingWords,
  percentInterval,
} from '@/components/samples/agreement/figure-text'
import { Badge, type Tone } from '@/components/ui/badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { type Estimate, type ReliabilityLevel, reliabilityWords } from '@/lib/core/reliability'
import { formatPercent, formatPlural } from '@/lib/format'
import type { AgreementGroup, Figure } from '@/lib/samples/report-views'

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

/** A coefficient over its interval, and the draws that it rests on where some gave no value. */
function Estimated({ children, range, draws }: { children: ReactNode; range: string; draws: string }) {
  return (
    <>
      <span className="block">{children}</span>
      <span className="block text-xs text-muted">{range}</span>
      {draws && <span className="block text-xs text-muted">{draws}</span>}
    </>
  )
}

const of = (estimate: Estimate) => (
  <Estimated range={interval(estimate)} draws={drawsWords(estimate)}>
    {coefficient(estimate.value)}
  </Estimated>
)

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
  const { units, alpha, percent, gwet, apart } = figure
  return (
    <Row>
      {head}
      <NumberCell>{units}</NumberCell>
      <NumberCell>{of(alpha)}</NumberCell>
      <Cell>
        <ReliabilityBadge alpha={alpha.value} />
      </Cell>
      <NumberCell>
        <Estimated range={percentInterval(percent)} draws={drawsWords(percent)}>
          {formatPercent(percent.value)}
        </Estimated>
      </NumberCell>
      <NumberCell>
        {gwet ? (
          <Estimated range={interval(gwet)} draws={drawsWords(gwet)}>
            {coefficient(gwet.value)} <span className="text-xs text-muted">{gwet.name}</span>
          </Estimated>
        ) : (
          <span className="text-muted">–</span>
        )}
        {apart && <span className="block text-xs text-muted">{apartWords(apart)}</span>}
      </NumberCell>
    </Row>
  )
}

/** How far apart two coders' days are: `median 0 days, at most 14`. */
export const apartWords = ({ median, largest }: { median: number; largest: number }): string =>
  `median ${formatPlural(median, 'day')}, at most ${largest}`

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
        <HeadCell numeric>Gwet, or days apart</HeadCell>
      </Head>
      <Body>
        <Line name="Category" scale="the same or not" figure={overall.category} />
        <Line name="Rung" scale="by its place on the ladder" figure={overall.rung} />
        <Line name="First day" scale="by the days between" figure={overall.date} />
      </Body>
    </Table>
  )
}
