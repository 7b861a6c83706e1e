import type { Reader } from '@/lib/db/transaction'
import { nameOf, namesOf } from '@/lib/incidents/names'
import type { HistoryEntry } from './views'

const MOST_ENTRIES = 50

/** The latest states of a list or a rule, newest first. */
export async function historyOf(reader: Reader, subjectId: string): Promise<HistoryEntry[]> {
  const events = await reader.watchEvent.findMany({
    where: { subjectId },
    orderBy: { revision: 'desc' },
    take: MOST_ENTRIES,
    select: { revision: true, at: true, byId: true, action: true },
  })
  const names = await namesOf(
    reader,
    events.map(({ byId }) => byId),
  )
  return events.map(({ revision, at, byId, action }) => ({
    revision,
    at: at.toISOString(),
    by: nameOf(names, byId),
    done: action,
  }))
}
