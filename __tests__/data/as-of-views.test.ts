import { asOfComparison, countProposed, recordStops, vintageTable } from '@/lib/as-of/queries'
import type { AsOf, MethodChoice } from '@/lib/as-of/schema'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOfInstant, now, todayUtc } from '@/lib/clock'
import { dayOf, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import { dyadIdOf } from '@/lib/core/dyad'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { COUNTRY_CODES } from '@/lib/countries'
import { database } from '@/lib/db/client'
import { checksOf, dyadDays, dyadView, overviewPage, standing, weekParts } from '@/lib/dyads/queries'
import type { DyadView } from '@/lib/dyads/views'
import { editIncident } from '@/lib/incidents/commands'
import { getIncident, listIncidents } from '@/lib/incidents/queries'
import { standStillAt } from '../support/clock'
import { startFreshDatabase } from '../support/database'
import { HISTORY_DYAD, makeHistory } from '../support/history'
import { approve, makeIncident } from '../support/incidents'
import { knownSeries } from '../support/known'
import { putMethodInUse } from '../support/methods'
import { viewerWith } from '../support/viewers'

const LAST_DAY = dayOf('2026-11-24')
const METHOD_CHANGED = new Date('2026-05-11T12:00:00Z')
const CHOICES: MethodChoice[] = ['then', 'now']

jest.setTimeout(120_000)
standStillAt(new Date('2025-09-01T08:00:00Z'))
startFreshDatabase()

let viewer: Viewer
let moments: Date[]

/** Fourteen months of a dyad, with another method from May on; then it is the day after, at noon. */
beforeAll(async () => {
  await putMethodInUse('0.1', DEFAULT_PARAMETERS)
  let changed = false
  moments = await makeHistory(
    LAST_DAY,
    (at) => jest.setSystemTime(at),
    HISTORY_DYAD,
    async (at) => {
      if (changed || at < METHOD_CHANGED) return
      changed = true
      jest.setSystemTime(METHOD_CHANGED)
      await putMethodInUse('0.2', { ...DEFAULT_PARAMETERS, anchor: 1.5 })
    },
  )
  jest.setSystemTime(new Date('2026-11-24T12:00:00Z'))
  viewer = await viewerWith('viewer')
})

const asOfNow = (method: MethodChoice): AsOf => ({ moment: now(), method })
const asOfDate = (iso: string, method: MethodChoice = 'then'): AsOf => {
  return { moment: new Date(`${iso}T23:59:59.999Z`), method }
}
const countingNow = ({ asOf: _, ...view }: DyadView) => view

test.each(CHOICES)(
  'as of now, by the method of %s, every query answers as it does without a moment',
  async (method) => {
    const asOf = asOfNow(method)
    const view = await dyadView(viewer, HISTORY_DYAD)
    expect(countingNow(await dyadView(viewer, HISTORY_DYAD, { asOf }))).toEqual(countingNow(view))
    const days = [todayUtc() - 400, todayUtc()] as const
    expect(await dyadDays(viewer, HISTORY_DYAD, ...days, { asOf })).toEqual(
      await dyadDays(viewer, HISTORY_DYAD, ...days),
    )
    expect(await standing(viewer, HISTORY_DYAD, todayUtc(), { asOf })).toEqual(
      await standing(viewer, HISTORY_DYAD, todayUtc()),
    )
    expect(await checksOf(viewer, HISTORY_DYAD, { asOf })).toEqual(await checksOf(viewer, HISTORY_DYAD))
    const { asOf: _, ...overview } = await overviewPage(viewer, { asOf })
    expect({ ...overview, asOf: null }).toEqual(await overviewPage(viewer))
  },
)

test('a week taken apart as of now has the same parts, incidents and sources', async () => {
  const { weeks } = await dyadView(viewer, HISTORY_DYAD)
  for (const { weekStart } of weeks.filter(({ incidents }) => incidents > 0).slice(-6)) {
    const stored = await weekParts(viewer, HISTORY_DYAD, weekStart)
    const known = await weekParts(viewer, HISTORY_DYAD, weekStart, { asOf: asOfNow('then') })
    // Which revision is the latest, and when somebody last wrote, is not part of what counts.
    const counted = (parts: typeof stored) => {
      const told = ({
        row: { revision, updatedAt, headStatus, proposal, ...row },
        ...part
      }: (typeof parts.incidents)[0]) => {
        return { ...part, row }
      }
      return { ...parts, incidents: parts.incidents.map(told), largest: parts.largest.map(told) }
    }
    expect(counted(known)).toEqual(counted(stored))
  }
})

test('what is written after a moment changes nothing as of it', async () => {
  const moment = moments[Math.floor(moments.length / 2)]
  const horizon = LAST_DAY + 1 - ((LAST_DAY + 1 + 3) % 7)
  const before = await knownSeries(HISTORY_DYAD, moment, 'then', horizon)
  const view = await dyadView(viewer, HISTORY_DYAD, { asOf: { moment, method: 'then' } })
  const { rows } = await listIncidents(viewer, { sort: 'date', order: 'asc', dyad: HISTORY_DYAD, status: 'approved' })
  const incident = makeIncident({ actor: 'ARM', target: 'AZE', date: '2025-09-30', code: 'SEC+5' })
  const { id, revision } = rows[0]
  const reviewer = await viewerWith('reviewer')
  const edited = { dyadId: HISTORY_DYAD, id, baseRevision: revision, incident, submit: true, reason: 'Drawn' }
  await approve(await editIncident(reviewer, edited))
  expect(await knownSeries(HISTORY_DYAD, moment, 'then', horizon)).toEqual(before)
  expect(await dyadView(viewer, HISTORY_DYAD, { asOf: { moment, method: 'then' } })).toEqual(view)
})

test('a page as of a moment calls incidents what they were called then, and ends on its day', async () => {
  const view = await dyadView(viewer, HISTORY_DYAD, { asOf: asOfDate('2026-01-15') })
  expect(view.today.day).toBe(dayOf('2026-01-15'))
  expect(view.weeks.at(-1)?.weekId).toBe('2026-W03')
  const week = weekIdOf(dayOf('2025-11-12'))
  const then = view.weeks.find(({ weekId }) => weekId === week)
  const now = (await dyadView(viewer, HISTORY_DYAD)).weeks.find(({ weekId }) => weekId === week)
  expect(then?.driver?.code).toBe('ECO+2')
  expect(now?.driver?.code).toBe('ECO+3')
})

test.each(CHOICES)('by the method of %s the parts of a difference add up to it, method first', async (method) => {
  const asOf = asOfDate('2026-03-15', method)
  const { weeks } = await dyadView(viewer, HISTORY_DYAD, { asOf })
  for (const { weekId } of weeks) {
    const { difference, said, known, parts, others, methodEffect } = await asOfComparison(viewer, HISTORY_DYAD, asOf, {
      week: weekId,
    })
    const sum = parts.reduce((total, part) => total + part.effect, 0) + others.effect + (methodEffect ?? 0)
    expect(sum).toBeCloseTo(difference, 9)
    expect(known - said).toBe(difference)
    expect(methodEffect === null).toBe(method === 'now')
  }
})

test('the difference names what was coded late, corrected and retracted, and how', async () => {
  const asOf = asOfDate('2026-03-05', 'now')
  const { parts, said, known } = await asOfComparison(viewer, HISTORY_DYAD, asOf, { week: '2026-W08' })
  const told = parts.map(({ kind, title, changed }) => [
    kind,
    title,
    changed.map((one) => `${one.said} → ${one.known}`),
  ])
  expect(told).toEqual(
    expect.arrayContaining([
      ['late', 'Shepherd killed near a border post, circumstances open', []],
      ['corrected', 'Two soldiers hurt by fire at a post', ['SEC+3 → SEC+4']],
      ['corrected', 'Three villagers held after straying over the line', ['C2 → A1']],
      ['retracted', 'Concert of the neighbour’s ensemble called off', []],
    ]),
  )
  expect(known).toBeGreaterThan(said)
  expect(parts.map(({ effect }) => Math.abs(effect))).toEqual(
    parts.map(({ effect }) => Math.abs(effect)).sort((a, b) => b - a),
  )
})

test('as of before the method changed, the method of then and of now give other figures from the same record', async () => {
  const [then, now] = [
    await dyadView(viewer, HISTORY_DYAD, { asOf: asOfDate('2026-04-01', 'then') }),
    await dyadView(viewer, HISTORY_DYAD, { asOf: asOfDate('2026-04-01', 'now') }),
  ]
  expect([then.methodId, now.methodId]).toEqual(['0.1', '0.2'])
  expect(now.shown.close).toBeGreaterThan(then.shown.close)
  expect(now.shown.figures.points).toBe(then.shown.figures.points)
})

test.each(CHOICES)(
  'by the method of %s each column of the vintage table is the series as of that month’s end',
  async (method) => {
    const table = await vintageTable(viewer, HISTORY_DYAD, { method, whole: true })
    expect(table.columns).toHaveLength(15)
    expect(table.columns[0].month).toBe('2025-09')
    for (const [index, column] of table.columns.entries()) {
      const moment = new Date(column.at)
      const { weeks } = await dyadView(viewer, HISTORY_DYAD, { asOf: { moment, method } })
      const expected = weeks
        .filter(({ weekStart }) => weekEndOf(weekStart) <= dayOfInstant(moment))
        .map(({ weekStart, close, coverage }) => ({ weekStart, cell: { close, coverage } }))
      const said = table.rows
        .map(({ weekStart, cells }) => ({ weekStart, cell: cells[index] }))
        .filter(({ cell }) => cell !== null)
      expect(said.reverse()).toEqual(expected)
    }
  },
)

test('a part of the vintage table is that part of the whole', async () => {
  const whole = await vintageTable(viewer, HISTORY_DYAD, { whole: true })
  const from = whole.rows.findIndex(({ weekStart }) => weekIdOf(weekStart) === '2026-W30')
  const { columns, rows, ...ways } = await vintageTable(viewer, HISTORY_DYAD, {
    toWeek: whole.rows[from].weekStart,
    untilMonth: '2026-08',
  })
  expect(columns).toEqual(whole.columns.slice(0, 12))
  expect(rows.map(({ weekStart }) => weekStart)).toEqual(whole.rows.slice(from).map(({ weekStart }) => weekStart))
  expect(rows.map(({ cells }) => cells)).toEqual(whole.rows.slice(from).map(({ cells }) => cells.slice(0, 12)))
  expect(ways).toMatchObject({ newerMonths: '2026-11', olderMonths: null, olderWeeks: null })
  expect(weekIdOf(ways.newerWeeks ?? 0)).toBe('2026-W35')
})

test('the slider stops at each moment at which something began or ceased to count', async () => {
  const { grain, stops } = await recordStops(viewer, HISTORY_DYAD)
  expect(grain).toBe('change')
  expect(stops.map(({ at }) => at)).toEqual([...stops.map(({ at }) => at)].sort())
  // The first incident was logged in the forenoon, which changed nothing that counts, and approved in the afternoon.
  expect(stops[0].at).toBe(moments[1].toISOString())
  expect(stops.every(({ at }) => new Date(at) <= now())).toBe(true)
})

test('what is proposed is counted for those who may see it, and never as of a moment', async () => {
  await expect(dyadView(viewer, HISTORY_DYAD, { unreviewed: true })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const analyst = await viewerWith('analyst')
  const both = dyadView(analyst, HISTORY_DYAD, { unreviewed: true, asOf: asOfNow('then') })
  await expect(both).rejects.toMatchObject({ code: 'INVALID' })
  const preview = await dyadView(analyst, HISTORY_DYAD, { unreviewed: true })
  expect(preview.unreviewed).toBe(true)
  expect(preview.shown.close).toBeGreaterThan((await dyadView(analyst, HISTORY_DYAD)).shown.close)
})

test('once all that is proposed is approved, what counts is what the preview said', async () => {
  const analyst = await viewerWith('analyst')
  const proposed = await countProposed(analyst, HISTORY_DYAD)
  expect(proposed).toBe(4)
  const preview = await dyadView(analyst, HISTORY_DYAD, { unreviewed: true })
  const prisma = await database()
  const open = await prisma.incident.findMany({ where: { dyadId: HISTORY_DYAD, proposal: { not: null } } })
  for (const { dyadId, id, revision, headStatus } of open) {
    const { input } = await getIncident(analyst, dyadId, id)
    const waits = { dyadId, id, revision, status: 'in_review' as const }
    const submit = { dyadId, id, baseRevision: revision, incident: input, submit: true, reason: '' }
    await approve(headStatus === 'in_review' ? waits : await editIncident(analyst, submit))
  }
  const { weeks } = await dyadView(analyst, HISTORY_DYAD)
  expect(weeks).toEqual(preview.weeks)
})

test('an overview as of a moment refuses more dyads than it can compute at once, in a sentence', async () => {
  const ids = COUNTRY_CODES.flatMap((a, n) => COUNTRY_CODES.slice(n + 1).map((b) => dyadIdOf(a, b)))
  const added = ids.filter((id) => id !== HISTORY_DYAD).slice(0, 200)
  const prisma = await database()
  await prisma.dyad.createMany({ data: added.map((id) => ({ id, first: id.slice(0, 3), second: id.slice(4) })) })
  await prisma.weeklyCheck.createMany({
    data: added.map((dyadId) => ({ dyadId, weekStart: 20353, revision: 1, checked: true, note: '', at: now() })),
  })
  await expect(overviewPage(viewer, { asOf: asOfNow('then') })).rejects.toMatchObject({
    code: 'INVALID',
    message: expect.stringContaining('up to 200 dyads'),
  })
})
