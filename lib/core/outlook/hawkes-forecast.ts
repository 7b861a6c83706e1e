import { DEFAULT_SEED, drawStateOf, fnv1a32, uniformFrom, uniformOf } from '@/lib/core/hash/uniform'
import { type ForecastBasis, WEEKS_AHEAD } from '@/lib/core/outlook/forecast-basis'
import { excitationsOf } from '@/lib/core/outlook/hawkes'
import { fitHawkes } from '@/lib/core/outlook/hawkes-fit'
import { simulateHawkes } from '@/lib/core/outlook/hawkes-simulation'
import type { EnsembleDraws } from '@/lib/core/outlook/resampled-inflow'
import { decayTable } from '@/lib/core/scoring/decay'
import { scoreOf } from '@/lib/core/scoring/score'
import { exactPoints, type Term } from '@/lib/core/scoring/term'

/** Incidents below which a process is not fitted: its parameters would not be identified. */
export const LEAST_ARRIVALS = 200

/** A fit reads the latest so many, which bounds its cost. */
const MOST_ARRIVALS = 2000

/** Arrivals by time, with the term of each. */
export interface ArrivalRecord {
  /** Days on an axis of covered weeks joined together: weeks that nobody looked at are left out, not taken as quiet. */
  times: Float64Array
  /** The terms of the arrivals, by start day. */
  marks: readonly Term[]
  /** How many arrive in each week or before it. */
  ends: Int32Array
}

/**
 * The arrivals of the covered weeks of a record. The record knows days, and many arrivals at one moment would pass for endless
 * excitation: each is put at a hashed time of its day, the same whatever follows.
 */
export function arrivalsOf({ terms, weeks, begins, ends }: ForecastBasis): ArrivalRecord {
  const marks: Term[] = []
  const times: number[] = []
  const counts = Int32Array.from(weeks, (monday, week) => {
    for (let index = begins[week]; index < ends[week]; index++) {
      const time = uniformOf(DEFAULT_SEED, 0, `arrival:${marks.length}`)
      times.push(7 * week + terms[index].startDay - monday + time)
      marks.push(terms[index])
    }
    return marks.length
  })
  return { times: Float64Array.from(times).sort(), marks, ends: counts }
}

/** Points of a term on the `elapsed`-th day after its start. */
function pointsAfter({ points, direction, halfLifeDays, startDay, fadeDay }: Term, elapsed: number): number {
  const faded = Math.max(0, elapsed - (fadeDay - startDay))
  return exactPoints(points * decayTable(halfLifeDays, faded + 1)[faded], direction)
}

/** Hashed numbers of an origin by name; keys are hashed once for all members. */
function uniformsOf(name: string): (state: number, index: number) => number {
  const keys: number[] = []
  return (state, index) => {
    while (keys.length <= index) keys.push(fnv1a32(`${name}:${keys.length}`))
    return uniformFrom(state, keys[index])
  }
}

/**
 * Decay plus the arrivals of a Hawkes process fitted to the latest 2,000 up to the origin, each with the points, hold and half-life
 * of one of them drawn at random. `fading` as for `resampledScores`. Null with fewer than 200 arrivals in covered weeks up
 * to the origin. O(arrivals fitted + members × arrivals simulated).
 */
export function hawkesScores(
  { params }: ForecastBasis,
  arrivals: ArrivalRecord,
  origin: number,
  fading: Float64Array,
  { members, seed }: EnsembleDraws,
): Float64Array[] | null {
  const end = arrivals.ends[origin]
  if (end < LEAST_ARRIVALS) return null
  const begin = Math.max(0, end - MOST_ARRIVALS)
  const from = begin === 0 ? 0 : arrivals.times[begin - 1]
  const fitted = { times: arrivals.times.slice(begin, end).map((time) => time - from), until: 7 * (origin + 1) - from }
  const process = fitHawkes(fitted)
  if (!process) return null
  const { atEnd } = excitationsOf(fitted, process.beta)
  const [steps, marks] = [uniformsOf(`hawkes:${origin}`), uniformsOf(`mark:${origin}`)]
  const ensembles = Array.from({ length: WEEKS_AHEAD }, () => new Float64Array(members))
  for (let member = 0; member < members; member++) {
    const state = drawStateOf(seed, member)
    const totals = Float64Array.from(fading)
    const times = simulateHawkes(process, atEnd, 7 * WEEKS_AHEAD, (index) => steps(state, index))
    for (const [index, time] of times.entries()) {
      const term = arrivals.marks[begin + Math.floor(marks(state, index) * (end - begin))]
      for (let ahead = Math.floor(time / 7); ahead < WEEKS_AHEAD; ahead++) {
        totals[ahead] += pointsAfter(term, 7 * ahead + 6 - Math.floor(time))
      }
    }
    for (const [ahead, scores] of ensembles.entries()) scores[member] = scoreOf(totals[ahead], params)
  }
  return ensembles
}
