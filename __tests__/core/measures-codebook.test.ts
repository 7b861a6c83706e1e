import { INDICATORS, MEASURE_KINDS, MEASURE_RULINGS, measureRuleOf } from '@/lib/core/codebook'

const standing = Object.keys(MEASURE_RULINGS).filter((code) => measureRuleOf(code) !== null)

test('each escalatory indicator is ruled on with a reason, and no other', () => {
  const escalatory = INDICATORS.filter(({ rung }) => rung > 0).map(({ code }) => code)
  expect(Object.keys(MEASURE_RULINGS)).toEqual(escalatory)
  for (const { why } of Object.values(MEASURE_RULINGS)) expect(why).toMatch(/^[A-Z].*\.$/)
})

test('closures, bans, cases, restrictions and custody stand; words, visits, force and attacks do not', () => {
  expect(standing).toEqual([
    'DIP+4',
    'DIP+5',
    'CUL+3',
    'CUL+4',
    'CUL+5',
    'MED+4',
    'MED+5',
    'LEG+2',
    'LEG+3',
    'LEG+4',
    'LEG+5',
    'ECO+2',
    'ECO+3',
    'ECO+4',
    'ECO+5',
    'PPL+3',
    'PPL+4',
    'PPL+5',
  ])
})

test('every kind of measure is used', () => {
  expect(new Set(standing.map((code) => measureRuleOf(code)?.kind))).toEqual(new Set(MEASURE_KINDS))
})

test('a measure has a phrase for the middle of a sentence, and anchors that name a death say as far as what it stands', () => {
  for (const code of standing) expect(measureRuleOf(code)?.phrase).toMatch(/^[a-z][^.]+$/)
  expect(standing.filter((code) => measureRuleOf(code)?.onlyWhere)).toEqual(['CUL+5', 'MED+5', 'PPL+5'])
})

test('de-escalatory, unknown and inherited names begin no measure', () => {
  expect(['CUL-4', 'ABC+4', '', 'toString'].map(measureRuleOf)).toEqual([null, null, null, null])
})
