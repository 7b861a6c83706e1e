import { vintageTable } from '@/lib/as-of/queries'
import { sentenceOf } from '@/lib/audit/fault'
import { auditRecord } from '@/lib/audit/record'
import { now, todayUtc } from '@/lib/clock'
import { isoOf, weekStartOf } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { checkWeek } from '@/lib/coverage/commands'
import { adoptStore, closeStore, database } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { inTransaction } from '@/lib/db/transaction'
import { extendDyads } from '@/lib/dyads/extend'
import { methodChangeHash, methodThen } from '@/lib/dyads/method-then'
import { dyadView, overviewPage } from '@/lib/dyads/queries'
import { editIncident } from '@/lib/incidents/commands'
import { remakeProgress } from '@/lib/method/remake'
import { methodHash, publishFirstMethod } from '@/lib/method/store'
import { standStillAt } from '../support/clock'
import { openFreshDatabase, startFreshDatabase } from '../support/database'
import { approve, logApproved, makeIncident } from '../support/incidents'
import { publishParameters } from '../support/method'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)

const DAY_MS = 86_400_000
const pass = (days: number) => jest.setSystemTime(now().getTime() + days * DAY_MS)

standStillAt(new Date(Date.now() + DAY_MS))

describe('between the publication of a version and the remake of a dyad', () => {
  startFreshDatabase()
  let [published, between, remade] = [new Date(0), new Date(0), new Date(0)]

  beforeAll(async () => {
    await inTransaction(publishFirstMethod)
    await logApproved(makeIncident({ date: isoOf(todayUtc() - 20), code: 'SEC+4' }))
    pass(40)
    await publishParameters({ ...DEFAULT_PARAMETERS, anchor: 1 })
    published = now()
    pass(40)
    between = now()
    pass(1)
    expect(await extendDyads()).toEqual(['AZE-RUS'])
    remade = now()
    pass(30)
  })

  test('what was said is by the version that made the series, not by the one that was published', async () => {
    const viewer = await viewerWith('viewer')
    const methodAt = async (moment: Date, method: 'then' | 'now') =>
      (await dyadView(viewer, 'AZE-RUS', { asOf: { moment, method } })).methodId
    for (const [moment, then] of [
      [published, '0.1'],
      [between, '0.1'],
      [remade, '0.2'],
      [now(), '0.2'],
    ] as const)
      expect([moment, await methodAt(moment, 'then'), await methodAt(moment, 'now')]).toEqual([moment, then, '0.2'])
  })

  test('the overview and the vintage table say the same', async () => {
    const viewer = await viewerWith('viewer')
    const view = await dyadView(viewer, 'AZE-RUS', { asOf: { moment: between, method: 'then' } })
    const { rows } = await overviewPage(viewer, { asOf: { moment: between, method: 'then' } })
    expect(rows.map(({ shown }) => shown.close)).toEqual([view.shown.close])
    const { columns } = await vintageTable(viewer, 'AZE-RUS', { whole: true })
    const of = (moment: Date) => columns.filter(({ at }) => new Date(at) <= moment).map(({ methodId }) => methodId)
    expect(new Set(of(between))).toEqual(new Set(['0.1']))
    expect(columns.at(-1)?.methodId).toBe('0.2')
  })

  test('a save brings the series to the new version at its own instant', async () => {
    await publishParameters({ ...DEFAULT_PARAMETERS, anchor: 3 })
    pass(1)
    await logApproved(makeIncident({ date: isoOf(todayUtc()), code: 'DIP+1' }))
    const prisma = await database()
    const last = await prisma.dyadMethod.findFirstOrThrow({ orderBy: { at: 'desc' } })
    const write = await prisma.incidentVintage.findFirstOrThrow({ orderBy: { at: 'desc' } })
    expect([last.methodId, last.at]).toEqual(['0.3', write.at])
    expect((await methodThen(prisma, 'AZE-RUS', new Date(last.at.getTime() - 1))).id).toBe('0.2')
  })

  test('a correction that is none by the new version is one by the version that made the series', async () => {
    const alike = { ...DEFAULT_PARAMETERS.reliability, B: 0.5, C: 0.5 }
    const analyst = await viewerWith('analyst')
    const incident = makeIncident({ actor: 'FRA', target: 'ITA', date: isoOf(todayUtc() - 3) })
    const { dyadId, id, revision } = await logApproved(incident, analyst)
    await publishParameters({ ...DEFAULT_PARAMETERS, reliability: alike })
    const corrected = { ...incident, sources: [{ ...incident.sources[0], reliability: 'C' as const }] }
    const edit = { dyadId, id, baseRevision: revision, incident: corrected, submit: true, reason: '' }
    await approve(await editIncident(analyst, edit))
    expect((await auditRecord()).faults.map(sentenceOf)).toEqual([])
  })

  test('a dyad whose series is empty follows a new version as the others do', async () => {
    const [analyst, viewer] = [await viewerWith('analyst'), await viewerWith('viewer')]
    const week = { dyadId: 'EGY-ETH', weekStart: weekStartOf(todayUtc()) - 7, note: '' }
    for (const checked of [true, false]) await checkWeek(analyst, { ...week, checked }, { create: true })
    await publishParameters({ ...DEFAULT_PARAMETERS, anchor: 2.5 })
    expect(await extendDyads()).toContain('EGY-ETH')
    expect(await remakeProgress(viewer)).toMatchObject({ left: 0 })
  })
})

test('an older record is told its method from when both were there, and its series is made anew', async () => {
  const { store, drop } = await openFreshDatabase('bare')
  adoptStore(store)
  await migrate(store, { upTo: '20261124060000_review_history' })
  const run = async (sql: string, ...values: unknown[]) => (await database()).$executeRawUnsafe(sql, ...values)
  const parameters = JSON.stringify(DEFAULT_PARAMETERS)
  await run(
    `INSERT INTO method_version (id, parameters, hash, reason, published_at) VALUES ('0.1', $1::jsonb, $2, '', '2026-01-02T03:04:05.067Z')`,
    parameters,
    methodHash(DEFAULT_PARAMETERS),
  )
  const monday = weekStartOf(todayUtc()) - 70
  await run(`INSERT INTO dyad (id, first, second, created_at, method_id, series_from, series_to, last_write_at)
    VALUES ('AZE-RUS', 'AZE', 'RUS', '2025-12-31T00:00:00Z', '0.1', ${monday}, ${monday + 700}, '2026-01-01T00:00:00Z')`)
  await run(`INSERT INTO weekly_check (dyad_id, week_start, revision, checked, note, at)
    VALUES ('AZE-RUS', ${monday}, 1, true, '', '2026-01-01T00:00:00Z')`)
  await migrate(store)
  const prisma = await database()
  const [row] = await prisma.dyadMethod.findMany()
  expect(row).toMatchObject({ methodId: '0.1', at: new Date('2026-01-02T03:04:05.067Z'), hash: methodChangeHash(row) })
  expect(await extendDyads()).toEqual(['AZE-RUS'])
  expect(await prisma.dyadMethod.count()).toBe(1)
  expect((await auditRecord()).faults.map(sentenceOf)).toEqual([])
  await closeStore()
  await drop()
})
