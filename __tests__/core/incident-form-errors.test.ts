import { formPaths, judge, labelOf } from '@/components/incidents/form/field-errors'
import { incidentResolver } from '@/components/incidents/form/resolver'
import { partText } from '@/components/incidents/part-text'
import { emptySource, emptyValues } from '@/lib/incidents/form-defaults'
import { type FormValues, inputOf } from '@/lib/incidents/form-values'
import { incidentSchema } from '@/lib/incidents/schema'

const good: FormValues = {
  ...emptyValues(),
  actor: 'AZE',
  target: 'RUS',
  date: '2025-07-01',
  code: 'MED+4',
  credibility: '1',
  confidence: 'high',
  title: 'Newsroom raided',
  sources: [emptySource('Report.az', 'C')],
}

const faults = (change: Partial<FormValues>) => judge({ ...good, ...change }).errors ?? {}

test('an empty form names every field that has to be filled, in words', () => {
  expect(judge(emptyValues()).errors).toMatchObject({
    actor: 'Choose the actor',
    target: 'Choose the target',
    date: 'Give the date',
    code: 'Choose an indicator',
    title: 'Give a title of at least 3 characters',
    credibility: 'Choose a credibility from 1 to 6',
    'sources.0.outlet': 'Name the outlet',
    'sources.0.reliability': 'Choose a reliability from A to F',
  })
})

test('a whole form has no faults and is the incident that is sent', () => {
  const judged = judge(good)
  expect(judged.errors).toBeNull()
  expect(judged.input).toEqual(incidentSchema.parse(inputOf(good)))
})

test('a fault is said at the field that has it', () => {
  expect(faults({ target: 'AZE' })).toEqual({ target: 'Actor and target must differ' })
  expect(faults({ date: '2999-01-01' })).toEqual({ date: 'The date lies in the future' })
  expect(faults({ dateEnd: '2025-06-01' })).toEqual({ dateEnd: 'The end lies before the start' })
  expect(faults({ code: 'MED+9' })).toEqual({ code: 'No such indicator in the codebook' })
  expect(faults({ sources: [{ ...emptySource('Report.az', 'C'), url: 'report.az' }] })).toEqual({
    'sources.0.url': 'The address must start with http:// or https://',
  })
})

test('what is wrong with a month is said at the month', () => {
  expect(faults({ datePrecision: 'month', month: '' })).toMatchObject({ month: 'Give the month as YYYY-MM' })
})

test('leaving an empty field says nothing yet, leaving a wrong one does', async () => {
  const options = { fields: {}, shouldUseNativeValidation: false }
  const left = await incidentResolver(emptyValues(), undefined, { ...options, names: ['title'] })
  expect(left.errors).not.toHaveProperty('title')
  const wrong = await incidentResolver({ ...good, title: 'ab' }, undefined, { ...options, names: ['title'] })
  expect(wrong.errors).toHaveProperty('title.message', 'Give a title of at least 3 characters')
  const sent = await incidentResolver(emptyValues(), undefined, options)
  expect(sent.errors).toHaveProperty('title')
  expect(sent.errors).toHaveProperty('sources.0.outlet.message', 'Name the outlet')
})

test('the server’s faults land at the form’s fields', () => {
  expect(formPaths({ 'incident.sources.0.url': ['Bad.'], respondsTo: ['Gone.', 'Try again.'] })).toEqual({
    'sources.0.url': 'Bad.',
    respondsTo: 'Gone. Try again.',
  })
  expect(labelOf('sources.1.url')).toBe('Source 2: address')
  expect(labelOf('respondsTo')).toBe('Answers')
})

test('a part of an incident reads as a person would say it', () => {
  const input = incidentSchema.parse({
    ...inputOf(good),
    datePrecision: 'interval',
    dateEarliest: '2025-06-28',
    dateLatest: '2025-07-03',
  })
  expect(partText(input, 'when')).toBe('28 Jun – 3 Jul 2025, counted from 1 Jul 2025')
  expect(partText(input, 'who')).toBe('Azerbaijan → Russia')
  expect(partText(input, 'sources')).toBe('Report.az (C)')
  expect(partText(input, 'note')).toBe('')
})
