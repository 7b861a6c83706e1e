import { neighbourOf, nextToResolve } from '@/components/samples/adjudicate/next-unit'
import { optionsOf, partDiffers } from '@/components/samples/adjudicate/options'
import { rebased, touchedParts } from '@/components/samples/adjudicate/rebase'
import { coefficient, drawsWords, missingWords, signed } from '@/components/samples/agreement/figure-text'
import { draftFrom } from '@/components/samples/code/use-coding-draft'
import { isBacked } from '@/lib/samples/choice'
import { differenceOf } from '@/lib/samples/coded'
import type { CodingView } from '@/lib/samples/views'

const resolved = { revision: 2, at: '2025-07-01T00:00:00.000Z', by: 'Ada' }

const coding = (fields: Partial<CodingView>): CodingView => ({
  ...{ coderId: 'a', coder: 'Ada', at: '2025-07-01T00:00:00.000Z', codable: true, note: '' },
  ...{ category: 'diplomatic', code: 'DIP+2', rung: 2, startDay: 20270, credibility: 1, confidence: 'high' },
  ...fields,
})

test('after a unit the next one that is open follows, from the start again after the last', () => {
  const units = [
    { ordinal: 2, resolved: null },
    { ordinal: 5, resolved },
    { ordinal: 9, resolved: null },
  ]
  expect(nextToResolve(units, 2)).toBe(9)
  expect(nextToResolve(units, 9)).toBe(2)
  expect(nextToResolve([units[0], units[1]], 2)).toBeUndefined()
  expect([neighbourOf(units, 2, 1), neighbourOf(units, 9, -1), neighbourOf(units, 9, 1)]).toEqual([5, 5, undefined])
})

test('what counts now is picked by 0 and the coders by their places; who could not code it cannot be picked', () => {
  const now = { code: 'DIP+3', date: '2025-07-02', credibility: 2, confidence: 'low' as const }
  const gone = { code: null, category: null, rung: null, startDay: null, credibility: null, confidence: null }
  const codings = [
    coding({}),
    coding({ coder: 'Bo', codable: false, ...gone, note: 'gone' }),
    coding({ startDay: 20271 }),
  ]
  const options = optionsOf({ now, note: '', codings })
  expect(options.map(({ key, name }) => `${key} ${name}`)).toEqual(['0 Counts now', '1 Ada', '2 Bo', '3 Ada'])
  expect(options[1].values).toEqual({ code: 'DIP+2', date: '2025-07-01', credibility: '1', confidence: 'high' })
  expect(options[2]).toMatchObject({ values: null, note: 'gone' })
  // The coders give one indicator and two days; what counts now is not one of theirs.
  expect([partDiffers(options, 'code'), partDiffers(options, 'date')]).toEqual([false, true])
})

test('what was typed of a unit is taken up again, and anything else that storage holds is not', () => {
  const draft = { code: 'MED+4', date: '', credibility: '2', confidence: 'low', note: 'hm', uncodable: false }
  expect(draftFrom(JSON.stringify(draft))).toEqual(draft)
  expect(draftFrom(JSON.stringify({ code: 7, note: 'kept' }))).toEqual({
    ...{ code: '', date: '', credibility: '', confidence: '', note: 'kept', uncodable: false },
  })
  expect([draftFrom(null), draftFrom('7'), draftFrom('{')]).toEqual([null, null, null])
})

test('coefficients have three decimals and a true minus; what cannot be told is said in words', () => {
  expect([0.8712, -0.05, -0.0001, 1].map(coefficient)).toEqual(['0.871', '\u22120.050', '0.000', '1.000'])
  expect(missingWords({ kind: 'too-few', units: 1 })).toBe('too few (1 unit)')
  expect(missingWords({ kind: 'no-variation', units: 12 })).toBe('no variation (12 units)')
})

test('a form follows the record where nobody touched it, and says what changed', () => {
  const before = { code: 'DIP+2', date: '2025-07-01', credibility: '2', confidence: 'high' }
  const typed = { ...before, code: 'MED+4' }
  const after = { ...before, code: 'DIP+3', date: '2025-07-02' }
  const { values, changed } = rebased(typed, before, after)
  expect(values).toEqual({ date: '2025-07-02' })
  expect(changed).toHaveLength(2)
  expect(changed[0]).toMatch(/^Indicator: DIP\+3 .+, before DIP\+2 /)
  expect(rebased(typed, before, before)).toEqual({ values: {}, changed: [] })
  expect(touchedParts(typed, before)).toEqual(['code'])
})

test('a choice is backed by the record or by a coder in all four parts, or by nobody', () => {
  const now = { code: 'DIP+2', date: '2025-07-01', credibility: 1, confidence: 'high' as const }
  const theirs = { code: 'MED+4', date: '2025-07-01', credibility: 1, confidence: 'high' as const }
  const codings = [
    coding({ code: 'MED+4' }),
    coding({ code: null, startDay: null, credibility: null, confidence: null }),
  ]
  expect([now, theirs].map((choice) => isBacked(choice, now, codings))).toEqual([true, true])
  expect(isBacked({ ...theirs, date: '2025-07-02' }, now, codings)).toBe(false)
  expect(isBacked({ ...theirs, confidence: 'low' }, now, codings)).toBe(false)
})

test('what sets codings apart: the coders, their grades, the record, or that nobody could code it', () => {
  const record = { code: 'DIP+2', startDay: 20270, credibility: 1, confidence: 'high' }
  const gone = coding({ codable: false, code: null, startDay: null, credibility: null, confidence: null })
  const told = (...codings: CodingView[]) => differenceOf(codings, record)
  expect(told(coding({}))).toBeNull()
  expect(told(coding({}), coding({}))).toBe('none')
  expect(told(coding({}), coding({ startDay: 20271 }))).toBe('coders')
  expect(told(coding({}), gone)).toBe('coders')
  expect(told(coding({}), coding({ credibility: 3 }))).toBe('grades')
  expect(told(coding({ code: 'MED+4' }), coding({ code: 'MED+4' }))).toBe('record')
  expect(told(coding({ confidence: 'low' }), coding({ confidence: 'low' }))).toBe('record')
  expect(told(gone, gone)).toBe('uncodable')
})

test('draws that gave no value are told, and a mean difference has its sign', () => {
  const estimate = { value: 0, low: 0, high: 1 }
  expect(drawsWords({ ...estimate, draws: 636, leftOut: 364 })).toBe('636 of 1\u202f000 draws')
  expect(drawsWords({ ...estimate, draws: 1000, leftOut: 0 })).toBe('')
  expect([0.25, -0.1, -0.001].map(signed)).toEqual(['+0.25', '\u22120.10', '0.00'])
})
