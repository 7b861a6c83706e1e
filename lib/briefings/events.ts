import type { Viewer } from '@/lib/auth/viewer'
import type { Prisma } from '@/lib/db/generated/client'
import type { Reader, Transaction } from '@/lib/db/transaction'
import { nameOf, namesOf } from '@/lib/incidents/names'
import type { EventView } from './views'

const MOST_EVENTS = 50

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
export async function eventsOf(reader: Reader, subjectId: string): Promise<EventView[]> {
  const events = await reader.briefingEvent.findMany({
    where: { subjectId },
    orderBy: { revision: 'desc' },
    take: MOST_EVENTS,
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
    action,
  }))
}
