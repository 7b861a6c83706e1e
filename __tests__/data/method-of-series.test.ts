import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { bandsOf, DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { dyadDays, dyadView, overviewPage, standing, weekParts } from '@/lib/dyads/queries'
import { importIncident } from '@/lib/incidents/commands'
import { previewIncident } from '@/lib/incidents/preview'
import { methodById, methodHash, methodInUse, methodOfDyad } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startFreshDatabase()

const LATER: MethodParameters = {
  ...DEFAULT_PARAMETERS,
  version: '0.2',
  anchor: 1,
  bandLimits: { ...DEFAULT_PARAMETERS.bandLimits, strained: 5 },
}
const [FIRST_DYAD, LATER_DYAD] = ['AZE-RUS', 'DEU-FRA']
/** The same two incidents are known of either dyad. */
const PAIRS = { [FIRST_DYAD]: ['AZE', 'RUS'], [LATER_DYAD]: ['DEU', 'FRA'] }

async function publish(id: string, parameters: object, hash: string): Promise<void> {
  const prisma = await database()
  await prisma.methodVersion.create({ data: { id, parameters, hash, reason: `Version ${id}` } })
}

async function logBoth(dyadId: keyof typeof PAIRS): Promise<void> {
  const reviewer = await viewerWith('reviewer')
  const [actor, target] = PAIRS[dyadId]
  for (const [id, code, daysAgo] of [
    ['X-1', 'DIP+1', 10],
    ['X-2', 'DIP+2', 0],
  ] as const) {
    const input = makeIncident({ actor, target, code, date: isoOf(todayUtc() - daysAgo) })
    await importIncident(reviewer, id, { status: 'approved', input }, 'Of the case')
  }
}

/** The first dyad is scored by 0.1, stored as it was before bands could be set; the other one after 0.2 was published. */
beforeAll(async () => {
  const { bandLimits, rungError, ...published } = DEFAULT_PARAMETERS
  expect([bandLimits.strained, rungError.low]).toEqual([10, 0.4])
  await publish('0.1', published, methodHash(DEFAULT_PARAMETERS))
  await logBoth(FIRST_DYAD)
  await publish('0.2', LATER, methodHash(LATER))
  await logBoth(LATER_DYAD)
})

test('a version that was stored before bands could be set is read with those it went by', async () => {
  const prisma = await database()
  expect((await methodById(prisma, '0.1')).parameters).toEqual(DEFAULT_PARAMETERS)
  expect((await methodInUse(prisma)).parameters).toEqual(LATER)
  await expect(methodById(prisma, '0.3')).rejects.toThrow('No method version 0.3 is published.')
})

test('a dyad is shown by the method that made its series, and one without a series by the latest', async () => {
  const prisma = await database()
  expect((await methodOfDyad(prisma, FIRST_DYAD)).id).toBe('0.1')
  expect((await methodOfDyad(prisma, LATER_DYAD)).id).toBe('0.2')
  expect((await methodOfDyad(prisma, 'ESP-PRT')).id).toBe('0.2')
})

test.each([
  [FIRST_DYAD, DEFAULT_PARAMETERS, 'Calm'],
  [LATER_DYAD, LATER, 'Strained'],
])('every figure of %s is by its own method', async (dyadId, parameters, band) => {
  const viewer = await viewerWith('viewer')
  const view = await dyadView(viewer, dyadId)
  expect(view.methodId).toBe(parameters.version)
  expect(view.bands).toEqual(bandsOf(parameters))
  expect(view.today.band).toBe(band)
  const { shown, today } = view
  expect(shown.figures).toMatchObject({ score: shown.close, band: { name: band } })
  const days = await dyadDays(viewer, dyadId, today.day - 1, today.day)
  expect(days.at(-1)).toMatchObject({ score: today.score, figures: { score: today.score, band: { name: band } } })
  const parts = await weekParts(viewer, dyadId, shown.weekStart)
  expect(parts.score).toBe(shown.close)
  expect(parts.change).toBe(shown.change)
  const standings = await standing(viewer, dyadId, today.day)
  expect(standings.map((one) => one.band)).toEqual(band === 'Calm' ? [] : [band])
})

test('the same incidents weigh twice as much of the scale where the anchor is half', async () => {
  const viewer = await viewerWith('viewer')
  const [first, later] = [await dyadView(viewer, FIRST_DYAD), await dyadView(viewer, LATER_DYAD)]
  expect(later.shown.figures.points).toBe(first.shown.figures.points)
  const left = (score: number) => 1 - score / 100
  expect(left(later.shown.close)).toBeCloseTo(left(first.shown.close) ** 2, 9)
})

test('a preview is by the method of the dyad whose week it changes', async () => {
  const analyst = await viewerWith('analyst')
  for (const dyadId of [FIRST_DYAD, LATER_DYAD]) {
    const [actor, target] = PAIRS[dyadId]
    const incident = makeIncident({ actor, target, date: isoOf(todayUtc()) })
    const { today } = await previewIncident(analyst, incident)
    const view = await dyadView(analyst, dyadId)
    expect(today.before).toEqual({ score: view.today.score, band: view.today.band })
  }
})

test('each row of the overview is by its own method, and so is who went up a band', async () => {
  const viewer = await viewerWith('viewer')
  const { rows, counts, sentence } = await overviewPage(viewer)
  expect(rows.map(({ dyadId }) => dyadId)).toEqual([LATER_DYAD, FIRST_DYAD])
  for (const row of rows) {
    const view = await dyadView(viewer, row.dyadId)
    expect(row.bands).toEqual(view.bands)
    expect(row.shown.figures).toEqual(view.shown.figures)
    expect(row.spark.at(-1)?.close).toBe(view.shown.close)
  }
  expect(counts).toMatchObject({ dyads: 2, upABand: 1 })
  expect(sentence).toContain('(Strained)')
})
