import { DEFAULT_SEED, drawStateOf } from '@/lib/core/hash/uniform'
import { type MethodParameters, pointsAtFifty } from '@/lib/core/scoring/parameters'
import { scoreOf } from '@/lib/core/scoring/score'
import { askedDaysOf } from '@/lib/core/uncertainty/asked-days'
import { drawColumnsOf } from '@/lib/core/uncertainty/draw-columns'
import { drawPlanOf } from '@/lib/core/uncertainty/draw-plan'
import { drawPoints, drawRoomOf } from '@/lib/core/uncertainty/draw-points'
import { emptyTables, fillTables } from '@/lib/core/uncertainty/draw-tables'
import { drawnParameters } from '@/lib/core/uncertainty/drawn-parameters'
import type { UncertainIncident } from '@/lib/core/uncertainty/uncertain-incident'

/** `data`: whether, how high and when incidents were is drawn; `full`: the parameters of the method are drawn too. */
export type SimulationMode = 'data' | 'full'

export interface SimulationOptions {
  mode: SimulationMode
  /** All draws of the simulation, 1000 by default. */
  draws?: number
  seed?: number
  /** The draws to make, from this up to but not including that; all by default. */
  from?: number
  to?: number
}

/** A local name, for the reason given in draw-points.ts. */
const toScore = scoreOf

/**
 * Turns points into scores in place. X50 goes in as the anchor to a base of 1: it is the same for all, and working out its
 * power anew for each would take longer than the score.
 */
function toScores(points: Float64Array, params: MethodParameters): void {
  const scale = { ...params, base: 1, anchor: pointsAtFifty(params) }
  for (let at = 0; at < points.length; at++) points[at] = toScore(points[at], scale)
}

function drawRangeOf({ draws = 1000, from = 0, to = draws }: SimulationOptions): [from: number, to: number] {
  if (!(Number.isInteger(draws) && draws >= 1)) throw new RangeError(`no number of draws: ${draws}`)
  const isRange = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= draws
  if (!isRange) throw new RangeError(`no draws from ${from} to ${to} of ${draws}`)
  return [from, to]
}

type Finish = (ofDraw: Float64Array, params: MethodParameters) => void

function simulateWith(
  finish: Finish | null,
  incidents: readonly UncertainIncident[],
  dyadId: string,
  days: readonly number[],
  params: MethodParameters,
  options: SimulationOptions,
): Float64Array {
  const { mode, seed = DEFAULT_SEED } = options
  const [from, to] = drawRangeOf(options)
  const plan = drawPlanOf(drawColumnsOf(incidents, dyadId, params), askedDaysOf(days))
  const tables = emptyTables(plan.decayLength)
  const room = drawRoomOf(plan)
  const points = new Float64Array((to - from) * days.length)
  fillTables(tables, params)
  for (let draw = from, offset = 0; draw < to; draw++, offset += days.length) {
    const drawState = drawStateOf(seed, draw)
    const drawn = mode === 'full' ? drawnParameters(params, drawState) : params
    if (mode === 'full') fillTables(tables, drawn)
    drawPoints(plan, tables, drawState, room, points, offset)
    finish?.(points.subarray(offset, offset + days.length), drawn)
  }
  return points
}

/**
 * Monte Carlo of a dyad's score (SCORING.md 2.7): the scores of draws `from` to `to` on each of `days`, which ascend. Draw by
 * draw: draw k, day i lies at `(k - from) * days.length + i`, so parts that are made apart are joined by laying one after the
 * other, and equal the whole to the last bit. `days` is made for a few hundred; none gives no scores.
 *
 * A number depends on the seed, the draw and the incident's id alone: the order of incidents changes no bit, and a new one
 * leaves the draws of the others as they are. Incidents that do not count are left out; without any, every score is 0. An
 * incident without an interval keeps its day; else start and end move together. Costs O(draws × (incidents + days)).
 * @throws RangeError when an incident belongs to another dyad, the days are not whole and ascending, or there are no such
 * draws.
 */
export const simulate = (
  incidents: readonly UncertainIncident[],
  dyadId: string,
  days: readonly number[],
  params: MethodParameters,
  options: SimulationOptions,
): Float64Array => simulateWith(toScores, incidents, dyadId, days, params, options)

/** The points that the scores of `simulate` are made of, in the same layout. */
export const simulatePoints = (
  incidents: readonly UncertainIncident[],
  dyadId: string,
  days: readonly number[],
  params: MethodParameters,
  options: SimulationOptions,
): Float64Array => simulateWith(null, incidents, dyadId, days, params, options)
