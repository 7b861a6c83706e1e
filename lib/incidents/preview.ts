import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { dayOf, weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { addTerm, bandOfScore, type DailySeries, scoreOf, type Term, totalOn } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { termOfRow } from '@/lib/dyads/series-rebuild'
import { storedDays } from '@/lib/dyads/stored-days'
import { DeskError } from '@/lib/errors'
import { type Method, methodOfDyad } from '@/lib/method/store'
import { columnsOf } from './columns'
import { dyadOf } from './commands'
import type { IncidentInput } from './schema'
import type { Preview, PreviewScore } from './views'

/**
 * What an incident would do to the score, were it approved in place of `replacing`, by the method that made the dyad's
 * series. Reads two weeks of it, whatever the log holds, and writes nothing.
 * @throws DeskError FORBIDDEN; INVALID for context, which has no points; NOT_FOUND when `replacing` is not there.
 */
export async function previewIncident(
  viewer: Viewer,
  incident: IncidentInput,
  replacing?: { dyadId: string; id: string },
): Promise<Preview> {
  authorize(viewer, 'incident:create')
  const prisma = await database()
  const dyadId = dyadOf(incident)
  const method = await methodOfDyad(prisma, dyadId)
  const columns = columnsOf({ status: 'approved', input: incident }, method.parameters)
  const after = termOfRow({ ...columns, dyadId, id: replacing?.id ?? 'preview' }, method.parameters)
  if (!after) throw new DeskError('INVALID', 'A context entry is drawn, not scored.')
  const before = replacing ? await replacedTerm(replacing, method) : null
  const today = todayUtc()
  const weekStart = weekStartOf(dayOf(incident.date))
  const score = async (day: number) => {
    const series = await storedDays(prisma, dyadId, day, day)
    return effectOn(series, day, { before, after }, method)
  }
  return {
    dyadId,
    weekStart,
    points: after.points,
    week: await score(Math.min(weekEndOf(weekStart), Math.max(today, after.startDay))),
    today: await score(today),
  }
}

async function replacedTerm(key: { dyadId: string; id: string }, method: Method): Promise<Term | null> {
  const prisma = await database()
  const row = await prisma.incident.findUnique({ where: { dyadId_id: key } })
  if (!row) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  return termOfRow(row, method.parameters)
}

function effectOn(
  series: DailySeries,
  day: number,
  change: { before: Term | null; after: Term },
  { parameters }: Method,
): { before: PreviewScore; after: PreviewScore } {
  const scored = (): PreviewScore => {
    const score = scoreOf(totalOn(series, day), parameters)
    return { score, band: bandOfScore(score, parameters).name }
  }
  const before = scored()
  if (change.before) addTerm(series, change.before, -1)
  addTerm(series, change.after)
  return { before, after: scored() }
}
