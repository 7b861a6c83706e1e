import { setRole } from '@/lib/accounts/commands'
import { activityCsv } from '@/lib/activity/csv'
import { logExport } from '@/lib/activity/export'
import { parseActivityFilter } from '@/lib/activity/filter'
import { everyActivity, listActivity } from '@/lib/activity/queries'
import type { ActivityEntry } from '@/lib/activity/views'
import { operator } from '@/lib/auth/operator'
import type { Viewer } from '@/lib/auth/viewer'
import { addComment } from '@/lib/comments/commands'
import { dayOf } from '@/lib/core/calendar'
import { checkWeek } from '@/lib/coverage/commands'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import { createIncident, retractIncident } from '@/lib/incidents/commands'
import { incidentsCsv } from '@/lib/incidents/csv'
import { parseFilter } from '@/lib/incidents/filter'
import { publishFirstMethod } from '@/lib/method/store'
import { returnIncident } from '@/lib/review/commands'
import { makeSeal } from '@/lib/seals/commands'
import { sealToday } from '@/lib/seals/daily'
import { setSelfApproval } from '@/lib/team/commands'
import { startFreshDatabase } from '../support/database'
import { approve, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

const NO_FILTER = parseActivityFilter({})
const byPerson = (viewer: Viewer) => parseActivityFilter({ person: viewer.accountId ?? '' })
const brief = ({ kind, action, by, subject, note }: ActivityEntry) => [kind, action, by, subject, note]

/** Instants have milliseconds: without a pause two of them may be one. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

async function signIn(fields: { accountId: string | null; login: string; outcome: string }): Promise<void> {
  const prisma = await database()
  await prisma.signIn.create({ data: { ...fields, address: '203.0.113.7', agent: 'Some browser' } })
}

test('one list tells who did what, newest first, whichever table holds it', async () => {
  const admin = await viewerWith('admin', 'Ada')
  const written = await createIncident(admin, { incident: makeIncident({ title: 'Told in the log' }), submit: true })
  await pause()
  await addComment(admin, { ...written, threadOf: null, body: 'Look at this' })
  await pause()
  const week = { dyadId: 'AZE-RUS', weekStart: dayOf('2025-06-30'), checked: true, note: 'All read' }
  await checkWeek(admin, week)
  await pause()
  const other = await viewerWith('viewer')
  await setRole(admin, other.accountId ?? '', 'analyst')
  await pause()
  await setSelfApproval(admin, { selfApproval: true, baseRevision: 0 })
  await pause()
  await logExport(admin, { subject: 'series.csv', dyadId: 'AZE-RUS', detail: { grain: 'week', range: undefined } })
  await pause()
  await signIn({ accountId: admin.accountId, login: admin.login, outcome: 'ok' })
  const { rows, next } = await listActivity(admin, byPerson(admin))
  expect(next).toBeNull()
  expect(rows.map(brief)).toEqual([
    ['sign-in', 'ok', 'Ada', admin.login, ''],
    ['export', 'exported', 'Ada', 'series.csv', ''],
    ['setting', 'setting-changed', 'Ada', 'selfApproval', ''],
    ['account', 'role', 'Ada', other.login, ''],
    ['check', 'checked', 'Ada', '2025-W27', 'All read'],
    ['comment', 'comment', 'Ada', '', 'Look at this'],
    ['edit', 'created', 'Ada', '', ''],
  ])
  expect(rows[0].address).toBe('203.0.113.7')
  expect(rows[1]).toMatchObject({ dyadId: 'AZE-RUS', detail: { grain: 'week' } })
  expect(rows[6].incident).toEqual({ dyadId: 'AZE-RUS', id: written.id, title: 'Told in the log' })
})

test('sign-ins and their addresses are for those who may read sign-ins', async () => {
  const [analyst, admin] = [await viewerWith('analyst'), await viewerWith('admin')]
  await signIn({ accountId: null, login: 'stranger', outcome: 'wrong' })
  const wanted = parseActivityFilter({ kind: 'sign-in' })
  expect(await listActivity(analyst, wanted)).toEqual({ rows: [], next: null })
  const all: ActivityEntry[] = []
  for await (const page of everyActivity(analyst, NO_FILTER)) all.push(...page)
  expect(all.length).toBeGreaterThan(0)
  expect(all.filter(({ kind, address }) => kind === 'sign-in' || address !== '')).toEqual([])
  const [latest] = (await listActivity(admin, wanted)).rows
  expect(latest).toMatchObject({ by: 'Somebody', subject: 'stranger', action: 'wrong', address: '203.0.113.7' })
})

test('a viewer reads no log', async () => {
  const fault = await listActivity(await viewerWith('viewer'), NO_FILTER).catch((error: unknown) => error)
  expect(isDeskError(fault) && fault.code).toBe('FORBIDDEN')
})

test('the log is narrowed by kind, dyad and day', async () => {
  const admin = await viewerWith('admin')
  await createIncident(admin, { incident: makeIncident({ actor: 'ARM', target: 'AZE' }), submit: true })
  await logExport(admin, { subject: 'incidents.csv' })
  const kindsOf = async (params: Record<string, string>) => {
    const { rows } = await listActivity(admin, parseActivityFilter({ ...params, person: admin.accountId ?? '' }))
    return rows.map(({ kind }) => kind)
  }
  expect(await kindsOf({ kind: 'export' })).toEqual(['export'])
  expect(await kindsOf({ kind: 'method' })).toEqual([])
  expect(await kindsOf({ dyad: 'ARM-AZE' })).toEqual(['edit'])
  const today = new Date().toISOString().slice(0, 10)
  expect(await kindsOf({ from: today, to: today })).toEqual(['export', 'edit'])
  expect(await kindsOf({ to: '2001-01-01' })).toEqual([])
  expect(await kindsOf({ from: '2999-01-01' })).toEqual([])
})

test('what no account did can be asked for', async () => {
  const admin = await viewerWith('admin')
  const { rows } = await listActivity(admin, parseActivityFilter({ person: 'none' }))
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['Somebody']))
})

test('a failed attempt to sign in is not told as what the account’s holder did', async () => {
  const [admin, holder] = [await viewerWith('admin'), await viewerWith('analyst', 'Holder')]
  await signIn({ accountId: holder.accountId, login: holder.login, outcome: 'wrong' })
  await signIn({ accountId: holder.accountId, login: holder.login, outcome: 'ok' })
  expect((await listActivity(admin, byPerson(holder))).rows.map(brief)).toEqual([
    ['sign-in', 'ok', 'Holder', holder.login, ''],
  ])
  const { rows } = await listActivity(admin, parseActivityFilter({ person: 'none', kind: 'sign-in' }))
  expect(brief(rows[0])).toEqual(['sign-in', 'wrong', 'Somebody', holder.login, ''])
})

test('approvals, returns and retractions are asked for apart from edits', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const [kept, sent] = [makeIncident({ actor: 'AZE', target: 'IRN' }), makeIncident({ actor: 'IRN', target: 'AZE' })]
  const approved = await approve(await createIncident(analyst, { incident: kept, submit: true }))
  await pause()
  const seen = await createIncident(analyst, { incident: sent, submit: true })
  await returnIncident(reviewer, { ...seen, baseRevision: 1, comment: 'Which day was it?' })
  await pause()
  const retract = { ...approved, baseRevision: approved.revision, reason: 'A false report' }
  await approve(await retractIncident(analyst, retract))
  const actionsOf = async (kind: string) => {
    const { rows } = await listActivity(analyst, parseActivityFilter({ kind, dyad: 'AZE-IRN' }))
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set([kind]))
    return rows.map(({ action }) => action)
  }
  expect(await actionsOf('edit')).toEqual(['created', 'created'])
  expect(await actionsOf('approval')).toEqual(['approved'])
  expect(await actionsOf('return')).toEqual(['returned'])
  expect(await actionsOf('retraction')).toEqual(['retracted', 'retraction-proposed'])
})

test('a seal is told with who made it and its hash; the daily one was made by the desk', async () => {
  const admin = await viewerWith('admin', 'Sealer')
  const seals = [await sealToday(), await makeSeal(admin, 'asked'), await makeSeal(operator(), 'asked')]
  const { rows } = await listActivity(admin, parseActivityFilter({ kind: 'seal' }))
  expect(rows.map(({ by, subject, detail }) => [by, subject, detail.hash])).toEqual(
    ['The desk', 'Sealer', 'Command line'].map((by, at) => [by, String(seals[at].number), seals[at].hash]).reverse(),
  )
})

test('a faulty address of the log is read as far as it makes sense', () => {
  const faulty = { person: 'x', kind: 'gossip', dyad: 'RUS-AZE', from: '0000-01-01', to: '2025-02-30', after: '' }
  expect(parseActivityFilter(faulty)).toEqual({})
})

test('the CSV holds what the filter shows, escapes formulas and is noted itself', async () => {
  const admin = await viewerWith('admin', 'Csv admin')
  const written = await createIncident(admin, { incident: makeIncident({ title: '=HYPERLINK("x")' }), submit: true })
  const text = await new Response(activityCsv(admin, byPerson(admin))).text()
  const [head, first, ...rest] = text.trim().split(/\r?\n/)
  expect(head).toBe('at,by,kind,action,dyad,incident,title,subject,note,address,detail')
  expect(first).toContain(`Csv admin,edit,created,AZE-RUS,${written.id},"'=HYPERLINK(""x"")"`)
  expect(rest).toEqual([])
  const exported = await listActivity(admin, { ...byPerson(admin), kind: 'export' })
  expect(exported.rows.map(({ subject, detail }) => [subject, detail])).toEqual([
    ['activity.csv', { person: admin.accountId }],
  ])
  expect(exported.rows[0].people).toEqual({ [admin.accountId ?? '']: 'Csv admin' })
})

test('a viewer’s export of incidents is noted too, and what is refused is not', async () => {
  const [guest, admin] = [await viewerWith('viewer', 'Guest'), await viewerWith('admin')]
  await approve(await createIncident(admin, { incident: makeIncident(), submit: true }))
  await new Response(incidentsCsv(guest, parseFilter({ dyad: 'AZE-RUS', q: 'ambassador' }))).text()
  const { rows } = await listActivity(admin, { ...byPerson(guest), kind: 'export' })
  expect(rows.map(({ by, subject, dyadId, detail }) => [by, subject, dyadId, detail])).toEqual([
    ['Guest', 'incidents.csv', 'AZE-RUS', { q: 'ambassador', dyad: 'AZE-RUS', sort: 'date', order: 'desc' }],
  ])
  await expect(new Response(activityCsv(guest, NO_FILTER)).text()).rejects.toThrow('may not do this')
  expect((await listActivity(admin, { ...byPerson(guest), kind: 'export' })).rows).toHaveLength(1)
})
