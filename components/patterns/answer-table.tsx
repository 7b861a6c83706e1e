import { pText, type Sides, sidesOf } from '@/components/patterns/reciprocity-words'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { MOVE_DIRECTIONS, type MoveDirection } from '@/lib/core/reciprocity'
import { formatPercent } from '@/lib/format'
import type { ReciprocityView } from '@/lib/patterns/views'

const DASH = '–'

function AnswerRow({ view, direction, sides }: { view: ReciprocityView; direction: MoveDirection; sides: Sides }) {
  const [rate, test] = [view.rates?.[direction], view.tests?.[direction]]
  const { mover, answerer } = sidesOf(direction, sides)
  if (!rate) return null
  return (
    <Row>
      <Cell head className="min-w-40">
        {answerer} after {mover}
      </Cell>
      <NumberCell>{rate.moves}</NumberCell>
      <NumberCell>{rate.answered}</NumberCell>
      <NumberCell>{rate.rate === null ? DASH : formatPercent(rate.rate)}</NumberCell>
      <NumberCell>{formatPercent(rate.baseRate)}</NumberCell>
      <NumberCell>{rate.lift === null ? DASH : rate.lift.toFixed(2)}</NumberCell>
      <NumberCell>{rate.medianLatencyDays === null ? DASH : `${rate.medianLatencyDays} d`}</NumberCell>
      <NumberCell>{rate.tooFew ? 'too few to judge' : test ? pText(test.p) : DASH}</NumberCell>
    </Row>
  )
}

/** How often each side moves after the other's moves, against chance. */
export function AnswerTable({ view, sides }: { view: ReciprocityView; sides: Sides }) {
  return (
    <Table caption={`Moves that the other side follows within ${view.windowDays} days`}>
      <Head>
        <HeadCell>Who answers</HeadCell>
        <HeadCell numeric>Moves</HeadCell>
        <HeadCell numeric title={`Followed by the other side on a later day, within ${view.windowDays} days`}>
          Answered
        </HeadCell>
        <HeadCell numeric>Rate</HeadCell>
        <HeadCell numeric title="Share of all days on which a move would have been answered">
          By chance
        </HeadCell>
        <HeadCell numeric title="Rate to chance">
          Lift
        </HeadCell>
        <HeadCell numeric title="Days to the first answer">
          Median lag
        </HeadCell>
        <HeadCell numeric title="Histories in which the other side’s dates are shifted at random">
          Shuffled dates
        </HeadCell>
      </Head>
      <Body>
        {MOVE_DIRECTIONS.map((direction) => (
          <AnswerRow key={direction} view={view} direction={direction} sides={sides} />
        ))}
      </Body>
    </Table>
  )
}

/** Who moves next: counts of neighbouring moves. */
export function TransitionTable({ view: { transitions }, sides }: { view: ReciprocityView; sides: Sides }) {
  return (
    <Table caption="Who moves next: how often a move was followed by one of either side">
      <Head>
        <HeadCell>After a move by</HeadCell>
        <HeadCell numeric>{sides.first} next</HeadCell>
        <HeadCell numeric>{sides.second} next</HeadCell>
      </Head>
      <Body>
        {MOVE_DIRECTIONS.map((direction) => (
          <Row key={direction}>
            <Cell head>{sidesOf(direction, sides).mover}</Cell>
            <NumberCell>{transitions[direction].forward}</NumberCell>
            <NumberCell>{transitions[direction].backward}</NumberCell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
