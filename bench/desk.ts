import { operator } from '@/lib/auth/operator'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { adoptStore, type Store } from '@/lib/db/client'
import { createIncident } from '@/lib/incidents/commands'
import { incidentSchema } from '@/lib/incidents/schema'
import { type Line, median, timesOf } from './measure'

const ROUNDS = 60

function incidentFor(dyadId: string, round: number) {
  const [actor, target] = codesOf(dyadId)
  return incidentSchema.parse({
    actor,
    target,
    date: isoOf(todayUtc() - (round % 28)),
    code: 'DIP+2',
    credibility: 1,
    confidence: 'high',
    title: `Saved by the benchmark, ${round}`,
    sources: [{ outlet: 'Outlet', reliability: 'B' }],
  })
}

/** Saving one incident of the last four weeks with a small and a big log: the two take turns, so that noise hits both. */
export async function benchSaves(small: Store, big: Store, dyads: { small: string[]; big: string[] }): Promise<Line> {
  const viewer = operator()
  const save = async (store: Store, dyadId: string, round: number) => {
    adoptStore(store)
    await createIncident(viewer, { incident: incidentFor(dyadId, round), submit: true })
  }
  const times = { small: [] as number[], big: [] as number[] }
  for (let round = 0; round < ROUNDS + 10; round++) {
    const pick = (list: string[]) => list[(round * 13) % list.length]
    const [inSmall] = await timesOf(1, () => save(small, pick(dyads.small), round))
    const [inBig] = await timesOf(1, () => save(big, pick(dyads.big), round))
    // The first rounds warm up statements and caches.
    if (round >= 10) {
      times.small.push(inSmall)
      times.big.push(inBig)
    }
  }
  return {
    what: 'Save one incident, 1,000,000 in the log',
    against: 'the same with 1,000 in the log',
    ms: median(times.big),
    baseMs: median(times.small),
  }
}
