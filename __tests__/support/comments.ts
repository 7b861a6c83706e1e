import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { createIncident } from '@/lib/incidents/commands'
import { makeIncident } from './incidents'

/** An incident that somebody handed in. */
export async function logged(author: Viewer) {
  const { dyadId, id } = await createIncident(author, { incident: makeIncident(), submit: true })
  return { dyadId, id }
}

/** What was told to a person, oldest first. */
export async function noticesOf({ accountId }: Viewer) {
  const prisma = await database()
  return prisma.inboxItem.findMany({ where: { accountId: accountId ?? '' }, orderBy: { at: 'asc' } })
}
