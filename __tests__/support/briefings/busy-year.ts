import type { Evidence, EvidenceIncident } from '@/lib/briefings/model/evidence'
import { weekStartFromId } from '@/lib/core/calendar'
import { INDICATORS } from '@/lib/core/codebook'

/** Weeks of the year, the first and the last. */
export const BUSY_WEEKS = { fromWeek: '2024-W28', toWeek: '2025-W27' }

/**
 * What a special report rests on that tells of a year in which much happens between the two of some evidence: so many incidents, each
 * with a source of its own.
 */
export function busyYear(evidence: Evidence, count: number, random: () => number): Evidence {
  const [dyad] = evidence.dyads
  const [fromWeek, toWeek] = [weekStartFromId(BUSY_WEEKS.fromWeek), weekStartFromId(BUSY_WEEKS.toWeek)]
  const incidents = Array.from({ length: count }, (_, index): EvidenceIncident => {
    const model = dyad.incidents[index % dyad.incidents.length]
    const { code, category, rung, persistence } = INDICATORS[Math.floor(random() * INDICATORS.length)]
    const startDay = fromWeek + Math.floor(random() * (toWeek + 7 - fromWeek))
    const dated = { startDay, endDay: null, ongoing: false, earliestDay: startDay, latestDay: startDay }
    const sources = model.sources.map((source) => ({ ...source, quote: `${source.quote} (${index})` }))
    const coded = { code, category, rung, persistence }
    return { ...model, ...dated, ...coded, sources, id: `Y-${index}`, respondsTo: null, respondsBasis: null }
  })
  return { ...evidence, kind: 'special', fromWeek, toWeek, dyads: [{ ...dyad, incidents }] }
}
