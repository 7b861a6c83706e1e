import fc from 'fast-check'
import { CATEGORIES } from '@/lib/core/codebook'
import { DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'
import { type DraftFields, fieldsOf, mergeFields, withField } from '@/lib/method/draft-fields'
import { judgeValues, liveChanges, numberOfText, textOfNumber, valuesOf } from '@/lib/method/form-values'
import { judgeParameters } from '@/lib/method/judge-parameters'
import { changesBetween, loggedChanges } from '@/lib/method/parameter-changes'
import { numberAt, PARAMETER_FIELDS } from '@/lib/method/parameter-fields'
import { newDraftSchema, publishDraftSchema, saveDraftSchema } from '@/lib/method/schema'
import { nextVersionId } from '@/lib/method/version-id'

const DRAFT: MethodParameters = { ...DEFAULT_PARAMETERS, version: 'draft' }

/** The paths of every number in some parameters, whatever a form asks for. */
function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Parameters that may be published. */
const publishable: fc.Arbitrary<MethodParameters> = fc
  .record({
    base: between(1.01, 2.5),
    anchor: between(0.01, 10),
    halfLife: fc.record({ short: between(1, 3650), medium: between(1, 3650), long: between(1, 3650) }),
    relief: between(0, 1),
    holdCap: fc.integer({ min: 1, max: 3650 }),
    weights: fc.array(between(0.001, 5), { minLength: 8, maxLength: 8 }),
    shares: fc.array(between(0, 1), { minLength: 12, maxLength: 12 }),
    rungError: fc.record({ high: between(0, 2 / 3), moderate: between(0, 2 / 3), low: between(0, 2 / 3) }),
    below: fc.integer({ min: -999, max: -1 }),
    above: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ weights, shares: [A, B, C, D, E, F, ...credible], below, above, ...rest }) => {
    const [strained, tense, severe, crisis, rupture] = above.sort((a, b) => a - b).map((tenths) => tenths / 10)
    const [one, two, three, four, five, six] = credible
    const [diplomatic, cultural, media, legal, economic, people, security, cyber] = weights
    return {
      ...rest,
      version: 'draft',
      weight: { diplomatic, cultural, media, legal, economic, people, security, cyber },
      reliability: { A, B, C, D, E, F },
      credibility: { 1: one, 2: two, 3: three, 4: four, 5: five, 6: six },
      bandLimits: { cooperative: below / 10, strained, tense, severe, crisis, rupture },
    }
  })

test('the form asks for every number of the method, each once', () => {
  const paths = PARAMETER_FIELDS.map(({ path }) => path)
  expect([...paths].sort()).toEqual(leavesOf(DEFAULT_PARAMETERS).sort())
  expect(new Set(paths).size).toBe(36)
})

test('what the form is filled with gives back the same parameters to the last bit', () => {
  expect(judgeValues(valuesOf(DEFAULT_PARAMETERS))).toEqual({ ok: true, parameters: DRAFT })
  fc.assert(
    fc.property(publishable, (parameters) => {
      const judged = judgeValues(valuesOf(parameters))
      expect(judged.ok && changesBetween(parameters, judged.parameters)).toEqual([])
    }),
  )
})

test.each([
  ['2', 2],
  [' 0,5 ', 0.5],
  ['.5', 0.5],
  ['5.', 5],
  ['−10', -10],
  ['-10', -10],
  ['1e-7', 1e-7],
  ['', null],
  ['two', null],
  ['1.2.3', null],
  ['1 000', null],
  ['0x10', null],
  ['Infinity', null],
])('the text %j stands for %j', (text, number) => {
  expect(numberOfText(text)).toBe(number)
})

test('a number is written with a true minus and all its digits', () => {
  expect([-10, 2 / 3, 1e-7].map(textOfNumber)).toEqual(['−10', '0.6666666666666666', '1e-7'])
})

test.each<[string, string, string]>([
  ['base', '1', 'More than 1, at most 4.'],
  ['base', '4.01', 'More than 1, at most 4.'],
  ['base', '', 'Type a number.'],
  ['base', 'two', 'This is not a number.'],
  ['anchor', '0', 'From 0.01 to 20.'],
  ['anchor', '20.5', 'From 0.01 to 20.'],
  ['anchor', '1e999', 'This is not a number.'],
  ['halfLife.short', '0', 'From 1 to 3650 days.'],
  ['halfLife.long', '3651', 'From 1 to 3650 days.'],
  ['relief', '1.01', 'From 0 to 1.'],
  ['holdCap', '90.5', 'A whole number of days.'],
  ['holdCap', '0', 'From 1 to 3650 days.'],
  ['weight.media', '-1', 'From 0 to 5.'],
  ['reliability.A', '1.1', 'From 0 to 1.'],
  ['credibility.6', '−0.1', 'From 0 to 1.'],
  ['rungError.low', '0.67', 'From 0 to two thirds.'],
  ['bandLimits.strained', '10.25', 'One decimal at most, as scores are shown.'],
  ['bandLimits.rupture', '100', 'From −99.9 to 99.9.'],
  ['bandLimits.cooperative', '0', 'Below 0, which is Calm.'],
  ['bandLimits.strained', '0', 'Above 0, which is Calm.'],
  ['bandLimits.tense', '10', 'More than the limit before it, 10.'],
  ['bandLimits.rupture', '75', 'More than the limit before it, 75.'],
])('%s of %j is refused in a sentence of its field', (path, text, message) => {
  const judged = judgeValues({ ...valuesOf(DEFAULT_PARAMETERS), [path]: text })
  expect(judged).toEqual({ ok: false, faults: [{ path, message }] })
})

test('the ends of the ranges themselves are allowed', () => {
  const ends = { base: '1.001', anchor: '20', 'halfLife.long': '3650', holdCap: '1', relief: '0', 'weight.cyber': '5' }
  const chances = { 'rungError.high': '0', 'rungError.low': textOfNumber(2 / 3) }
  expect(judgeValues({ ...valuesOf(DEFAULT_PARAMETERS), ...ends, ...chances }).ok).toBe(true)
})

test('faults of several fields are told at once', () => {
  const judged = judgeValues({ ...valuesOf(DEFAULT_PARAMETERS), base: '9', relief: '', 'weight.media': 'x' })
  expect(!judged.ok && judged.faults.map(({ path }) => path)).toEqual(['base', 'relief', 'weight.media'])
  const bands = judgeValues({ ...valuesOf(DEFAULT_PARAMETERS), 'bandLimits.tense': '60', 'bandLimits.rupture': '70' })
  expect(!bands.ok && bands.faults.map(({ path }) => path)).toEqual(['bandLimits.severe', 'bandLimits.rupture'])
})

test('weights that let nothing count are refused, and so is a scale whose sums would not be exact', () => {
  const none = Object.fromEntries(CATEGORIES.map((category) => [category, 0]))
  expect(judgeParameters({ ...DRAFT, weight: none })).toEqual({
    ok: false,
    faults: [{ path: 'weight.diplomatic', message: 'At least one category has to count.' }],
  })
  expect(judgeParameters({ ...DRAFT, weight: { ...none, cyber: 0.1 } }).ok).toBe(true)
  expect(judgeParameters({ ...DRAFT, base: 4, anchor: 2 }).ok).toBe(true)
  expect(judgeParameters({ ...DRAFT, base: 4, anchor: 3 })).toEqual({
    ok: false,
    faults: [{ path: 'anchor', message: 'A × b⁴ is 768 points; at most 512, so that sums stay exact.' }],
  })
  expect(judgeParameters({ ...DRAFT, base: 2.5, weight: { ...none, cyber: 5 } }).ok).toBe(true)
  expect(judgeParameters({ ...DRAFT, base: 3, weight: { ...none, cyber: 5 } })).toEqual({
    ok: false,
    faults: [{ path: 'weight.cyber', message: 'w × b⁴ is 405 points; at most 256, so that sums stay exact.' }],
  })
})

test.each([[null], ['text'], [[]], [{ base: 2 }]])('%j is no set of parameters', (input) => {
  expect(judgeParameters(input).ok).toBe(false)
})

test('an action reads parameters by the same rules, and names their faults under their path', () => {
  const draft = { title: 'Longer memory', parameters: { ...DRAFT, unknown: 1 } }
  expect(newDraftSchema.parse(draft)).toEqual({ title: 'Longer memory', note: '', parameters: DRAFT })
  const faulty = { ...draft.parameters, halfLife: { ...DRAFT.halfLife, short: 0 } }
  const save = { id: crypto.randomUUID(), baseRevision: 1, title: ' x ', note: '', parameters: faulty }
  const issues = saveDraftSchema.safeParse(save).error?.issues.map(({ path, message }) => [path.join('.'), message])
  expect(issues).toEqual([
    ['title', 'Say in a few words what the draft is about.'],
    ['parameters.halfLife.short', 'From 1 to 3650 days.'],
  ])
})

test('a reason of fewer than ten characters is none', () => {
  const publication = { id: crypto.randomUUID(), baseRevision: 1, reason: '  too few  ' }
  expect(publishDraftSchema.safeParse(publication).success).toBe(false)
  expect(publishDraftSchema.safeParse({ ...publication, reason: 'just enough' }).success).toBe(true)
})

test('the version after a version is the next minor one by number, not by text', () => {
  expect(nextVersionId(['0.1'])).toBe('0.2')
  expect(nextVersionId(['0.10', '0.9', '0.2'])).toBe('0.11')
  expect(nextVersionId(['0.12', '1.0'])).toBe('1.1')
  expect(() => nextVersionId(['first'])).toThrow(RangeError)
})

test('a difference names each changed number once, and what a version is called is none', () => {
  const later = { ...DRAFT, version: '9.9', anchor: 3, halfLife: { ...DRAFT.halfLife, long: 120 } }
  const changes = changesBetween(DEFAULT_PARAMETERS, later)
  expect(changes.map(({ path, before, after }) => [path, before, after])).toEqual([
    ['anchor', 2, 3],
    ['halfLife.long', 180, 120],
  ])
  expect(loggedChanges(changes)).toEqual({
    anchor: { before: 2, after: 3 },
    'halfLife.long': { before: 180, after: 120 },
  })
  expect(changesBetween(DEFAULT_PARAMETERS, DRAFT)).toEqual([])
  const typed = { ...valuesOf(DEFAULT_PARAMETERS), anchor: '3', relief: 'half' }
  expect(liveChanges(DEFAULT_PARAMETERS, typed).map(({ path, after }) => [path, after])).toEqual([
    ['anchor', 3],
    ['relief', null],
  ])
})

test('a path that names no parameter is a bug', () => {
  expect(() => numberAt(DEFAULT_PARAMETERS, 'halfLife')).toThrow('no parameter stands at halfLife')
})

describe('two people’s changes to one draft', () => {
  const base: DraftFields = fieldsOf({ title: 'A draft', note: '', basedOn: '0.1', parameters: DEFAULT_PARAMETERS })
  const of = (changes: Record<string, string>) =>
    Object.entries(changes).reduce((fields, [path, text]) => withField(fields, path, text), base)

  test('what only one of them changed is kept, whoever it was', () => {
    const { merged, clashes, taken } = mergeFields(base, of({ anchor: '3' }), of({ note: 'Because', relief: '0.4' }))
    expect(merged).toEqual(of({ anchor: '3', note: 'Because', relief: '0.4' }))
    expect([clashes, taken]).toEqual([[], 2])
  })

  test('where both changed a field, mine stands and theirs is named', () => {
    const { merged, clashes, taken } = mergeFields(base, of({ title: 'Mine', anchor: '3' }), of({ anchor: '4' }))
    expect(merged).toEqual(of({ title: 'Mine', anchor: '3' }))
    expect(clashes).toEqual([{ path: 'anchor', label: 'Anchor of the scale', mine: '3', theirs: '4' }])
    expect(taken).toBe(0)
  })

  test('the same change by both is no clash', () => {
    const both = of({ anchor: '3' })
    expect(mergeFields(base, both, both)).toEqual({ merged: both, clashes: [], taken: 0 })
  })
})
