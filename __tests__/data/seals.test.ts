import { sentenceOf } from '@/lib/audit/fault'
import { auditSeal } from '@/lib/audit/one-seal'
import { auditRecord } from '@/lib/audit/record'
import { todayUtc } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { checkWeek } from '@/lib/coverage/commands'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident } from '@/lib/incidents/commands'
import { publishFirstMethod } from '@/lib/method/store'
import { makeSeal } from '@/lib/seals/commands'
import { sealToday } from '@/lib/seals/daily'
import { sealHash } from '@/lib/seals/leaves'
import { findSeal, listSeals } from '@/lib/seals/queries'
import { startFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()

afterEach(async () => {
  expect((await auditRecord({ most: 100 })).faults.map(sentenceOf)).toEqual([])
})

const log = async (target: string) =>
  createIncident(await viewerWith('analyst'), { incident: makeIncident({ actor: 'AZE', target }), submit: true })

const rowsOf = async (dyadId: string) =>
  (await database()).sealDyad.findMany({ where: { dyadId }, orderBy: { sealNumber: 'asc' } })

test('before a method is published there is nothing to seal with', async () => {
  await expect(makeSeal(await viewerWith('admin'), 'asked')).rejects.toThrow('npx dyadwatch setup')
  await inTransaction(publishFirstMethod)
})

test('a record without incidents can be sealed', async () => {
  const admin = await viewerWith('admin', 'Ada')
  const seal = await makeSeal(admin, 'asked')
  expect(seal).toMatchObject({ number: 1, kind: 'asked', by: 'Ada', dyads: 0, heads: 0, previousHash: '' })
  expect(seal.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('a seal is chained to the one before and covers every incident', async () => {
  await log('RUS')
  await log('RUS')
  await log('ARM')
  const [before] = (await listSeals(await viewerWith('analyst'))).seals
  const seal = await makeSeal(await viewerWith('admin'), 'briefing')
  expect(seal).toMatchObject({ number: 2, kind: 'briefing', dyads: 2, heads: 3, previousHash: before.hash })
  const stored = await (await database()).seal.findUniqueOrThrow({ where: { number: 2 } })
  expect(sealHash(stored)).toBe(seal.hash)
})

test('a dyad that did not change keeps its root; one that did gets another', async () => {
  await log('ARM')
  const seal = await makeSeal(await viewerWith('admin'), 'asked')
  expect(seal).toMatchObject({ dyads: 2, heads: 4 })
  expect((await rowsOf('AZE-RUS')).map(({ sealNumber }) => sealNumber)).toEqual([2])
  const armenia = await rowsOf('ARM-AZE')
  expect(armenia.map(({ sealNumber, heads }) => [sealNumber, heads])).toEqual([
    [2, 1],
    [3, 2],
  ])
  expect(armenia[0].root).not.toBe(armenia[1].root)
})

test('nothing changed, nothing is written but the seal itself', async () => {
  const prisma = await database()
  const before = await prisma.sealDyad.count()
  const { root } = await prisma.seal.findUniqueOrThrow({ where: { number: 3 } })
  const seal = await makeSeal(await viewerWith('admin'), 'asked')
  expect(seal).toMatchObject({ number: 4, root })
  expect(await prisma.sealDyad.count()).toBe(before)
})

test('a weekly check changes what is sealed', async () => {
  const analyst = await viewerWith('analyst')
  const check = { dyadId: 'AZE-RUS', weekStart: weekStartOf(todayUtc()), note: '' }
  await checkWeek(analyst, { ...check, checked: true })
  await makeSeal(await viewerWith('admin'), 'asked')
  await checkWeek(analyst, { ...check, checked: false })
  await makeSeal(await viewerWith('admin'), 'asked')
  const roots = (await rowsOf('AZE-RUS')).map(({ root }) => root)
  expect(new Set(roots).size).toBe(3)
})

test('whatever is written after a seal is later than it', async () => {
  const { id } = await log('RUS')
  const seal = await makeSeal(await viewerWith('admin'), 'asked')
  const next = await log('RUS')
  const prisma = await database()
  const sealed = (await rowsOf('AZE-RUS')).find(({ sealNumber }) => sealNumber === seal.number)
  const atOf = async (incidentId: string) =>
    (await prisma.incidentRevision.findFirstOrThrow({ where: { incidentId } })).at.getTime()
  expect(await atOf(id)).toBeLessThan(sealed?.at.getTime() ?? 0)
  expect(await atOf(next.id)).toBeGreaterThan(sealed?.at.getTime() ?? Number.POSITIVE_INFINITY)
})

test('asked many times at once, the day’s seal is made once and the numbers have no gap', async () => {
  await log('RUS')
  const admin = await viewerWith('admin')
  const daily = Array.from({ length: 5 }, () => sealToday())
  const asked = Array.from({ length: 4 }, () => makeSeal(admin, 'asked'))
  const [days, others] = [await Promise.all(daily), await Promise.all(asked)]
  expect(new Set(days.map(({ hash }) => hash)).size).toBe(1)
  expect(days[0]).toMatchObject({ kind: 'daily', by: null })
  expect(new Set(others.map(({ number }) => number)).size).toBe(4)
  const seals = await (await database()).seal.findMany({ orderBy: { number: 'asc' } })
  expect(seals.map(({ number }) => number)).toEqual(seals.map((_, index) => index + 1))
  expect(seals.filter(({ dailyDay }) => dailyDay !== null).map(({ dailyDay }) => dailyDay)).toEqual([todayUtc()])
})

test('a seal that fails half-way leaves nothing of it, and the next one takes its number and covers all', async () => {
  const prisma = await database()
  const before = [await prisma.seal.count(), await prisma.sealDyad.count()]
  await log('GEO')
  await log('TUR')
  const admin = await viewerWith('admin')
  await prisma.$executeRaw`CREATE TRIGGER full_disk BEFORE INSERT ON seal_dyad EXECUTE FUNCTION refuse_change()`
  await expect(makeSeal(admin, 'asked')).rejects.toThrow('append-only: INSERT refused')
  await prisma.$executeRaw`DROP TRIGGER full_disk ON seal_dyad`
  expect([await prisma.seal.count(), await prisma.sealDyad.count()]).toEqual(before)
  const seal = await makeSeal(admin, 'asked')
  expect(seal.number).toBe(before[0] + 1)
  const dyadId = { in: ['AZE-GEO', 'AZE-TUR'] }
  expect(await prisma.sealDyad.count({ where: { sealNumber: seal.number, dyadId } })).toBe(2)
})

test('each seal stands in the log of the team with its hash', async () => {
  const prisma = await database()
  const noted = await prisma.activity.findMany({ where: { action: 'sealed' }, orderBy: { id: 'asc' } })
  const seals = await prisma.seal.findMany({ orderBy: { number: 'asc' } })
  expect(noted.map(({ subject, detail }) => [subject, detail])).toEqual(
    seals.map(({ number, kind, hash }) => [String(number), { kind, hash }]),
  )
})

test('every seal can be made again from the record', async () => {
  const { seals, next } = await listSeals(await viewerWith('analyst'))
  expect(next).toBeNull()
  for (const { hash, number } of seals) {
    const report = await auditSeal(hash)
    expect([report?.seal.number, report?.faults]).toEqual([number, []])
  }
})

test('a hash that was kept is found as the seal that it is, and no other', async () => {
  const [analyst, seal] = [await viewerWith('analyst'), await makeSeal(await viewerWith('admin'), 'asked')]
  expect(await findSeal(analyst, seal.hash)).toEqual(seal)
  expect(await findSeal(analyst, seal.root)).toBeNull()
})

test('whoever may publish a briefing may have it sealed; seals for their own sake are the admins’', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer', 'Rae')]
  expect(await makeSeal(reviewer, 'briefing')).toMatchObject({ kind: 'briefing', by: 'Rae' })
  await expect(makeSeal(reviewer, 'asked')).rejects.toThrow('may not do this')
  await expect(makeSeal(analyst, 'briefing')).rejects.toThrow('may not do this')
})
