import { decayTable } from '@/lib/core/scoring/decay'
import { exactPoints, type Term } from '@/lib/core/scoring/term'

/**
 * Points that the first `end` terms have on some ascending days, summed exactly, so that the same terms give the same bits
 * whatever else is summed. `terms` are in any order; days before a term starts get nothing of it. O(end × days), by
 * lookups.
 */
export function totalsOn(terms: readonly Term[], days: readonly number[], end: number = terms.length): Float64Array {
  const totals = new Float64Array(days.length)
  const lastDay = days.at(-1) ?? 0
  for (let index = 0; index < end; index++) {
    const { startDay, fadeDay, halfLifeDays, points, direction } = terms[index]
    if (startDay > lastDay) continue
    const decay = decayTable(halfLifeDays, lastDay - fadeDay + 1)
    for (let at = days.length - 1; at >= 0 && days[at] >= startDay; at--) {
      totals[at] += exactPoints(points * decay[Math.max(0, days[at] - fadeDay)], direction)
    }
  }
  return totals
}
