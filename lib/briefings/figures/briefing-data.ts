import type { Evidence } from '@/lib/briefings/model/evidence'
import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import type { MethodParameters } from '@/lib/core/scoring'
import { intervalsOf, simulate, type UncertainIncident } from '@/lib/core/uncertainty'
import { type DyadData, dyadData, type Intervals, type WeekDraws } from './dyad-data'
import { type DyadRecord, uncertainOf } from './dyad-record'

/** Draws of every interval (SCORING.md 2.7), as on the desk. */
export const DRAWS = 1000

/** Everything that a briefing says, in numbers. */
export interface BriefingData {
  evidence: Evidence
  dyads: DyadData[]
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** What the intervals of a dyad's weeks are drawn from: the arguments of the task `dyadIntervals` but for the mode. */
export interface DrawsAsked {
  /** By id. */
  incidents: UncertainIncident[]
  dyadId: string
  /** Ascending. */
  days: number[]
  parameters: MethodParameters
}

/** What has to be drawn for some days of a record. */
export function drawsAsked(record: DyadRecord, days: readonly number[]): DrawsAsked {
  const { facts, method, dyadId } = record
  const incidents = facts.map((one, index) => uncertainOf(one, record.incidents[index], method)).sort(byId)
  return { incidents, dyadId, days: [...days], parameters: method.parameters }
}

/** Draws right here, with no database and no threads: for whoever makes the figures again. */
export async function drawsHere({ incidents, dyadId, days, parameters }: DrawsAsked): Promise<WeekDraws[]> {
  const by = (mode: 'data' | 'full') => {
    const draws = simulate(incidents, dyadId, days, parameters, { mode, draws: DRAWS, seed: DEFAULT_SEED })
    return intervalsOf(draws, days.length, parameters)
  }
  const [data, full] = [by('data'), by('full')]
  return days.map((_, index) => ({ data: data[index], full: full[index] }))
}

/** The same for `briefingData`. */
export const intervalsHere: Intervals = (record, days) => drawsHere(drawsAsked(record, days))

/** Somebody may end the work between two dyads, and is told of each that is done. */
export interface Progress {
  signal?: AbortSignal
  onDyad?: (done: number, all: number) => void
}

/**
 * All figures of a briefing from its evidence.
 * @throws DeskError NOT_FOUND where a dyad's record has no such week; the signal's reason when it is aborted.
 */
export async function briefingData(
  evidence: Evidence,
  intervals: Intervals = intervalsHere,
  { signal, onDyad }: Progress = {},
): Promise<BriefingData> {
  const dyads: DyadData[] = []
  for (const dyad of evidence.dyads) {
    signal?.throwIfAborted()
    dyads.push(await dyadData(evidence, dyad, intervals))
    onDyad?.(dyads.length, evidence.dyads.length)
  }
  return { evidence, dyads }
}
