import type { Reader } from '@/lib/db/transaction'
import type { ScoredRow } from '@/lib/dyads/series-rebuild'

/** A change of what counts of one incident: its row from that moment on, or null where it counts no more. */
export interface IncidentChange {
  at: Date
  id: string
  row: ScoredRow | null
}

/** A change of what is said of a week. */
export interface CheckChange {
  at: Date
  weekStart: number
  checked: boolean
}

/** All changes of what is known of a dyad, oldest first. */
export interface RecordChanges {
  incidents: IncidentChange[]
  checks: CheckChange[]
}

/** Reads every change of a dyad's record, in two narrow reads: O(its vintages and checks). */
export async function changesOf(reader: Reader, dyadId: string): Promise<RecordChanges> {
  const vintages = await reader.incidentVintage.findMany({
    where: { dyadId },
    orderBy: [{ at: 'asc' }, { incidentId: 'asc' }, { revision: 'asc' }],
    omit: { inForce: true, code: true, title: true, revision: true },
  })
  const checks = await reader.weeklyCheck.findMany({
    where: { dyadId },
    orderBy: [{ at: 'asc' }, { weekStart: 'asc' }, { revision: 'asc' }],
    select: { at: true, weekStart: true, checked: true },
  })
  const incidents = vintages.map(({ at, incidentId, ...columns }): IncidentChange => {
    const counts = columns.status === 'approved' && columns.kind === 'incident'
    return { at, id: incidentId, row: counts ? { ...columns, id: incidentId } : null }
  })
  return { incidents, checks }
}
