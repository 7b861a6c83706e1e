import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOfInstant } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { coverageOf } from '@/lib/core/scoring'
import { causesOf, isWeekly, leadsOf, peaksOf, type WatchFacts, type WatchWait } from '@/lib/core/watch'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { scoredIncidentOf } from '@/lib/dyads/series-rebuild'
import { sourceOf } from '@/lib/dyads/series-source'
import { DeskError } from '@/lib/errors'
import { withoutAndWith } from './dyad-facts'
import { membersOf } from './members'
import { maySee } from './owned'
import type { BackTestInput, Reach } from './schema'
import type { BackTest, DyadBackTest } from './views'
import { headlineOf, numbersOf } from './words'

/** Dyads that one back-test looks at: the first of them by id where a rule looks at more. */
export const MOST_TESTED = 25
/** Alerts of a dyad that it names, the latest; all are counted. */
const MOST_NAMED = 40

/** The dyads that a rule looks at. @throws DeskError NOT_FOUND for a list that the viewer may not see. */
async function dyadsOf(reader: Reader, viewer: Viewer, where: Reach): Promise<string[]> {
  if (where.reach === 'dyad') return [where.dyadId]
  if (where.reach === 'list') {
    const list = await reader.watchlist.findUnique({ where: { id: where.listId } })
    if (!list || !maySee(viewer, list)) throw new DeskError('NOT_FOUND', 'There is no such watchlist.')
    return membersOf(list)
      .map(({ dyadId }) => dyadId)
      .sort()
  }
  const dyads = await reader.dyad.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  return dyads.map(({ id }) => id)
}

/** When incidents of a dyad waited for review, as their revisions tell. */
async function waitsOf(reader: Reader, dyadId: string): Promise<WatchWait[]> {
  const rows = await reader.$queryRaw<{ id: string; at: Date; waits: boolean }[]>`
    SELECT incident_id AS id, at, state->>'status' = 'in_review' AS waits FROM incident_revision
    WHERE dyad_id = ${dyadId} ORDER BY incident_id, revision`
  const waits: WatchWait[] = []
  let open: WatchWait | null = null
  for (const { id, at, waits: waiting } of rows) {
    if (open && open.id !== id) open = null
    if (waiting && !open) {
      open = { id, from: dayOfInstant(at), until: null }
      waits.push(open)
    } else if (!waiting && open) {
      open.until = dayOfInstant(at)
      open = null
    }
  }
  return waits
}

async function testDyad(
  reader: Reader,
  viewer: Viewer,
  dyadId: string,
  { condition }: BackTestInput,
): Promise<DyadBackTest> {
  const source = await sourceOf(viewer, dyadId)
  const { parameters } = source.method
  const weeks = (await source.weeks())
    .filter(({ weekStart }) => weekStart < weekStartOf(source.today))
    .map(({ weekStart, close, incidents, checked }) => {
      return { weekStart, close, incidents, coverage: coverageOf({ incidents, checked }) }
    })
  const rows = condition.kind === 'unreviewed' ? [] : await source.incidents()
  const facts: WatchFacts = {
    today: source.today,
    weeks,
    incidents: rows.map((row) => scoredIncidentOf(row, parameters)),
    waits: condition.kind === 'unreviewed' ? await waitsOf(reader, dyadId) : [],
    parameters,
  }
  const causes = causesOf(condition, facts).filter(({ toldDay }) => toldDay <= source.today)
  const named = causes.slice(-MOST_NAMED)
  const names = await source.names(named.flatMap(({ ids }) => ids))
  const alerts: DyadBackTest['alerts'] = []
  for (const cause of named) {
    const behind = facts.incidents.filter(({ id }) => cause.ids.includes(id))
    const byIncident = !isWeekly(condition) && condition.kind !== 'unreviewed'
    const numbers = byIncident ? await withoutAndWith(reader, dyadId, behind, cause.day, parameters) : {}
    const told = { dyadId, ...cause, ...numbers }
    const titles = cause.ids.flatMap((id) => names.get(id)?.title ?? [])
    const { key, toldDay } = cause
    alerts.push({ key, toldDay, headline: headlineOf(told), numbers: numbersOf(told), titles })
  }
  return {
    dyadId,
    weeks: weeks.length,
    closes: weeks.map(({ weekStart, close, coverage }) => ({ weekStart, close, coverage })),
    count: causes.length,
    alerts: alerts.reverse(),
    peaks: leadsOf(peaksOf(weeks), causes),
  }
}

/**
 * What a rule would have told of the record as it stands, if each incident had been logged on its day and each week checked when
 * it was over, by the same evaluation that judges it when it is on. Costs O(weeks + incidents) for each dyad, at most
 * `MOST_TESTED` of them.
 * @throws DeskError FORBIDDEN, also for what is unreviewed by those who may not see it; NOT_FOUND for somebody else's list.
 */
export async function backTestRule(viewer: Viewer, input: BackTestInput): Promise<BackTest> {
  authorize(viewer, 'watch:read')
  if (input.condition.kind === 'unreviewed') authorize(viewer, 'incident:read-unpublished')
  const reader = await database()
  const dyadIds = await dyadsOf(reader, viewer, input.where)
  const tested: DyadBackTest[] = []
  for (const dyadId of dyadIds.slice(0, MOST_TESTED)) tested.push(await testDyad(reader, viewer, dyadId, input))
  return { dyads: dyadIds.length, tested, alerts: tested.reduce((sum, { count }) => sum + count, 0) }
}
