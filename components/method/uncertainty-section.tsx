import { Formula, Line, Sym } from '@/components/method/formula'
import { MethodSection, Prose } from '@/components/method/section'
import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import type { MethodParameters } from '@/lib/core/scoring'
import { FACTOR_RANGES } from '@/lib/core/uncertainty'
import { formatPercent, formatPoints } from '@/lib/format'

/** By how much the points of an incident within the ladder exceed, on average over the draws, those that the score counts. */
const surplusOf = (chance: number, base: number) => (chance * (base + 1 / base - 2)) / 2

const rangeWords = (value: number, [low, high]: readonly [number, number]) =>
  `${formatPoints(value * low)} to ${formatPoints(value * high)}`

/** How the interval around a figure is made, what its words mean, and what it must not be taken for. */
export function UncertaintySection({ parameters }: { parameters: MethodParameters }) {
  const { rungError, base, anchor, relief } = parameters
  const chances = `${formatPercent(rungError.high)} where the coder’s confidence is high, ${formatPercent(rungError.moderate)} where it is moderate, ${formatPercent(rungError.low)} where it is low`
  return (
    <MethodSection id="uncertainty" title="Uncertainty: how far a figure could be off">
      <Prose>
        The record is drawn a thousand times. In each draw an incident is there with probability v, its verification,
        and then counts in full; its rung is one lower or one higher with a chance of {chances}; and where only an
        interval of dates is known, it begins on any day of it. The 5 % and 95 % quantiles of the scores are the{' '}
        <em>data interval</em>, the one that charts draw. The <em>full interval</em> draws the method too: b from{' '}
        {rangeWords(base, FACTOR_RANGES.base)}, A from {rangeWords(anchor, FACTOR_RANGES.anchor)}, κ from{' '}
        {rangeWords(relief, FACTOR_RANGES.relief)}, all half-lives by one factor from 0.5 to 2, and each weight by up to
        a quarter.
      </Prose>
      <Formula
        words={`u is a random number from 0 to 1 that is a hash of the seed (${DEFAULT_SEED}), the number of the draw and the id of the incident. So the same record gives the same interval to the last bit, in whatever order it is read, and a new incident leaves the draws of the others alone.`}
      >
        <Line>
          in the draw if u &lt; v &emsp; rung −1 if <Sym sub="s">u</Sym> &lt; p/2 &emsp; rung +1 if p/2 ≤{' '}
          <Sym sub="s">u</Sym> &lt; p
        </Line>
      </Formula>
      <Prose>
        The line is not the middle of the draws. Where no rung can be off and no date is loose, the points of a draw are
        on average those of the line, yet the median score can differ from it by a point or two, because the scale is
        curved. A rung that can be off by one adds points on average, for one rung up gains more than one rung down
        loses: an incident within the ladder then averages {formatPoints(1 + surplusOf(rungError.high, base), 3)},{' '}
        {formatPoints(1 + surplusOf(rungError.moderate, base), 3)} or{' '}
        {formatPoints(1 + surplusOf(rungError.low, base), 3)} times its points, by the coder’s confidence; at the ends
        of the ladder, where it can only move inwards, more still on the lowest rung and less on the highest. A loose
        date moves its points in time. With few incidents the draws take few values, and an end of the full interval can
        lie inside the data interval.
      </Prose>
      <Prose>
        Likelihood is the share of full draws in or above a band, in words: below 5 % almost no chance, below 20 % very
        unlikely, below 45 % unlikely, up to 55 % a roughly even chance, up to 80 % likely, up to 95 % very likely, up
        to 99 % almost certain; outside 1 to 99 % the number stands. It is the likelihood that the true score lies
        there, given the coding and this method: never a forecast. Confidence is another thing, and never in the same
        sentence. It is high where at least 80 % of the points come from incidents with a verification of 0.75 or more
        and a confidence that is not low, the data interval is at most 15 wide and the last four weeks were all covered;
        low where that share is below 50 %, the interval is wider than 30, or two of the four weeks were not covered;
        else moderate.
      </Prose>
    </MethodSection>
  )
}
