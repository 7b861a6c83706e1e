import {
  certaintyLine,
  dataIntervals,
  halfLifeLines,
  intervalSeries,
  weekCertainty,
  weekRanks,
  weekSensitivity,
  weekSobol,
} from '@/lib/certainty/queries'
import { closePool } from '@/lib/compute/pool'
import { dayOf, weekEndOf, weekStartFromId } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { intervalsOf, simulate } from '@/lib/core/uncertainty'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { dyadView } from '@/lib/dyads/queries'
import { parseFilter } from '@/lib/incidents/filter'
import { publishFirstMethod } from '@/lib/method/store'
import { drawSample } from '@/lib/samples/commands'
import { withoutView } from '@/lib/what-if/queries'
import { readStruck } from '@/lib/what-if/schema'
import { loadCase } from '@/prisma/seed'
import { caseIncidents } from '../core/uncertainty-case'
import golden from '../golden/reference-scores.json'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startFreshDatabase()
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await loadCase()
})
afterAll(closePool)

const DYAD = 'AZE-RUS'
const PEAK = weekStartFromId('2025-W27')

const series = async () => intervalSeries(await viewerWith('viewer'), DYAD)

test('on the real case both intervals contain the line in every covered week', async () => {
  const covered = (await series()).weeks.filter(({ coverage }) => coverage !== 'not_checked')
  expect(covered.length).toBeGreaterThan(25)
  for (const { close, data, full } of covered) {
    expect(data.p05).toBeLessThanOrEqual(close)
    expect(data.p95).toBeGreaterThanOrEqual(close)
    expect(full.p05).toBeLessThanOrEqual(close)
    expect(full.p95).toBeGreaterThanOrEqual(close)
  }
})

test('the intervals of its Sundays are those of the reference', async () => {
  const { weeks } = await series()
  const sundays = golden.monteCarlo.results.filter(({ date }) => weekEndOf(dayOf(date)) === dayOf(date))
  expect(sundays.length).toBeGreaterThan(8)
  for (const { date, mode, p05, p50, p95 } of sundays) {
    const week = weeks.find(({ day }) => day === dayOf(date))
    const interval = mode === 'data' ? week?.data : week?.full
    for (const [got, expected] of [
      [interval?.p05, p05],
      [interval?.p50, p50],
      [interval?.p95, p95],
    ]) {
      expect(got).toBeCloseTo(expected ?? Number.NaN, 8)
    }
  }
})

test('a second run gives the same bits: kept, by a thread once nothing is kept, and here', async () => {
  const first = await series()
  expect(await series()).toEqual(first)
  const prisma = await database()
  expect((await prisma.computed.deleteMany({ where: { dyadId: DYAD } })).count).toBeGreaterThanOrEqual(2)
  expect(await series()).toEqual(first)
  await closePool()
  await prisma.computed.deleteMany({ where: { dyadId: DYAD } })
  expect(await series()).toEqual(first)
  const days = first.weeks.map(({ day }) => day)
  for (const mode of ['data', 'full'] as const) {
    const draws = simulate([...caseIncidents()].reverse(), DYAD, days, DEFAULT_PARAMETERS, { mode })
    expect(first.weeks.map((week) => week[mode])).toEqual(intervalsOf(draws, days.length, DEFAULT_PARAMETERS))
  }
})

test('page, chart and file tell the same interval of a week', async () => {
  const viewer = await viewerWith('viewer')
  const week = (await series()).weeks.find(({ weekStart }) => weekStart === PEAK)
  const page = await weekCertainty(viewer, DYAD, PEAK)
  expect(page).toMatchObject({ ...week, methodId: '0.1', draws: 1000, seed: 20250707 })
  expect(page.contentHash).toBe((await series()).contentHash)
  const line = await certaintyLine(viewer, DYAD, PEAK)
  expect(line).toEqual({ weekStart: PEAK, p05: week?.data.p05, p95: week?.data.p95, confidence: page.confidence })
  const chart = await dataIntervals(viewer, DYAD, PEAK)
  expect(chart.find(({ weekStart }) => weekStart === PEAK)).toEqual({ weekStart: PEAK, p05: line.p05, p95: line.p95 })
})

test('confidence names its reasons: quality, width, and the weeks that nobody checked', async () => {
  const viewer = await viewerWith('viewer')
  const { weeks } = await dyadView(viewer, DYAD)
  const { confidence, data } = await weekCertainty(viewer, DYAD, PEAK)
  const four = weeks.filter(({ weekStart }) => weekStart > PEAK - 28 && weekStart <= PEAK)
  const reasons = new Map(confidence.reasons.map(({ condition, value }) => [condition, value]))
  expect(reasons.get('coverage')).toBe(four.filter(({ coverage }) => coverage === 'not_checked').length)
  expect(reasons.get('width')).toBe(data.p95 - data.p05)
  expect(reasons.get('quality')).toBeGreaterThan(0.5)
  // The first week of the record has no weeks before it that anybody looked at.
  const first = await weekCertainty(viewer, DYAD, weeks[0].weekStart)
  expect(first.confidence.reasons).toContainEqual({ condition: 'coverage', value: 3, level: 'low' })
})

test('sensitivity, half-lives and Sobol indices of a week are those of the core, with incidents by name', async () => {
  const viewer = await viewerWith('viewer')
  const { bars, leftOut, score, incidents } = await weekSensitivity(viewer, DYAD, PEAK)
  expect(bars[0].key).toBe('anchor')
  expect(leftOut[0].drop).toBeGreaterThan(leftOut[1].drop)
  expect(leftOut[0].row.title).not.toBe('')
  expect(incidents).toBe(24)
  const { lines, weeks } = await halfLifeLines(viewer, DYAD, PEAK)
  const at = weeks.findIndex(({ weekStart }) => weekStart === PEAK)
  expect(lines[1].scores[at]).toBeCloseTo(score, 9)
  expect(lines[0].scores[at]).toBeLessThan(lines[2].scores[at])
  const { sobol } = await weekSobol(viewer, DYAD, PEAK)
  expect(sobol?.indices.map(({ factor }) => factor)).toContain('anchor')
})

test('the ranks of a week are shares of common draws, and one dyad alone holds the first for sure', async () => {
  const viewer = await viewerWith('viewer')
  const alone = await weekRanks(viewer, PEAK)
  expect(alone).toMatchObject({ covered: 1, draws: 1000, dyads: [{ dyadId: DYAD, rank: 1, share: 1 }] })
  await logApproved(makeIncident({ actor: 'FRA', target: 'USA', date: '2025-07-04' }))
  const { dyads, covered } = await weekRanks(viewer, PEAK)
  expect(covered).toBe(2)
  expect(dyads.map(({ dyadId, rank }) => [dyadId, rank])).toEqual([
    [DYAD, 1],
    ['FRA-USA', 2],
  ])
  expect(dyads[0].share).toBe(dyads[1].share)
  expect(dyads[0].share).toBeGreaterThan(0.99)
  const { weeks } = await dyadView(viewer, DYAD)
  expect(dyads[0].score).toBe(weeks.find(({ weekStart }) => weekStart === PEAK)?.close)
  expect(await weekRanks(viewer, PEAK, { asOf: { moment: new Date(), method: 'then' } })).toEqual(
    await weekRanks(viewer, PEAK),
  )
})

test('whoever is to code an incident anew is not told how it is coded', async () => {
  const reviewer = await viewerWith('reviewer')
  const coder = await viewerWith('analyst')
  await drawSample(reviewer, {
    title: 'All of it',
    filter: parseFilter({ dyad: DYAD }),
    size: 24,
    coders: [coder.accountId ?? ''],
  })
  const { leftOut } = await weekSensitivity(coder, DYAD, PEAK)
  expect(leftOut.length).toBeGreaterThan(0)
  expect(leftOut.every(({ row }) => row.withheld && row.code === null && row.category === null)).toBe(true)
  const open = await weekSensitivity(reviewer, DYAD, PEAK)
  expect(open.leftOut.every(({ row }) => row.code !== null)).toBe(true)
  const struck = readStruck({})
  const { incidents } = await withoutView(coder, DYAD, PEAK, { struck })
  expect(incidents.every(({ row }) => row.withheld && row.code === null)).toBe(true)
})

test('one more incident draws new numbers for itself alone, and an interval of dates reaches back from as of then to now', async () => {
  const before = await series()
  const viewer = await viewerWith('viewer')
  await logApproved(
    makeIncident({
      date: '2025-07-05',
      datePrecision: 'interval',
      dateEarliest: '2025-06-24',
      dateLatest: '2025-07-06',
      confidence: 'low',
    }),
  )
  const after = await series()
  expect(after.contentHash).not.toBe(before.contentHash)
  const [was, is] = [before, after].map(({ weeks }) => weeks.find(({ weekStart }) => weekStart === PEAK - 7))
  // It may have begun in the week before the one that it counts in.
  expect(is?.close).toBe(was?.close)
  expect(is?.data.mean).toBeGreaterThan(was?.data.mean ?? 100)
  const asOf = { moment: new Date(), method: 'then' as const }
  const known = await intervalSeries(viewer, DYAD, { asOf })
  expect(known.weeks).toEqual(after.weeks)
  expect(known.contentHash).toBe(after.contentHash)
})

test('a dyad of which nothing is known has no intervals, and a week outside its record none either', async () => {
  const viewer = await viewerWith('viewer')
  await expect(intervalSeries(viewer, 'CHN-IND')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(weekCertainty(viewer, DYAD, PEAK - 7 * 300)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
