import type { Reader } from '@/lib/db/transaction'
import { type EventView, eventViews, LATEST_EVENTS } from '@/lib/events'

/** The latest states of a list or a rule, newest first. */
export const historyOf = async (reader: Reader, subjectId: string): Promise<EventView[]> =>
  eventViews(reader, await reader.watchEvent.findMany({ where: { subjectId }, ...LATEST_EVENTS }))
