import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { inTransaction } from '@/lib/db/transaction'
import { publishFirstMethod } from '@/lib/method/store'
import { deskWeek, weekPage } from '@/lib/weeks/queries'
import { loadCase } from '@/prisma/seed'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(120_000)
startFreshDatabase()

const PEAK = '2025-W27'
let viewer: Viewer

/** The case, and a second dyad that a summit relieved in the peak week. */
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await loadCase()
  const pair = { actor: 'ARM', target: 'GEO' }
  await logApproved(makeIncident({ ...pair, date: '2025-06-10', code: 'ECO+3', title: 'Trade restricted' }))
  await logApproved(makeIncident({ ...pair, date: '2025-07-02', code: 'DIP-3', title: 'Summit held' }))
  viewer = await viewerWith('viewer')
})

const rowOf = async (dyadId: string, week = PEAK) => {
  const { rows } = await deskWeek(viewer, { week })
  const row = rows.find((one) => one.dyadId === dyadId)
  if (!row) throw new Error(`no row of ${dyadId}`)
  return row
}

test('the dyads stand by how far they moved, with what moved them', async () => {
  const { rows, counts, headline } = await deskWeek(viewer, { week: PEAK })
  expect(rows.map(({ dyadId }) => dyadId)).toEqual(['AZE-RUS', 'ARM-GEO'])
  expect(counts).toEqual({ dyads: 2, up: 1, down: 1, still: 0, notChecked: 0 })
  expect(headline).toContain('1 rose and 1 fell')
  expect(headline).toContain('Azerbaijan–Russia moved most: it rose 12.8 to 80.9 (Crisis)')
  const [top, relieved] = rows
  expect(top.up?.title).toBe('Criminal case against Russian police')
  expect(top.record).toMatchObject({ since: null })
  expect(relieved.up).toBeNull()
  expect(relieved.down).toMatchObject({ title: 'Summit held' })
})

test('a row’s changes and its parts are those of the dyad’s own week', async () => {
  const [row, page] = [await rowOf('AZE-RUS'), await weekPage(viewer, 'AZE-RUS', PEAK)]
  const [one, four, year] = page.spans
  expect(row.close).toBe(page.week.close)
  expect(row.change1).toBe(one.change)
  expect(row.change4).toBe(four.change)
  expect([row.change52, year.change]).toEqual([null, null])
  expect(row.up?.change).toBeCloseTo(one.up[0].change, 9)
  expect(row.fading).toBeCloseTo(page.decay.change, 9)
})

test('first-evers are those of the dyad’s week', async () => {
  const [row, page] = [await rowOf('AZE-RUS'), await weekPage(viewer, 'AZE-RUS', PEAK)]
  expect(row.firsts.length).toBeGreaterThan(0)
  const told = (list: { code: string; opens: boolean }[]) => list.map(({ code, opens }) => `${code} ${opens}`).sort()
  expect(told(row.firsts.map(({ code, ofCategory }) => ({ code, opens: ofCategory })))).toEqual(
    told(page.firsts.map(({ code, scope }) => ({ code, opens: scope === 'category' }))),
  )
})

test('some dyads alone can be asked for, and a page goes on where the last ended', async () => {
  const { rows, counts } = await deskWeek(viewer, { week: PEAK, dyadIds: ['ARM-GEO'] })
  expect([rows.map(({ dyadId }) => dyadId), counts.dyads]).toEqual([['ARM-GEO'], 1])
  const after = Buffer.from('AZE-RUS').toString('base64url')
  const second = await deskWeek(viewer, { week: PEAK, after })
  expect(second.rows.map(({ dyadId }) => dyadId)).toEqual(['ARM-GEO'])
  expect(second.headline).toBe((await deskWeek(viewer, { week: PEAK })).headline)
  expect((await deskWeek(viewer, { week: PEAK, after: 'nonsense' })).rows).toHaveLength(2)
})

test('a dyad that nobody checked comes last, without a change', async () => {
  const { rows, counts } = await deskWeek(viewer, { week: '2025-W40' })
  expect(counts).toMatchObject({ dyads: 2, notChecked: 2 })
  expect(rows.map(({ covered, change1, up }) => [covered, change1, up])).toEqual([
    [false, null, null],
    [false, null, null],
  ])
})

test('as of now, in memory, every row says what the stored series does', async () => {
  for (const method of ['then', 'now'] as const) {
    const { asOf, ...then } = await deskWeek(viewer, { week: PEAK, asOf: { moment: now(), method } })
    const { asOf: none, ...stored } = await deskWeek(viewer, { week: PEAK })
    expect([asOf?.method, none]).toEqual([method, null])
    expect(then).toEqual(stored)
  }
})

test('as of a moment before anything was recorded there is nothing, and no week to come is found', async () => {
  const { rows, headline } = await deskWeek(viewer, {
    week: PEAK,
    asOf: { moment: new Date('2025-01-01T00:00:00Z'), method: 'then' },
  }).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'NOT_FOUND' })
    return { rows: [], headline: '' }
  })
  expect([rows, headline]).toEqual([[], ''])
  await expect(deskWeek(viewer, { week: '2999-W01' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
