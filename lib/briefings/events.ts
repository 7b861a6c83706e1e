import type { Viewer } from '@/lib/auth/viewer'
import type { Prisma } from '@/lib/db/generated/client'
import type { Reader, Transaction } from '@/lib/db/transaction'
import { type EventView, eventViews, LATEST_EVENTS } from '@/lib/events'

export type EventSubject = 'template' | 'schedule' | 'link'

/** A state to be kept. */
export interface KeptState {
  id: string
  revision: number
  at: Date
  action: string
  state: Prisma.InputJsonObject
}

/** Keeps a state of a template, a schedule or a link for good. */
export async function keepEvent(
  tx: Transaction,
  viewer: Viewer,
  subject: EventSubject,
  kept: KeptState,
): Promise<void> {
  const { id: subjectId, ...rest } = kept
  await tx.briefingEvent.create({ data: { subjectId, subject, byId: viewer.accountId, ...rest } })
}

/** Its latest states, newest first. */
export const eventsOf = async (reader: Reader, subjectId: string): Promise<EventView[]> =>
  eventViews(reader, await reader.briefingEvent.findMany({ where: { subjectId }, ...LATEST_EVENTS }))
