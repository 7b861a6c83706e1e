import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { Reader } from '@/lib/db/transaction'
import { incidentRows, ROW_COLUMNS } from '@/lib/incidents/rows'
import { maskedFor } from '@/lib/samples/blind'
import type { Unreviewed } from './views'

const MOST = 5

/**
 * Incidents between two days with something proposed that nobody has approved, latest first; null for those who may not see
 * unpublished work. Two reads, bounded by the incidents of those days.
 */
export async function waitingOf(
  viewer: Viewer,
  reader: Reader,
  dyadId: string,
  [firstDay, lastDay]: [number, number],
): Promise<Unreviewed | null> {
  if (!may(viewer, 'incident:read-unpublished')) return null
  const where = { dyadId, startDay: { gte: firstDay, lte: lastDay }, proposal: { not: null } }
  const stored = await reader.incident.findMany({
    where,
    select: ROW_COLUMNS,
    orderBy: [{ startDay: 'desc' }, { id: 'asc' }],
    take: MOST + 1,
  })
  const count = stored.length > MOST ? await reader.incident.count({ where }) : stored.length
  const rows = await maskedFor(reader, viewer, await incidentRows(reader, stored.slice(0, MOST)))
  return { rows, count }
}
