import { DEFAULT_SEED, drawStateOf } from '@/lib/core/hash/uniform'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { scoreOf } from '@/lib/core/scoring/score'
import { askedDaysOf } from '@/lib/core/uncertainty/asked-days'
import { drawColumnsOf } from '@/lib/core/uncertainty/draw-columns'
import { drawPlanOf } from '@/lib/core/uncertainty/draw-plan'
import { drawPoints, drawRoomOf } from '@/lib/core/uncertainty/draw-points'
import { emptyTables, fillTables } from '@/lib/core/uncertainty/draw-tables'
import { drawnWeights, variedParameters } from '@/lib/core/uncertainty/drawn-parameters'
import { hashedSample, type SobolIndices, type SobolResult, sobolIndices } from '@/lib/core/uncertainty/sobol-indices'
import type { UncertainIncident } from '@/lib/core/uncertainty/uncertain-incident'

/** What a score's variance is shared out to, in the order of the keys: all weights together, and all data together. */
export const SOBOL_FACTORS = ['halfLife', 'base', 'anchor', 'relief', 'weights', 'data'] as const

export type SobolFactor = (typeof SOBOL_FACTORS)[number]

export interface ScoreSobol extends SobolResult {
  indices: (SobolIndices & { factor: SobolFactor })[]
}

export interface ScoreSobolOptions {
  rows?: number
  /** How many draws the weights and the data are taken from. */
  draws?: number
  seed?: number
}

/**
 * Sobol indices of the score of a day (SCORING.md 2.8), of row k and factor j by u(k, `A:j`) and u(k, `B:j`). The first four
 * factors are places in their ranges; weights and data are those of draw floor(u × draws) of the simulation. Undefined when
 * the score does not vary, as without incidents. O(rows × 8 × incidents).
 * @throws RangeError when an incident belongs to another dyad or `rows` is not a whole number from 1 up.
 */
export function scoreSobol(
  incidents: readonly UncertainIncident[],
  dyadId: string,
  day: number,
  params: MethodParameters,
  { rows = 1024, draws = 4096, seed = DEFAULT_SEED }: ScoreSobolOptions = {},
): ScoreSobol | undefined {
  const plan = drawPlanOf(drawColumnsOf(incidents, dyadId, params), askedDaysOf([day]))
  const tables = emptyTables(plan.decayLength)
  const room = drawRoomOf(plan)
  const points = new Float64Array(1)
  const drawAt = (place: number) => drawStateOf(seed, Math.floor(place * draws))
  const scoreAt = ([halfLife, base, anchor, relief, weights, data]: Float64Array): number => {
    const weight = drawnWeights(params, drawAt(weights))
    const varied = variedParameters(params, { halfLife, base, anchor, relief, weight })
    fillTables(tables, varied)
    drawPoints(plan, tables, drawAt(data), room, points, 0)
    return scoreOf(points[0], varied)
  }
  const { length } = SOBOL_FACTORS
  const result = sobolIndices(scoreAt, length, rows, hashedSample(length, seed))
  return result && { ...result, indices: result.indices.map((of, index) => ({ factor: SOBOL_FACTORS[index], ...of })) }
}
