import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import {
  bandOfScore,
  coverageOf,
  type DailySeries,
  type MethodParameters,
  seriesOf,
  weekFiguresOf,
} from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { checkedWeeks, SCORED_COLUMNS, type ScoredRow, sortedTerms } from '@/lib/dyads/series-rebuild'
import type { PreviewInput } from './schema'
import { methodInUse } from './store'
import type { DyadPreview, PreviewWeek } from './views'

/** Three years of weeks. */
export const MOST_PREVIEW_WEEKS = 156

/** The Mondays that a preview tells of: from the first covered week to the last, cut to the latest. */
function mondaysOf(covered: Iterable<number>, today: number): number[] {
  const known = [...covered].filter((monday) => monday <= today).sort((a, b) => a - b)
  const [first, last] = [known[0], known[known.length - 1]]
  if (first === undefined) return []
  const from = Math.max(first, last - 7 * (MOST_PREVIEW_WEEKS - 1))
  return Array.from({ length: (last - from) / 7 + 1 }, (_, index) => from + 7 * index)
}

/** Points of each day of some weeks by some parameters; what began before them counts. */
const daysOf = (rows: ScoredRow[], mondays: number[], parameters: MethodParameters): DailySeries =>
  seriesOf(sortedTerms(rows, parameters), mondays[0], weekEndOf(mondays[mondays.length - 1]))

/**
 * A dyad's weekly closes by the version in use and by other parameters, over its last three years on record: to the last bit
 * what publishing them would store. Both are made from one read of its incidents, O(incidents × days), and nothing is written.
 * A dyad without a covered week has no weeks.
 * @throws DeskError FORBIDDEN
 */
export async function previewDraft(viewer: Viewer, { dyadId, parameters }: PreviewInput): Promise<DyadPreview> {
  authorize(viewer, 'method:draft')
  const [prisma, today] = [await database(), todayUtc()]
  const { parameters: inUse } = await methodInUse(prisma)
  const where = { dyadId, status: 'approved', kind: 'incident' }
  const rows: ScoredRow[] = await prisma.incident.findMany({ where, select: SCORED_COLUMNS })
  const checked = await checkedWeeks(prisma, dyadId)
  const incidents = new Map<number, number>()
  for (const { startDay } of rows) {
    const monday = weekStartOf(startDay)
    incidents.set(monday, (incidents.get(monday) ?? 0) + 1)
  }
  const mondays = mondaysOf(new Set([...checked, ...incidents.keys()]), today)
  if (mondays.length === 0) return { dyadId, weeks: [] }
  const [old, fresh] = [daysOf(rows, mondays, inUse), daysOf(rows, mondays, parameters)]
  const weeks = mondays.map((weekStart): PreviewWeek => {
    const before = weekFiguresOf(old, weekStart, inUse, today)
    const after = weekFiguresOf(fresh, weekStart, parameters, today)
    return {
      weekStart,
      coverage: coverageOf({ incidents: incidents.get(weekStart) ?? 0, checked: checked.has(weekStart) }),
      inProgress: before.inProgress,
      before: before.close,
      after: after.close,
      bandBefore: bandOfScore(before.close, inUse).name,
      bandAfter: bandOfScore(after.close, parameters).name,
    }
  })
  return { dyadId, weeks }
}
