import { now, todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { bandOfScore, DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { extendDyads } from '@/lib/dyads/extend'
import { dyadView } from '@/lib/dyads/queries'
import { publishDraft } from '@/lib/method/commands'
import { previewDraft } from '@/lib/method/preview'
import { latestWeek, ranksOf, weeksOfOtherBand } from '@/lib/method/preview-summary'
import { getDraft, getVersion, listVersions, previewChoices } from '@/lib/method/queries'
import { DYADS_A_STEP, rebuildStep, remakeProgress } from '@/lib/method/remake'
import { methodById, methodHash, methodInUse, methodsAsOf, publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import {
  DYADS,
  drafted,
  lastLogged,
  logMethodRecord,
  OTHER_PARAMETERS as OTHER,
  PAIRS,
  publishParameters,
  remakeAll,
} from '../support/method'
import { rebuildDyad, storedSeries } from '../support/series'
import { viewerWith } from '../support/viewers'

jest.setTimeout(120_000)
startFreshDatabase()

/** Each dyad's series as the first version made it. */
const before = new Map<string, Awaited<ReturnType<typeof storedSeries>>>()

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await logMethodRecord()
  for (const dyadId of DYADS) before.set(dyadId, await storedSeries(dyadId))
})

describe('a published draft', () => {
  const previewed = new Map<string, Awaited<ReturnType<typeof previewDraft>>>()
  let draftId = ''
  let started = new Date(0)

  beforeAll(async () => {
    const reviewer = await viewerWith('reviewer')
    for (const { dyadId } of await previewChoices(reviewer)) {
      previewed.set(dyadId, await previewDraft(reviewer, { dyadId, parameters: OTHER }))
    }
    started = now()
    draftId = (await drafted(OTHER, 'All of it other')).id
    const reason = 'Measured on five years of the archive'
    await publishDraft(await viewerWith('admin', 'Ada'), { id: draftId, baseRevision: 1, reason, inUse: '0.1' })
  })

  test('is the next minor version, with who, why, from what, and the hash of its parameters', async () => {
    const viewer = await viewerWith('viewer')
    const [latest, first] = await listVersions(viewer)
    expect(latest).toMatchObject({
      id: '0.2',
      by: 'Ada',
      reason: 'Measured on five years of the archive',
      basedOn: '0.1',
      inUse: true,
      parameters: { ...OTHER, version: '0.2' },
    })
    expect(latest.hash).toBe(methodHash({ ...OTHER, version: '0.2' }).slice(0, 8))
    expect(latest.before?.changes).toContainEqual({
      path: 'base',
      name: 'Rung ratio',
      symbol: 'b',
      before: 2,
      after: 2.25,
    })
    expect(first).toMatchObject({ id: '0.1', inUse: false, before: null, by: null })
    expect(await getDraft(await viewerWith('reviewer'), draftId)).toMatchObject({
      status: 'published',
      publishedAs: '0.2',
    })
    expect(await lastLogged()).toMatchObject({
      action: 'method-published',
      subject: '0.2',
      detail: { draft: draftId, before: '0.1', changes: { anchor: { before: 2, after: 1.5 } } },
    })
  })

  test('leaves each dyad shown by its old version until its series is made anew, which a step does for a few', async () => {
    const [viewer, admin] = [await viewerWith('viewer'), await viewerWith('admin')]
    expect((await methodInUse(await database())).id).toBe('0.2')
    expect((await dyadView(viewer, DYADS[0])).methodId).toBe('0.1')
    expect(await remakeProgress(viewer)).toEqual({
      inUse: '0.2',
      dyads: DYADS.length,
      left: DYADS.length,
      byVersion: [{ methodId: '0.1', dyads: DYADS.length }],
    })
    expect(await rebuildStep(admin)).toMatchObject({ left: DYADS.length - DYADS_A_STEP })
    expect((await dyadView(viewer, DYADS[0])).methodId).toBe('0.2')
    expect((await dyadView(viewer, DYADS.at(-1) ?? '')).methodId).toBe('0.1')
    expect(await extendDyads()).toEqual(DYADS.slice(DYADS_A_STEP))
    expect(await rebuildStep(admin)).toMatchObject({ left: 0, byVersion: [{ methodId: '0.2', dyads: DYADS.length }] })
  })

  test('made every series anew: other than before, and equal to a rebuild to the last bit', async () => {
    for (const dyadId of DYADS) {
      const stored = await storedSeries(dyadId)
      expect(stored.weeks.map(({ close }) => close)).not.toEqual(before.get(dyadId)?.weeks.map(({ close }) => close))
      await rebuildDyad(dyadId)
      expect(await storedSeries(dyadId)).toEqual(stored)
    }
  })

  test('gives each incident the points and the best source of the new version', async () => {
    const rows = await (await database()).incident.findMany({ where: { dyadId: DYADS[0] } })
    const raid = rows.find(({ code }) => code === 'SEC+4')
    const verification = (OTHER.reliability.D + 2 * OTHER.credibility[1]) / 3
    expect(raid?.reliability).toBe('D')
    expect(raid?.points).toBeCloseTo(verification * 1.5 * 2.25 ** 3, 9)
    expect(rows.find(({ code }) => code === 'CYB+3')?.points).toBe(0)
  })

  test('gives exactly the closes and bands that its preview told, before and after', async () => {
    const viewer = await viewerWith('viewer')
    expect([...previewed.keys()].sort()).toEqual(DYADS)
    for (const [dyadId, { weeks }] of previewed) {
      const view = await dyadView(viewer, dyadId)
      const told = view.weeks.slice(0, weeks.length)
      expect(weeks.length).toBeGreaterThan(25)
      expect(weeks.map(({ weekStart, after, bandAfter }) => [weekStart, after, bandAfter])).toEqual(
        told.map(({ weekStart, close, figures }) => [weekStart, close, figures.band.name]),
      )
      expect(weeks.map(({ coverage, inProgress }) => [coverage, inProgress])).toEqual(
        told.map(({ coverage, inProgress }) => [coverage, inProgress]),
      )
      const whole = weeks.filter(({ inProgress }) => !inProgress)
      const stored = new Map(before.get(dyadId)?.weeks.map(({ weekStart, close }) => [weekStart, close]))
      expect(whole.map((week) => week.before)).toEqual(whole.map((week) => stored.get(week.weekStart)))
    }
  })

  test('is never changed: the database itself refuses', async () => {
    const prisma = await database()
    const refused = /append-only/
    await expect(prisma.$executeRaw`UPDATE method_version SET reason = 'x' WHERE id = '0.1'`).rejects.toThrow(refused)
    await expect(prisma.$executeRaw`UPDATE method_version SET parameters = '{}'`).rejects.toThrow(refused)
    await expect(prisma.$executeRaw`DELETE FROM method_version WHERE id = '0.2'`).rejects.toThrow(refused)
    expect((await methodById(prisma, '0.1')).parameters).toEqual(DEFAULT_PARAMETERS)
    expect((await getVersion(await viewerWith('viewer'), '0.1')).parameters).toEqual(DEFAULT_PARAMETERS)
  })

  test('is in use at every moment from its publication on, and the one before it until then', async () => {
    const prisma = await database()
    const { publishedAt } = await methodById(prisma, '0.2')
    expect(publishedAt.getTime()).toBeGreaterThanOrEqual(started.getTime())
    const moments = [new Date(publishedAt.getTime() - 1), publishedAt]
    expect((await methodsAsOf(prisma, moments)).map(({ id }) => id)).toEqual(['0.1', '0.2'])
  })
})

test('band limits change the bands of a preview and no score', async () => {
  const reviewer = await viewerWith('reviewer')
  const inUse = (await methodInUse(await database())).parameters
  const parameters = { ...inUse, bandLimits: { ...inUse.bandLimits, strained: 1, tense: 2 } }
  const preview = await previewDraft(reviewer, { dyadId: DYADS[0], parameters })
  expect(preview.weeks.map(({ after }) => after)).toEqual(preview.weeks.map((week) => week.before))
  const [week] = weeksOfOtherBand(preview)
  expect(week.bandBefore).toBe(bandOfScore(week.before, inUse).name)
  expect(week.bandAfter).toBe(bandOfScore(week.before, parameters).name)
  await publishParameters(parameters)
  await remakeAll()
  const view = await dyadView(reviewer, DYADS[0])
  const told = view.weeks.slice(0, preview.weeks.length)
  expect(told.map(({ figures }) => figures.band.name)).toEqual(preview.weeks.map(({ bandAfter }) => bandAfter))
  expect(told.map(({ close }) => close)).toEqual(preview.weeks.map((one) => one.before))
})

test('a preview ranks dyads by their last covered week under both methods', async () => {
  const reviewer = await viewerWith('reviewer')
  const inUse = (await methodInUse(await database())).parameters
  const choices = await previewChoices(reviewer)
  const previews = []
  for (const { dyadId } of choices) previews.push(await previewDraft(reviewer, { dyadId, parameters: inUse }))
  expect([...ranksOf(previews).values()].every(({ before, after }) => before === after)).toBe(true)
  const closes = previews.map((preview) => latestWeek(preview)?.before ?? Number.NaN)
  expect(ranksOf(previews).get(previews[closes.indexOf(Math.max(...closes))].dyadId)?.before).toBe(1)
  expect(await previewDraft(reviewer, { dyadId: 'CHN-USA', parameters: inUse })).toEqual({
    dyadId: 'CHN-USA',
    weeks: [],
  })
})

test('a publication against a version that is no longer in use is refused', async () => {
  const admin = await viewerWith('admin')
  const { id } = await drafted(DEFAULT_PARAMETERS)
  const late = { id, baseRevision: 1, reason: 'Compared with the first', inUse: '0.1' }
  await expect(publishDraft(admin, late)).rejects.toMatchObject({ code: 'CONFLICT', detail: undefined })
})

test('an older version published again is a new version, and brings its very scores back', async () => {
  const { id } = await publishParameters(DEFAULT_PARAMETERS, 'Back to the specification')
  expect(id).toBe('0.4')
  await remakeAll()
  const prisma = await database()
  const old = await methodById(prisma, '0.1')
  expect((await methodInUse(prisma)).parameters).toEqual({ ...old.parameters, version: '0.4' })
  for (const dyadId of DYADS) expect(await storedSeries(dyadId)).toEqual(before.get(dyadId))
  const [latest] = await listVersions(await viewerWith('viewer'))
  expect(latest.before?.changes.map(({ path }) => path)).toContain('bandLimits.strained')
})

test('a save of a dyad after a publication makes its whole series by the new version', async () => {
  await publishParameters({ ...DEFAULT_PARAMETERS, anchor: 4 })
  const [actor, target] = PAIRS[1]
  await logApproved(makeIncident({ actor, target, date: isoOf(todayUtc()), code: 'DIP+1' }))
  const kept = await storedSeries(DYADS[1])
  expect((await dyadView(await viewerWith('viewer'), DYADS[1])).methodId).toBe('0.5')
  await rebuildDyad(DYADS[1])
  expect(await storedSeries(DYADS[1])).toEqual(kept)
  expect((await remakeProgress(await viewerWith('viewer'))).left).toBe(DYADS.length - 1)
})
