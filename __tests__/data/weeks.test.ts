import type { Viewer } from '@/lib/auth/viewer'
import { now, todayUtc } from '@/lib/clock'
import { dayOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident } from '@/lib/incidents/commands'
import { dyadMeasures } from '@/lib/measures/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { weekPage } from '@/lib/weeks/queries'
import type { WeekDriver } from '@/lib/weeks/views'
import { loadCase } from '@/prisma/seed'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(120_000)
startFreshDatabase()

const DYAD = 'AZE-RUS'
const PEAK = '2025-W27'
let viewer: Viewer

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await loadCase()
  viewer = await viewerWith('viewer')
})

const titlesOf = (drivers: readonly WeekDriver[]) => drivers.map(({ row }) => row.title)

test('the peak week names the raid, the arrests and the cultural ban as drivers', async () => {
  const page = await weekPage(viewer, DYAD, PEAK)
  const named = page.spans.flatMap(({ up }) => titlesOf(up))
  expect(named).toContain('Lethal raid on ethnic Azerbaijanis in Ekaterinburg')
  expect(named).toContain('Two Sputnik journalists arrested in Baku')
  expect(named).toContain('Filmed arrests of groups of Russian citizens')
  expect(named).toContain('All Russian cultural events halted')
})

test('the peak week tells its figure, its changes, its record and its headline', async () => {
  const page = await weekPage(viewer, DYAD, PEAK)
  expect(page.week.close).toBeCloseTo(80.8675, 4)
  const [one, four, year] = page.spans
  expect([one.from?.weekId, four.from?.weekId, year.from]).toEqual(['2025-W26', '2025-W23', null])
  expect(one.change).toBeCloseTo(12.760324600451, 9)
  expect(page.record?.since).toBeNull()
  expect(page.headline).toMatch(
    /^Azerbaijan–Russia rose 12\.8 to 80\.9 in 2025-W27, from Severe up to Crisis, its highest/,
  )
  expect([page.previous, page.next]).toEqual(['2025-W26', '2025-W28'])
})

test('what faded and what came in add up to the week’s change', async () => {
  const page = await weekPage(viewer, DYAD, PEAK)
  expect(page.decay.change).toBeLessThan(0)
  expect(page.decay.most.every(({ fresh, change, before, now: left }) => !fresh && change < 0 && left < before)).toBe(
    true,
  )
  expect(page.decay.most[0].row.id).toBe('RA-013')
})

test('a change point, records and first-evers of the case are told with their incidents', async () => {
  const page = await weekPage(viewer, DYAD, '2025-W26')
  const kinds = page.signals.map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['record', 'bandUp', 'jump']))
  const all = [...page.signals, ...page.firsts].flatMap(({ ids }) => ids)
  expect(all.every((id) => Object.hasOwn(page.titles, id))).toBe(true)
})

test('eight measures stand at the end of the peak week, and the ledger as of that day has the same', async () => {
  const page = await weekPage(viewer, DYAD, PEAK)
  expect(page.measures.day).toBe(dayOf('2025-07-06'))
  expect(page.measures.standing.map(({ incidentId }) => incidentId)).toEqual([
    'RA-004',
    'RA-006',
    'RA-011',
    'RA-016',
    'RA-020',
    'RA-021',
    'RA-022',
    'RA-023',
  ])
  const ledger = await dyadMeasures(viewer, DYAD, { day: dayOf('2025-07-06') })
  expect(ledger.standing).toEqual(page.measures.standing)
})

test('as of now, in memory, the page says what the stored series does', async () => {
  for (const method of ['then', 'now'] as const) {
    const asOf = { moment: now(), method }
    const { asOf: said, waiting, ...then } = await weekPage(viewer, DYAD, PEAK, { asOf })
    const { asOf: none, waiting: nothing, ...stored } = await weekPage(viewer, DYAD, PEAK)
    expect([said?.method, none, waiting, nothing]).toEqual([method, null, null, null])
    expect(then).toEqual(stored)
    const { asOf: _, ...ledger } = await dyadMeasures(viewer, DYAD, { asOf })
    expect(ledger).toMatchObject(await dyadMeasures(viewer, DYAD).then(({ asOf: __, ...rest }) => rest))
  }
})

test('nothing is said of a change in a week that nobody checked', async () => {
  const page = await weekPage(viewer, DYAD, '2025-W30')
  expect(page.week.coverage).toBe('not_checked')
  expect(page.headline).toMatch(/^Nobody checked/)
  expect([page.signals, page.firsts]).toEqual([[], []])
})

test('what waits is for those who may see it, and no week outside the record is found', async () => {
  const analyst = await viewerWith('analyst')
  await createIncident(analyst, { incident: makeIncident({ title: 'Not approved yet' }), submit: true })
  expect((await weekPage(viewer, DYAD, PEAK)).waiting).toBeNull()
  const { waiting } = await weekPage(analyst, DYAD, PEAK)
  expect(waiting).toMatchObject({ count: 1, rows: [{ title: 'Not approved yet' }] })
  await expect(weekPage(viewer, DYAD, '2019-W01')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(weekPage(viewer, 'FRA-USA', PEAK)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(dyadMeasures(viewer, 'FRA-USA')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the unfinished week sets no record and tells of no close', async () => {
  const today = todayUtc()
  await logApproved(makeIncident({ actor: 'ARM', target: 'GEO', date: isoToday(), code: 'SEC+5' }))
  const page = await weekPage(viewer, 'ARM-GEO', weekIdOf(weekStartOf(today)))
  if (page.week.inProgress) {
    expect(page.record).toBeNull()
    expect(page.signals.map(({ kind }) => kind).filter((kind) => kind !== 'newFront' && kind !== 'topRung')).toEqual([])
  }
  const prisma = await database()
  expect(await prisma.dyad.count({ where: { id: 'ARM-GEO' } })).toBe(1)
})

const isoToday = () => now().toISOString().slice(0, 10)
