import { Formula, Line, Sup, Sym } from '@/components/method/formula'
import { MethodSection, Prose } from '@/components/method/section'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { contributionOf, type MethodParameters, scoreOf } from '@/lib/core/scoring'
import { formatPoints, formatScore } from '@/lib/format'

const EXAMPLE_POINTS = [16, 8, -2]

function ShareTable({ parameters }: { parameters: MethodParameters }) {
  const total = EXAMPLE_POINTS.reduce((sum, points) => sum + points, 0)
  const rows = EXAMPLE_POINTS.map((points, index) => ({
    name: `Incident ${index + 1}`,
    points,
    contribution: contributionOf(points, total, parameters),
    alone: scoreOf(points, parameters),
  }))
  const score = scoreOf(total, parameters)
  return (
    <div className="max-w-xl">
      <Table caption="Three incidents and what each contributes, computed now" showCaption>
        <Head>
          <HeadCell>Part</HeadCell>
          <HeadCell numeric>Points</HeadCell>
          <HeadCell numeric>Contribution</HeadCell>
          <HeadCell numeric>Alone</HeadCell>
        </Head>
        <Body>
          {[...rows, { name: 'All', points: total, contribution: score, alone: score }].map((row) => (
            <Row key={row.name} className={row.name === 'All' ? 'border-t-2 border-t-line-strong font-semibold' : ''}>
              <Cell head>{row.name}</Cell>
              <NumberCell>{formatPoints(row.points)}</NumberCell>
              <NumberCell>{formatScore(row.contribution)}</NumberCell>
              <NumberCell>{formatScore(row.alone)}</NumberCell>
            </Row>
          ))}
        </Body>
      </Table>
    </div>
  )
}

/** How a score is taken apart: contributions, directions, stocks, breadth, and the parts of a change. */
export function PartsSection({ parameters }: { parameters: MethodParameters }) {
  return (
    <>
      <MethodSection id="contributions" title="Contributions: what it is made of">
        <Prose>
          Any part of a dyad’s points (one incident, one category, one direction) has a contribution: its share of the
          points, times the score. Contributions add up to the score exactly, which is what lets a chart stack them. The
          score that a part would make by itself is another figure, larger for escalating parts, and is always called
          stand-alone.
        </Prose>
        <Formula
          words={
            <>
              C<sub>Q</sub>: contribution of a part Q whose points are X<sub>Q</sub>. With no points at all (X = 0) the
              slope of the scale there is used instead, so that opposite parts that cancel still show.
            </>
          }
        >
          <Line>
            <Sym sub="Q">C</Sym> = <Sym sub="Q">X</Sym> · <Sym>T</Sym> / <Sym>X</Sym>
          </Line>
          <Line>
            <Sym sub="Q">C</Sym> = <Sym sub="Q">X</Sym> · 100 ln 2 / <Sym sub="50">X</Sym> if <Sym>X</Sym> = 0
          </Line>
        </Formula>
        <ShareTable parameters={parameters} />
        <Prose>
          This is the Aumann–Shapley share of a function of a sum. It does not depend on the order of incidents, and
          splitting one incident into two leaves the shares of all others alone.
        </Prose>
      </MethodSection>
      <MethodSection id="directions" title="Directions, stocks and breadth">
        <Prose>
          Every incident has a direction, actor → target. A joint act that cannot be split gives half of its points to
          each; the score is the same. Escalating and easing points are also kept as two stocks, E and D, so that
          conflict and cooperation that happen together do not hide each other in the headline.
        </Prose>
        <Formula words="Asymmetry, −1 to 1: positive when the first country does more to the second than it gets back; 0 when nothing is there. Breadth, 1 to 8: over how many categories the pressure is spread, where p is each category’s share among those with points above 0; 0 when there is none.">
          <Line>
            asymmetry = (<Sym sub="A→B">X</Sym> − <Sym sub="B→A">X</Sym>) / (|<Sym sub="A→B">X</Sym>| + |
            <Sym sub="B→A">X</Sym>|)
          </Line>
          <Line>
            breadth = 1 / Σ <Sym>p</Sym>
            <Sup>2</Sup>
          </Line>
        </Formula>
      </MethodSection>
      <MethodSection id="changes" title="Changes: what moved it">
        <Prose>
          The change between two days is shared out in the same way: each incident gets its part by how far its own
          points moved, as new, as fading, or as corrected. The parts add up to the change exactly.
        </Prose>
        <Formula words="Part of one incident in the change from day 0 to day 1. When the points of the dyad are the same on both days, the slope of the scale there stands in for the fraction.">
          <Line>
            part = (<Sym sub="1">x</Sym> − <Sym sub="0">x</Sym>) · (<Sym sub="1">T</Sym> − <Sym sub="0">T</Sym>) / (
            <Sym sub="1">X</Sym> − <Sym sub="0">X</Sym>)
          </Line>
          <Line>
            part = (<Sym sub="1">x</Sym> − <Sym sub="0">x</Sym>) · (100 ln 2 / <Sym sub="50">X</Sym>) · 2
            <Sup>
              −|<Sym sub="0">X</Sym>| / <Sym sub="50">X</Sym>
            </Sup>{' '}
            if <Sym sub="1">X</Sym> = <Sym sub="0">X</Sym>
          </Line>
        </Formula>
      </MethodSection>
    </>
  )
}
