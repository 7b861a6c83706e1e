import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Viewer } from '@/lib/auth/viewer'
import { changeSchedule, createSchedule, switchSchedule } from '@/lib/briefings/commands'
import { startDueRuns } from '@/lib/briefings/due-runs'
import { getSchedule, listBriefings, listDrafts } from '@/lib/briefings/queries'
import { runDue } from '@/lib/briefings/runs'
import { database } from '@/lib/db/client'
import { listNotices } from '@/lib/inbox/queries'
import { setTeamTimeZone } from '@/lib/team/commands'
import { createWatchlist } from '@/lib/watch/commands'
import { startBriefingDesk } from '../support/briefings/desk'
import { scheduleInput, tryUntilGivenUp } from '../support/briefings/schedules'
import { standStillAt } from '../support/clock'
import { faultOf } from '../support/faults'
import { startMail, type TestMail } from '../support/smtp'
import { viewerWith } from '../support/viewers'

// A Wednesday.
standStillAt(new Date('2025-07-09T10:00:00Z'))
jest.setTimeout(60_000)

let mail: TestMail
let folder: string
// The settings are read once, by the first test: what they name has to be there before.
beforeAll(async () => {
  mail = await startMail()
  folder = mkdtempSync(join(tmpdir(), 'dyadwatch-briefings-'))
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: 'Dyadwatch <desk@example.org>',
    BRIEFINGS_FOLDER: folder,
    APP_URL: 'https://desk.example',
  })
})
startBriefingDesk()
afterAll(async () => {
  await mail.stop()
  rmSync(folder, { recursive: true, force: true })
})

let reviewer: Viewer

beforeAll(async () => {
  reviewer = await viewerWith('reviewer', 'Rahim')
})

// What one test leaves on would be due in the next.
afterEach(async () => {
  const prisma = await database()
  await prisma.briefingSchedule.updateMany({ data: { status: 'off', dueAt: null } })
})

const work = () => runDue(new AbortController().signal)
const drafts = async () => (await listDrafts(reviewer)).drafts

test('a briefing is due on Monday at seven on the clock of its zone, and tells of the week that is over', async () => {
  const { id } = await createSchedule(reviewer, scheduleInput())
  expect((await getSchedule(reviewer, id)).dueAt).toBe('2025-07-14T03:00:00.000Z')
  jest.setSystemTime(new Date('2025-07-14T02:59:59Z'))
  expect(await work()).toBe(0)
  jest.setSystemTime(new Date('2025-07-14T03:00:05Z'))
  expect(await work()).toBe(1)
  expect(await work()).toBe(0)
  const [draft] = await drafts()
  expect(draft).toMatchObject({ fromWeek: '2025-W28', toWeek: '2025-W28', createdBy: 'Rahim', scheduled: true })
  const { runs, dueAt } = await getSchedule(reviewer, id)
  expect(dueAt).toBe('2025-07-21T03:00:00.000Z')
  expect(runs).toMatchObject([{ status: 'done', missed: 0, draftId: draft.id, dueAt: '2025-07-14T03:00:00.000Z' }])
})

test('due times that nobody was there for are made up once, as the latest of them', async () => {
  const { id } = await createSchedule(reviewer, scheduleInput())
  const before = (await drafts()).length
  jest.setSystemTime(new Date('2025-08-13T12:00:00Z'))
  expect(await work()).toBe(1)
  const { runs, dueAt } = await getSchedule(reviewer, id)
  expect(runs).toMatchObject([{ status: 'done', missed: 3, dueAt: '2025-08-11T03:00:00.000Z' }])
  expect(dueAt).toBe('2025-08-18T03:00:00.000Z')
  expect(await drafts()).toHaveLength(before + 1)
})

test('several that look at once make each run once', async () => {
  const made = await Promise.all(
    [1, 2, 3].map((n) => createSchedule(reviewer, scheduleInput({ name: `Briefing ${n}` }))),
  )
  const before = (await drafts()).length
  jest.setSystemTime(new Date('2025-08-18T03:00:00Z'))
  const started = await Promise.all([startDueRuns(), startDueRuns(), startDueRuns()])
  expect(started.reduce((sum, count) => sum + count)).toBe(made.length)
  await Promise.all([work(), work()])
  expect(await drafts()).toHaveLength(before + made.length)
  for (const { id } of made) expect((await getSchedule(reviewer, id)).runs).toMatchObject([{ status: 'done' }])
})

test('a published one goes by mail and into the folder, and what has arrived is not sent again', async () => {
  const sent = { publish: true, folder: true, emails: ['minister@example.org'], formats: ['md', 'html'] as const }
  const { id } = await createSchedule(reviewer, scheduleInput({ ...sent, formats: [...sent.formats] }))
  jest.setSystemTime(new Date('2025-08-25T03:00:00Z'))
  mail.refuse(true)
  expect(await work()).toBe(1)
  const [failed] = (await getSchedule(reviewer, id)).runs
  expect(failed).toMatchObject({ status: 'running', delivered: ['folder'] })
  expect(failed.error).toContain('451')
  const { briefings } = await listBriefings(reviewer)
  expect(briefings[0]).toMatchObject({ toWeek: '2025-W34', mark: 'GREEN' })
  mail.refuse(false)
  expect(await work()).toBe(0)
  jest.setSystemTime(new Date('2025-08-25T03:02:00Z'))
  expect(await work()).toBe(1)
  const [done] = (await getSchedule(reviewer, id)).runs
  expect(done).toMatchObject({
    status: 'done',
    briefingId: briefings[0].id,
    delivered: ['folder', 'email minister@example.org'],
  })
  expect((await listBriefings(reviewer)).briefings).toHaveLength(briefings.length)
  const [message] = mail.mails
  expect(mail.mails).toHaveLength(1)
  expect(message).toContain('TLP:GREEN')
  expect(message).toContain(`filename=briefing-${briefings[0].id}.md`)
  const names = readdirSync(folder).sort()
  expect(names).toEqual(
    ['html', 'md'].map((ending) => `2025-08-25_${id.slice(0, 8)}_briefing-${briefings[0].id}.${ending}`),
  )
  expect(readFileSync(join(folder, names[1]), 'utf8')).toContain('TLP:GREEN')
})

test.each(['RED', 'AMBER+STRICT'] as const)('what is marked %s is never mailed', async (mark) => {
  const refused = await faultOf(createSchedule(reviewer, scheduleInput({ mark, emails: ['a@example.org'] })))
  expect(refused.fieldErrors).toEqual({ emails: [`What is marked TLP:${mark} is not mailed`] })
  await createSchedule(reviewer, scheduleInput({ mark, folder: true }))
})

test('the dyads of a watchlist are those on it when the briefing is made', async () => {
  const list = await createWatchlist(reviewer, { scope: 'team', name: 'Caucasus', note: '', dyadIds: ['AZE-RUS'] })
  await createSchedule(reviewer, scheduleInput({ kind: 'round-up', of: { by: 'list', listId: list.id } }))
  jest.setSystemTime(new Date('2025-09-01T03:00:00Z'))
  await work()
  expect((await drafts())[0]).toMatchObject({ kind: 'round-up', dyadIds: ['AZE-RUS'] })
})

test('a schedule acts by what its owner may do now, and gives up in the end', async () => {
  const owner = await viewerWith('reviewer', 'Gone')
  const { id } = await createSchedule(owner, scheduleInput())
  const prisma = await database()
  await prisma.account.update({ where: { id: owner.accountId ?? '' }, data: { active: false } })
  await tryUntilGivenUp('2025-09-08T03:00:00Z')
  const [run] = (await getSchedule(reviewer, id)).runs
  expect(run).toMatchObject({
    status: 'failed',
    error: 'The account of its owner is deactivated.',
    draftId: null,
  })
})

test('a mailbox that is gone keeps a briefing from nobody else, nobody gets it twice, and the owner is told who did not', async () => {
  const owner = await viewerWith('reviewer')
  const emails = ['nobody@example.org', 'nobody@example.com', 'minister@example.net']
  const { id } = await createSchedule(owner, scheduleInput({ publish: true, folder: true, emails }))
  const before = mail.mails.length
  jest.setSystemTime(new Date('2025-09-15T03:00:00Z'))
  // A file stands where the folder is to be.
  rmSync(folder, { recursive: true, force: true })
  writeFileSync(folder, '')
  expect(await work()).toBe(1)
  const [tried] = (await getSchedule(owner, id)).runs
  expect(tried).toMatchObject({ status: 'running', delivered: ['email minister@example.net'] })
  rmSync(folder)
  await tryUntilGivenUp('2025-09-15T03:02:00Z')
  const [run] = (await getSchedule(owner, id)).runs
  expect(run).toMatchObject({ status: 'failed', delivered: ['email minister@example.net', 'folder'] })
  expect(readdirSync(folder)).toHaveLength(1)
  expect(mail.mails).toHaveLength(before + 1)
  const [{ failure }] = (await listNotices(owner, { show: 'all' })).rows.flatMap((notice) => notice.run ?? [])
  expect(failure).toMatch(/^Not delivered to nobody@example.org and nobody@example.com: .*550 no such mailbox\. /)
  expect(failure).toMatch(/ Delivered to minister@example.net and the folder for briefings\.$/)
  expect(tried.error).toMatch(/^Not delivered to the folder for briefings: .* Not delivered to nobody/)
})

test('only somebody who may publish has briefings published by schedule; others’ schedules are not theirs to change', async () => {
  const admin = await viewerWith('admin')
  const { id, revision } = await createSchedule(reviewer, scheduleInput())
  const other = await viewerWith('reviewer')
  const off = { id, baseRevision: revision, status: 'off' as const }
  expect((await faultOf(switchSchedule(other, off))).code).toBe('FORBIDDEN')
  expect(await switchSchedule(admin, off)).toEqual({ id, revision: 2 })
  expect(await switchSchedule(admin, off)).toEqual({ id, revision: 2 })
  expect((await faultOf(switchSchedule(reviewer, off))).code).toBe('CONFLICT')
  expect((await getSchedule(reviewer, id)).dueAt).toBeNull()
})

test('a schedule without a zone of its own goes by the team’s', async () => {
  const admin = await viewerWith('admin')
  const before = await createSchedule(reviewer, scheduleInput({ timeZone: '' }))
  await setTeamTimeZone(admin, { timeZone: 'America/New_York', baseRevision: 0 })
  const { id } = await createSchedule(reviewer, scheduleInput({ timeZone: '' }))
  const { timeZone, dueAt } = await getSchedule(reviewer, id)
  expect([timeZone, dueAt?.slice(10)]).toEqual(['America/New_York', 'T11:00:00.000Z'])
  // Saved as it is, one from before goes by it too; saved once more, nothing is written.
  const same = { id: before.id, ...scheduleInput({ timeZone: '' }) }
  expect(await changeSchedule(reviewer, { ...same, baseRevision: 1 })).toEqual({ id: before.id, revision: 2 })
  expect((await getSchedule(reviewer, before.id)).dueAt?.slice(10)).toBe('T11:00:00.000Z')
  expect(await changeSchedule(reviewer, { ...same, baseRevision: 2 })).toEqual({ id: before.id, revision: 2 })
})
