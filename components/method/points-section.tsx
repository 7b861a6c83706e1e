import { Formula, Line, Sup, Sym } from '@/components/method/formula'
import { MethodSection, Prose } from '@/components/method/section'
import { CategoryMark } from '@/components/ui/category-mark'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { CATEGORIES, GENERIC_SCALE } from '@/lib/core/codebook'
import type { MethodParameters } from '@/lib/core/scoring'
import { formatPercent, formatPoints } from '@/lib/format'

function RungTable({ parameters }: { parameters: MethodParameters }) {
  const { base, relief } = parameters
  return (
    <Table caption="Points of a fresh, fully verified incident by rung, before the category weight" showCaption>
      <Head>
        <HeadCell>Rung</HeadCell>
        <HeadCell>Meaning</HeadCell>
        <HeadCell numeric>Escalating, +</HeadCell>
        <HeadCell numeric>Easing, −</HeadCell>
      </Head>
      <Body>
        {GENERIC_SCALE.map(({ rung, name }) => (
          <Row key={rung}>
            <Cell head className="tabular-nums">
              {rung}
            </Cell>
            <Cell>{name}</Cell>
            <NumberCell>{formatPoints(base ** (rung - 1), 3)}</NumberCell>
            <NumberCell>{formatPoints(-relief * base ** (rung - 1), 3)}</NumberCell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

function WeightTable({ parameters }: { parameters: MethodParameters }) {
  return (
    <Table caption="Category weights w" showCaption>
      <Head>
        <HeadCell>Category</HeadCell>
        <HeadCell numeric>Weight</HeadCell>
      </Head>
      <Body>
        {CATEGORIES.map((category) => (
          <Row key={category}>
            <Cell head>
              <CategoryMark category={category} />
            </Cell>
            <NumberCell>{formatPoints(parameters.weight[category], 4)}</NumberCell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

/** How grave an incident is, in points. */
export function PointsSection({ parameters }: { parameters: MethodParameters }) {
  const { base, relief } = parameters
  return (
    <MethodSection id="points" title="Points: how grave">
      <Prose>
        The rung decides. Each rung counts {formatPoints(base)} times the one below it, the same in every category. An
        easing act takes points away, at {formatPercent(relief)} of what the hostile act of the same rung would add,
        since trust is lost faster than it is won. Every category has a weight, and it is shown here even where it is 1.
      </Prose>
      <Formula
        words={
          <>
            g: full points. s: rung, −5 to 5. w: weight of the category. b = {formatPoints(base)}: rung ratio. κ ={' '}
            {formatPoints(relief)}: relief, only below 0.
          </>
        }
      >
        <Line>
          <Sym>g</Sym> = <Sym>w</Sym> · <Sym>b</Sym>
          <Sup>
            |<Sym>s</Sym>| − 1
          </Sup>{' '}
          for <Sym>s</Sym> above 0
        </Line>
        <Line>
          <Sym>g</Sym> = −<Sym>κ</Sym> · <Sym>w</Sym> · <Sym>b</Sym>
          <Sup>
            |<Sym>s</Sym>| − 1
          </Sup>{' '}
          for <Sym>s</Sym> below 0
        </Line>
      </Formula>
      <div className="grid items-start gap-x-8 gap-y-4 md:grid-cols-[3fr_2fr]">
        <RungTable parameters={parameters} />
        <WeightTable parameters={parameters} />
      </div>
    </MethodSection>
  )
}
