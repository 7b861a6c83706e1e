import fc from 'fast-check'
import { type WordPart, wordDiff } from '@/components/incidents/word-diff-model'

const joined = (parts: WordPart[], kinds: WordPart['kind'][]) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

/** `same [-removed-] {+added+}`, to read a difference at a glance. */
const marked = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

test('two equal texts have no difference', () => {
  expect(wordDiff('Baku summons the ambassador', 'Baku summons the ambassador')).toEqual([
    { kind: 'same', text: 'Baku summons the ambassador' },
  ])
})

test('two empty texts have no parts', () => {
  expect(wordDiff('', '')).toEqual([])
})

test('a text where there was none is added whole, and one that goes is removed whole', () => {
  expect(wordDiff('', 'Two arrested')).toEqual([{ kind: 'added', text: 'Two arrested' }])
  expect(wordDiff('Two arrested', '')).toEqual([{ kind: 'removed', text: 'Two arrested' }])
})

test('a replaced word is marked by itself, what went before what came', () => {
  expect(marked('Baku summons the ambassador', 'Baku expels the ambassador')).toBe(
    'Baku [-summons-]{+expels+} the ambassador',
  )
})

test('words that change side by side are one change', () => {
  expect(marked('two Sputnik journalists held', 'seven Azerbaijani students held')).toBe(
    '[-two Sputnik journalists-]{+seven Azerbaijani students+} held',
  )
})

test('words of Azerbaijani are whole words', () => {
  expect(marked('Bakıda iki jurnalist saxlanıldı', 'Bakıda üç jurnalist saxlanıldı')).toBe(
    'Bakıda [-iki-]{+üç+} jurnalist saxlanıldı',
  )
  expect(marked('səfir çağırıldı', 'səfirə çağırıldı')).toBe('[-səfir-]{+səfirə+} çağırıldı')
})

test('words of Cyrillic are whole words, also with a mark of their own', () => {
  expect(marked('посол вызван в МИД', 'посол отозван из МИД')).toBe('посол [-вызван в-]{+отозван из+} МИД')
  expect(marked('Русский дом закрыт', 'Русскии\u0306 дом закрыт')).toBe('[-Русский-]{+Русскии\u0306+} дом закрыт')
})

test('a mark that changes leaves the word before it alone', () => {
  expect(marked('closed.', 'closed!')).toBe('closed[-.-]{+!+}')
})

test('white space that changes is a change and the words around it are not', () => {
  expect(wordDiff('one two', 'one\ntwo')).toEqual([
    { kind: 'same', text: 'one' },
    { kind: 'removed', text: ' ' },
    { kind: 'added', text: '\n' },
    { kind: 'same', text: 'two' },
  ])
})

test('texts with too many changes to compare are shown whole', () => {
  const before = Array.from({ length: 1500 }, (_, index) => `a${index}`).join(' ')
  const after = Array.from({ length: 1500 }, (_, index) => `b${index}`).join(' ')
  expect(wordDiff(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
})

test('whatever the texts, what stayed and went is the old one, and what stayed and came the new one', () => {
  const words = fc.array(fc.constantFrom('ə', 'Bakı', 'МИД', 'a', 'b', ' ', '  ', '\n', '.', '’', '-', '4', '🙂'), {
    maxLength: 30,
  })
  const text = fc.oneof(
    words.map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after)
      expect(joined(parts, ['same', 'removed'])).toBe(before)
      expect(joined(parts, ['same', 'added'])).toBe(after)
      expect(parts.every((part, index) => part.text !== '' && part.kind !== parts[index + 1]?.kind)).toBe(true)
    }),
  )
})
