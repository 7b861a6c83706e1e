import fc from 'fast-check'
import { dayOf, isoOf } from '@/lib/core/calendar'
import { emptySource, emptyValues } from '@/lib/incidents/form-defaults'
import { type FormValues, inputOf, midpointOf, tagsOf, valuesOf, whenChanged } from '@/lib/incidents/form-values'
import { incidentSchema } from '@/lib/incidents/schema'

const TODAY = '2025-07-10'

const filled = (change: Partial<FormValues> = {}): FormValues => ({
  ...emptyValues(),
  actor: 'AZE',
  target: 'RUS',
  date: '2025-07-01',
  code: 'MED+4',
  credibility: '1',
  confidence: 'high',
  title: 'Newsroom raided',
  tags: 'media, arrests',
  sources: [emptySource('Report.az', 'C')],
  ...change,
})

const when = (change: Partial<FormValues>) => ({ ...filled(), ...change })

test('what the form holds parses to an incident, and that incident fills the form with the same', () => {
  const input = incidentSchema.parse(inputOf(filled()))
  expect(input).toMatchObject({ actor: 'AZE', credibility: 1, tags: ['media', 'arrests'], datePrecision: 'day' })
  expect(incidentSchema.parse(inputOf(valuesOf(input)))).toEqual(input)
})

test('an interval that was typed is not sent once the date is said to be exact', () => {
  const values = filled({ dateEarliest: '2025-06-01', dateLatest: '2025-06-30' })
  expect(inputOf(values)).toMatchObject({ dateEarliest: '', dateLatest: '' })
  expect(inputOf({ ...values, datePrecision: 'interval' })).toMatchObject({ dateEarliest: '2025-06-01' })
})

test('an answer that was taken back takes its basis with it', () => {
  expect(inputOf(filled({ respondsTo: '', respondsBasis: 'analyst' })).respondsBasis).toBe('')
})

test('a grade that was not chosen is missing, not zero', () => {
  expect(inputOf(filled({ credibility: '' })).credibility).toBeUndefined()
})

test('tags are what stands between commas, each once', () => {
  expect(tagsOf(' media,, arrests , media')).toEqual(['media', 'arrests'])
  expect(tagsOf('  ')).toEqual([])
})

test('the middle of an interval is rounded down', () => {
  expect(midpointOf('2025-01-01', '2025-01-31')).toBe('2025-01-16')
  expect(midpointOf('2025-01-01', '2025-01-02')).toBe('2025-01-01')
  expect(midpointOf('2025-01-02', '2025-01-01')).toBe('')
  expect(midpointOf('', '2025-01-01')).toBe('')
})

test('a month gives its days and counts from its middle', () => {
  const after = whenChanged(when({ datePrecision: 'month', date: '', month: '' }), { month: '2025-02' }, TODAY)
  expect(after).toMatchObject({ dateEarliest: '2025-02-01', dateLatest: '2025-02-28', date: '2025-02-14' })
})

test('the running month ends today: nothing lies in the future', () => {
  const after = whenChanged(when({ datePrecision: 'month', date: '', month: '' }), { month: '2025-07' }, TODAY)
  expect(after).toMatchObject({ dateEarliest: '2025-07-01', dateLatest: '2025-07-10', date: '2025-07-05' })
})

test('choosing the month of a date that is there keeps the date', () => {
  const after = whenChanged(when({ date: '2025-06-27' }), { datePrecision: 'month' }, TODAY)
  expect(after).toMatchObject({
    month: '2025-06',
    dateEarliest: '2025-06-01',
    dateLatest: '2025-06-30',
    date: '2025-06-27',
  })
})

test('an interval proposes its middle until the coder sets another day, which then stays', () => {
  const start = when({ datePrecision: 'interval', date: '', dateEarliest: '2025-06-01', dateLatest: '' })
  const proposed = { ...start, ...whenChanged(start, { dateLatest: '2025-06-11' }, TODAY) }
  expect(proposed.date).toBe('2025-06-06')
  const wider = { ...proposed, ...whenChanged(proposed, { dateLatest: '2025-06-21' }, TODAY) }
  expect(wider.date).toBe('2025-06-11')
  const set = { ...wider, ...whenChanged(wider, { date: '2025-06-20' }, TODAY) }
  expect(whenChanged(set, { dateEarliest: '2025-06-03' }, TODAY).date).toBe('2025-06-20')
})

test('a day that was set and falls out of a narrowed interval gives way to the middle', () => {
  const set = when({
    datePrecision: 'interval',
    date: '2025-06-20',
    dateEarliest: '2025-06-01',
    dateLatest: '2025-06-21',
  })
  expect(whenChanged(set, { dateLatest: '2025-06-11' }, TODAY).date).toBe('2025-06-06')
})

test('the proposed day always lies inside its interval', () => {
  const day = fc.integer({ min: dayOf('1990-01-01'), max: dayOf('2030-12-31') }).map(isoOf)
  fc.assert(
    fc.property(day, day, day, (date, earliest, latest) => {
      fc.pre(earliest <= latest)
      const before = when({ datePrecision: 'interval', date, dateEarliest: earliest, dateLatest: '' })
      const after = whenChanged(before, { dateLatest: latest }, TODAY)
      expect(after.date >= earliest && after.date <= latest).toBe(true)
    }),
  )
})
