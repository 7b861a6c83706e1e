import { modelOf } from '@/components/compare/compare-view-model'
import { todayUtc } from '@/lib/clock'
import { compareDyads, countryGrid, countryView } from '@/lib/compare/queries'
import { readCompare } from '@/lib/compare/schema'
import { isoOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { COUNTRY_CODES } from '@/lib/countries'
import { checkWeek } from '@/lib/coverage/commands'
import { inTransaction } from '@/lib/db/transaction'
import { dyadView, overviewPage } from '@/lib/dyads/queries'
import { createIncident, importIncident } from '@/lib/incidents/commands'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startFreshDatabase()

const today = todayUtc()
const running = weekStartOf(today)

/** What happened: who, to whom, how many days ago, what. */
const STORY: [actor: string, target: string, daysAgo: number, code: string][] = [
  ['AZE', 'RUS', 100, 'SEC+5'],
  ['RUS', 'AZE', 60, 'DIP+3'],
  ['AZE', 'RUS', 0, 'DIP+2'],
  ['ARM', 'AZE', 70, 'MED+4'],
  ['ARM', 'AZE', 14, 'DIP+1'],
  ['GEO', 'RUS', 300, 'SEC+4'],
]

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  const reviewer = await viewerWith('reviewer')
  for (const [index, [actor, target, daysAgo, code]] of STORY.entries()) {
    const input = makeIncident({ actor, target, code, date: isoOf(today - daysAgo), title: `Incident ${index}` })
    await importIncident(reviewer, `T-${index}`, { status: 'approved', input }, 'test')
  }
  const analyst = await viewerWith('analyst')
  const check = { dyadId: 'AZE-RUS', weekStart: running - 7, checked: true, note: '' }
  await checkWeek(analyst, check, { create: false })
})

const everybody = () => viewerWith('viewer')

describe('a comparison', () => {
  test('has each dyad’s weeks as its own page has them, the running one cut at today', async () => {
    const viewer = await everybody()
    const { dyads, unknown } = await compareDyads(viewer, readCompare({ dyads: 'AZE-RUS,ARM-AZE,FRA-USA' }))
    expect(unknown).toEqual(['FRA-USA'])
    expect(dyads.map(({ dyadId }) => dyadId)).toEqual(['AZE-RUS', 'ARM-AZE'])
    for (const { dyadId, weeks } of dyads) {
      const view = await dyadView(viewer, dyadId)
      const own = view.weeks.map(({ weekStart, close, coverage, inProgress }) => ({
        weekStart,
        close,
        coverage,
        inProgress,
      }))
      const covered = weeks.filter(({ coverage }) => coverage !== 'not_checked')
      expect(covered).toEqual(own.filter(({ coverage }) => coverage !== 'not_checked'))
      expect(weeks.map(({ weekStart }) => weekStart)).toEqual(own.map(({ weekStart }) => weekStart))
    }
  })

  test('offers the incidents that moved its dyads, and aligns by those that count alone', async () => {
    const [viewer, analyst] = [await everybody(), await viewerWith('analyst')]
    const draft = await createIncident(analyst, { incident: makeIncident({ title: 'A draft' }), submit: false })
    const ask = readCompare({ dyads: 'AZE-RUS,ARM-AZE', align: `AZE-RUS/T-0,ARM-AZE/T-3` })
    const view = await compareDyads(viewer, ask)
    expect(view.choices.map(({ title }) => title)).toEqual([
      'Incident 2',
      'Incident 4',
      'Incident 1',
      'Incident 3',
      'Incident 0',
    ])
    expect(view.anchors.map(({ id }) => id).sort()).toEqual(['T-0', 'T-3'])
    const row = modelOf(view, ask).rows.find(({ at }) => at === 0)
    expect(row?.cells.map(({ weekStart }) => weekStart)).toEqual([weekStartOf(today - 100), weekStartOf(today - 70)])
    const hidden = await compareDyads(viewer, readCompare({ dyads: 'AZE-RUS', align: `AZE-RUS/${draft.id}` }))
    expect([hidden.anchors, hidden.lost]).toEqual([[], [`AZE-RUS/${draft.id}`]])
    expect(hidden.choices.map(({ title }) => title)).not.toContain('A draft')
  })

  test('of nothing reads nothing', async () => {
    const view = await compareDyads(await everybody(), readCompare({}))
    expect([view.dyads, view.choices]).toEqual([[], []])
  })
})

describe('a country', () => {
  test('has all its dyads by tension, those not checked last, with figures as on the overview', async () => {
    const viewer = await everybody()
    const view = await countryView(viewer, 'RUS')
    const overview = await overviewPage(viewer, { week: weekIdOf(view.weekStart) })
    expect(view.weekStart).toBe(running)
    expect(view.relations.map(({ dyadId }) => dyadId)).toEqual(['AZE-RUS', 'GEO-RUS'])
    for (const relation of view.relations) {
      const row = overview.rows.find(({ dyadId }) => dyadId === relation.dyadId)
      expect(relation.close).toBe(row?.shown.close)
      expect(relation.band).toBe(row?.shown.figures.band.name)
      expect(relation.change).toBe(row?.shown.change)
      expect(relation.spark).toEqual(row?.spark)
      expect([relation.notCheckedSince, relation.arithmetic]).toEqual([row?.notCheckedSince, row?.arithmetic])
    }
  })

  test('acts and is acted upon: both parts add up to the close, and the other country says the same the other way', async () => {
    const viewer = await everybody()
    const [own] = (await countryView(viewer, 'AZE')).relations
    const [mirror] = (await countryView(viewer, 'RUS')).relations
    expect(own.dyadId).toBe('AZE-RUS')
    expect(own.out + own.in).toBeCloseTo(own.close, 12)
    expect([own.out, own.in]).toEqual([mirror.in, mirror.out])
    expect(own.out).toBeGreaterThan(own.in)
    expect([own.other, mirror.other]).toEqual(['RUS', 'AZE'])
  })

  test('has a week that is done as it was, whole', async () => {
    const viewer = await everybody()
    const week = weekIdOf(today - 70)
    const view = await countryView(viewer, 'ARM', { week })
    const dyad = await dyadView(viewer, 'ARM-AZE', { week })
    expect(view.relations[0].close).toBe(dyad.shown.close)
    expect(view.relations[0].out).toBe(dyad.shown.figures.direction.forward.contribution)
    expect([view.inProgress, view.nextWeek]).toEqual([false, view.weekStart + 7])
  })

  test('as of now is computed to the same figures as are stored', async () => {
    const viewer = await everybody()
    const { asOf: none, ...stored } = await countryView(viewer, 'AZE')
    const { asOf, ...known } = await countryView(viewer, 'AZE', { asOf: { moment: new Date(), method: 'then' } })
    expect(none).toBeNull()
    expect(asOf?.method).toBe('then')
    expect(known).toEqual(stored)
  })

  test('without a dyad is empty; what is no country, or no week, is not found', async () => {
    const viewer = await everybody()
    expect((await countryView(viewer, 'SGP')).relations).toEqual([])
    await expect(countryView(viewer, 'QQQ')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(countryView(viewer, 'AZE', { week: '2999-W01' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await countryView(viewer, 'AZE', { week: '1990-W01' })).relations).toEqual([])
  })
})

describe('the grid', () => {
  test('has the most tense countries first, and each dyad on both sides of the diagonal', async () => {
    const viewer = await everybody()
    const grid = await countryGrid(viewer)
    const { rows } = await overviewPage(viewer)
    expect(grid.countries.slice(0, 2).sort()).toEqual(['AZE', 'RUS'])
    expect(grid.countries).toHaveLength(4)
    expect(grid.cells).toHaveLength(6)
    const cell = grid.cells.find(({ row, column }) => row === 'RUS' && column === 'AZE')
    expect(cell?.figure).toBe(rows[0].shown.close)
    expect(cell).toMatchObject({ dyadId: 'AZE-RUS', covered: true, band: rows[0].shown.figures.band.name })
    expect(grid.cells.find(({ dyadId }) => dyadId === 'GEO-RUS')?.covered).toBe(false)
  })

  test('by direction has what the row’s acts add', async () => {
    const viewer = await everybody()
    for (const week of [undefined, weekIdOf(today - 60)]) {
      const grid = await countryGrid(viewer, { figure: 'direction', week })
      const dyad = await dyadView(viewer, 'AZE-RUS', { week: weekIdOf(grid.weekStart) })
      const figure = (row: string, column: string) =>
        grid.cells.find((cell) => cell.row === row && cell.column === column)?.figure
      const shown =
        dyad.shown.coverage === 'not_checked'
          ? await dyadView(viewer, 'AZE-RUS', {
              week: weekIdOf(grid.cells.find(({ dyadId }) => dyadId === 'AZE-RUS')?.shownWeek ?? 0),
            })
          : dyad
      const { forward, backward } = shown.shown.figures.direction
      expect([figure('AZE', 'RUS'), figure('RUS', 'AZE')]).toEqual([forward.contribution, backward.contribution])
    }
  })

  test('can be narrowed to a country and its counterparts, the country first', async () => {
    const grid = await countryGrid(await everybody(), { with: 'ARM' })
    expect([grid.countries, grid.total]).toEqual([['ARM', 'AZE'], 2])
    expect((await countryGrid(await everybody(), { with: 'SGP' })).countries).toEqual([])
  })

  test('as of now is computed to the same cells as are stored, in either figure', async () => {
    const viewer = await everybody()
    for (const figure of ['close', 'direction'] as const) {
      const stored = await countryGrid(viewer, { figure })
      const known = await countryGrid(viewer, { figure, asOf: { moment: new Date(), method: 'then' } })
      expect(known.cells).toEqual(stored.cells)
    }
  })

  test('shows thirty countries at once and the rest on further pages', async () => {
    const reviewer = await viewerWith('reviewer')
    for (let index = 0; index < 20; index++) {
      const [actor, target] = [COUNTRY_CODES[100 + 2 * index], COUNTRY_CODES[101 + 2 * index]]
      const input = makeIncident({ actor, target, code: 'DIP+1', date: isoOf(today) })
      await importIncident(reviewer, `M-${index}`, { status: 'approved', input }, 'test')
    }
    const viewer = await everybody()
    const [first, second, beyond] = [1, 2, 9].map((page) => countryGrid(viewer, { page }))
    expect((await first).countries).toHaveLength(30)
    const all = [...(await first).countries, ...(await second).countries]
    expect(new Set(all).size).toBe((await first).total)
    expect((await beyond).page).toBe(2)
  })
})
