import { isoOf, weekStartOf } from '@/lib/core/calendar'
import { CATEGORY_PREFIX } from '@/lib/core/codebook/categories'
import type { ScoredIncident } from '@/lib/core/scoring/term'
import { firsts, newFronts } from '@/lib/core/signals'
import { inOrderOfTime } from '@/lib/core/signals/in-order-of-time'
import type { CauseFacts, WatchCause } from '@/lib/core/watch/cause'
import type { WatchCondition } from '@/lib/core/watch/condition'
import { counted, type WatchFacts } from '@/lib/core/watch/facts'

type Of<Kind> = Extract<WatchCondition, { kind: Kind }>

const NO_NUMBERS = { before: null, after: null }

function causeOn(day: number, cause: { key: string; ids: string[]; facts: CauseFacts }): WatchCause {
  return { ...cause, day, weekStart: weekStartOf(day), toldDay: day, ...NO_NUMBERS }
}

const codeOf = ({ category, rung }: Pick<ScoredIncident, 'category' | 'rung'>): string =>
  `${CATEGORY_PREFIX[category]}${rung > 0 ? '+' : ''}${rung}`

/** Whether an incident is what the rule waits for. With neither a rung nor a category every incident is. */
export const isAsked = (
  { rung, category }: Of<'incident'>,
  incident: Pick<ScoredIncident, 'category' | 'rung'>,
): boolean => (rung === null || incident.rung >= rung) && (category === null || incident.category === category)

/** The incidents that a rule asks for, by day: each is its own cause, whatever is corrected in it afterwards. */
export const incidentCauses = (condition: Of<'incident'>, facts: WatchFacts): WatchCause[] =>
  inOrderOfTime(counted(facts).filter((incident) => isAsked(condition, incident))).map((incident) =>
    causeOn(incident.startDay, {
      key: `incident:${incident.id}`,
      ids: [incident.id],
      facts: { kind: 'incident', code: codeOf(incident), category: incident.category },
    }),
  )

/**
 * Firsts in the dyad's record. A first of a code or a category is named by that alone: when an earlier one is logged later, it
 * is no second first. A front that is hit again is named by the day after which it was quiet.
 */
export function firstCauses({ of }: Of<'first'>, facts: WatchFacts): WatchCause[] {
  const incidents = counted(facts)
  if (of === 'front') {
    return newFronts(incidents).map(({ category, day, since, ids }) => {
      const key = `front:${category}:after:${since === null ? 'nothing' : isoOf(since)}`
      return causeOn(day, { key, ids, facts: { kind: 'first', of, what: category, since } })
    })
  }
  return firsts(incidents)
    .filter(({ scope }) => scope === of)
    .map(({ code, category, day, ids }) => {
      const what = of === 'code' ? code : category
      return causeOn(day, { key: `first:${what}`, ids, facts: { kind: 'first', of, what, since: null } })
    })
}

/** What waits, or waited, for review for so many days: told once for each time that it was handed in. */
export const unreviewedCauses = ({ days }: Of<'unreviewed'>, { waits, today }: WatchFacts): WatchCause[] =>
  waits
    .filter(({ from, until }) => from + days <= Math.min(today, until === null ? today : until - 1))
    .map(({ id, from }) =>
      causeOn(from + days, {
        key: `unreviewed:${id}:${isoOf(from)}`,
        ids: [id],
        facts: { kind: 'unreviewed', days },
      }),
    )
