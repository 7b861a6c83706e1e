import { DEFAULT_SEED, drawStateOf, fnv1a32, uniformFrom } from '@/lib/core/hash/uniform'
import type { Code, CodingMatrix } from '@/lib/core/reliability/codes'
import { finished, type Steps } from '@/lib/core/reliability/steps'
import { type Tally, tallyOf } from '@/lib/core/reliability/tally'
import { quantileOfSorted } from '@/lib/core/statistics/quantile'

export interface BootstrapOptions {
  draws?: number
  seed?: number
  /** Share of the draws that the interval holds, 0..1. */
  level?: number
  /** The codes that there are, where those that occur are not all of them. */
  scale?: readonly Code[]
}

/** Draws between two pauses: a few milliseconds for 500 units. */
const DRAWS_A_STEP = 100

/** The interval that holds the middle share of the draws. */
export interface BootstrapInterval {
  low: number
  high: number
  /** Draws that gave a value. */
  draws: number
  /** Draws left out because the statistic was undefined, as alpha is when all drawn codes are equal. */
  leftOut: number
}

/** Draws into `times` as many of the units `from` up to `to` as there are, each time any of them. */
function drawUnits(times: Uint32Array, from: number, to: number, drawState: number, keys: Uint32Array): void {
  for (let position = from; position < to; position++) {
    times[from + Math.floor(uniformFrom(drawState, keys[position]) * (to - from))]++
  }
}

/**
 * The percentile interval of a statistic of a tally, by drawing units with replacement (Efron and Tibshirani 1993, ch.
 * 13). Pairable units are drawn for pairable ones and single-coded for single-coded ones: who codes what is planned, not
 * chance. Codes stay those of the whole. A number is a function of seed, draw and position, so the interval is repeatable
 * and the same for any order of units and coders. Undefined when no draw gives a value. O(draws × statistic).
 * @throws RangeError when `draws` is no whole number from 1 up or `level` not between 0 and 1.
 */
export function bootstrapInterval(
  units: CodingMatrix<Code>,
  statistic: (tally: Tally) => number | undefined,
  options: BootstrapOptions = {},
): BootstrapInterval | undefined {
  return finished(bootstrapSteps(units, statistic, options))
}

/** `bootstrapInterval` with a pause after each hundred draws. */
export function* bootstrapSteps(
  units: CodingMatrix<Code>,
  statistic: (tally: Tally) => number | undefined,
  { draws = 1000, seed = DEFAULT_SEED, level = 0.95, scale }: BootstrapOptions = {},
): Steps<BootstrapInterval | undefined> {
  if (!(Number.isInteger(draws) && draws >= 1)) throw new RangeError(`no number of draws: ${draws}`)
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not at ${level}`)
  const tally = tallyOf(units, scale)
  const keys = Uint32Array.from({ length: tally.units }, (_, position) => fnv1a32(`unit:${position}`))
  const times = new Uint32Array(tally.units)
  const resample = { ...tally, times }
  const values: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    if (draw % DRAWS_A_STEP === 0) yield undefined
    const drawState = drawStateOf(seed, draw)
    times.fill(0)
    drawUnits(times, 0, tally.pairable, drawState, keys)
    drawUnits(times, tally.pairable, tally.units, drawState, keys)
    const value = statistic(resample)
    if (value !== undefined) values.push(value)
  }
  const sorted = Float64Array.from(values).sort()
  const low = quantileOfSorted(sorted, (1 - level) / 2)
  const high = quantileOfSorted(sorted, (1 + level) / 2)
  if (low === undefined || high === undefined) return undefined
  return { low, high, draws: values.length, leftOut: draws - values.length }
}
