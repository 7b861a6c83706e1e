/** What a manager reads about one parameter. `key` is its path in `MethodParameters`; a derived figure has none. */
export interface ParameterNote {
  key: string | null
  symbol: string
  name: string
  meaning: string
  unit: string
  why: string
}

/** Every parameter of the method in plain words, in the order of the formulas (SCORING.md 2.2). */
export const PARAMETER_NOTES: readonly ParameterNote[] = [
  {
    key: 'base',
    symbol: 'b',
    name: 'Rung ratio',
    meaning: 'How many times more an incident counts than one on the rung below.',
    unit: 'ratio',
    why: 'A coder can test it: would you trade two of these for one of the next rung? With 2, the five rungs count 1, 2, 4, 8 and 16.',
  },
  {
    key: 'anchor',
    symbol: 'A',
    name: 'Anchor of the scale',
    meaning: 'How many fresh, confirmed incidents on the top rung make a score of 50.',
    unit: 'incidents',
    why: 'A score needs one fixed point; this is the only one, and it moves the number more than any other parameter.',
  },
  {
    key: null,
    symbol: 'X50',
    name: 'Points that make 50',
    meaning: 'The anchor in points: A × b⁴.',
    unit: 'points',
    why: 'It follows from the anchor and the rung ratio, so the anchor stays true when the ratio changes.',
  },
  {
    key: 'halfLife.short',
    symbol: 'h short',
    name: 'Half-life of words',
    meaning: 'Days after which a remark or a protest counts half.',
    unit: 'days',
    why: 'Words are mostly forgotten in two weeks: by default with 14 days, under a tenth is left after 47.',
  },
  {
    key: 'halfLife.medium',
    symbol: 'h medium',
    name: 'Half-life of acts',
    meaning: 'Days after which a single act, such as a cancelled visit, counts half.',
    unit: 'days',
    why: 'Acts weigh on relations for about two months: by default with 60 days, about a tenth is left after 199.',
  },
  {
    key: 'halfLife.long',
    symbol: 'h long',
    name: 'Half-life of measures and harm',
    meaning: 'Days after which a standing measure, an arrest or a death counts half.',
    unit: 'days',
    why: 'Standing measures and harm last for half a year and more: by default with 180 days, under a tenth is left after 598.',
  },
  {
    key: 'relief',
    symbol: 'κ',
    name: 'Relief',
    meaning: 'What a de-escalatory point is worth beside an escalatory one.',
    unit: 'share',
    why: 'Bad news weighs more than good news: with the default of 0.5, a conciliatory act offsets half of an equal hostile one.',
  },
  {
    key: 'holdCap',
    symbol: 'H',
    name: 'Hold cap',
    meaning: 'The longest time for which an incident that goes on keeps its full points.',
    unit: 'days',
    why: 'After a while, by default three months, a condition is the new normal, unless it is coded anew.',
  },
  {
    key: 'weight',
    symbol: 'w',
    name: 'Category weights',
    meaning: 'What a point of each category is worth.',
    unit: 'factor',
    why: 'By default all are 1: a rung means the same in every category by definition, and the weights hardly move the score.',
  },
  {
    key: 'reliability',
    symbol: 'r',
    name: 'Reliability of the source',
    meaning: 'The number for each grade A to F of the best source.',
    unit: 'share',
    why: 'By default even steps from fully trusted to not at all; a source that cannot be judged counts half.',
  },
  {
    key: 'credibility',
    symbol: 'c',
    name: 'Credibility of the information',
    meaning: 'The number for each grade 1 to 6.',
    unit: 'share',
    why: 'By default even steps from confirmed to improbable; information that cannot be judged counts half.',
  },
  {
    key: null,
    symbol: 'v',
    name: 'Verification',
    meaning: 'The share of its points that an incident keeps for how well it is known: (r + 2c) / 3.',
    unit: 'share',
    why: 'Whether the information fits matters more than who brought it; v reads as the probability that the act happened as attributed.',
  },
  {
    key: 'bandLimits',
    symbol: 'L',
    name: 'Band limits',
    meaning: 'The displayed score up to which a dyad is Cooperative, and those at which each band above Calm begins.',
    unit: 'score',
    why: 'Not part of the score itself: they only put it into a word, so that a reader need not know the scale by heart.',
  },
  {
    key: 'rungError',
    symbol: 'p',
    name: 'Rung error',
    meaning: 'The chance that an incident belongs one rung higher or lower than coded, by the confidence of the coder.',
    unit: 'probability',
    why: 'Not part of the score itself: meant for the interval around it, which is not shown yet. The values are set by judgement until the team’s own agreement data replaces them.',
  },
]
