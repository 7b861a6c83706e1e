import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { CauseFacts } from '@/lib/core/watch'
import type { InboxItem, WatchAlert } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { rowsFor } from '@/lib/incidents/in-force-rows'
import { rowsByKey } from '@/lib/incidents/rows'
import type { AlertView } from './views'
import { headlineOf, numbersOf, type Told } from './words'

/** What the words of a stored alert are made from. Only `raiseAlert` writes facts. */
export const toldOf = ({ dyadId, day, weekStart, before, after, facts }: WatchAlert): Told => ({
  dyadId,
  day,
  weekStart,
  before,
  after,
  facts: facts as unknown as CauseFacts,
})

/** Whether a viewer may read an alert: of what is not published only those who may see that. */
export const mayRead = (viewer: Viewer, alert: WatchAlert): boolean =>
  toldOf(alert).facts.kind !== 'unreviewed' || may(viewer, 'incident:read-unpublished')

/**
 * Alerts as a viewer sees them, in their order: those that their role may not read are left out, and incidents of which nothing
 * is published. A few reads, bounded by the alerts.
 */
export async function alertViews(
  reader: Reader,
  viewer: Viewer,
  alerts: WatchAlert[],
  items: readonly InboxItem[],
): Promise<AlertView[]> {
  const readable = alerts.filter((alert) => mayRead(viewer, alert))
  const keys = readable.flatMap(({ dyadId, incidentIds }) => incidentIds.map((id) => ({ dyadId, id })))
  const unpublished = may(viewer, 'incident:read-unpublished')
  const rows = (await rowsFor(viewer, reader, await rowsByKey(reader, keys))).filter(
    ({ inForce }) => unpublished || inForce !== null,
  )
  return readable.map((alert): AlertView => {
    const { dyadId, id, at, ruleId, ruleName, day, weekStart, incidentIds } = alert
    const item = items.find(({ alertId }) => alertId === id)
    const told = toldOf(alert)
    return {
      dyadId,
      id,
      at: at.toISOString(),
      rule: { id: ruleId, name: ruleName },
      headline: headlineOf(told),
      numbers: numbersOf(told),
      day,
      weekStart,
      incidents: rows.filter((row) => row.dyadId === dyadId && incidentIds.includes(row.id)),
      own: item
        ? {
            read: item.readAt !== null,
            acknowledgedAt: item.acknowledgedAt?.toISOString() ?? null,
            snoozedUntil: item.snoozedUntil,
          }
        : null,
    }
  })
}
