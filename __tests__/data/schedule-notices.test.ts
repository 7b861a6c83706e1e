import type { Viewer } from '@/lib/auth/viewer'
import { createSchedule } from '@/lib/briefings/commands'
import { startDueRuns } from '@/lib/briefings/due-runs'
import { endRun } from '@/lib/briefings/end-run'
import { getSchedule, listDrafts } from '@/lib/briefings/queries'
import { runDue, runOnce } from '@/lib/briefings/runs'
import type { NewScheduleInput } from '@/lib/briefings/schema'
import { listen } from '@/lib/db/channel'
import { database } from '@/lib/db/client'
import { inboxCount, inboxNews, listNotices } from '@/lib/inbox/queries'
import { archiveWatchlist, createWatchlist } from '@/lib/watch/commands'
import { startBriefingDesk } from '../support/briefings/desk'
import { scheduleInput, tryUntilGivenUp } from '../support/briefings/schedules'
import { standStillAt } from '../support/clock'
import { viewerWith } from '../support/viewers'

// A Wednesday.
standStillAt(new Date('2025-07-09T10:00:00Z'))
jest.setTimeout(60_000)

startBriefingDesk()
// What one test leaves on would be due in the next.
afterEach(async () => {
  const prisma = await database()
  await prisma.briefingSchedule.updateMany({ data: { status: 'off', dueAt: null } })
})

const scheduleOf = (owner: Viewer, fields: Partial<NewScheduleInput> = {}) =>
  createSchedule(owner, scheduleInput(fields))

const work = () => runDue(new AbortController().signal)
const told = async (viewer: Viewer) => (await listNotices(viewer, { show: 'all' })).rows

test('the owner of a schedule is told of the draft that it made, and nobody else; open pages hear of it', async () => {
  const [owner, other] = [await viewerWith('reviewer', 'Owner'), await viewerWith('admin')]
  const { id } = await scheduleOf(owner)
  const heard: (string | null)[] = []
  const deafen = await listen('inbox_news', (payload) => heard.push(payload))
  jest.setSystemTime(new Date('2025-07-14T03:00:05Z'))
  await work()
  await new Promise((resolve) => setTimeout(resolve, 200))
  await deafen()
  const [draft] = (await listDrafts(owner)).drafts
  expect(await told(owner)).toMatchObject([
    {
      kind: 'schedule-made',
      at: '2025-07-14T03:00:05.000Z',
      read: false,
      incident: null,
      run: {
        scheduleId: id,
        name: 'Monday briefing',
        failed: false,
        failure: '',
        briefingId: null,
        draftId: draft.id,
        title: 'AZE-RUS, 2025-W28',
      },
    },
  ])
  expect(heard).toEqual([owner.accountId])
  expect(await inboxNews(owner)).toEqual({ count: 1, alerts: [] })
  expect(await told(other)).toEqual([])
})

test('of a published one the number is told, by the name that the schedule had then', async () => {
  const owner = await viewerWith('reviewer')
  await scheduleOf(owner, { name: 'For the minister', publish: true })
  jest.setSystemTime(new Date('2025-07-21T03:00:00Z'))
  await work()
  const [{ run }] = await told(owner)
  expect(run).toMatchObject({ name: 'For the minister', briefingId: '2025-001', draftId: null, failed: false })
  const prisma = await database()
  await prisma.briefingSchedule.updateMany({ data: { name: 'Another name' } })
  expect((await told(owner))[0].run?.name).toBe('For the minister')
})

test('a run that fails is told once, when it is given up, with the reason', async () => {
  const owner = await viewerWith('reviewer')
  const list = await createWatchlist(owner, { scope: 'team', name: 'Gone', note: '', dyadIds: ['AZE-RUS'] })
  const { id } = await scheduleOf(owner, { kind: 'round-up', of: { by: 'list', listId: list.id } })
  await archiveWatchlist(owner, { id: list.id, baseRevision: list.revision, archived: true })
  jest.setSystemTime(new Date('2025-07-28T03:00:00Z'))
  expect(await work()).toBe(1)
  expect((await getSchedule(owner, id)).runs).toMatchObject([{ status: 'running' }])
  expect(await told(owner)).toEqual([])
  await tryUntilGivenUp('2025-07-28T06:00:00Z')
  expect((await getSchedule(owner, id)).runs).toMatchObject([{ status: 'failed' }])
  const failure = 'Its watchlist is not there any more.'
  expect(await told(owner)).toMatchObject([
    {
      kind: 'schedule-failed',
      run: { scheduleId: id, failed: true, failure, briefingId: null, draftId: null, title: '' },
    },
  ])
})

test('what was made before a run failed is told with it', async () => {
  const owner = await viewerWith('reviewer')
  const { id } = await scheduleOf(owner, { publish: true })
  const prisma = await database()
  // The folder was set when the schedule was made, and is no more.
  const { state } = await prisma.briefingSchedule.findUniqueOrThrow({ where: { id } })
  await prisma.briefingSchedule.update({ where: { id }, data: { state: { ...(state as object), folder: true } } })
  await tryUntilGivenUp('2025-08-04T03:00:00Z')
  const [{ briefingId }] = (await getSchedule(owner, id)).runs
  const failure = 'Not delivered to the folder for briefings: No folder for briefings is set (BRIEFINGS_FOLDER).'
  expect(await told(owner)).toMatchObject([{ kind: 'schedule-failed', run: { briefingId, failure } }])
  expect(briefingId).toEqual(expect.any(String))
})

test('each run is told once: by several that look at once, after one was taken for dead, and when both come to an end', async () => {
  const owner = await viewerWith('reviewer')
  const made = await Promise.all([1, 2, 3].map((n) => scheduleOf(owner, { name: `Briefing ${n}` })))
  jest.setSystemTime(new Date('2025-08-11T03:00:00Z'))
  await startDueRuns()
  await Promise.all([work(), work(), work()])
  const names = async () => (await told(owner)).map(({ run }) => run?.name).sort()
  expect(await names()).toEqual(['Briefing 1', 'Briefing 2', 'Briefing 3'])
  const prisma = await database()
  const runs = await prisma.briefingRun.findMany({ where: { scheduleId: { in: made.map(({ id }) => id) } } })
  await Promise.all(runs.flatMap((run) => [endRun(run, null), endRun(run, 'Taken for dead')]))
  expect(await names()).toHaveLength(3)
  expect((await getSchedule(owner, made[0].id)).runs).toMatchObject([{ status: 'done', error: '' }])
})

test('one that comes late to a run that is over does not open it again', async () => {
  const owner = await viewerWith('reviewer')
  const { id } = await scheduleOf(owner, { publish: true })
  jest.setSystemTime(new Date('2025-08-18T03:00:00Z'))
  await startDueRuns()
  const prisma = await database()
  const where = { scheduleId: id }
  const stopping = new AbortController()
  const late = runOnce(stopping.signal)
  // Publishing takes a while. Somebody else ends the run meanwhile; then this one is stopped.
  while ((await prisma.briefingRun.count({ where: { ...where, attempts: 1 } })) === 0) await new Promise(setImmediate)
  await endRun(await prisma.briefingRun.findFirstOrThrow({ where }), null)
  stopping.abort()
  expect(await late).toBe(false)
  expect(await prisma.briefingRun.findFirst({ where })).toMatchObject({ nextAt: null, lastError: '', failedAt: null })
  expect(await work()).toBe(0)
  expect(await told(owner)).toHaveLength(1)
})

test('somebody who may do less by now is told less', async () => {
  const owner = await viewerWith('reviewer')
  await scheduleOf(owner, { name: 'Made in time' })
  jest.setSystemTime(new Date('2025-08-25T03:00:00Z'))
  await work()
  const now = { ...owner, role: 'viewer' } as Viewer
  expect(await inboxCount(now)).toBe(1)
  expect((await told(now)).map(({ run }) => run)).toEqual([
    { scheduleId: null, name: 'Made in time', failed: false, failure: '', briefingId: null, draftId: null, title: '' },
  ])
})
