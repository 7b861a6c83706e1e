import { type Measure, type MeasureIncident, measureLedger } from '@/lib/core/measures'
import type { IncidentFacts } from '@/lib/dyads/incident-facts'
import { keyOf } from '@/lib/samples/blind'
import type { MeasureAnswer, MeasuresView, MeasureView } from './views'

const measureIncidentOf = ({ target, rung, ...facts }: IncidentFacts): MeasureIncident => ({
  ...facts,
  target: target ?? '',
  rung: rung ?? 0,
})

/**
 * The measures of a dyad on a day from its incidents that count. Of incidents in `owed` (`keyOf`), which the viewer is to code
 * anew, it says that something stands, not what: the kind would tell the code. O(n log n).
 */
export function measuresOn(
  dyadId: string,
  facts: readonly IncidentFacts[],
  day: number,
  owed: ReadonlySet<string>,
): MeasuresView {
  const byId = new Map(facts.map((one) => [one.id, one]))
  const answer = (id: string): MeasureAnswer[] => {
    const found = byId.get(id)
    return found ? [{ id, title: found.title, day: found.startDay }] : []
  }
  const view = ({ easedBy, endedBy, ...measure }: Measure): MeasureView => {
    const shown = {
      ...measure,
      easedBy: easedBy.flatMap(answer),
      endedBy: endedBy ? (answer(endedBy)[0] ?? null) : null,
    }
    if (!owed.has(keyOf({ dyadId, id: measure.incidentId }))) return shown
    return { ...shown, phrase: '', onlyWhere: null, withheld: true }
  }
  const measures = measureLedger(facts.map(measureIncidentOf), day).map(view)
  const ended = measures.filter(({ endedDay }) => endedDay !== null)
  return {
    dyadId,
    day,
    standing: measures.filter(({ endedDay }) => endedDay === null),
    ended: ended.sort((a, b) => (b.endedDay ?? 0) - (a.endedDay ?? 0)),
  }
}
