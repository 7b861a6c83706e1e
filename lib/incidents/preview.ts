import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { addTerm, bandOfScore, type DailySeries, scoreOf, type Term, totalOn } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { termOfRow } from '@/lib/dyads/series-rebuild'
import { storedDays } from '@/lib/dyads/stored-days'
import { DeskError } from '@/lib/errors'
import { type Method, methodOfDyad } from '@/lib/method/store'
import { refuseWhileOwed } from '@/lib/samples/blind'
import { columnsOf } from './columns'
import { dyadOf } from './commands'
import type { IncidentInput } from './schema'
import type { Preview, PreviewScore } from './views'

/**
 * What an incident would do to the score, were it approved in place of `replacing`, by the method that made the dyad's
 * series. What becomes context takes away what it added. Reads a few weeks of it, whatever the log holds, and writes nothing.
 * @throws DeskError FORBIDDEN, also while the viewer owes a coding of `replacing`; INVALID for context in place of nothing that counts; NOT_FOUND when `replacing` is not there.
 */
export async function previewIncident(
  viewer: Viewer,
  incident: IncidentInput,
  replacing?: { dyadId: string; id: string },
): Promise<Preview> {
  authorize(viewer, 'incident:create')
  const prisma = await database()
  if (replacing) await refuseWhileOwed(prisma, viewer, replacing)
  const dyadId = dyadOf(incident)
  const method = await methodOfDyad(prisma, dyadId)
  const columns = columnsOf({ status: 'approved', input: incident }, method.parameters)
  const after = termOfRow({ ...columns, dyadId, id: replacing?.id ?? 'preview' }, method.parameters)
  const before = replacing ? await storedTerm(replacing, method) : null
  if (!after && !before) throw new DeskError('INVALID', 'A context entry is drawn, not scored.')
  return effectOf(dyadId, { before, after }, method)
}

/**
 * What retracting an incident that counts would do to the score, in the week it began in and today. `points` are what would go.
 * Reads two weeks of the series, and writes nothing.
 * @throws DeskError FORBIDDEN, also while the viewer owes a coding of it; INVALID for what adds nothing; NOT_FOUND.
 */
export async function previewRetraction(viewer: Viewer, key: { dyadId: string; id: string }): Promise<Preview> {
  authorize(viewer, 'incident:retract')
  const prisma = await database()
  await refuseWhileOwed(prisma, viewer, key)
  const method = await methodOfDyad(prisma, key.dyadId)
  const before = await storedTerm(key, method)
  if (!before) throw new DeskError('INVALID', 'This incident adds nothing to the score.')
  return effectOf(key.dyadId, { before, after: null }, method)
}

/** The term that an incident has in the stored series; null where it does not count. */
async function storedTerm({ dyadId, id }: { dyadId: string; id: string }, method: Method): Promise<Term | null> {
  const prisma = await database()
  const row = await prisma.incident.findUnique({ where: { dyadId_id: { dyadId, id } } })
  if (!row) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  return termOfRow(row, method.parameters)
}

interface Change {
  before: Term | null
  after: Term | null
}

/**
 * A change's effect at the close of the week that the incident begins in, or today while that week runs, and on today; where it
 * began in another week before, at the close of that one too.
 */
async function effectOf(dyadId: string, change: Change, method: Method): Promise<Preview> {
  const prisma = await database()
  const today = todayUtc()
  const { before, after } = change
  const term = after ?? before
  if (!term) throw new Error('a change from nothing to nothing has no effect')
  const score = async (on: number) => effectOn(await storedDays(prisma, dyadId, on, on), on, change, method)
  const closeOf = async ({ startDay }: Term) => {
    const weekStart = weekStartOf(startDay)
    return { weekStart, week: await score(Math.min(weekEndOf(weekStart), Math.max(today, startDay))) }
  }
  const moves = before && after && weekStartOf(before.startDay) !== weekStartOf(after.startDay)
  return {
    dyadId,
    points: term.points,
    goes: after === null,
    ...(await closeOf(term)),
    left: moves ? await closeOf(before) : null,
    today: await score(today),
  }
}

function effectOn(
  series: DailySeries,
  day: number,
  { before, after }: Change,
  { parameters }: Method,
): { before: PreviewScore; after: PreviewScore } {
  const scored = (): PreviewScore => {
    const score = scoreOf(totalOn(series, day), parameters)
    return { score, band: bandOfScore(score, parameters).name }
  }
  const unchanged = scored()
  if (before) addTerm(series, before, -1)
  if (after) addTerm(series, after)
  return { before: unchanged, after: scored() }
}
