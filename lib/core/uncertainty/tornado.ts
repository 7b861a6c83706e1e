import { CATEGORIES, type Category, PERSISTENCES, type Persistence } from '@/lib/core/codebook/categories'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import type { ScoredIncident } from '@/lib/core/scoring/term'
import { FACTOR_RANGES, type Range } from '@/lib/core/uncertainty/ranges'
import { scoreOn } from '@/lib/core/uncertainty/score-on'

/** What is varied, as the path of the parameter; `halfLife` is all three half-lives together. */
export type TornadoKey =
  | 'base'
  | 'anchor'
  | 'relief'
  | 'holdCap'
  | 'halfLife'
  | `halfLife.${Persistence}`
  | `weight.${Category}`

/** A parameter at the two ends of its range; `low` and `high` are its values, of half-lives the factors. */
export interface TornadoBar {
  key: TornadoKey
  label: string
  low: number
  high: number
  scoreLow: number
  scoreHigh: number
  /** Size of the difference of the two scores. */
  swing: number
}

/** One parameter: its two values, and the method's parameters with any such value. */
interface Variation {
  key: TornadoKey
  label: string
  ends: Range
  at: (value: number) => MethodParameters
}

const times = (value: number, [low, high]: Range): Range => [value * low, value * high]

function halfLifeVariation(params: MethodParameters, key: TornadoKey, varied: readonly Persistence[]): Variation {
  const at = (factor: number): MethodParameters => {
    const halfLife = { ...params.halfLife }
    for (const persistence of varied) halfLife[persistence] *= factor
    return { ...params, halfLife }
  }
  const label = `halfLife ${varied.length === 1 ? varied[0] : '(all)'} x`
  return { key, label, ends: FACTOR_RANGES.halfLife, at }
}

function variationsOf(params: MethodParameters): Variation[] {
  const { base, anchor, relief, holdCap, weight } = params
  const [least, most] = times(holdCap, FACTOR_RANGES.holdCap)
  return [
    { key: 'base', label: 'base b', ends: times(base, FACTOR_RANGES.base), at: (b) => ({ ...params, base: b }) },
    {
      key: 'anchor',
      label: 'anchor A',
      ends: times(anchor, FACTOR_RANGES.anchor),
      at: (a) => ({ ...params, anchor: a }),
    },
    {
      key: 'relief',
      label: 'relief kappa',
      ends: times(relief, FACTOR_RANGES.relief),
      at: (kappa) => ({ ...params, relief: kappa }),
    },
    {
      key: 'holdCap',
      label: 'hold cap days',
      ends: [Math.round(least), Math.round(most)],
      at: (days) => ({ ...params, holdCap: days }),
    },
    halfLifeVariation(params, 'halfLife', PERSISTENCES),
    ...PERSISTENCES.map((persistence) => halfLifeVariation(params, `halfLife.${persistence}`, [persistence])),
    ...CATEGORIES.map(
      (category): Variation => ({
        key: `weight.${category}`,
        label: `weight ${category}`,
        ends: times(weight[category], FACTOR_RANGES.weight),
        at: (value) => ({ ...params, weight: { ...weight, [category]: value } }),
      }),
    ),
  ]
}

/**
 * The score of a day with each parameter at the two ends of its range and the others as they are, the largest swing first;
 * equal swings stay in the order of the method (SCORING.md 2.8, ranges of 2.2). O(32 × incidents).
 * @throws RangeError when an incident belongs to another dyad.
 */
export function tornado(
  incidents: readonly ScoredIncident[],
  dyadId: string,
  day: number,
  params: MethodParameters,
): TornadoBar[] {
  return variationsOf(params)
    .map(({ key, label, ends: [low, high], at }): TornadoBar => {
      const [scoreLow, scoreHigh] = [low, high].map((value) => scoreOn(incidents, dyadId, day, at(value)))
      return { key, label, low, high, scoreLow, scoreHigh, swing: Math.abs(scoreHigh - scoreLow) }
    })
    .sort((a, b) => b.swing - a.swing)
}
