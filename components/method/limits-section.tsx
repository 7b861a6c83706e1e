import { MethodSection, Prose } from '@/components/method/section'
import type { MethodParameters } from '@/lib/core/scoring'
import { formatPercent, formatPoints } from '@/lib/format'

const limitsOf = ({ base, relief }: MethodParameters) => [
  {
    name: 'It is no forecast',
    text: 'The score sums up what was reported and coded. It says nothing about intentions or about next week.',
  },
  {
    name: 'It sees what was read',
    text: 'A dyad that is followed closely shows more incidents than one that is not. Coverage says where nobody looked; it cannot repair it, and one-sided sources stay one-sided.',
  },
  {
    name: 'The half-lives are chosen',
    text: 'There is no accepted figure for how long tension lasts. The three stand for how long words, acts and measures bind, and were set by judgement, not estimated.',
  },
  {
    name: 'So are the ratio and the relief',
    text: `That a rung counts ${formatPoints(base)} times the one below, and good news ${formatPercent(relief)} of equal bad news, are conventions that a coder can argue with. The anchor of the scale moves the figure more than any of them.`,
  },
  {
    name: 'One number nets',
    text: 'Points are added, so easing in one field can offset pressure in another. That is why both stocks, both directions and all categories stand beside the headline.',
  },
  {
    name: 'The top is crowded',
    text: 'High on the scale the same incident moves the score less. Two dyads at 95 and 97 may be far apart in points; compare the points there.',
  },
  {
    name: 'Grades are judgements',
    text: 'Verification reads as a probability, and rests on two grades that a person gave. The interval around a figure is no better than they are.',
  },
  {
    name: 'Dates can be soft',
    text: 'Where only an interval is known the score uses one day of it; the interval around the score draws all of them.',
  },
  {
    name: 'It was checked on one case',
    text: 'Over the codebook, rank correlation with Goldstein’s scale is 0.92, and 0.95 between weekly inflow and weekly Goldstein sums, on the Russia–Azerbaijan record of 24 incidents. That is a sign that the ladders are sane, not a proof for other dyads. The Goldstein scale itself is never used as a weight: tables in circulation differ from each other.',
  },
]

/** What the score cannot say. */
export function LimitsSection({ parameters }: { parameters: MethodParameters }) {
  return (
    <MethodSection id="limits" title="Limits">
      <Prose>What to keep in mind before a figure goes into a document.</Prose>
      <ul className="flex max-w-[70ch] flex-col gap-2.5">
        {limitsOf(parameters).map(({ name, text }) => (
          <li key={name}>
            <span className="font-semibold">{name}.</span> {text}
          </li>
        ))}
      </ul>
    </MethodSection>
  )
}
