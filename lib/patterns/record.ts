import 'server-only'
import { cache } from 'react'
import type { AsOf } from '@/lib/as-of/schema'
import type { Viewer } from '@/lib/auth/viewer'
import type { ScoredIncident } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { IncidentFacts } from '@/lib/dyads/incident-facts'
import { scoredIncidentOf } from '@/lib/dyads/series-rebuild'
import { type Reading, sourceOf } from '@/lib/dyads/series-source'
import type { WeekView } from '@/lib/dyads/views'
import { weekViewOf } from '@/lib/dyads/week-view'
import { DeskError } from '@/lib/errors'
import type { Method } from '@/lib/method/store'
import { keyOf, owedBy } from '@/lib/samples/blind'

/** What the patterns of a dyad are looked for in, by one reading. */
export interface PatternRecord {
  dyadId: string
  method: Method
  /** The last day that counts. */
  today: number
  /** Oldest first, up to the running week, which may be covered or not. */
  weeks: WeekView[]
  /**
   * Those up to the last week that is over and covered: what patterns are judged by. Unchecked weeks stand between covered ones, for the
   * weeks follow one another; the tail that nobody checked and the running week do not.
   */
  closed: WeekView[]
  /** Incidents that count up to today, by day and then id. */
  facts: IncidentFacts[]
  incidents: ScoredIncident[]
  /** Ids of those whose coding is kept from the viewer. */
  owed: ReadonlySet<string>
}

const inOrder = (a: IncidentFacts, b: IncidentFacts) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1)

export const isCovered = ({ coverage }: Pick<WeekView, 'coverage'>): boolean => coverage !== 'not_checked'

const closedOf = (weeks: readonly WeekView[]): WeekView[] =>
  weeks.slice(0, 1 + weeks.findLastIndex((week) => isCovered(week) && !week.inProgress))

const read = cache(
  async (viewer: Viewer, dyadId: string, asOf: AsOf | undefined, unreviewed: boolean): Promise<PatternRecord> => {
    const source = await sourceOf(viewer, dyadId, { asOf, unreviewed })
    const { method, today } = source
    const stored = await source.weeks()
    if (stored.length === 0) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
    const weeks = stored.map((week, index) =>
      weekViewOf(week, stored[index - 1]?.close ?? null, today, method.parameters, new Map()),
    )
    const facts = (await source.facts()).filter(({ startDay }) => startDay <= today).sort(inOrder)
    const owed = await owedBy(await database(), viewer)
    return {
      dyadId,
      method,
      today,
      weeks,
      closed: closedOf(weeks),
      facts,
      incidents: facts.map((one) => scoredIncidentOf(one, method.parameters)),
      owed: new Set(facts.filter((one) => owed.has(keyOf(one))).map(({ id }) => id)),
    }
  },
)

/**
 * A dyad's record as its patterns read it, once a request however many of them ask: its weekly series and its incidents, in
 * O(weeks + the dyad's incidents).
 * @throws DeskError NOT_FOUND for a dyad of which nothing is known in that reading; else as `sourceOf`.
 */
export const patternRecord = (
  viewer: Viewer,
  dyadId: string,
  { asOf, unreviewed = false }: Reading,
): Promise<PatternRecord> => read(viewer, dyadId, asOf, unreviewed)
