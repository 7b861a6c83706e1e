import { causesOf, leadsOf, peaksOf } from '@/lib/core/watch'
import { caseIncidents, caseWeeks, MONDAY } from './signals-case'
import { watchFacts, watchWeeks } from './watch-case'

test('peaks are the highest close of the record and every local one that rises by ten', () => {
  const weeks = watchWeeks([0, 20, 5, 4, 3, 2, 1, 0, 0, 0, 0, 60, 58, 61, 30])
  expect(peaksOf(weeks)).toEqual([
    { weekStart: MONDAY + 7, close: 20, highest: false },
    { weekStart: MONDAY + 91, close: 61, highest: true },
  ])
  expect(peaksOf(watchWeeks([5, 14, 5]))).toEqual([{ weekStart: MONDAY + 7, close: 14, highest: true }])
  expect(peaksOf([])).toEqual([])
})

test('the lead is counted to the peak’s Sunday from the first alert of the eight weeks before', () => {
  const facts = watchFacts({ weeks: watchWeeks([0, 12, 14, 40, 20]) })
  const peaks = peaksOf(facts.weeks)
  const early = causesOf({ kind: 'move', points: 10, way: 'up' }, facts)
  expect(leadsOf(peaks, early)).toMatchObject([{ close: 40, leadDays: 13 }])
  const late = causesOf({ kind: 'move', points: 20, way: 'up' }, facts)
  expect(leadsOf(peaks, late)).toMatchObject([{ leadDays: -1 }])
  expect(leadsOf(peaks, [])).toMatchObject([{ leadDays: null }])
})

test('of the case, a media incident at rung 4 is told before the highest week closes', () => {
  const incidents = caseIncidents()
  const weeks = caseWeeks().map(({ weekStart, close, coverage }) => ({ weekStart, close, coverage, incidents: 1 }))
  const causes = causesOf({ kind: 'incident', rung: 4, category: 'media' }, watchFacts({ weeks, incidents }))
  const highest = leadsOf(peaksOf(weeks), causes).find((peak) => peak.highest)
  expect(causes.length).toBeGreaterThan(0)
  expect(highest?.leadDays).toBeGreaterThanOrEqual(0)
})
