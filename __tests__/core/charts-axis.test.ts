import fc from 'fast-check'
import { scoreDomain, scoreTicks, timeTicks } from '@/lib/charts/axis'
import { bandZones } from '@/lib/charts/bands'
import { windowOf } from '@/lib/charts/window'
import { dayOf } from '@/lib/core/calendar'
import { bandsOf, DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { CASE_BANDS, FIRST_MONDAY, plainWeek } from './charts-case'

/** The bands of a method that is quicker to speak of tension. */
const OTHER_BANDS = bandsOf({
  bandLimits: { ...DEFAULT_PARAMETERS.bandLimits, cooperative: -1, strained: 2, tense: 12.5, severe: 14 },
})

test('the axis is 0 to 100 and reaches below 0 only where a score does', () => {
  expect(scoreDomain([])).toEqual([0, 100])
  expect(scoreDomain([0, 12, 99.9])).toEqual([0, 100])
  expect(scoreDomain([-0.1, 40])).toEqual([-25, 100])
  expect(scoreDomain([-26])).toEqual([-50, 100])
  expect(scoreDomain([-99.9])).toEqual([-100, 100])
})

test('the ticks of the score are the edges of the bands', () => {
  expect(scoreTicks(CASE_BANDS, [0, 100])).toEqual([0, 10, 25, 50, 75, 90, 100])
  expect(scoreTicks(CASE_BANDS, [-25, 100])).toEqual([-25, -10, 0, 10, 25, 50, 75, 90, 100])
})

test('edges of bands that would run into the ends, zero or each other have no tick', () => {
  expect(scoreTicks(OTHER_BANDS, [0, 100])).toEqual([0, 12.5, 75, 90, 100])
})

test('the bands fill the axis without a gap', () => {
  for (const domain of [
    [0, 100],
    [-50, 100],
  ] as [number, number][]) {
    const zones = bandZones(CASE_BANDS, domain)
    expect(zones[0].from).toBe(domain[0])
    expect(zones.at(-1)?.to).toBe(100)
    for (let index = 1; index < zones.length; index++) expect(zones[index].from).toBe(zones[index - 1].to)
  }
  expect(bandZones(OTHER_BANDS, [0, 100])[1]).toEqual({ name: 'Strained', from: 2, to: 12.5 })
  expect(bandZones(CASE_BANDS, [0, 100]).map(({ name }) => name)).not.toContain('Cooperative')
})

test('up to half a year the axis of time names weeks, the latest always, the year where it begins', () => {
  const ticks = timeTicks(dayOf('2024-12-02'), dayOf('2025-01-26'), 4)
  expect(ticks.map(({ label }) => label)).toEqual(['2024-W50', 'W52', '2025-W02', 'W04'])
  expect(ticks.at(-1)?.day).toBe(dayOf('2025-01-26'))
})

test('beyond half a year it names months, and leaves out what has no room', () => {
  expect(timeTicks(dayOf('2024-11-25'), dayOf('2025-07-27'), 12).map(({ label }) => label)).toEqual([
    'Dec 2024',
    'Jan 2025',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
  ])
  expect(timeTicks(dayOf('2024-11-25'), dayOf('2025-07-27'), 3).map(({ label }) => label)).toEqual([
    'Jan 2025',
    'Apr',
    'Jul',
  ])
})

test('a range counts back from the last covered week, not from an empty today', () => {
  const weeks = Array.from({ length: 200 }, (_, index) => {
    return plainWeek(FIRST_MONDAY + 7 * index, index < 130 ? 'checked' : 'not_checked')
  })
  const shown = weeks[129].weekStart
  expect(windowOf(weeks, shown, '52')).toEqual({ from: 78, to: 132, hidden: 67, hiddenCovered: 0 })
  expect(windowOf(weeks, shown, '13')).toEqual({ from: 117, to: 132, hidden: 67, hiddenCovered: 0 })
  expect(windowOf(weeks, shown, 'all')).toEqual({ from: 0, to: 199, hidden: 0, hiddenCovered: 0 })
})

test('a week inside the range leaves the chart where it is; one outside moves it there', () => {
  const weeks = Array.from({ length: 200 }, (_, index) => plainWeek(FIRST_MONDAY + 7 * index))
  const rest = windowOf(weeks, weeks[199].weekStart, '26')
  expect(rest).toEqual({ from: 174, to: 199, hidden: 0, hiddenCovered: 0 })
  expect(windowOf(weeks, weeks[180].weekStart, '26')).toEqual(rest)
  expect(windowOf(weeks, weeks[100].weekStart, '26')).toEqual({ from: 75, to: 103, hidden: 96, hiddenCovered: 96 })
})

test('a few unchecked weeks at the end are drawn one by one', () => {
  const weeks = Array.from({ length: 20 }, (_, index) => {
    return plainWeek(FIRST_MONDAY + 7 * index, index < 16 ? 'incidents' : 'not_checked')
  })
  expect(windowOf(weeks, weeks[15].weekStart, '13')).toEqual({ from: 3, to: 19, hidden: 0, hiddenCovered: 0 })
})

test('every window holds the shown week and stays inside the record', () => {
  const coverage = fc.constantFrom('checked', 'incidents', 'not_checked') as fc.Arbitrary<'checked' | 'not_checked'>
  const range = fc.constantFrom('13', '26', '52', 'all') as fc.Arbitrary<'13' | 'all'>
  fc.assert(
    fc.property(fc.array(coverage, { minLength: 1, maxLength: 150 }), fc.nat(), range, (coverages, at, chosen) => {
      const weeks = coverages.map((one, index) => plainWeek(FIRST_MONDAY + 7 * index, one))
      const shown = at % weeks.length
      const { from, to, hidden } = windowOf(weeks, weeks[shown].weekStart, chosen)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(from).toBeLessThanOrEqual(shown)
      expect(to).toBeGreaterThanOrEqual(shown)
      expect(to + hidden).toBe(weeks.length - 1)
    }),
  )
})
