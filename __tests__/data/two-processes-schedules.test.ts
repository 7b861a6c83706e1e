import { createSchedule } from '@/lib/briefings/commands'
import { newScheduleSchema } from '@/lib/briefings/schema'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'
import { killWorkers, startWorker } from '../support/workers'

/* Several processes make scheduled briefings on one PostgreSQL server; the embedded database belongs to one process. */

const SCHEDULES = 20

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))
afterEach(killWorkers)

const names = Array.from({ length: SCHEDULES }, (_, n) => `Briefing ${String(n).padStart(2, '0')}`)

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('two processes, of which one is killed at work and started again, make each briefing once and tell its owner once', async () => {
  await logApproved(makeIncident())
  const owner = await viewerWith('reviewer')
  const fields = { kind: 'weekly', of: { by: 'dyads', dyadIds: ['AZE-RUS'] }, timeZone: 'Asia/Baku', language: 'en' }
  const ways = { mark: 'GREEN', publish: false, emails: [], folder: false, formats: ['md'] }
  for (const name of names) await createSchedule(owner, newScheduleSchema.parse({ ...fields, ...ways, name }))
  const prisma = await database()
  await prisma.briefingSchedule.updateMany({ data: { dueAt: new Date(Date.now() - 60_000) } })

  const second = await startWorker()
  while ((await prisma.briefingRun.count({ where: { attempts: { gt: 0 } } })) < 3) await pause(20)
  second.kill('SIGKILL')
  const open = { doneAt: null, failedAt: null }
  expect(await prisma.briefingRun.count({ where: open })).toBeGreaterThan(0)
  // As if ten minutes had passed, whoever had one in hand is taken for dead; one of them may be at work yet.
  const takeForDead = () => prisma.briefingRun.updateMany({ where: open, data: { nextAt: new Date() } })
  await takeForDead()
  await startWorker()
  await takeForDead()
  await startWorker()
  const limit = Date.now() + 60_000
  const over = () => prisma.briefingRun.count({ where: { doneAt: { not: null } } })
  while ((await over()) < SCHEDULES && Date.now() < limit) {
    await pause(1000)
    await takeForDead()
  }

  const told = await prisma.inboxItem.findMany({ where: { accountId: owner.accountId ?? '' } })
  expect(told.map(({ detail }) => (detail as { name: string }).name).sort()).toEqual(names)
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['schedule-made']))
  expect(await prisma.briefingDraft.count()).toBe(SCHEDULES)
}, 120_000)
