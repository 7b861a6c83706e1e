import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOf, isRealDate } from '@/lib/core/calendar'
import { dyadIdOf, isCountryCode, isDyadId } from '@/lib/core/dyad'
import { titleSimilarity } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { maskedFor } from '@/lib/samples/blind'
import { incidentRows, ROW_COLUMNS } from './rows'
import type { SimilarIncident } from './views'

/** SCORING.md 2.5: same direction and code within three days. */
const SAME_CODE_DAYS = 3
/** A similar title is looked for a week either way: reports of one act come in over days. */
const TITLE_DAYS = 7
const TITLE_SIMILARITY = 0.45
const CANDIDATES = 200
const SHOWN = 5

/** What is typed so far; half-filled forms ask too. */
export interface SimilarQuery {
  actor: string
  target: string
  date: string
  code: string
  title: string
  exclude?: { dyadId: string; id: string }
}

/**
 * Likely duplicates of what is being typed, likeliest first: incidents of the same dyad close in time with the same
 * direction and code, or a similar title. Reads at most 200 rows of a fortnight.
 * @throws DeskError FORBIDDEN.
 */
export async function similarIncidents(viewer: Viewer, query: SimilarQuery): Promise<SimilarIncident[]> {
  authorize(viewer, 'incident:create')
  const { actor, target, date, exclude } = query
  if (!isCountryCode(actor) || !isCountryCode(target) || actor === target || !isRealDate(date)) return []
  const dyadId = dyadIdOf(actor, target)
  if (!isDyadId(dyadId)) return []
  const day = dayOf(date)
  const prisma = await database()
  const stored = await prisma.incident.findMany({
    where: {
      dyadId,
      startDay: { gte: day - TITLE_DAYS, lte: day + TITLE_DAYS },
      status: { not: 'retracted' },
      ...(exclude?.dyadId === dyadId ? { id: { not: exclude.id } } : {}),
    },
    select: ROW_COLUMNS,
    orderBy: [{ startDay: 'desc' }, { id: 'asc' }],
    take: CANDIDATES,
  })
  const rows = await maskedFor(prisma, viewer, await incidentRows(prisma, stored))
  const found = rows.flatMap((row): SimilarIncident[] => {
    const similarity = titleSimilarity(row.title, query.title)
    const sameDirection = row.mutual || (row.actor === actor && row.target === target)
    const sameCode = sameDirection && row.code === query.code && Math.abs(row.startDay - day) <= SAME_CODE_DAYS
    if (sameCode) return [{ row, reason: 'same-code', similarity }]
    return similarity >= TITLE_SIMILARITY ? [{ row, reason: 'similar-title', similarity }] : []
  })
  return found.sort((a, b) => b.similarity - a.similarity).slice(0, SHOWN)
}

/**
 * Incidents of a dyad that another may answer: the newest, or those whose title or id has the words.
 * @throws DeskError FORBIDDEN.
 */
export async function answerableIncidents(viewer: Viewer, dyadId: string, text: string) {
  authorize(viewer, 'incident:create')
  if (!isDyadId(dyadId)) return []
  const prisma = await database()
  const contains = { contains: text, mode: 'insensitive' as const }
  const stored = await prisma.incident.findMany({
    where: {
      dyadId,
      kind: 'incident',
      status: { not: 'retracted' },
      ...(text ? { OR: [{ title: contains }, { id: contains }, { code: contains }] } : {}),
    },
    select: ROW_COLUMNS,
    orderBy: [{ startDay: 'desc' }, { id: 'asc' }],
    take: 20,
  })
  return maskedFor(prisma, viewer, await incidentRows(prisma, stored))
}
