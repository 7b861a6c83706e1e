import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { fieldErrorsOf } from '@/lib/form-action'
import { filterQuery, parseFilter } from '@/lib/incidents/filter'
import { incidentSchema } from '@/lib/incidents/schema'

const valid = {
  actor: 'AZE',
  target: 'RUS',
  date: '2025-07-01',
  code: 'DIP+2',
  credibility: 1,
  confidence: 'high',
  title: 'Baku summons the Russian ambassador',
  sources: [{ outlet: 'Report.az', reliability: 'B' }],
}

function errorsOf(fields: object): Record<string, string[]> {
  const parsed = incidentSchema.safeParse({ ...valid, ...fields })
  return parsed.success ? {} : fieldErrorsOf(parsed.error.issues)
}

test('a plain incident is accepted and its gaps are filled', () => {
  expect(incidentSchema.parse(valid)).toMatchObject({
    kind: 'incident',
    mutual: false,
    dateEnd: '',
    tags: [],
    respondsTo: '',
  })
})

test.each([
  ['a date in the future', { date: isoOf(todayUtc() + 2) }, 'date'],
  ['a date before 1900', { date: '1899-12-31' }, 'date'],
  ['a day that does not exist', { date: '2025-02-30' }, 'date'],
  ['an end before its start', { dateEnd: '2025-06-30' }, 'dateEnd'],
  ['an end of what still goes on', { dateEnd: '2025-07-02', ongoing: true }, 'dateEnd'],
  ['an actor that is its own target', { target: 'AZE' }, 'target'],
  ['an unknown country', { actor: 'XYZ' }, 'actor'],
  ['an unknown target', { target: 'QQQ' }, 'target'],
  ['an unknown indicator', { code: 'ABC+1' }, 'code'],
  ['a rung outside the ladder', { code: 'DIP+6' }, 'code'],
  ['a rung of 0', { code: 'DIP+0' }, 'code'],
  ['no indicator', { code: '' }, 'code'],
  ['an over-long title', { title: 'x'.repeat(201) }, 'title'],
  ['an over-long note', { note: 'x'.repeat(5001) }, 'note'],
  ['a credibility of 7', { credibility: 7 }, 'credibility'],
  ['no source', { sources: [] }, 'sources'],
  ['a source without an outlet', { sources: [{ outlet: ' ', reliability: 'B' }] }, 'sources.0.outlet'],
  ['a source graded G', { sources: [{ outlet: 'x', reliability: 'G' }] }, 'sources.0.reliability'],
  [
    'an address that a browser would run',
    { sources: [{ outlet: 'x', reliability: 'B', url: 'javascript:alert(1)' }] },
    'sources.0.url',
  ],
  ['an interval without its ends', { datePrecision: 'interval' }, 'dateEarliest'],
  [
    'a date outside its interval',
    { datePrecision: 'interval', dateEarliest: '2025-07-02', dateLatest: '2025-07-03' },
    'dateEarliest',
  ],
  [
    'an interval that runs backwards',
    { datePrecision: 'interval', dateEarliest: '2025-07-03', dateLatest: '2025-06-01' },
    'dateLatest',
  ],
  ['an answer without its basis', { respondsTo: 'RA-001' }, 'respondsBasis'],
  ['context without a dyad', { kind: 'context', actor: 'TUR', target: '', code: '' }, 'dyadId'],
])('refuses %s, at its field', (_, fields, field) => {
  expect(Object.keys(errorsOf(fields))).toContain(field)
})

test('tomorrow is accepted, for it is tomorrow already somewhere', () => {
  expect(errorsOf({ date: isoOf(todayUtc() + 1) })).toEqual({})
})

test('all faults are shown at once, those between fields too', () => {
  expect(Object.keys(errorsOf({ target: 'AZE', dateEnd: '2025-01-01', title: '' })).sort()).toEqual([
    'dateEnd',
    'target',
    'title',
  ])
})

test.each([null, 'text', 7, []])('refuses %p, which is no incident, without falling over', (input) => {
  expect(incidentSchema.safeParse(input).success).toBe(false)
})

test('a third country’s act is accepted as context of a dyad', () => {
  expect(errorsOf({ kind: 'context', dyadId: 'AZE-RUS', actor: 'TUR', target: '', code: '' })).toEqual({})
})

test('a filter survives the way through the address bar', () => {
  const query =
    '?q=sputnik&dyad=AZE-RUS&category=media&rungMin=-2&direction=RUS%3EAZE&from=2025-01-01&sort=points&order=asc'
  expect(filterQuery(parseFilter(new URLSearchParams(query)))).toBe(query)
})

test('nonsense in the address bar is left out rather than refused', () => {
  const filter = parseFilter({
    dyad: 'x',
    category: 'nope',
    rungMin: '9',
    from: '2025-02-30',
    sort: 'drop table',
    q: '',
  })
  expect(filterQuery(filter)).toBe('')
})
