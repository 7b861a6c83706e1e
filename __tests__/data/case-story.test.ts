import { dayOf, weekIdOf, weekStartFromId } from '@/lib/core/calendar'
import { bandOfScore, DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { inTransaction } from '@/lib/db/transaction'
import { dyadDays, dyadView, overviewPage, standing, weekParts } from '@/lib/dyads/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { loadCase } from '@/prisma/seed'
import golden from '../golden/reference-scores.json'
import { startFreshDatabase } from '../support/database'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await loadCase()
})

const DYAD = 'AZE-RUS'

test('loading the case again loads nothing', async () => {
  expect(await loadCase()).toBe(0)
})

test('the stored weeks equal the reference to 1e-9, as far as its last whole week', async () => {
  const { weeks } = await dyadView(await viewerWith('viewer'), DYAD)
  for (const expected of golden.weekly.filter(({ days }) => days === 7)) {
    const week = weeks.find(({ weekId }) => weekId === expected.week)
    expect(week?.close).toBeCloseTo(expected.close, 9)
    expect(week?.high).toBeCloseTo(expected.high, 9)
    expect(week?.mean).toBeCloseTo(expected.mean, 9)
    expect(week?.incidents).toBe(expected.incidents)
    expect(week?.figures.band.name).toBe(expected.band)
  }
})

test('the stored days equal the reference to 1e-9', async () => {
  const viewer = await viewerWith('viewer')
  const days = await dyadDays(viewer, DYAD, dayOf('2024-12-01'), dayOf('2025-07-13'))
  expect(days).toHaveLength(golden.daily.length)
  days.forEach(({ figures }, index) => {
    const expected = golden.daily[index]
    expect(figures.score).toBeCloseTo(expected.score, 9)
    expect(figures.direction.forward.contribution).toBeCloseTo(expected.direction['AZE>RUS'].contribution, 9)
    expect(figures.asymmetry).toBeCloseTo(expected.asymmetry, 9)
    expect(figures.breadth).toBeCloseTo(expected.breadth, 9)
  })
})

test('the page opens at the last checked week, its highest on record, and says since when nobody looked', async () => {
  const view = await dyadView(await viewerWith('viewer'), DYAD)
  expect(view.shown.weekId).toBe('2025-W27')
  expect(view.record).toEqual({ since: null, began: weekStartFromId('2024-W48') })
  expect(weekIdOf(view.notCheckedSince ?? 0)).toBe('2025-W28')
  expect(view.today.score).toBeLessThan(view.shown.close)
})

test('Calm before the crash, Strained after it, Tense from the Russian House, Severe on 27 June, Crisis on 1 July', async () => {
  const viewer = await viewerWith('viewer')
  const { weeks } = await dyadView(viewer, DYAD)
  const calm = weeks.filter(({ weekStart }) => weekStart < weekStartFromId('2024-W52'))
  expect(calm.map(({ figures, coverage }) => [figures.band.name, coverage])).toEqual(
    Array.from({ length: 4 }, () => ['Calm', 'checked']),
  )
  expect(await standing(viewer, DYAD, dayOf('2025-07-06'))).toEqual([
    { band: 'Crisis', since: dayOf('2025-07-01'), open: false },
    { band: 'Severe', since: dayOf('2025-06-27'), open: false },
    { band: 'Tense', since: dayOf('2025-02-03'), open: false },
    { band: 'Strained', since: dayOf('2024-12-25'), open: false },
  ])
})

test('the raid and then the arrests and the criminal case lead the contributions, which agree with the reference', async () => {
  const viewer = await viewerWith('viewer')
  const { largest } = await weekParts(viewer, DYAD, weekStartFromId('2025-W27'))
  expect(largest[0].row.id).toBe('RA-010')
  expect(new Set(largest.slice(1, 4).map(({ row }) => row.id))).toEqual(new Set(['RA-020', 'RA-022', 'RA-023']))
  const scored = await weekParts(viewer, DYAD, weekStartFromId('2025-W28'))
  const reference: Record<string, number> = golden.contributions['2025-07-13'].byIncident
  for (const { row, contribution } of scored.largest) expect(contribution).toBeCloseTo(reference[row.id], 9)
})

test('the change of a week is its incidents and fading, as the reference takes it apart', async () => {
  const viewer = await viewerWith('viewer')
  const parts = await weekParts(viewer, DYAD, weekStartFromId('2025-W26'))
  const reference = golden.waterfall['2025-06-22..2025-06-29']
  const byIncident: Record<string, number> = reference.byIncident
  for (const { row, change } of parts.incidents) expect(change).toBeCloseTo(byIncident[row.id], 9)
  const sum = parts.incidents.reduce((total, { change }) => total + change, parts.fading + parts.others)
  expect(sum).toBeCloseTo(reference.change, 9)
  expect(bandOfScore(parts.score, DEFAULT_PARAMETERS).name).toBe('Severe')
})

test('the overview says in one sentence what moved', async () => {
  const page = await overviewPage(await viewerWith('viewer'))
  expect(page.sentence).toBe('Azerbaijan–Russia rose 12.8 to 80.9 (Crisis), its highest weekly close on record.')
  expect(page.counts).toEqual({ dyads: 1, upABand: 1, records: 1, notChecked: 0 })
  expect(page.rows[0].spark).toHaveLength(26)
})

test('in a week that nobody checked the overview shows the last checked figure and what arithmetic leaves', async () => {
  const page = await overviewPage(await viewerWith('viewer'), { week: '2026-W40' })
  expect(page.counts).toMatchObject({ dyads: 1, notChecked: 1 })
  expect(page.rows[0].shown.weekId).toBe('2025-W27')
  expect(weekIdOf(page.rows[0].notCheckedSince ?? 0)).toBe('2025-W28')
  expect(page.rows[0].arithmetic).toBeLessThan(20)
})
