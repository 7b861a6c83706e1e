import { type MeasureRule, measureRuleOf } from '@/lib/core/codebook'
import type { Measure, MeasureIncident } from '@/lib/core/measures/measure'

const byDay = (a: MeasureIncident, b: MeasureIncident) =>
  a.startDay - b.startDay || (a.id < b.id ? -1 : Number(a.id > b.id))

/** The conciliatory answers to each incident, by day. */
function answersByTrigger(incidents: readonly MeasureIncident[]): Map<string, MeasureIncident[]> {
  const answers = new Map<string, MeasureIncident[]>()
  for (const incident of incidents) {
    if (incident.rung > 0 || incident.respondsTo === null) continue
    const known = answers.get(incident.respondsTo)
    if (known) known.push(incident)
    else answers.set(incident.respondsTo, [incident])
  }
  return answers
}

/** Its coded last day, if that is past and nothing ended the measure on or before it. */
function expiryOf(incident: MeasureIncident, reversal: MeasureIncident | undefined, day: number): number | null {
  if (incident.ongoing || incident.endDay === null) return null
  const lastDay = Math.max(incident.startDay, incident.endDay)
  return lastDay < Math.min(day, reversal?.startDay ?? Infinity) ? lastDay : null
}

/** What a state closed only that state can open, alone or by a joint act: an apology of the other side opens nothing. */
const isOwn = (answer: MeasureIncident, actor: string): boolean => answer.mutual || answer.actor === actor

function measureFrom(
  incident: MeasureIncident,
  rule: MeasureRule,
  answers: readonly MeasureIncident[],
  day: number,
): Measure {
  const { id, actor, target, startDay, endDay, ongoing, rung, title } = incident
  const later = answers.filter((answer) => answer.startDay >= startDay && answer.id !== id && isOwn(answer, actor))
  const reversal = later.find((answer) => -answer.rung >= rung)
  const expiry = expiryOf(incident, reversal, day)
  const ender = expiry === null ? reversal : undefined
  const endedDay = expiry ?? ender?.startDay ?? null
  const isLasting = ongoing || (endDay !== null && endDay > startDay)
  return {
    incidentId: id,
    title,
    kind: rule.kind,
    phrase: rule.phrase,
    onlyWhere: isLasting ? null : rule.onlyWhere,
    actor,
    target,
    sinceDay: startDay,
    ageDays: (endedDay ?? day) - startDay,
    easedBy: later
      .filter((answer) => -answer.rung < rung && answer.startDay <= (endedDay ?? day))
      .map((answer) => answer.id),
    endedBy: ender?.id ?? null,
    endedDay,
    ending: expiry !== null ? 'expired' : ender ? 'reversed' : null,
    canEnd: { actor, organ: rule.endedBy },
  }
}

/**
 * Every measure begun by a day, ended ones too, oldest first. A measure begins with an incident whose indicator stands
 * (`MEASURE_RULINGS`). It ends on the day of its own side's (or a joint) first conciliatory incident that answers it
 * directly with a rung of at least its own size (a rung −n reverses a rung +n: SCORING.md, codebook rules), or after its own
 * last day when one is coded and it is not ongoing, whichever comes first. Smaller conciliatory answers ease it; they do not
 * add up. An answer dated before the measure is no answer to it; one of the other side may outweigh it in the score, but ends nothing. An escalatory answer to the reversal begins a measure of its
 * own. `incidents` are those of a dyad that count; what starts after the day is left aside. O(n log n).
 */
export function measureLedger(incidents: Iterable<MeasureIncident>, day: number): Measure[] {
  const known = [...incidents].filter(({ startDay }) => startDay <= day).sort(byDay)
  const answers = answersByTrigger(known)
  return known.flatMap((incident) => {
    const rule = measureRuleOf(incident.code)
    return rule ? [measureFrom(incident, rule, answers.get(incident.id) ?? [], day)] : []
  })
}

/** The measures in force on a day, oldest first: those of `measureLedger` that nothing has ended. */
export const measuresInForce = (incidents: Iterable<MeasureIncident>, day: number): Measure[] =>
  measureLedger(incidents, day).filter(({ endedDay }) => endedDay === null)
