import type { Reader } from '@/lib/db/transaction'
import { nameOf, namesOf } from '@/lib/incidents/names'

/** One state in the history of something that is kept by revisions. `at` is an ISO instant. */
export interface EventView {
  revision: number
  at: string
  by: string
  action: string
}

/** How the latest states of something are read. */
export const LATEST_EVENTS = {
  orderBy: { revision: 'desc' },
  take: 50,
  select: { revision: true, at: true, byId: true, action: true },
} as const

interface KeptEvent {
  revision: number
  at: Date
  byId: string | null
  action: string
}

/** States with the names of those who wrote them. */
export async function eventViews(reader: Reader, events: readonly KeptEvent[]): Promise<EventView[]> {
  const names = await namesOf(
    reader,
    events.map(({ byId }) => byId),
  )
  return events.map(({ byId, at, ...event }) => ({ ...event, at: at.toISOString(), by: nameOf(names, byId) }))
}
