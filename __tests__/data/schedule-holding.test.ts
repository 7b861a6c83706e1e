import type { Viewer } from '@/lib/auth/viewer'
import { createSchedule } from '@/lib/briefings/commands'
import { startDueRuns } from '@/lib/briefings/due-runs'
import { getSchedule } from '@/lib/briefings/queries'
import { MOST_ATTEMPTS, runDue, runOnce } from '@/lib/briefings/runs'
import { database } from '@/lib/db/client'
import { listNotices } from '@/lib/inbox/queries'
import { startBriefingDesk } from '../support/briefings/desk'
import { scheduleInput } from '../support/briefings/schedules'
import { standStillAt } from '../support/clock'
import { startMail, type TestMail } from '../support/smtp'
import { viewerWith } from '../support/viewers'

/* Who has a run in hand, for how long, and what a stop of the process in the midst of it counts. */

// A Wednesday.
standStillAt(new Date('2025-07-09T10:00:00Z'))
jest.setTimeout(60_000)

let mail: TestMail
// The settings are read once, by the first test: what they name has to be there before.
beforeAll(async () => {
  mail = await startMail()
  const settings = { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'Dyadwatch <desk@example.org>' }
  Object.assign(process.env, settings)
})
startBriefingDesk()
let owner: Viewer
beforeAll(async () => {
  owner = await viewerWith('reviewer')
})
afterAll(() => mail.stop())
// What one test leaves on or open would be due in the next.
afterEach(async () => {
  mail.dawdle(false)
  mail.mails.length = 0
  const prisma = await database()
  await prisma.briefingSchedule.updateMany({ data: { status: 'off', dueAt: null } })
  await prisma.briefingRun.updateMany({ data: { nextAt: null } })
})

const MINUTE_MS = 60_000
const BEAT = { beatMs: 10 }
const going = new AbortController().signal
const later = (minutes: number) => jest.setSystemTime(Date.now() + minutes * MINUTE_MS)
/** Waits for something, but not for ever. */
async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const limit = performance.now() + 10_000; !(await isSo()); await new Promise((go) => setTimeout(go, 20)))
    if (performance.now() > limit) throw new Error(`It did not come about that ${what}`)
}

/** A schedule of which a run is due at an instant, and started. */
async function dueRun(at: string, emails: string[] = []) {
  const { id } = await createSchedule(owner, scheduleInput({ publish: true, emails }))
  jest.setSystemTime(new Date(at))
  expect(await startDueRuns()).toBe(1)
  const prisma = await database()
  const rowOf = () => prisma.briefingRun.findFirstOrThrow({ where: { scheduleId: id } })
  const set = (data: { attempts?: number; nextAt?: Date }) =>
    prisma.briefingRun.updateMany({ where: { scheduleId: id }, data })
  return { rowOf, set, view: async () => (await getSchedule(owner, id)).runs[0] }
}

async function told(): Promise<string[]> {
  const { rows } = await listNotices(owner, { show: 'unread' })
  return rows.flatMap(({ run }) => (run ? [run.failure] : []))
}

test('nobody else takes a run while it is worked on, however long that is: it is mailed once', async () => {
  const { rowOf } = await dueRun('2025-07-14T03:00:00Z', ['minister@example.org'])
  mail.dawdle(true)
  const first = runOnce(going, BEAT)
  await until('a mail is under way', () => mail.mails.length > 0)
  for (let n = 0; n < 3; n++) {
    later(9)
    const enough = Date.now() + 9 * MINUTE_MS
    await until('the lease is renewed', async () => ((await rowOf()).nextAt?.getTime() ?? 0) >= enough)
    expect(await runDue(going)).toBe(0)
  }
  mail.dawdle(false)
  expect(await first).toBe(true)
  expect(await rowOf()).toMatchObject({ attempts: 1, nextAt: null, delivered: ['email minister@example.org'] })
  expect(mail.mails).toHaveLength(1)
})

test('whoever finds that somebody else has the run sends nothing more of it, and writes nothing into it', async () => {
  const { rowOf, set } = await dueRun('2025-07-21T03:00:00Z', ['one@example.org', 'two@example.org'])
  mail.dawdle(true)
  const late = runOnce(going, BEAT)
  await until('a mail is under way', () => mail.mails.length > 0)
  // Taken for dead, as after a sleep of the machine.
  const nextAt = new Date(Date.now() + 7 * MINUTE_MS)
  await set({ attempts: 2, nextAt })
  await new Promise((resolve) => setTimeout(resolve, 300))
  mail.dawdle(false)
  expect(await late).toBe(true)
  expect(mail.mails).toHaveLength(1)
  expect(await rowOf()).toMatchObject({ attempts: 2, nextAt, lastError: '', doneAt: null })
  await set({ nextAt: new Date() })
  await runDue(going)
  expect(await rowOf()).toMatchObject({ delivered: ['email one@example.org', 'email two@example.org'] })
  expect(mail.mails).toHaveLength(2)
})

test('a briefing that takes too long has failed, and is tried again', async () => {
  const { rowOf, view } = await dueRun('2025-07-28T03:00:00Z')
  expect(await runOnce(going, { longestMs: 1 })).toBe(true)
  const nextAt = new Date('2025-07-28T03:01:00Z')
  expect(await rowOf()).toMatchObject({ attempts: 1, nextAt, lastError: 'It was not done within 1 minute.' })
  later(1)
  expect(await runDue(going)).toBe(1)
  expect(await view()).toMatchObject({ status: 'done', error: '' })
})

test('stops of the process are no tries: what fails for the first time after many of them is tried again', async () => {
  const { rowOf, view } = await dueRun('2025-08-04T03:00:00Z', ['nobody@example.org'])
  for (let n = 0; n < MOST_ATTEMPTS; n++) expect(await runOnce(AbortSignal.abort())).toBe(false)
  expect(await rowOf()).toMatchObject({ attempts: 0, nextAt: new Date(), lastError: '' })
  expect(await runDue(going)).toBe(1)
  expect(await view()).toMatchObject({ status: 'running', error: expect.stringContaining('550') })
  later(1)
  // A stop says nothing of what stands in the way.
  expect(await runOnce(AbortSignal.abort())).toBe(false)
  expect(await rowOf()).toMatchObject({ attempts: 1, lastError: expect.stringContaining('550') })
})

const broken = `It was tried ${MOST_ATTEMPTS} times, and the desk stopped while it worked on this.`

test('a run that has the process stopped each time, for more than a day, ends, and its owner is told', async () => {
  const { view } = await dueRun('2025-08-11T03:00:00Z')
  later(25 * 60)
  let tries = 0
  while ((await view()).status === 'running' && tries++ < 20) await runOnce(AbortSignal.abort())
  expect(tries).toBe(MOST_ATTEMPTS + 1)
  expect((await told())[0]).toBe(broken)
})

test('so does one that kills the process each time: in the end it is not tried any more', async () => {
  const { set, view } = await dueRun('2025-08-18T03:00:00Z')
  // As processes leave it that were killed at work, one after the other.
  await set({ attempts: MOST_ATTEMPTS, nextAt: new Date() })
  expect(await runDue(going)).toBe(1)
  expect(await view()).toMatchObject({ status: 'failed', briefingId: null, error: broken })
  expect((await told())[0]).toBe(broken)
})
