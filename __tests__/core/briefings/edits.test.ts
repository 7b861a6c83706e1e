import { numbersIn, rulesThen, type SentenceEdit, sentenceOf, withEdits } from '@/lib/briefings/compose/edits'
import type { BriefingDocument, Sentence } from '@/lib/briefings/model/document'
import { caseRendering } from '../../support/briefings/fixture'
import { firstKey } from '../../support/briefings/said'

const edit = (key: string, text: string, fields: Partial<SentenceEdit> = {}): SentenceEdit => ({
  key,
  language: 'en',
  text,
  name: 'Ada',
  at: '2025-07-07T08:00:00.000Z',
  rules: '',
  figures: {},
  ...fields,
})

const sentenceIn = (document: BriefingDocument, key: string): Sentence => {
  const found = sentenceOf(document, key)
  if (!found) throw new Error(`no sentence ${key}`)
  return found
}

test.each([
  ['rose 12.8 points to 80.9', ['12.8', '80.9']],
  ['−4.0 and +3,5', ['-4.0', '3,5']],
  ['1\u202f000 draws, 79% of them', ['1000', '79%']],
  ['in 2025-W27, 10–12 July, 10-12', ['2025', '27', '10', '12', '10', '12']],
  ['58\u202f% роста', ['58%']],
  ['no number', []],
])('the numbers of “%s” are told in one spelling', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers)
})

test('an analyst’s words stand in place of the rules’, with figures and incidents kept and the rules beside them', async () => {
  const { document, figures } = await caseRendering()
  const key = firstKey(document)
  const rules = sentenceIn(document, key)
  const edited = withEdits(document, [edit(key, 'A steep rise to 80.9.')], figures)
  const sentence = sentenceIn(edited.document, key)
  expect(sentence.runs[0]).toEqual({ text: 'A steep rise to 80.9.', typed: true })
  expect([sentence.figures, sentence.incidents]).toEqual([rules.figures, rules.incidents])
  expect(sentence.by).toEqual({
    kind: 'edited',
    name: 'Ada',
    at: '2025-07-07T08:00:00.000Z',
    rules: rules.runs,
    unmatched: [],
  })
  expect(edited.lost).toEqual([])
  expect(sentenceIn(document, key)).toEqual(rules)
})

test('numbers that are none of the sentence’s figures as they are now are named', async () => {
  const before = await caseRendering()
  const key = firstKey(before.document)
  const then = rulesThen(sentenceIn(before.document, key), before.figures, 'en')
  const words = edit(key, 'It rose to 80.9, by 12.8 points; some 81 in all.', then)
  expect(withEdits(before.document, [words], before.figures).mismatches).toEqual([{ key, numbers: ['81'] }])

  const after = await caseRendering({
    change: (evidence) => {
      const [dyad] = evidence.dyads
      const last = dyad.incidents.findLast(({ startDay }) => startDay <= evidence.toWeek + 6)
      return { ...evidence, dyads: [{ ...dyad, incidents: dyad.incidents.filter((incident) => incident !== last) }] }
    },
  })
  const stale = withEdits(after.document, [words], after.figures)
  expect(stale.mismatches).toEqual([{ key, numbers: ['80.9', '12.8', '81'] }])
  const { by } = sentenceIn(stale.document, key)
  expect(by).toMatchObject({ kind: 'edited', unmatched: ['80.9', '12.8', '81'] })
})

test('an edit whose sentence is gone is kept and listed; one in another language stands nowhere', async () => {
  const { document, figures } = await caseRendering()
  const key = firstKey(document)
  const gone = edit('AZE-RUS.nowhere', 'Once said.')
  const other = edit(key, 'Сказано.', { language: 'ru' })
  const edited = withEdits(document, [gone, other], figures)
  expect(edited.lost).toEqual([gone])
  expect(edited.document).toEqual(document)
})

test('a sentence that is edited again keeps what the rules said, not the first edit', async () => {
  const { document, figures } = await caseRendering()
  const key = firstKey(document)
  const rules = rulesThen(sentenceIn(document, key), figures, 'en')
  const edited = withEdits(document, [edit(key, 'Once.')], figures)
  expect(rulesThen(sentenceIn(edited.document, key), figures, 'en')).toEqual(rules)
  expect(rules.figures['AZE-RUS.close']).toBe('80.9')
})

test('controls and marks that turn the direction of text do not get into a document by an edit', async () => {
  const { document, figures } = await caseRendering()
  const key = firstKey(document)
  const edited = withEdits(document, [edit(key, 'Left\u202eright\u0000.')], figures)
  expect(sentenceIn(edited.document, key).runs[0].text).toBe('Leftright.')
})
