import { dayOf } from '@/lib/core/calendar'
import { formatFault, rangeOf, readRecord, scoreRecord, termsOf } from '@/lib/core/record'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { expectClose } from './golden'

type Row = Record<string, unknown>

const params = DEFAULT_PARAMETERS
const rules = { latestDay: dayOf('2025-07-08'), params }
const makeRow = (parts: Row = {}): Row => ({
  id: 'A-1',
  date: '2025-07-01',
  actor: 'AZE',
  target: 'RUS',
  category: 'diplomatic',
  code: 'DIP+2',
  severity: 2,
  persistence: 'short',
  reliability: 'B',
  credibility: 1,
  confidence: 'high',
  status: 'approved',
  ...parts,
})

function read(input: unknown) {
  const result = readRecord(input, rules)
  if (!result.ok) throw new Error(formatFault(result.fault))
  return result.value
}

function faultOf(input: unknown): string {
  const result = readRecord(input, rules)
  return result.ok ? 'no fault' : formatFault(result.fault)
}

/** The fault of a file whose second row is the given one. */
const rowFault = (parts: Row) => faultOf([makeRow(), makeRow({ id: 'A-2', ...parts })])

const incidentOf = (parts: Row) => read([makeRow(parts)]).rows[0].incident

test('a fault names the row from 1, its id and the field on one line', () => {
  expect(rowFault({ date: '2025-02-30' })).toBe('row 2 (A-2), field date: "2025-02-30" is not a calendar date')
  expect(rowFault({ id: 'a\nb', date: 'x\ny' })).toBe('row 2 (a\\nb), field date: "x\\ny" is not a calendar date')
  expect(rowFault({ status: 'z'.repeat(500) }).length).toBeLessThan(200)
})

test.each<[string, Row]>([
  ['id', { id: undefined }],
  ['id', { id: 7 }],
  ['id', { id: 'A-1' }],
  ['kind', { kind: 'event' }],
  ['status', { status: 'open' }],
  ['actor', { actor: 'az' }],
  ['actor', { actor: undefined }],
  ['actor', { actor: 'TUR' }],
  ['target', { target: 'TUR' }],
  ['target', { target: 'AZE' }],
  ['target', { target: '' }],
  ['mutual', { mutual: 'yes' }],
  ['ongoing', { ongoing: 1 }],
  ['date', { date: undefined }],
  ['date', { date: 20250701 }],
  ['date', { date: '1899-12-31' }],
  ['date', { date: '2025-07-09' }],
  ['date_end', { date_end: '2025-06-30' }],
  ['date_end', { date_end: '2025-07-32' }],
  ['date_end', { date_end: '2025-07-09' }],
  ['date_earliest', { date_earliest: '2025-13-01' }],
  ['date_latest', { date_earliest: '2025-07-01', date_latest: '2025-06-30' }],
  ['code', { code: 'DIP+6' }],
  ['code', { code: 2 }],
  ['code', { code: undefined, category: undefined }],
  ['category', { category: 'media' }],
  ['category', { category: 'sport' }],
  ['severity', { severity: 3 }],
  ['severity', { severity: -2 }],
  ['severity', { severity: 0 }],
  ['severity', { severity: 6 }],
  ['severity', { severity: 1.5 }],
  ['severity', { severity: '2' }],
  ['severity', { code: undefined, severity: undefined }],
  ['persistence', { persistence: 'forever' }],
  ['reliability', { reliability: 'G' }],
  ['reliability', { reliability: undefined }],
  ['reliability', { reliability: undefined, sources: [] }],
  ['sources', { reliability: undefined, sources: 'A' }],
  ['sources[1].reliability', { reliability: undefined, sources: [{ reliability: 'A' }, { reliability: 'x' }] }],
  ['sources[0].reliability', { reliability: undefined, sources: ['A'] }],
  ['credibility', { credibility: 7 }],
  ['credibility', { credibility: '1.0' }],
  ['credibility', { credibility: undefined }],
  ['confidence', { confidence: 'certain' }],
])('a wrong %s is refused by name: %j', (field, parts) => {
  expect(rowFault(parts)).toMatch(new RegExp(`^row 2( \\(.*\\))?, field ${field.replace(/[[\].]/g, '\\$&')}: `))
})

test('a file of another shape is refused as a file', () => {
  expect(faultOf('text')).toMatch(/^file: /)
  expect(faultOf(null)).toMatch(/^file: /)
  expect(faultOf({})).toMatch(/^file, field incidents: /)
  expect(faultOf({ pair: ['AZE'], incidents: [] })).toMatch(/^file, field pair: /)
  expect(faultOf({ pair: ['AZE', 'AZE'], incidents: [] })).toMatch(/^file, field pair: /)
  expect(faultOf([])).toMatch(/^file, field pair: /)
  expect(faultOf([makeRow(), 'x'])).toBe('row 2: is not an object')
})

test('the file names the pair in any order, and a bare list takes it from the first incident', () => {
  expect(read({ pair: ['RUS', 'AZE'], incidents: [] }).pair).toEqual(['AZE', 'RUS'])
  expect(read([makeRow({ actor: 'RUS', target: 'AZE' })]).dyadId).toBe('AZE-RUS')
  expect(faultOf({ pair: ['ARM', 'AZE'], incidents: [makeRow()] })).toMatch(/^row 1 \(A-1\), field target: /)
})

test('what is left out takes its default', () => {
  const incident = incidentOf({ status: undefined, persistence: '', confidence: undefined, date_end: '' })
  expect(incident).toMatchObject({ status: 'approved', kind: 'incident', mutual: false, ongoing: false, endDay: null })
  expect(incident?.persistence).toBe('short')
})

test('code, or category with severity, is enough, and a persistence that is given is used', () => {
  expect(incidentOf({ category: undefined, severity: undefined })).toMatchObject({ category: 'diplomatic', rung: 2 })
  expect(incidentOf({ code: undefined, category: 'cyber', severity: -3, persistence: undefined })).toMatchObject({
    category: 'cyber',
    rung: -3,
    persistence: 'medium',
  })
  expect(incidentOf({ persistence: 'long' })?.persistence).toBe('long')
})

test('the best source counts, by the numbers of the parameters, the earlier letter of two that are alike', () => {
  const best = (...grades: string[]) =>
    incidentOf({ reliability: undefined, sources: grades.map((reliability) => ({ reliability })) })?.reliability
  expect(best('D', 'B', 'C')).toBe('B')
  expect(best('F', 'C')).toBe('C')
  expect(best('F', 'D')).toBe('F')
  expect(incidentOf({ reliability: 'C', sources: [{ reliability: 'A' }] })?.reliability).toBe('C')
})

test('credibility may be a number or its digit', () => {
  expect(incidentOf({ credibility: '3' })?.credibility).toBe(3)
})

test('a context entry may name a third country and needs no code', () => {
  const record = read([makeRow(), { id: 'C-1', kind: 'context', date: '2025-07-02', actor: 'TUR', target: 'RUS' }])
  expect(record.rows[1].incident).toBeNull()
  expect(termsOf(record, params)).toHaveLength(1)
  expect(faultOf([{ id: 'C-1', kind: 'context', date: '2025-07-02', actor: 'tur' }])).toMatch(/field actor/)
  expect(faultOf([{ id: 'C-1', kind: 'context', actor: 'TUR' }])).toMatch(/field date/)
})

test('the range runs from the first start to the latest date or end', () => {
  const { rows } = read([makeRow({ date_end: '2025-07-05' }), makeRow({ id: 'A-2', date: '2025-06-01' })])
  expect(rangeOf(rows)).toEqual({ from: dayOf('2025-06-01'), to: dayOf('2025-07-05') })
  expect(rangeOf([])).toBeUndefined()
})

const score = (rows: Row[], from = '2025-07-01') =>
  scoreRecord(read(rows), {
    from: dayOf(from),
    to: dayOf('2025-07-08'),
    grain: 'week',
    contributions: [dayOf('2025-07-02')],
    params,
  })

test('drafts, retracted incidents and context add nothing and are listed with 0', () => {
  const rows = [
    makeRow(),
    makeRow({ id: 'A-2', status: 'draft' }),
    makeRow({ id: 'A-3', status: 'retracted' }),
    makeRow({ id: 'A-4', kind: 'context' }),
  ]
  const [scored, alone] = [score(rows), score([makeRow()])]
  expect(scored.weekly).toEqual(alone.weekly)
  expect(scored.weekly?.[0]).toMatchObject({ incidents: 1, ids: ['A-1'] })
  const contributions = scored.contributions?.['2025-07-02']
  expect(contributions?.byIncident).toMatchObject({ 'A-2': 0, 'A-3': 0, 'A-4': 0 })
  expectClose(contributions?.byIncident['A-1'] ?? 0, contributions?.score ?? Number.NaN)
})

test('a joint act flows in half to each direction and counts once', () => {
  const [week] = score([makeRow({ mutual: true, credibility: 1, reliability: 'A' })]).weekly ?? []
  expect(week.inflow).toEqual({ 'AZE>RUS': 1, 'RUS>AZE': 1 })
  expect(week).toMatchObject({ inflowTotal: 2, incidents: 1 })
})

test('history before the range still counts', () => {
  const [week] = score([makeRow({ date: '2025-06-20' })]).weekly ?? []
  expect(week.incidents).toBe(0)
  expect(week.close).toBeGreaterThan(0)
})

test('an id that is a name of the language is an id like any other', () => {
  const scored = score([makeRow({ id: '__proto__' }), makeRow({ id: 'constructor' })])
  expect(Object.keys(scored.contributions?.['2025-07-02'].byIncident ?? {})).toEqual(['__proto__', 'constructor'])
})
