import type { Viewer } from '@/lib/auth/viewer'
import type { WatchCondition } from '@/lib/core/watch'
import { database } from '@/lib/db/client'
import { createRule, switchRule } from '@/lib/watch/commands'
import type { Reach, Scope } from '@/lib/watch/schema'

export const MEDIA_AT_4 = { kind: 'incident', rung: 4, category: 'media' } satisfies WatchCondition

interface RuleParts {
  name?: string
  scope?: Scope
  condition?: WatchCondition
  where?: Reach
  emails?: string[]
  webhookUrl?: string | null
}

/** Makes a rule and switches it on; by default one of the viewer's own, over all dyads, for media incidents at rung 4. */
export async function ruleOn(viewer: Viewer, parts: RuleParts = {}): Promise<{ id: string; revision: number }> {
  const rule = await createRule(viewer, {
    name: 'A rule',
    scope: 'own',
    condition: MEDIA_AT_4,
    where: { reach: 'all' },
    emails: [],
    webhookUrl: null,
    ...parts,
  })
  return switchRule(viewer, { id: rule.id, baseRevision: rule.revision, on: true })
}

/** What a rule has told, as `dyad cause`, sorted. */
export async function told(ruleId: string): Promise<string[]> {
  const alerts = await (await database()).watchAlert.findMany({ where: { ruleId } })
  return alerts.map(({ dyadId, causeKey }) => `${dyadId} ${causeKey}`).sort()
}

/** The alerts in a person's inbox, as `dyad cause`, sorted. */
export async function inInbox({ accountId }: Viewer): Promise<string[]> {
  const prisma = await database()
  const items = await prisma.inboxItem.findMany({ where: { accountId: accountId ?? '', kind: 'alert' } })
  const alerts = await prisma.watchAlert.findMany({ where: { id: { in: items.map(({ alertId }) => alertId ?? '') } } })
  return items
    .map(({ alertId }) => {
      const alert = alerts.find(({ id }) => id === alertId)
      return `${alert?.dyadId} ${alert?.causeKey}`
    })
    .sort()
}
