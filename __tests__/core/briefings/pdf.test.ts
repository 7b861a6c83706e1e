import { scenePng } from '@/lib/briefings/charts/png'
import type { Scene } from '@/lib/briefings/charts/scene'
import type { Block, BriefingDocument, DocumentSection, Run } from '@/lib/briefings/model/document'
import { LANGUAGES, type Language, type SectionKey, type TlpMark } from '@/lib/briefings/model/terms'
import { settable } from '@/lib/briefings/render/pdf/fonts'
import { renderPdf } from '@/lib/briefings/render/pdf/render-pdf'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { caseRendering } from '../../support/briefings/fixture'
import { twoDyads } from '../../support/briefings/scenes'
import { NASTY_TEXTS, typedDocument } from '../../support/briefings/typed'
import { accessibilityFaults, dangers } from '../../support/pdf/accessibility'
import { type Dict, PdfFile, type Stream, type Value } from '../../support/pdf/read-pdf'
import { allOf, structureOf, textOf } from '../../support/pdf/structure'

jest.setTimeout(60_000)

// Making the figures of a case takes longer than most of what is tested here.
const cases = new Map<string, Promise<Rendering>>()
const once = (key: string, make: () => Promise<Rendering>): Promise<Rendering> => {
  const known = cases.get(key) ?? make()
  cases.set(key, known)
  return known
}
const weekOf = (language: Language = 'en') => once(language, () => caseRendering({ language }))
const special = () => once('special', () => caseRendering({ change: twoDyads }))
const partOf = (sections: SectionKey[]) => once(sections.join(), () => caseRendering({ sections }))

const read = async (rendering: Rendering) => new PdfFile(await renderPdf(rendering))
/** Text without its spaces: a line's end is one, too. */
const dense = (text: string) => text.normalize('NFC').replace(/\s/g, '')
const textOfRuns = (runs: readonly Run[]) => runs.filter(({ note }) => note === undefined).map(({ text }) => text)

/** Every stretch of text that a document holds. */
function textsOf({ title, subtitle, sections, notes }: BriefingDocument): string[] {
  const ofBlock = (block: Block): string[] => {
    if (block.kind === 'lead' || block.kind === 'paragraph')
      return block.sentences.flatMap(({ runs }) => textOfRuns(runs))
    if (block.kind === 'list') return block.items.flat().flatMap(({ runs }) => textOfRuns(runs))
    if (block.kind === 'figures')
      return block.items.flatMap(({ label, value, note }) => [label, ...textOfRuns([...value, ...note])])
    if (block.kind === 'table')
      return [block.table.caption, ...block.table.rows.flat().flatMap(({ runs }) => textOfRuns(runs))]
    if (block.kind === 'chart') return [block.picture.title, block.picture.reading, block.picture.source]
    return notes.flatMap(({ outlet, date, quote, url }) => [outlet, date, quote, url ?? ''])
  }
  return [title, subtitle, ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(ofBlock)])]
}

const withSections = (rendering: Rendering, sections: DocumentSection[]): Rendering => ({
  ...rendering,
  document: { ...rendering.document, sections },
})

const sectionOf = (blocks: Block[]): DocumentSection => ({
  id: 'one',
  key: 'bluf',
  dyadId: null,
  title: 'One',
  level: 1,
  blocks,
})

const paragraphOf = (text: string): Block => ({
  kind: 'paragraph',
  sentences: [{ key: 'k', runs: [{ text, typed: true }], figures: [], incidents: [], by: { kind: 'rules' } }],
})

test.each(LANGUAGES)(
  'a briefing in %s is a tagged PDF without a fault, and all its text can be read',
  async (language) => {
    const rendering = await weekOf(language)
    const file = await read(rendering)
    expect(accessibilityFaults(file)).toEqual([])
    expect(dangers(file)).toEqual([])
    const text = dense(textOf(structureOf(file).root))
    for (const one of textsOf(rendering.document)) expect(text).toContain(dense(one))
  },
)

test.each<TlpMark>(['GREEN', 'AMBER+STRICT'])(
  'TLP:%s stands twice on every page, and in the properties',
  async (mark) => {
    const { document, ...rest } = await weekOf()
    const file = await read({ ...rest, document: { ...document, mark } })
    const { contents } = structureOf(file)
    expect(contents.length).toBeGreaterThan(3)
    for (const page of contents) {
      const all = page.map(({ text }) => text).join('')
      expect(all.split(`TLP:${mark}`)).toHaveLength(3)
    }
    expect(file.get(file.info.get('Keywords'))).toBe(`TLP:${mark}`)
    expect(file.metadata).toContain(`<rdf:li>TLP:${mark}</rdf:li>`)
  },
)

test('pages are numbered out of their number, with the footer and the provenance', async () => {
  const { document, ...rest } = await weekOf('ru')
  const { contents } = structureOf(await read({ document, ...rest }))
  for (const [index, page] of contents.entries()) {
    const text = dense(page.map((one) => one.text).join(''))
    expect(text).toContain(dense(`Стр. ${index + 1} из ${contents.length}`))
    expect(text).toContain(dense(document.provenance))
    expect(text).toContain(dense(document.team.footer))
  }
})

test('bookmarks follow the chapters and the sections in them', async () => {
  const rendering = await special()
  const file = await read(rendering)
  const titles: [number, string][] = []
  const visit = (ref: Value | undefined, level: number) => {
    for (let item = file.get<Dict | undefined>(ref); item; item = file.get<Dict | undefined>(item.get('Next'))) {
      titles.push([level, String(item.get('Title'))])
      visit(item.get('First'), level + 1)
    }
  }
  visit(file.get<Dict>(file.catalog.get('Outlines')).get('First'), 1)
  expect(titles).toEqual(rendering.document.sections.map(({ level, title }) => [level, title]))
})

test('a long report has contents that name the page of each section', async () => {
  const rendering = await special()
  const file = await read(rendering)
  expect(accessibilityFaults(file)).toEqual([])
  const { root, contents } = structureOf(file)
  const entries = allOf(root).filter(({ type }) => type === 'TOCI')
  expect(entries).toHaveLength(rendering.document.sections.length)
  for (const [index, entry] of entries.entries()) {
    const { title } = rendering.document.sections[index]
    const page = Number(/\d+$/.exec(textOf(entry))?.[0])
    expect(textOf(entry)).toBe(`${title}${page}`)
    const headings = contents[page - 1].filter(({ tag }) => tag === 'H2' || tag === 'H3').map(({ text }) => text)
    expect(headings.join(' ')).toContain(title.split(' ')[0])
  }
})

test('a short document has no contents', async () => {
  const { root } = structureOf(await read(await partOf(['bluf', 'trend'])))
  expect(allOf(root).filter(({ type }) => type === 'TOC')).toEqual([])
})

test('a source is a note with an identifier, and each number in the text leads to it', async () => {
  const { document, ...rest } = await weekOf()
  const { root } = structureOf(await read({ document, ...rest }))
  const notes = allOf(root).filter(({ type }) => type === 'Note')
  expect(notes).toHaveLength(document.notes.length)
  const links = allOf(root)
    .filter(({ type }) => type === 'Reference')
    .flatMap(({ children }) => children)
  expect(links.length).toBeGreaterThan(notes.length)
  for (const link of links) expect(link.annotations[0].get('Contents')).toBe(`Note ${textOf(link)}`)
})

test('where nobody lists the sources their numbers lead nowhere', async () => {
  const file = await read(await partOf(['bluf', 'key-figures', 'trend']))
  expect(accessibilityFaults(file)).toEqual([])
  const references = allOf(structureOf(file).root).filter(({ type }) => type === 'Reference')
  expect(references.length).toBeGreaterThan(0)
  expect(references.flatMap(({ children }) => children)).toEqual([])
})

test('neighbouring numbers of notes are told apart', async () => {
  const rendering = await partOf(['incidents', 'sources'])
  const { root } = structureOf(await read(rendering))
  const cells = allOf(root).filter(({ type }) => type === 'TD')
  expect(cells.some(({ own, children }) => own === ',\u202f' && /^\d+,\d+$/.test(children.map(textOf).join()))).toBe(
    true,
  )
})

test('a chart is a figure with the words of the document in its place', async () => {
  const { document, ...rest } = await weekOf('az')
  const { root } = structureOf(await read({ document, ...rest }))
  const pictures = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'chart' ? [block.picture] : [])),
  )
  const figures = allOf(root).filter(({ type }) => type === 'Figure')
  expect(figures.map(({ dict }) => dict.get('Alt'))).toEqual(pictures.map(({ alt }) => alt))
  // Its words are text, and the bands are named in the document's language.
  expect(textOf(figures[0])).toContain('Böhran')
})

test('the same rendering gives the same bytes, another document another identifier', async () => {
  const [rendering, other] = await Promise.all([weekOf(), partOf(['bluf'])])
  const [first, second, third] = await Promise.all(
    [rendering, structuredClone(rendering), other].map((one) => renderPdf(one)),
  )
  expect(Buffer.compare(first, second)).toBe(0)
  const idOf = (bytes: Uint8Array) => (new PdfFile(bytes).trailer.get('ID') as string[])[0]
  expect(idOf(first)).toHaveLength(16)
  expect(idOf(third)).not.toBe(idOf(first))
  expect(new PdfFile(first).get(new PdfFile(first).info.get('CreationDate'))).toMatch(/^D:20261129/)
})

const NASTY = [
  "=cmd|' /C calc'!A0",
  '<script>alert(1)</script>&amp;<!ENTITY x SYSTEM "file:///etc/passwd">]]>',
  ') Tj ET endstream endobj << /S /JavaScript /JS (app.alert(1)) >>',
  '\u202egnp.exe\u202c \u2067right\u2069 \0\u0001\u007f',
  '👨‍👩‍👧 🇦🇿 ☠️ \ud800 \u{10ffff} 漢字',
  'שלום עולם · سلام دنیا · Ողջույն · გამარჯობა · ə Ə ğ ı İ ş → − ’ʼ',
  'e\u0301 a\u0300\u0323\u0316',
  '\\ ( ( \\) ] > %',
]

test('nothing that somebody typed can break the file, run, or lead anywhere', async () => {
  const rendering = await partOf(['bluf', 'incidents', 'sources'])
  const { document } = rendering
  const typed = NASTY.join(' ')
  const urls = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,<script>',
    'https://example.org/a(b)%20c\\d?é=ə',
    'http://[bad',
    'https://user:secret@example.org/',
  ]
  const nasty: Rendering = {
    ...rendering,
    document: {
      ...document,
      title: typed,
      subtitle: typed,
      provenance: typed,
      team: { name: typed, footer: typed, logo: { png: 'bm90IGEgcG5n"/><script/>', width: 300, height: 100 } },
      sections: [
        ...document.sections.map((section) => ({ ...section, title: typed })),
        sectionOf(NASTY.map(paragraphOf)),
        sectionOf([
          {
            kind: 'table',
            table: {
              caption: typed,
              columns: [{ label: typed, align: 'right', width: 1 }],
              rows: NASTY.map((text) => [{ runs: [{ text }] }]),
            },
          },
        ]),
      ],
      notes: urls.map((url, index) => ({
        number: index + 1,
        outlet: typed,
        date: typed,
        quote: typed,
        url,
        incidents: [],
        reliability: 'C',
      })),
    },
  }
  const file = await read(nasty)
  expect(accessibilityFaults(file)).toEqual([])
  expect(dangers(file)).toEqual([])
  const text = textOf(structureOf(file).root)
  for (const part of ['👨👩👧', '漢字', 'ʼ', '<script>alert(1)</script>', '� 􏿿', 'ə Ə ğ ı İ ş → −', ']]>'])
    expect(text).toContain(part)
  expect(file.metadata).toContain('&lt;script&gt;')
})

test('whatever is typed stands in the file where it was typed, and does nothing', async () => {
  const text = NASTY_TEXTS.join(' ')
  const file = await read({ ...(await weekOf()), ...(await typedDocument(text, 'javascript:alert(1)')) })
  expect(accessibilityFaults(file)).toEqual([])
  expect(dangers(file)).toEqual([])
  // A head that is longer than its table's pages would be on each of them.
  expect(file.pages.length).toBeLessThan(200)
  const shown = dense(textOf(structureOf(file).root))
  const inOrder = NASTY_TEXTS.filter((one) => !/[\u0590-\u08ff]/.test(one))
  for (const one of inOrder) expect(shown).toContain(dense(settable(one)))
})

test('the logo of the team stands on the first page alone', async () => {
  const { document, ...rest } = await partOf(['bluf', 'key-figures', 'trend'])
  const scene: Scene = {
    width: 4,
    height: 2,
    items: [{ kind: 'rect', x: 0, y: 0, width: 2, height: 2, fill: '#ff0000' }],
  }
  const logo = { png: Buffer.from(scenePng(scene, 1)).toString('base64'), width: 4, height: 2 }
  const file = await read({ ...rest, document: { ...document, team: { ...document.team, logo } } })
  expect(accessibilityFaults(file)).toEqual([])
  const picturesOf = (page: Dict) => file.get<Dict | undefined>(file.get<Dict>(page.get('Resources')).get('XObject'))
  const [first, ...others] = file.pages
  const picture = file.get<Stream>(picturesOf(first)?.get('Logo'))
  const [red, white] = [
    [255, 0, 0],
    [255, 255, 255],
  ]
  expect([...picture.bytes]).toEqual([...red, ...red, ...white, ...white, ...red, ...red, ...white, ...white])
  expect(others.map(picturesOf)).toEqual(others.map(() => undefined))
})

test('a word of 100,000 characters is broken over lines and pages, and nothing of it is lost', async () => {
  const word = 'Pneumonoultramicroscopic'.repeat(4167)
  const rendering = withSections(await weekOf(), [
    sectionOf([
      paragraphOf(word),
      {
        kind: 'table',
        table: {
          caption: 'T',
          columns: [
            { label: 'A', align: 'left', width: 0.5 },
            { label: 'B', align: 'left', width: 0.5 },
          ],
          rows: [[{ runs: [{ text: word }] }, { runs: [{ text: 'short' }] }]],
        },
      },
    ]),
  ])
  const file = await read(rendering)
  expect(file.pages.length).toBeGreaterThan(40)
  expect(accessibilityFaults(file)).toEqual([])
  const { root } = structureOf(file)
  expect(
    allOf(root)
      .filter(({ own }) => own === word)
      .map(({ type }) => type),
  ).toEqual(['P', 'TD'])
})

test('the work ends when it is told to, and tells how far it is', async () => {
  const rendering = await special()
  const shares: number[] = []
  await renderPdf(rendering, { onProgress: (share) => shares.push(share) })
  expect(shares.at(-1)).toBe(1)
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
  const ended = new AbortController()
  const work = renderPdf(rendering, {
    signal: ended.signal,
    onProgress: (share) => {
      if (share > 0.3) ended.abort(new Error('enough'))
    },
  })
  await expect(work).rejects.toThrow('enough')
})
