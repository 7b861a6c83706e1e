import { Fonts } from '@/lib/briefings/render/pdf/fonts'
import { breakLines, fitLine, fitLines, type Line, type Piece } from '@/lib/briefings/render/pdf/lines'
import { DocumentWithXmp } from '@/lib/briefings/render/pdf/pdfkit-parts'
import { STYLES } from '@/lib/briefings/render/pdf/style'

const doc = new DocumentWithXmp({ autoFirstPage: false, font: '' }, '')
const fonts = new Fonts(doc)
const piece = (text: string): Piece => ({ text, style: STYLES.body })

/** The text of lines, by what the characters of the document's fonts stand for. */
const textsOf = (lines: readonly Line[]) =>
  lines.map(({ spans }) =>
    spans
      .flatMap(({ shaped }) => shaped.settings)
      .flatMap(({ face, operands }) =>
        [...operands.matchAll(/<([^>]+)>/g)].flatMap(([, hex]) =>
          (hex.match(/.{4}/g) ?? []).flatMap((one) => face.embedded.unicode[Number.parseInt(one, 16)]),
        ),
      )
      .map((codePoint) => String.fromCodePoint(codePoint))
      .join(''),
  )

test('lines are broken at spaces, and none is wider than it may be', () => {
  const lines = breakLines(fonts, [piece('eins zwei drei vier fünf sechs sieben acht neun zehn')], 80)
  expect(lines.length).toBeGreaterThan(2)
  for (const { width } of lines) expect(width).toBeLessThanOrEqual(80)
  expect(textsOf(lines).join('')).toBe('eins zwei drei vier fünf sechs sieben acht neun zehn')
  for (const text of textsOf(lines).slice(0, -1)) expect(text).toMatch(/ $/)
})

test('a space that must not be broken is not', () => {
  const lines = breakLines(fonts, [piece('about 1\u202f000 draws')], 50)
  expect(textsOf(lines)).toContain('1\u202f000 ')
})

test('no line begins with a dash', () => {
  const lines = textsOf(breakLines(fonts, [piece('between 74.4'), piece(' – '), piece('86.0 – or so – of them')], 60))
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) expect(line).not.toMatch(/^–/)
})

test('pieces that touch stay on one line, like a word and the number of its note', () => {
  const lines = breakLines(fonts, [piece('one two'), { ...piece('12'), target: { kind: 'note', number: 12 } }], 30)
  expect(textsOf(lines)).toEqual(['one ', 'two12'])
})

test('a long address is broken behind its signs', () => {
  const [first] = textsOf(breakLines(fonts, [piece('https://example.org/politics/2025/some-article')], 130))
  expect(first).toMatch(/[/-]$/)
})

test('a word wider than a line is broken anywhere, and whole', () => {
  const word = 'Ə'.repeat(500)
  const lines = breakLines(fonts, [piece(word)], 100)
  expect(textsOf(lines).join('')).toBe(word)
  for (const { width } of lines) expect(width).toBeLessThanOrEqual(100)
})

test('a text that is too long for its line ends in an ellipsis', () => {
  const line = fitLine(fonts, piece('a very long title of a document'), 70)
  expect(textsOf([line])[0]).toMatch(/^a very.*…$/)
  expect(line.width).toBeLessThanOrEqual(70)
})

test('a text that is too long for its lines fills them, and ends in an ellipsis', () => {
  const lines = fitLines(fonts, piece('a very long title of a document '.repeat(20)), 70, 3)
  expect(lines).toHaveLength(3)
  expect(textsOf(lines).join('')).toMatch(/^a very long title of.*…$/)
})

test('characters that share a glyph are still copied out as they were typed', () => {
  expect(textsOf(breakLines(fonts, [piece('’ʼ’ ιɩ ->→ 2x3')], 500))).toEqual(['’ʼ’ ιɩ ->→ 2x3'])
})

test('what no font has is a box that is seen, and is copied out as it was typed', () => {
  const lines = breakLines(fonts, [piece('a 漢 😀 b')], 500)
  expect(textsOf(lines)).toEqual(['a 漢 😀 b'])
  const [{ spans }] = lines
  expect(spans[0].width).toBeGreaterThan(fonts.widthOf('a b', STYLES.body) + 10)
})

test('words that run from right to left stand so, the first of them at the right', () => {
  const [text] = textsOf(breakLines(fonts, [piece('a שלום עולם b')], 500))
  expect(text.indexOf('ם')).toBeLessThan(text.lastIndexOf('ש'))
  expect([...text].sort()).toEqual([...'a שלום עולם b'].sort())
})

test('figures are kerned once, as a browser does it', () => {
  // 7,1 in Inter: 1159 − 258 units, 590 − 177, 833; a unit is 1/2048 of the size.
  expect(fonts.shape('7,1', STYLES.body).width * 2048).toBeCloseTo(2149, 0)
})

test('a word of letters that move apart is no wider than its line either', () => {
  const lines = breakLines(fonts, [piece('W'.repeat(300))], 120)
  for (const { width } of lines) expect(width).toBeLessThanOrEqual(120)
})
