import { todayUtc } from '@/lib/clock'
import { isoOf, weekStartFromId } from '@/lib/core/calendar'
import { bandOfScore, DEFAULT_PARAMETERS, scoreOf } from '@/lib/core/scoring'
import { inTransaction } from '@/lib/db/transaction'
import { dyadDays, dyadView } from '@/lib/dyads/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { aheadView, withoutView } from '@/lib/what-if/queries'
import { readHypotheticals, readStruck } from '@/lib/what-if/schema'
import { loadCase } from '@/prisma/seed'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startFreshDatabase()
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await loadCase()
})

const DYAD = 'AZE-RUS'
const PEAK = weekStartFromId('2025-W27')
const without = async (words: Record<string, string | string[]>) =>
  withoutView(await viewerWith('viewer'), DYAD, PEAK, { struck: readStruck(words) })
const peakOf = ({ weeks }: Awaited<ReturnType<typeof without>>) => {
  const week = weeks.find(({ weekStart }) => weekStart === PEAK)
  if (!week) throw new Error('no peak')
  return week
}

test('without nothing the line is that of the record to the last bit', async () => {
  const { weeks, gone, incidents, outlets, categories } = await without({})
  for (const { close, without: rest } of weeks) expect(rest).toBe(close)
  expect(gone).toBe(0)
  expect([incidents.length, outlets.length, categories.length].every((length) => length > 0)).toBe(true)
  const { weeks: shown } = await dyadView(await viewerWith('viewer'), DYAD)
  expect(weeks.map(({ close }) => close)).toEqual(shown.map(({ close }) => close))
})

test('without an incident the score loses what the list says, and its weeks before are as they were', async () => {
  const [first] = (await without({})).incidents
  const struck = await without({ incident: first.row.id })
  const peak = peakOf(struck)
  expect(peak.close - peak.without).toBeCloseTo(first.drop, 9)
  expect(struck.gone).toBe(1)
  expect(struck.incidents.find(({ row }) => row.id === first.row.id)?.struck).toBe(true)
  const before = struck.weeks.find(({ weekStart }) => weekStart === PEAK - 70)
  expect(before?.without).toBe(before?.close)
})

test('without an outlet go the incidents that it alone reports, and others are graded by what is left', async () => {
  const { outlets } = await without({})
  const [widest] = outlets
  const struck = await without({ outlet: widest.outlet })
  expect(struck.gone).toBe(widest.alone)
  expect(widest.incidents).toBeGreaterThan(1)
  expect(struck.outlets.find(({ outlet }) => outlet === widest.outlet)?.struck).toBe(true)
  expect(peakOf(struck).close - peakOf(struck).without).toBeCloseTo(widest.drop, 9)
})

test('a second, lesser source keeps an incident with fewer points', async () => {
  const viewer = await viewerWith('viewer')
  const sources = [
    { outlet: 'First Wire', date: '2025-06-30', url: '', quote: '', reliability: 'A' as const },
    { outlet: 'Second Sheet', date: '2025-06-30', url: '', quote: '', reliability: 'D' as const },
  ]
  await logApproved(makeIncident({ actor: 'FRA', target: 'USA', date: '2025-06-30', sources }))
  const of = (outlet: string) =>
    withoutView(viewer, 'FRA-USA', PEAK, { struck: readStruck({ outlet }) }).then((view) => ({
      ...view,
      peak: view.weeks.find(({ weekStart }) => weekStart === PEAK),
    }))
  const [first, second] = [await of('First Wire'), await of('Second Sheet')]
  expect([first.gone, first.regraded]).toEqual([0, 1])
  expect(first.peak?.without).toBeLessThan(first.peak?.close ?? 0)
  expect(first.peak?.without).toBeGreaterThan(0)
  expect([second.gone, second.regraded]).toEqual([0, 0])
  expect(second.peak?.without).toBe(second.peak?.close)
})

test('without all categories nothing is left, and as of now is the same as now', async () => {
  const viewer = await viewerWith('viewer')
  const category = ['diplomatic', 'cultural', 'media', 'legal', 'economic', 'people', 'security', 'cyber']
  expect(peakOf(await without({ category })).without).toBe(0)
  const struck = readStruck({ category: 'media' })
  const known = await withoutView(viewer, DYAD, PEAK, { struck, asOf: { moment: new Date(), method: 'then' } })
  expect(known).toEqual(await withoutView(viewer, DYAD, PEAK, { struck }))
})

test('ahead, the score fades by itself on the days that the arithmetic says', async () => {
  const viewer = await viewerWith('viewer')
  const view = await aheadView(viewer, DYAD, {})
  const { today } = await dyadView(viewer, DYAD)
  expect([view.day, view.score]).toEqual([today.day, today.score])
  expect(view.future[0].alone).toBe(view.score)
  expect(view.future.at(-1)?.alone).toBeLessThan(view.score)
  expect(view.future.every(({ added }) => added === null)).toBe(true)
  let level = view.band.level
  for (const { band } of view.fall) {
    expect(band.level).toBeLessThan(level)
    level = band.level
  }
})

test('what would take it to a band does: so many fresh, confirmed incidents of a rung, and one fewer does not', async () => {
  const { costs, points } = await aheadView(await viewerWith('viewer'), DYAD)
  const levelWith = (count: number, rung: number) =>
    bandOfScore(scoreOf(points + count * 2 ** (rung - 1), DEFAULT_PARAMETERS), DEFAULT_PARAMETERS).level
  for (const { band, freshConfirmed } of costs) {
    expect(levelWith(freshConfirmed[4], 4)).toBeGreaterThanOrEqual(band.level)
    expect(levelWith(freshConfirmed[4] - 1, 4)).toBeLessThan(band.level)
  }
})

test('what is supposed moves the line from its day on, stands in no record, and only what lies ahead is taken', async () => {
  const viewer = await viewerWith('viewer')
  const today = todayUtc()
  const before = await dyadView(viewer, DYAD)
  const word = (day: number, code: string) => `RUS.AZE.${code}.${isoOf(day)}`
  const supposed = readHypotheticals(
    [word(today + 30, 'SEC+5'), word(today + 60, 'DIP-3'), word(today, 'SEC+5'), word(today + 4000, 'SEC+5')],
    DYAD,
  )
  const view = await aheadView(viewer, DYAD, { supposed })
  expect(view.supposed.map(({ code, points }) => [code, points])).toEqual([
    ['SEC+5', 16],
    ['DIP-3', -2],
  ])
  for (const { day, alone, added } of view.future) {
    if (day < today + 30) expect(added).toBe(alone)
    else expect(added).toBeGreaterThan(alone)
  }
  expect(view.supposed[0].after).toBeGreaterThan(view.supposed[0].before)
  expect(view.supposed[1].after).toBeLessThan(view.supposed[1].before)
  expect(view.path.some(({ band }) => band.level > view.band.level)).toBe(true)
  expect(await dyadView(viewer, DYAD)).toEqual(before)
  expect(await dyadDays(viewer, DYAD, today, today)).toMatchObject([{ score: view.score }])
})

test('as of a moment, ahead begins on its day', async () => {
  const viewer = await viewerWith('viewer')
  const asOf = { moment: new Date(), method: 'now' as const }
  const view = await aheadView(viewer, DYAD, { asOf })
  expect(view).toMatchObject({ day: todayUtc(), asOf: { method: 'now' } })
  await expect(aheadView(viewer, 'CHN-IND')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
