import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { LANGUAGES } from '@/lib/briefings/model/terms'
import { markdownOf, renderMarkdown } from '@/lib/briefings/render/markdown'
import { caseRendering } from '../../support/briefings/fixture'
import { NASTY_TEXTS, typedDocument } from '../../support/briefings/typed'

const parser = new MarkdownIt({ html: true, linkify: true }).use(footnotes)
// Names of sites without a scheme are no links in the Markdown of GitHub either.
parser.linkify.set({ fuzzyLink: false }).add('//', null)

type Token = ReturnType<typeof parser.parse>[number]

const PLAIN = new Set(['text', 'text_special', 'softbreak'])

/** What a parser finds, apart from the text itself: kinds of tokens in their order, and where links lead. */
const shapeOf = (tokens: readonly Token[]): string[] =>
  tokens
    .filter(({ type }) => !PLAIN.has(type))
    .flatMap(({ type, tag, children, attrs }) => [
      `${type} ${tag} ${type === 'link_open' ? JSON.stringify(attrs) : ''}`.trim(),
      ...shapeOf(children ?? []),
    ])

/** All text that a reader sees. */
const seenIn = (tokens: readonly Token[]): string =>
  tokens.map(({ type, content, children }) => (children ? seenIn(children) : PLAIN.has(type) ? content : ' ')).join('')

const shapeWith = async (text: string, url: string) =>
  shapeOf(parser.parse(markdownOf(await typedDocument(text, url)), {}))

const bold = (shape: string[]) => shape.filter((token) => !token.startsWith('strong'))

test.each(NASTY_TEXTS.map((text) => ({ name: text.slice(0, 40), text })))(
  'typed text stays text: $name',
  async ({ text }) => {
    const url = 'https://source.example/a'
    const tokens = parser.parse(markdownOf(await typedDocument(text, url)), {})
    // A text that begins or ends with a sign is not set in bold, which would not be read so everywhere.
    expect(bold(shapeOf(tokens))).toEqual(bold(await shapeWith('plain words', url)))
    const letters = (words: string) => words.replace(/[\p{Cc}\p{Z}\p{Cn}]+/gu, '')
    expect(letters(seenIn(tokens)).split(letters(text)).length).toBeGreaterThan(10)
  },
)

test.each([
  ['https://source.example/a b<c>"d`|\\', 'https://source.example/a%20b%3Cc%3E%22d%60%7C/'],
  ['http://source.example/?q=<x>#>', 'http://source.example/?q=%3Cx%3E#%3E'],
])('an address is a link, whatever is in it: %s', async (url, href) => {
  expect(await shapeWith('plain', url)).toContain(`link_open a ${JSON.stringify([['href', href]])}`)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example',
  'not an address <script>',
])('what is no address of the web is no link: %s', async (url) => {
  expect(await shapeWith('plain', url)).toEqual(await shapeWith('plain', 'words'))
})

test.each(LANGUAGES)(
  'a briefing in %s has its parts, tables and sources, and the closes of its trend',
  async (language) => {
    const rendering = await caseRendering({ language, mark: 'AMBER+STRICT' })
    const { document } = rendering
    const text = new TextDecoder().decode(await renderMarkdown(rendering))
    const tokens = parser.parse(text, {})
    const headings = tokens.flatMap(({ type }, index) => (type === 'heading_open' ? [seenIn([tokens[index + 1]])] : []))
    const titles = document.sections.filter(({ key }) => key !== 'sources').map(({ title }) => title)
    expect(headings).toEqual([document.title, ...titles, document.words.sources])
    const count = (kind: string) => tokens.filter(({ type }) => type === kind).length
    const tables = document.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table')).length
    expect(count('table_open')).toBe(tables + 1)
    expect(count('footnote_open')).toBe(document.notes.length)
    expect(text).toMatch(/^\*\*TLP:AMBER\+STRICT\*\*\n/)
    expect(text).toMatch(/\n\*\*TLP:AMBER\+STRICT\*\*\n$/)
    expect(text).toContain(language === 'en' ? '| 2025-W27 | 80.9 |' : '| 2025-W27 | 80,9 |')
  },
)
