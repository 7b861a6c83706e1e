import { askedAsOf, readAsOf, whyNoMoment } from '@/lib/as-of/schema'
import { standStillAt } from '../support/clock'

standStillAt(new Date('2026-03-10T09:30:00Z'))

test('a date stands for the end of that day in UTC, and today for now', () => {
  expect(readAsOf({ asOf: '2026-03-01' })).toEqual({ moment: new Date('2026-03-01T23:59:59.999Z'), method: 'then' })
  expect(readAsOf({ asOf: '2026-03-10' })?.moment).toEqual(new Date('2026-03-10T09:30:00Z'))
})

test('an instant is taken as it is, in whatever zone it is written', () => {
  const moment = new Date('2026-03-01T14:05:00Z')
  expect(readAsOf({ asOf: '2026-03-01T14:05Z', method: 'now' })).toEqual({ moment, method: 'now' })
  expect(readAsOf({ asOf: '2026-03-01T15:05:00.000+01:00' })?.moment).toEqual(moment)
})

test.each([
  ['2026-03-11', 'That moment lies in the future'],
  ['2026-03-10T09:30:01Z', 'That moment lies in the future'],
  ['1899-12-31', 'That moment is before 1900'],
  ['2026-02-30', 'Give a date (YYYY-MM-DD) or an instant such as 2025-02-03T14:05Z'],
  ['2026-02-30T10:00Z', 'Give a date (YYYY-MM-DD) or an instant such as 2025-02-03T14:05Z'],
  ['yesterday', 'Give a date (YYYY-MM-DD) or an instant such as 2025-02-03T14:05Z'],
])('%s is refused with a sentence, and an address that holds it is read as if it did not', (asOf, sentence) => {
  expect(readAsOf({ asOf })).toBeUndefined()
  expect(whyNoMoment({ asOf })).toBe(sentence)
  expect(() => askedAsOf({ asOf })).toThrow(
    expect.objectContaining({ code: 'INVALID', fieldErrors: { asOf: [sentence] } }),
  )
})

test('no moment, or an empty one, asks for what counts now', () => {
  expect(askedAsOf({})).toBeUndefined()
  expect(askedAsOf({ asOf: '' })).toBeUndefined()
  for (const asOf of [undefined, '', '2026-03-01']) expect(whyNoMoment({ asOf })).toBeNull()
})

test('a method that is neither that of then nor that of now is refused', () => {
  expect(() => askedAsOf({ asOf: '2026-03-01', method: 'best' })).toThrow(expect.objectContaining({ code: 'INVALID' }))
})
