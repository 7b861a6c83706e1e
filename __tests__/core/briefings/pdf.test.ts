import { LANGUAGES, type TlpMark } from '@/lib/briefings/model/terms'
import { renderPdf } from '@/lib/briefings/render/pdf/render-pdf'
import { accessibilityFaults, dangers } from '../../support/pdf/accessibility'
import { dense, partOf, read, special, textsOf, weekOf } from '../../support/pdf/documents'
import { type Dict, PdfFile, type Value } from '../../support/pdf/read-pdf'
import { allOf, structureOf, textOf } from '../../support/pdf/structure'

jest.setTimeout(60_000)

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
