import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import { inboxCount, inboxNews, listNotices } from '@/lib/inbox/queries'
import { publishFirstMethod } from '@/lib/method/store'
import {
  acknowledgeAlert,
  archiveRule,
  archiveWatchlist,
  changeRule,
  changeWatchlist,
  createRule,
  createWatchlist,
  muteRule,
  snoozeAlert,
} from '@/lib/watch/commands'
import { alertsOfRule, backTestRule, countAlerts, getRule, getWatchlist, listAlerts } from '@/lib/watch/queries'
import { sweep } from '@/lib/watch/sweep'
import { workOff } from '@/lib/watch/work'
import { standStillAt } from '../support/clock'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'
import { MEDIA_AT_4, ruleOn } from '../support/watch'

standStillAt(new Date('2026-03-03T10:00:00Z'))
startFreshDatabase()
jest.setTimeout(60_000)
beforeAll(() => inTransaction(publishFirstMethod))

const LIST = { scope: 'own' as const, name: 'Neighbours', note: '', dyadIds: ['AZE-RUS'] }
const media = (target: string) => makeIncident({ actor: 'AZE', target, code: 'MED+4', date: '2026-03-02' })
const dyad = (dyadId: string) => ({ where: { reach: 'dyad' as const, dyadId } })
const codeOf = async (work: Promise<unknown>) => {
  const fault = await work.catch((error: unknown) => error)
  return isDeskError(fault) ? fault.code : 'done'
}

/** An alert in somebody's inbox, of a dyad that nothing else here is about. */
async function alertFor(viewer: Viewer, target: string) {
  const rule = await ruleOn(viewer, dyad(`AZE-${target}`))
  await logApproved(media(target))
  await workOff()
  const [alert] = (await listAlerts(viewer, { show: 'open' })).rows
  return { rule, alert, key: { dyadId: alert.dyadId, alertId: alert.id } }
}

test('a list keeps each of its states, and the same request makes it once', async () => {
  const ana = await viewerWith('viewer', 'Ana')
  const requestId = randomUUID()
  const made = await createWatchlist(ana, { ...LIST, requestId })
  expect(await createWatchlist(ana, { ...LIST, requestId })).toEqual(made)
  const change = { id: made.id, baseRevision: 1, ...LIST, dyadIds: ['AZE-RUS', 'ARM-AZE'] }
  expect(await changeWatchlist(ana, change)).toEqual({ id: made.id, revision: 2 })
  expect(await changeWatchlist(ana, { ...change, baseRevision: 2 })).toEqual({ id: made.id, revision: 2 })
  await archiveWatchlist(ana, { id: made.id, baseRevision: 2, archived: true })
  const list = await getWatchlist(ana, made.id)
  expect(list).toMatchObject({ archived: true, revision: 3, dyadIds: ['AZE-RUS', 'ARM-AZE'] })
  expect(list.history.map(({ action, by }) => `${by} ${action}`)).toEqual([
    'Ana archived',
    'Ana changed',
    'Ana created',
  ])
})

test('a change on what somebody else changed meanwhile is refused with what stands there', async () => {
  const ben = await viewerWith('reviewer')
  const { id } = await createWatchlist(ben, { ...LIST, scope: 'team' })
  const change = { id, baseRevision: 1, ...LIST }
  await changeWatchlist(await viewerWith('admin'), { ...change, name: 'Another name' })
  const fault = await changeWatchlist(ben, { ...change, note: 'mine' }).catch((error: unknown) => error)
  expect(isDeskError(fault) && fault.code).toBe('CONFLICT')
  expect(isDeskError(fault) && fault.detail).toMatchObject({ revision: 2, state: { name: 'Another name' } })
})

test('the database keeps lists, rules, their states and alerts', async () => {
  const ana = await viewerWith('viewer')
  await alertFor(ana, 'GEO')
  await createWatchlist(ana, LIST)
  const prisma = await database()
  for (const statement of [
    'DELETE FROM watchlist',
    'DELETE FROM watch_rule',
    `UPDATE watch_event SET action = 'x'`,
    'DELETE FROM watch_event',
    `UPDATE watch_alert SET cause_key = 'x'`,
    'DELETE FROM watch_alert',
  ])
    await expect(prisma.$executeRawUnsafe(statement)).rejects.toThrow()
})

test('a rule that is archived is off, and comes back off', async () => {
  const ana = await viewerWith('viewer')
  const rule = await ruleOn(ana, dyad('AZE-RUS'))
  const archived = await archiveRule(ana, { id: rule.id, baseRevision: rule.revision, archived: true })
  expect(await getRule(ana, rule.id)).toMatchObject({ status: 'archived', activeSince: null })
  await archiveRule(ana, { id: rule.id, baseRevision: archived.revision, archived: false })
  expect(await getRule(ana, rule.id)).toMatchObject({ status: 'off', activeSince: null })
})

test('a rule cannot look through another person’s list, nor one of the team through somebody’s own', async () => {
  const [ana, ben] = [await viewerWith('viewer'), await viewerWith('reviewer')]
  const own = await createWatchlist(ana, LIST)
  const bens = await createWatchlist(ben, LIST)
  const rule = { name: 'A rule', condition: MEDIA_AT_4, emails: [], webhookUrl: null }
  const through = (listId: string) => ({ reach: 'list' as const, listId })
  expect(await codeOf(createRule(ben, { ...rule, scope: 'own', where: through(own.id) }))).toBe('INVALID')
  expect(await codeOf(createRule(ben, { ...rule, scope: 'team', where: through(bens.id) }))).toBe('INVALID')
  expect(await codeOf(createRule(ben, { ...rule, scope: 'own', where: through(bens.id) }))).toBe('done')
})

test('without a mail server no e-mail is offered, and a webhook needs https and another machine', async () => {
  const ben = await viewerWith('reviewer')
  const rule = { name: 'A rule', scope: 'own' as const, condition: MEDIA_AT_4, where: { reach: 'all' as const } }
  const sending = (emails: string[], webhookUrl: string | null) =>
    codeOf(createRule(ben, { ...rule, emails, webhookUrl }))
  expect(await sending(['ana@example.org'], null)).toBe('INVALID')
  expect(await sending([], 'http://example.org/hook')).toBe('INVALID')
  for (const url of ['https://localhost/hook', 'https://10.1.2.3/', 'https://[::1]/', 'https://intranet/'])
    expect(await sending([], url)).toBe('INVALID')
  expect(await sending([], 'https://example.org/hook')).toBe('done')
})

test('an alert says which rule, the numbers and the incident; the inbox counts it until it is acknowledged', async () => {
  const ana = await viewerWith('viewer')
  const { alert, key } = await alertFor(ana, 'KAZ')
  expect(alert).toMatchObject({
    rule: { name: 'A rule' },
    headline: 'Azerbaijan – Kazakhstan: an incident on 2 Mar 2026',
  })
  expect(alert.numbers).toMatch(/^Score on 2 Mar 2026: 0\.0 without it, \d+\.\d with it\.$/)
  expect(alert.incidents.map(({ title }) => title)).toEqual(['Baku summons the Russian ambassador'])
  expect(await inboxCount(ana)).toBe(1)
  expect((await inboxNews(ana)).alerts).toMatchObject([{ id: alert.id, headline: alert.headline }])
  const [notice] = (await listNotices(ana, { show: 'unread' })).rows
  expect(notice).toMatchObject({ kind: 'alert', alert: { headline: alert.headline } })
  await acknowledgeAlert(ana, key)
  expect(await inboxCount(ana)).toBe(0)
  expect(await countAlerts(ana)).toEqual({ open: 0, snoozed: 0 })
  expect((await listAlerts(ana, { show: 'all' })).rows[0].own?.acknowledgedAt).toBe('2026-03-03T10:00:00.000Z')
  expect(await codeOf(acknowledgeAlert(await viewerWith('viewer'), key))).toBe('NOT_FOUND')
})

test('a snoozed alert is away until its day, then is back and not read', async () => {
  const ana = await viewerWith('viewer')
  const { key } = await alertFor(ana, 'UZB')
  expect(await snoozeAlert(ana, { ...key, days: 2 })).toEqual({ until: todayUtc() + 2 })
  expect(await countAlerts(ana)).toEqual({ open: 0, snoozed: 1 })
  expect(await inboxCount(ana)).toBe(0)
  await sweep()
  expect(await countAlerts(ana)).toEqual({ open: 0, snoozed: 1 })
  jest.setSystemTime(new Date('2026-03-05T00:00:30Z'))
  await sweep()
  expect(await countAlerts(ana)).toEqual({ open: 1, snoozed: 0 })
  expect(await inboxCount(ana)).toBe(1)
})

test('who muted a rule is not told, while the others are and the alert is kept', async () => {
  const ben = await viewerWith('reviewer')
  const [ana, eve] = [await viewerWith('viewer'), await viewerWith('viewer')]
  const rule = await ruleOn(ben, { ...dyad('AZE-TUR'), scope: 'team' })
  await muteRule(ana, { ruleId: rule.id, days: null })
  await muteRule(eve, { ruleId: rule.id, days: 3 })
  await muteRule(eve, { ruleId: rule.id, days: 0 })
  await logApproved(media('TUR'))
  await workOff()
  expect((await getRule(ana, rule.id)).muted).toEqual({ untilDay: null })
  expect(await inboxCount(ana)).toBe(0)
  expect((await listAlerts(eve, { show: 'open' })).rows).toHaveLength(1)
  const [alert] = (await alertsOfRule(ana, rule.id)).rows
  expect(alert.own).toBeNull()
})

test('a back-test tells what the rule would have told, by the evaluation that judges it when it is on', async () => {
  const ana = await viewerWith('analyst')
  const { rule } = await alertFor(ana, 'IRN')
  const test = await backTestRule(ana, { condition: MEDIA_AT_4, where: { reach: 'dyad', dyadId: 'AZE-IRN' } })
  expect(test).toMatchObject({ dyads: 1, alerts: 1 })
  const [told] = (await alertsOfRule(ana, rule.id)).rows
  expect(test.tested[0].alerts).toMatchObject([{ headline: told.headline, numbers: told.numbers }])
})

test('a change of what an active rule waits for starts it anew', async () => {
  const ana = await viewerWith('viewer')
  const rule = await ruleOn(ana, dyad('AZE-MDA'))
  jest.setSystemTime(new Date('2026-03-06T10:00:00Z'))
  const same = { name: 'Another name', condition: MEDIA_AT_4, ...dyad('AZE-MDA'), emails: [], webhookUrl: null }
  const named = await changeRule(ana, { id: rule.id, baseRevision: rule.revision, ...same })
  const before = await getRule(ana, rule.id)
  await changeRule(ana, { id: rule.id, baseRevision: named.revision, ...same, condition: { ...MEDIA_AT_4, rung: 3 } })
  const after = await getRule(ana, rule.id)
  expect(Date.parse(before.activeSince ?? '')).toBeLessThan(Date.parse(after.activeSince ?? ''))
  expect(after.activeSince).toBe('2026-03-06T10:00:00.000Z')
})
