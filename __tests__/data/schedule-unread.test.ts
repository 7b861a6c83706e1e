import type { Viewer } from '@/lib/auth/viewer'
import { changeSchedule, createSchedule, switchSchedule } from '@/lib/briefings/commands'
import { startDueRuns } from '@/lib/briefings/due-runs'
import { getSchedule, listSchedules } from '@/lib/briefings/queries'
import { runDue } from '@/lib/briefings/runs'
import type { NewScheduleInput } from '@/lib/briefings/schema'
import { database } from '@/lib/db/client'
import { listNotices } from '@/lib/inbox/queries'
import { startBriefingDesk } from '../support/briefings/desk'
import { scheduleInput } from '../support/briefings/schedules'
import { standStillAt } from '../support/clock'
import { faultOf } from '../support/faults'
import { viewerWith } from '../support/viewers'

/* Schedules that cannot be read, of which none may keep another waiting. */

// A Wednesday.
standStillAt(new Date('2025-07-09T10:00:00Z'))
jest.setTimeout(60_000)

startBriefingDesk()
let broken: jest.SpyInstance
beforeEach(() => {
  broken = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
// What one test leaves on would be due in the next.
afterEach(async () => {
  broken.mockRestore()
  const prisma = await database()
  await prisma.briefingSchedule.updateMany({ data: { status: 'off', dueAt: null } })
})

const work = () => runDue(new AbortController().signal)
const told = async (viewer: Viewer) =>
  (await listNotices(viewer, { show: 'all' })).rows.flatMap(({ run }) => (run ? [run] : []))
const scheduleOf = (owner: Viewer, fields: Partial<NewScheduleInput> = {}) =>
  createSchedule(owner, scheduleInput(fields))

/** Stores what no form would: as a newer Node or a newer version of the desk finds it. */
async function store(id: string, fields: object): Promise<void> {
  const prisma = await database()
  const { state } = await prisma.briefingSchedule.findUniqueOrThrow({ where: { id } })
  await prisma.briefingSchedule.update({ where: { id }, data: { state: { ...(state as object), ...fields } } })
}

const NO_ZONE = 'This desk knows no time zone “Europe/Nowhere”: choose another'

test('one that cannot be read keeps no other waiting; its owner is told once, and can mend it', async () => {
  const [unlucky, lucky] = [await viewerWith('reviewer', 'Unlucky'), await viewerWith('reviewer', 'Lucky')]
  const [zone, shape] = [await scheduleOf(unlucky), await scheduleOf(unlucky, { name: 'Of another shape' })]
  await scheduleOf(lucky, { time: '07:05' })
  await store(zone.id, { timeZone: 'Europe/Nowhere' })
  await store(shape.id, { weekday: 'Monday' })
  jest.setSystemTime(new Date('2025-07-14T04:00:00Z'))
  expect(await work()).toBe(1)
  expect(await told(lucky)).toMatchObject([{ name: 'Monday briefing', failed: false }])
  for (const minute of [1, 20, 600]) {
    jest.setSystemTime(new Date(Date.parse('2025-07-14T04:00:00Z') + minute * 60_000))
    expect(await work()).toBe(0)
  }
  const failures = (await told(unlucky)).map(({ name, failed, failure }) => [name, failed, failure]).sort()
  expect(failures).toEqual([
    ['Monday briefing', true, NO_ZONE],
    ['Of another shape', true, expect.stringMatching(/^What is stored of it cannot be read \([0-9a-f]{8}\)\.$/)],
  ])
  // Once, with what stood in the way.
  expect(broken).toHaveBeenCalledTimes(1)

  await store(shape.id, { weekday: 1 })
  const { runs, timeZone } = await getSchedule(unlucky, zone.id)
  expect(runs).toMatchObject([{ status: 'failed', error: NO_ZONE, dueAt: '2025-07-14T03:00:00.000Z' }])
  expect(timeZone).toBe('Europe/Nowhere')
  expect((await listSchedules(unlucky)).map(({ id }) => id)).toContain(zone.id)
  await switchSchedule(unlucky, { id: zone.id, baseRevision: 1, status: 'off' })
  const on = { id: zone.id, baseRevision: 2, status: 'on' as const }
  expect((await faultOf(switchSchedule(unlucky, on))).fieldErrors).toEqual({ timeZone: [NO_ZONE] })
  await changeSchedule(unlucky, { ...scheduleInput(), id: zone.id, baseRevision: 2 })
  await switchSchedule(unlucky, { ...on, baseRevision: 3 })
  expect((await getSchedule(unlucky, zone.id)).dueAt).toBe('2025-07-21T03:00:00.000Z')
})

test('as soon as it can be read again what was due is made, as the due time that it was', async () => {
  const owner = await viewerWith('reviewer')
  const [soon, late] = [await scheduleOf(owner, { name: 'Soon' }), await scheduleOf(owner, { name: 'Late' })]
  for (const { id } of [soon, late]) await store(id, { timeZone: 'Europe/Nowhere' })
  jest.setSystemTime(new Date('2025-07-21T04:00:00Z'))
  expect(await work()).toBe(0)
  await store(soon.id, { timeZone: 'Asia/Baku' })
  expect(await work()).toBe(1)
  const [made] = (await getSchedule(owner, soon.id)).runs
  expect(made).toMatchObject({ status: 'done', missed: 0, error: '', dueAt: '2025-07-21T03:00:00.000Z' })
  jest.setSystemTime(new Date('2025-08-06T04:00:00Z'))
  await store(late.id, { timeZone: 'Asia/Baku' })
  await work()
  const { runs, dueAt } = await getSchedule(owner, late.id)
  expect(dueAt).toBe('2025-08-11T03:00:00.000Z')
  expect(runs).toMatchObject([
    { status: 'done', missed: 2, dueAt: '2025-08-04T03:00:00.000Z' },
    { status: 'failed', error: NO_ZONE, dueAt: '2025-07-21T03:00:00.000Z' },
  ])
  expect((await told(owner)).filter(({ name }) => name === 'Late').map(({ failed }) => failed)).toEqual([false, true])
})

test('a zone of the team’s that is not known any more stops those that go by it, and no other', async () => {
  const owner = await viewerWith('reviewer')
  const [teams, own] = [await scheduleOf(owner, { timeZone: '' }), await scheduleOf(owner)]
  const prisma = await database()
  const setting = { name: 'timeZone', value: 'Europe/Nowhere', revision: 1, updatedAt: new Date() }
  await prisma.teamSetting.create({ data: setting })
  jest.setSystemTime(new Date('2025-08-11T08:00:00Z'))
  expect(await work()).toBe(1)
  expect((await getSchedule(owner, own.id)).runs).toMatchObject([{ status: 'done' }])
  expect((await getSchedule(owner, teams.id)).runs).toMatchObject([{ status: 'failed', error: NO_ZONE }])
  await prisma.teamSetting.update({ where: { name: 'timeZone' }, data: { value: 'UTC' } })
  expect(await work()).toBe(1)
  expect((await getSchedule(owner, teams.id)).runs).toMatchObject([{ status: 'done' }])
})

test('one that cannot be written keeps no other waiting, nor does whatever ends the starting keep a run from being made', async () => {
  const owner = await viewerWith('reviewer')
  const [stuck, next, last] = [
    await scheduleOf(owner, { name: 'Stuck' }),
    await scheduleOf(owner, { name: 'Next', time: '07:05' }),
    await scheduleOf(owner, { name: 'Last', time: '08:00' }),
  ]
  jest.setSystemTime(new Date('2025-08-18T03:30:00Z'))
  const prisma = await database()
  await prisma.$executeRawUnsafe(
    `ALTER TABLE briefing_run ADD CONSTRAINT stuck CHECK (schedule_id <> '${stuck.id}') NOT VALID`,
  )
  expect(await startDueRuns()).toBe(1)
  expect(broken).toHaveBeenCalledTimes(1)
  // The starting ends before it begins; what was started is made.
  const away = jest.spyOn(prisma, '$transaction').mockRejectedValueOnce(new Error('gone'))
  expect(await work()).toBe(1)
  away.mockRestore()
  expect((await getSchedule(owner, next.id)).runs).toMatchObject([{ status: 'done' }])
  await prisma.$executeRaw`ALTER TABLE briefing_run DROP CONSTRAINT stuck`
  jest.setSystemTime(new Date('2025-08-18T04:00:00Z'))
  expect(await work()).toBe(2)
  for (const { id } of [stuck, last]) expect((await getSchedule(owner, id)).runs).toMatchObject([{ status: 'done' }])
})
