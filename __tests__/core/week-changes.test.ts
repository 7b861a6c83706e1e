import { dayOf } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS, pointsOn, scoreOf, type Term, termOf } from '@/lib/core/scoring'
import { partsBetween, strongestDown, strongestUp } from '@/lib/weeks/changes'
import golden from '../golden/reference-scores.json'
import { caseIncidents } from './signals-case'

const terms = (): Term[] =>
  caseIncidents()
    .map((incident) => termOf(incident, 'AZE-RUS', DEFAULT_PARAMETERS))
    .filter((term) => term !== null)

const totalOn = (list: Term[], day: number) => list.reduce((sum, term) => sum + pointsOn(term, day), 0)

function partsOf(from: string, to: string) {
  const list = terms()
  const [a, b] = [dayOf(from), dayOf(to)]
  const days = [
    { day: a, points: totalOn(list, a) },
    { day: b, points: totalOn(list, b) },
  ] as const
  return { parts: partsBetween(list, ...days, DEFAULT_PARAMETERS), days }
}

test.each(Object.entries(golden.waterfall))('parts of the change %s equal the reference to 1e-9', (span, expected) => {
  const [from, to] = span.split('..')
  const { parts } = partsOf(from, to)
  const byId = new Map(parts.map(({ id, change }) => [id, change]))
  for (const [id, change] of Object.entries(expected.byIncident)) expect(byId.get(id) ?? 0).toBeCloseTo(change, 9)
})

test('parts add up to the change, over any span', () => {
  const { parts, days } = partsOf('2025-01-12', '2025-07-06')
  const [from, to] = days.map(({ points }) => scoreOf(points, DEFAULT_PARAMETERS))
  expect(parts.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(to - from, 9)
})

test('the four weeks to the peak were raised most by the raid, the arrests, the case and the cultural ban', () => {
  const { parts } = partsOf('2025-06-08', '2025-07-06')
  expect(strongestUp(parts, 5).map(({ id }) => id)).toEqual(['RA-010', 'RA-023', 'RA-020', 'RA-022', 'RA-016'])
})

test('the strongest up only raise, the strongest down only lower, and what is older is not fresh', () => {
  const { parts } = partsOf('2025-06-29', '2025-07-06')
  expect(strongestUp(parts, 99).every(({ change, fresh }) => change > 0 && fresh)).toBe(true)
  const down = strongestDown(parts, 99)
  expect(down.length).toBeGreaterThan(0)
  expect(down.every(({ change, fresh }) => change < 0 && !fresh)).toBe(true)
})
