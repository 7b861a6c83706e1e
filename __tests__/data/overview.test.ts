import { todayUtc } from '@/lib/clock'
import { isoOf, weekStartOf } from '@/lib/core/calendar'
import { dyadIdOf } from '@/lib/core/dyad'
import { COUNTRY_CODES } from '@/lib/countries'
import { inTransaction } from '@/lib/db/transaction'
import { dyadView, overviewPage } from '@/lib/dyads/queries'
import type { OverviewRow } from '@/lib/dyads/views'
import { importIncident } from '@/lib/incidents/commands'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startFreshDatabase()

const FRESH = 52
const STALE = 3
const codes = ['DIP+1', 'DIP+2', 'DIP+3', 'MED+4', 'SEC+5', 'DIP-2']

/** Dyads that were looked at this week, and a few whose last incident is a year old. */
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  const reviewer = await viewerWith('reviewer')
  for (let n = 0; n < FRESH + STALE; n++) {
    const date = isoOf(todayUtc() - (n < FRESH ? 0 : 365))
    const [actor, target, code] = [COUNTRY_CODES[n], COUNTRY_CODES[n + 1], codes[n % codes.length]]
    const state = { status: 'approved' as const, input: makeIncident({ actor, target, code, date }) }
    await importIncident(reviewer, `T-${n}`, state, 'test')
  }
})

async function everyRow(): Promise<OverviewRow[]> {
  const viewer = await viewerWith('viewer')
  const rows: OverviewRow[] = []
  let after: string | undefined
  do {
    const page = await overviewPage(viewer, { after })
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after)
  return rows
}

test('paging shows each dyad once, those looked at first, by tension', async () => {
  const rows = await everyRow()
  expect(new Set(rows.map(({ dyadId }) => dyadId)).size).toBe(FRESH + STALE)
  expect(rows).toHaveLength(FRESH + STALE)
  const fresh = rows.slice(0, FRESH)
  expect(fresh.every(({ notCheckedSince }) => notCheckedSince === null)).toBe(true)
  const closes = fresh.map(({ shown }) => shown.close)
  expect(closes).toEqual([...closes].sort((a, b) => b - a))
  expect(rows.slice(FRESH).every(({ notCheckedSince }) => notCheckedSince !== null)).toBe(true)
})

test('in the running week the overview and the dyad’s page give the same figure, that of today', async () => {
  const viewer = await viewerWith('viewer')
  const { rows, weekStart } = await overviewPage(viewer)
  expect(weekStart).toBe(weekStartOf(todayUtc()))
  for (const { dyadId, shown, spark } of rows.slice(0, 5)) {
    const view = await dyadView(viewer, dyadId)
    expect(shown.close).toBe(view.shown.close)
    expect(shown.figures).toEqual(view.shown.figures)
    expect(shown.change).toBe(view.shown.change)
    expect(spark.at(-1)?.close).toBe(view.today.score)
  }
})

test('a dyad that nobody looked at keeps its last checked figure, beside what arithmetic leaves today', async () => {
  const viewer = await viewerWith('viewer')
  const row = (await everyRow()).find(
    ({ dyadId }) => dyadId === dyadIdOf(COUNTRY_CODES[FRESH], COUNTRY_CODES[FRESH + 1]),
  )
  const view = await dyadView(viewer, row?.dyadId ?? '')
  expect(row?.shown.weekStart).toBe(weekStartOf(todayUtc() - 365))
  expect(row?.notCheckedSince).toBe(weekStartOf(todayUtc() - 365) + 7)
  expect(row?.arithmetic).toBe(view.today.score)
})

test('the counts are those of all dyads, not of the page', async () => {
  const { counts } = await overviewPage(await viewerWith('viewer'))
  expect(counts).toMatchObject({ dyads: FRESH + STALE, notChecked: STALE })
})

test('a nonsense cursor starts at the beginning, and a week to come is not found', async () => {
  const viewer = await viewerWith('viewer')
  const [first, odd] = [await overviewPage(viewer), await overviewPage(viewer, { after: 'nonsense' })]
  expect(odd.rows[0].dyadId).toBe(first.rows[0].dyadId)
  await expect(overviewPage(viewer, { week: '2999-W01' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
