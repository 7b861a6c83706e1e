import { commandOf } from '@/components/incidents/form/shortcuts'
import { isCountry } from '@/lib/countries'
import {
  answeredIn,
  emptySource,
  emptyValues,
  firstEmptyField,
  lastEntryOf,
  nextValues,
  prefillFrom,
  startValues,
} from '@/lib/incidents/form-defaults'
import type { FormValues } from '@/lib/incidents/form-values'

const typed: FormValues = {
  ...emptyValues(),
  actor: 'AZE',
  target: 'RUS',
  date: '2025-07-01',
  code: 'MED+5',
  credibility: '1',
  confidence: 'high',
  title: 'Two journalists arrested',
  summary: 'In Baku.',
  note: 'Check the second name.',
  tags: 'media',
  respondsTo: 'RA-010',
  respondsBasis: 'analyst',
  sources: [
    { ...emptySource('Report.az', 'C'), date: '2025-07-01', url: 'https://report.az/1', quote: 'They were led away.' },
  ],
}

test('a new form starts with pair, outlet and grades of the last entry, and with nothing it said', () => {
  const values = startValues(lastEntryOf(typed), {})
  expect(values).toMatchObject({ actor: 'AZE', target: 'RUS', credibility: '1', confidence: 'high' })
  expect(values.sources).toEqual([emptySource('Report.az', 'C')])
  expect(values).toMatchObject({ code: '', title: '', summary: '', date: '', respondsTo: '' })
})

test('without a last entry nothing is invented', () => {
  expect(startValues(undefined, {})).toEqual(emptyValues())
})

test('what the address asks for overrules the last entry, and never mixes with half of its pair', () => {
  const last = lastEntryOf(typed)
  expect(startValues(last, { actor: 'ARM', target: 'TUR' })).toMatchObject({ actor: 'ARM', target: 'TUR' })
  expect(startValues(last, { actor: 'ARM' })).toMatchObject({ actor: 'ARM', target: '' })
})

test('save and next keeps pair, date, source and tags, and clears what told of the one act', () => {
  const next = nextValues(typed)
  expect(next).toMatchObject({ actor: 'AZE', target: 'RUS', date: '2025-07-01', tags: 'media', credibility: '1' })
  expect(next.sources).toEqual([{ ...typed.sources[0], quote: '' }])
  expect(next).toMatchObject({ code: '', title: '', summary: '', note: '', respondsTo: '', respondsBasis: '' })
  expect(firstEmptyField(next)).toBe('code')
})

test('the form begins in the first field that has to be filled and is not', () => {
  expect(firstEmptyField(emptyValues())).toBe('actor')
  expect(firstEmptyField(startValues(lastEntryOf(typed), {}))).toBe('date')
  expect(firstEmptyField({ ...typed, title: '' })).toBe('title')
  expect(firstEmptyField({ ...emptyValues(), kind: 'context', actor: 'TUR' })).toBe('dyadId')
})

test('the address prefills a pair by its codes or its dyad, and ignores what is no country', () => {
  expect(prefillFrom({ actor: 'rus', target: 'aze' }, undefined, isCountry)).toEqual({ actor: 'RUS', target: 'AZE' })
  expect(prefillFrom({ dyad: 'AZE-RUS' }, undefined, isCountry)).toEqual({ actor: 'AZE', target: 'RUS' })
  expect(prefillFrom({ dyad: 'AZE-RUS', actor: 'RUS' }, undefined, isCountry)).toEqual({ actor: 'RUS', target: 'AZE' })
  expect(prefillFrom({ actor: 'QQQ', target: 'RUS', date: 'soon' }, undefined, isCountry)).toEqual({ target: 'RUS' })
  expect(prefillFrom({}, undefined, isCountry)).toEqual({})
})

test('logging the answer swaps actor and target and links the two on the analyst’s word', () => {
  const answered = { id: 'RA-010', actor: 'RUS', target: 'AZE' }
  expect(prefillFrom({ answers: 'AZE-RUS/RA-010' }, answered, isCountry)).toEqual({
    actor: 'AZE',
    target: 'RUS',
    respondsTo: 'RA-010',
    respondsBasis: 'analyst',
  })
  expect(answeredIn({ answers: 'AZE-RUS/RA-010' })).toEqual({ dyadId: 'AZE-RUS', id: 'RA-010' })
  for (const answers of ['RUS-AZE/RA-010', 'AZE-RUS', 'AZE-RUS/', 'AZE-RUS/a/b', undefined]) {
    expect(answeredIn({ answers })).toBeUndefined()
  }
})

test('Ctrl or ⌘ with Enter saves, with Shift too it goes on, and any other key is typing', () => {
  const press = { key: 'Enter', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
  expect(commandOf({ ...press, ctrlKey: true })).toBe('save')
  expect(commandOf({ ...press, metaKey: true })).toBe('save')
  expect(commandOf({ ...press, ctrlKey: true, shiftKey: true })).toBe('save-and-next')
  expect(commandOf({ ...press, metaKey: true, shiftKey: true })).toBe('save-and-next')
  expect(commandOf(press)).toBeNull()
  expect(commandOf({ ...press, shiftKey: true })).toBeNull()
  expect(commandOf({ ...press, ctrlKey: true, isComposing: true })).toBeNull()
  expect(commandOf({ ...press, ctrlKey: true, key: 's' })).toBeNull()
})
