import { LANGUAGES } from '@/lib/briefings/model/terms'
import { htmlOf, renderHtml } from '@/lib/briefings/render/html'
import { caseRendering } from '../../support/briefings/fixture'
import { NASTY_TEXTS, typedDocument } from '../../support/briefings/typed'

/** Each element's name with the names of its attributes; a cell with a long word has a class of ours more. */
const tagsOf = (html: string): string[] =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ class="[^"]*"/, '').replace(/"[^"]*"/g, '""'))

const styleOf = (html: string) => html.slice(html.indexOf('<style>'), html.indexOf('</style>'))

/** A style without what its strings say. */
const rulesOf = (html: string) => styleOf(html).replace(/"[^"\n]*"/g, '""')

const typedHtml = async (text: string, url = 'https://source.example') => htmlOf(await typedDocument(text, url))

test.each(NASTY_TEXTS.map((text) => ({ name: text.slice(0, 40), text })))(
  'typed text makes no element, no attribute and no style: $name',
  async ({ text }) => {
    const [html, plain] = [await typedHtml(text), await typedHtml('plain')]
    expect(tagsOf(html)).toEqual(tagsOf(plain))
    expect(rulesOf(html)).toBe(rulesOf(plain))
    expect(html).not.toContain('\u0000')
  },
)

test('an address is linked only where it leads to the web, and tells nobody where one came from', async () => {
  expect(await typedHtml('plain', 'https://source.example/"><x')).toContain(
    '<a href="https://source.example/%22%3E%3Cx" rel="noreferrer">https://source.example/&quot;&gt;&lt;x</a>',
  )
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'x'])
    expect(await typedHtml('plain', url)).not.toContain('rel="noreferrer"')
})

test.each(LANGUAGES)(
  'a briefing in %s is one file that needs nothing and says of each sentence what it rests on',
  async (language) => {
    const rendering = await caseRendering({ language, mark: 'RED' })
    const html = new TextDecoder().decode(await renderHtml(rendering))
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`)
    expect(html).not.toMatch(/<(script|link|iframe|object|embed)|url\(|@import|src="(?!data:)/)
    expect(html.match(/TLP:RED/g)?.length).toBeGreaterThanOrEqual(4)
    const { sections, notes } = rendering.document
    const sentences = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind === 'lead' || block.kind === 'paragraph') return block.sentences
        return block.kind === 'list' ? block.items.flat() : []
      }),
    )
    for (const { key, figures, incidents } of sentences) {
      const tag = html.match(new RegExp(`<span data-key="${key.replace(/[.+]/g, '\\$&')}"[^>]*>`))?.[0] ?? ''
      expect(tag).toContain(figures.length > 0 ? ` data-figures="${figures.join(' ')}"` : '')
      expect(tag).toContain(incidents.length > 0 ? ` data-incidents="${incidents.join(' ')}"` : '')
    }
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
    expect(ids).toContain(`note-${notes.length}`)
    expect(htmlOf(rendering)).toBe(html)
  },
)

test('notes that stand together are told apart, and are no links where there is no list of sources', async () => {
  const html = await typedHtml('plain')
  expect(html).toMatch(
    /<a href="#note-1" id="ref-1">1<\/a><\/sup><sup>, <\/sup><sup><a href="#note-2" id="ref-2">2<\/a><\/sup>/,
  )
  const rendering = await caseRendering({ sections: ['bluf'] })
  expect(htmlOf(rendering)).toContain('<sup>1</sup>')
  expect(htmlOf(rendering)).not.toContain('href="#note-')
})

test('what an analyst changed is shown as theirs, with the numbers that are no figures any more', async () => {
  const html = await typedHtml('87.5')
  expect(html).toMatch(
    /<span data-key="k 87.5"[^>]* data-by="edited" data-unmatched="87.5">.*<small class="by">\[Edited by <bdi>87.5<\/bdi>\]/,
  )
})

test('in the preview of an editor each sentence can be reached by keyboard, in the file none', async () => {
  const typed = await typedDocument('words', 'https://source.example')
  const stops = (html: string) => html.match(/<span data-key="[^>]* tabindex="0">/g)?.length ?? 0
  expect(stops(htmlOf(typed, { editable: true }))).toBe(htmlOf(typed).match(/<span data-key=/g)?.length)
  expect(stops(htmlOf(typed))).toBe(0)
})
