import { MethodSection, Prose } from '@/components/method/section'
import { BandBadge } from '@/components/ui/band-badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { indicatorOf } from '@/lib/core/codebook'
import {
  bandOfScore,
  type MethodParameters,
  pointsOfRung,
  pointsOn,
  scoreOf,
  type Term,
  termOf,
  verificationOf,
} from '@/lib/core/scoring'
import { formatPoints, formatScore } from '@/lib/format'

const EXAMPLE_CODE = 'MED+4'

function exampleTerm(parameters: MethodParameters): Term | null {
  const indicator = indicatorOf(EXAMPLE_CODE)
  if (!indicator) return null
  const { category, rung, persistence } = indicator
  const fixed = {
    id: 'example',
    actor: 'AZE',
    target: 'RUS',
    mutual: false,
    kind: 'incident',
    status: 'approved',
  } as const
  const day = { startDay: 0, endDay: null, ongoing: false }
  const grade = { reliability: 'B', credibility: 1 } as const
  return termOf({ ...fixed, ...day, ...grade, category, rung, persistence }, 'AZE-RUS', parameters)
}

/** One incident all the way from its code to its score, computed now with the parameters in use. */
export function ExampleSection({ parameters }: { parameters: MethodParameters }) {
  const term = exampleTerm(parameters)
  const indicator = indicatorOf(EXAMPLE_CODE)
  if (!term || !indicator) return null
  const full = pointsOfRung(indicator.rung, indicator.category, parameters)
  const days = [0, 1, 2, 3].map((times) => Math.round(times * term.halfLifeDays))
  return (
    <MethodSection id="example" title="A worked example">
      <Prose>
        An outlet is closed: {indicator.code} {indicator.label}, graded B1, on one day. Rung {indicator.rung} is worth{' '}
        {formatPoints(parameters.base)}
        <sup>{indicator.rung - 1}</sup> × {formatPoints(parameters.weight[indicator.category])} = {formatPoints(full)}{' '}
        points. B1 verifies it to (1 × {formatPoints(parameters.reliability.B)} + 2 ×{' '}
        {formatPoints(parameters.credibility[1])}) / 3 = {verificationOf('B', 1, parameters).toFixed(4)}, which leaves{' '}
        {formatPoints(term.points, 4)} points. If nothing else had happened, the dyad would stand like this:
      </Prose>
      <div className="max-w-xl">
        <Table caption="The example on its first day and after each half-life">
          <Head>
            <HeadCell>Day</HeadCell>
            <HeadCell numeric>Points</HeadCell>
            <HeadCell numeric>Score</HeadCell>
            <HeadCell>Band</HeadCell>
          </Head>
          <Body>
            {days.map((day, times) => {
              const points = pointsOn(term, day)
              const score = scoreOf(points, parameters)
              return (
                <Row key={day}>
                  <Cell head className="tabular-nums">
                    {day}
                    <span className="font-normal text-muted">
                      {times === 0 ? ', fresh' : times === 1 ? ', one half-life' : `, ${times} half-lives`}
                    </span>
                  </Cell>
                  <NumberCell>{formatPoints(points, 4)}</NumberCell>
                  <NumberCell>{formatScore(score)}</NumberCell>
                  <Cell>
                    <BandBadge band={bandOfScore(score, parameters).name} />
                  </Cell>
                </Row>
              )
            })}
          </Body>
        </Table>
      </div>
    </MethodSection>
  )
}
