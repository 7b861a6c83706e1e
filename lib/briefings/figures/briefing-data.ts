import type { Evidence } from '@/lib/briefings/model/evidence'
import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import { intervalsOf, simulate } from '@/lib/core/uncertainty'
import { type DyadData, dyadData, type Intervals } from './dyad-data'
import { uncertainOf } from './dyad-record'

/** Draws of every interval (SCORING.md 2.7), as on the desk. */
export const DRAWS = 1000

/** Everything that a briefing says, in numbers. */
export interface BriefingData {
  evidence: Evidence
  dyads: DyadData[]
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** What a dyad's intervals are drawn from: the arguments of the task `dyadIntervals` but for the mode. */
export function drawArgs(record: Parameters<Intervals>[0]) {
  const incidents = record.facts.map((facts, index) => uncertainOf(facts, record.incidents[index], record.method))
  return { incidents: incidents.sort(byId), dyadId: record.dyadId, parameters: record.method.parameters }
}

/** Draws right here, with no database and no threads: for whoever makes the figures again. */
export const intervalsHere: Intervals = async (record, days) => {
  const { incidents, dyadId, parameters } = drawArgs(record)
  const by = (mode: 'data' | 'full') => {
    const draws = simulate(incidents, dyadId, days, parameters, { mode, draws: DRAWS, seed: DEFAULT_SEED })
    return intervalsOf(draws, days.length, parameters)
  }
  const [data, full] = [by('data'), by('full')]
  return days.map((_, index) => ({ data: data[index], full: full[index] }))
}

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
