import { CATEGORIES, type Category } from '@/lib/core/codebook/categories'
import { fnv1a32, uniformFrom } from '@/lib/core/hash/uniform'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { FACTOR_RANGES, type Range } from '@/lib/core/uncertainty/ranges'

const KEY = {
  halfLife: fnv1a32('param:halfLife'),
  base: fnv1a32('param:base'),
  anchor: fnv1a32('param:anchor'),
  relief: fnv1a32('param:relief'),
}
const WEIGHT_KEYS = CATEGORIES.map((category) => fnv1a32(`param:weight:${category}`))

const within = ([low, high]: Range, u: number) => low + (high - low) * u

/** The parameters that the full interval varies, each at a place 0 <= u < 1 of its range but the weights, which are given. */
export interface Varied {
  halfLife: number
  base: number
  anchor: number
  relief: number
  weight: Record<Category, number>
}

/** The method's parameters at some places of their ranges; the half-life factor is 2^(2u − 1) (SCORING.md 2.7). */
export function variedParameters(
  params: MethodParameters,
  { halfLife, base, anchor, relief, weight }: Varied,
): MethodParameters {
  const { short, medium, long } = params.halfLife
  const factor = 2 ** (2 * halfLife - 1)
  return {
    ...params,
    halfLife: { short: short * factor, medium: medium * factor, long: long * factor },
    base: params.base * within(FACTOR_RANGES.base, base),
    anchor: params.anchor * within(FACTOR_RANGES.anchor, anchor),
    relief: params.relief * within(FACTOR_RANGES.relief, relief),
    weight,
  }
}

/** The category weights of a draw: the method's, each times a factor, the factors divided by their mean (SCORING.md 2.7). */
export function drawnWeights(params: MethodParameters, drawState: number): Record<Category, number> {
  const factors = WEIGHT_KEYS.map((key) => within(FACTOR_RANGES.weight, uniformFrom(drawState, key)))
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length
  const weight = { ...params.weight }
  for (let index = 0; index < factors.length; index++) weight[CATEGORIES[index]] *= factors[index] / mean
  return weight
}

/** All parameters of a draw of the full interval (SCORING.md 2.7). `drawState` is that of `drawStateOf(seed, draw)`. */
export const drawnParameters = (params: MethodParameters, drawState: number): MethodParameters =>
  variedParameters(params, {
    halfLife: uniformFrom(drawState, KEY.halfLife),
    base: uniformFrom(drawState, KEY.base),
    anchor: uniformFrom(drawState, KEY.anchor),
    relief: uniformFrom(drawState, KEY.relief),
    weight: drawnWeights(params, drawState),
  })
