import 'server-only'

export { backTestRule } from './back-test'
export { getWatchlist, listWatchlists } from './list-queries'
export { getRule, listRules } from './rule-queries'

import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { cursorOf, olderThan } from '@/lib/db/cursor'
import type { Prisma } from '@/lib/db/generated/client'
import { DeskError } from '@/lib/errors'
import { alertViews } from './alert-views'
import { type Channels, channelsFor } from './channels'
import { maySee } from './owned'
import type { AlertPage } from './views'

const PAGE = 30

/** Which of their alerts a reader asks for: those that want something, those put away for a while, or all. */
export type AlertShow = 'open' | 'snoozed' | 'all'

const SHOWN: Readonly<Record<AlertShow, Prisma.InboxItemWhereInput>> = {
  open: { acknowledgedAt: null, snoozedUntil: null },
  snoozed: { acknowledgedAt: null, snoozedUntil: { not: null } },
  all: {},
}

/**
 * A page of the alerts that were told to the viewer, newest first.
 * @throws DeskError FORBIDDEN.
 */
export async function listAlerts(
  viewer: Viewer,
  { show, after }: { show: AlertShow; after?: string },
): Promise<AlertPage> {
  authorize(viewer, 'watch:read')
  const { accountId } = viewer
  if (accountId === null) return { rows: [], next: null }
  const prisma = await database()
  const found = await prisma.inboxItem.findMany({
    where: { accountId, kind: 'alert', ...SHOWN[show], ...olderThan('at', after) },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: PAGE + 1,
  })
  const items = found.slice(0, PAGE)
  const keys = items.flatMap(({ dyadId, alertId }) => (dyadId && alertId ? [{ dyadId, id: alertId }] : []))
  const alerts = keys.length === 0 ? [] : await prisma.watchAlert.findMany({ where: { OR: keys } })
  const inOrder = keys.flatMap(({ id }) => alerts.find((alert) => alert.id === id) ?? [])
  const last = items.at(-1)
  const next = found.length > PAGE && last ? cursorOf(last.at, last.id) : null
  return { rows: await alertViews(prisma, viewer, inOrder, items), next }
}

/**
 * How many of the viewer's alerts are open, and how many are put away for a while.
 * @throws DeskError FORBIDDEN.
 */
export async function countAlerts(viewer: Viewer): Promise<{ open: number; snoozed: number }> {
  authorize(viewer, 'watch:read')
  const { accountId } = viewer
  if (accountId === null) return { open: 0, snoozed: 0 }
  const prisma = await database()
  const count = (show: 'open' | 'snoozed') =>
    prisma.inboxItem.count({ where: { accountId, kind: 'alert', ...SHOWN[show] } })
  return { open: await count('open'), snoozed: await count('snoozed') }
}

/**
 * A page of what a rule has told, newest first, whoever was told.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a rule that the viewer may not see.
 */
export async function alertsOfRule(viewer: Viewer, ruleId: string, after?: string): Promise<AlertPage> {
  authorize(viewer, 'watch:read')
  const prisma = await database()
  const rule = await prisma.watchRule.findUnique({ where: { id: ruleId } })
  if (!rule || !maySee(viewer, rule)) throw new DeskError('NOT_FOUND', 'There is no such rule.')
  const found = await prisma.watchAlert.findMany({
    where: { ruleId, ...olderThan('at', after) },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: PAGE + 1,
  })
  const alerts = found.slice(0, PAGE)
  const { accountId } = viewer
  const alertIds = alerts.map(({ id }) => id)
  const items = accountId ? await prisma.inboxItem.findMany({ where: { accountId, alertId: { in: alertIds } } }) : []
  const last = alerts.at(-1)
  return {
    rows: await alertViews(prisma, viewer, alerts, items),
    next: found.length > PAGE && last ? cursorOf(last.at, last.id) : null,
  }
}

/**
 * The ways in which a rule of the viewer's can tell beside the inbox.
 * @throws DeskError FORBIDDEN.
 */
export async function watchChannels(viewer: Viewer): Promise<Channels> {
  authorize(viewer, 'watch:read')
  return channelsFor(viewer)
}
