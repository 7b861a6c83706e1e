import type { BriefingDocument } from '@/lib/briefings/model/document'
import { LANGUAGES, type Language } from '@/lib/briefings/model/terms'
import { renderDocx } from '@/lib/briefings/render/docx/render-docx'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { caseRendering } from '../../support/briefings/fixture'
import { NASTY, withNastyText, withRawText } from '../../support/briefings/nasty'
import { OfficeFile, sentencesOf } from '../../support/briefings/office'
import { manyIncidents, renderingOf, twoDyads } from '../../support/briefings/special'

const XML = /\.(xml|rels|svg)$/
const PAGES = /^word\/document\.xml$/

// Weeks of draws are simulated, and files parsed: with all cores at work elsewhere, some of this takes a while.
jest.setTimeout(60_000)

const written = new Map<Language, Promise<{ rendering: Rendering; document: BriefingDocument; file: OfficeFile }>>()

/** The case's briefing in Word, written once for each language. */
function caseIn(language: Language) {
  const known = written.get(language)
  if (known) return known
  const writing = (async () => {
    const rendering = await caseRendering({ language })
    return { rendering, document: rendering.document, file: new OfficeFile(await renderDocx(rendering)) }
  })()
  written.set(language, writing)
  return writing
}

test('a briefing is a Word document whose parts are well-formed and whose relations lead somewhere', async () => {
  const { file } = await caseIn('en')
  for (const name of file.names(XML)) expect(() => file.xml(name)).not.toThrow()
  expect(file.loose()).toEqual([])
  expect(file.untyped()).toEqual([])
})

test.each(LANGUAGES)(
  'a Word document in %s says every sentence, under real headings, in its language',
  async (language) => {
    const { document, file } = await caseIn(language)
    const words = file.words(PAGES, 'w:p')
    for (const sentence of sentencesOf(document)) expect(words).toContain(sentence)
    const styles = file.elements('word/document.xml', 'w:pStyle').map((style) => style.getAttribute('w:val'))
    const { sections, title } = document
    expect(styles.filter((style) => style === 'Title')).toHaveLength(1)
    expect(styles.filter((style) => style === 'Heading1')).toHaveLength(sections.length)
    expect(file.text('docProps/core.xml')).toContain(`<dc:title>${title}</dc:title>`)
    const tag = file.elements('word/styles.xml', 'w:lang')[0].getAttribute('w:val')
    expect(tag?.slice(0, 2)).toBe(language)
  },
)

test('a source is one footnote, where it is first named, and a cross-reference to it everywhere else', async () => {
  const { document, file } = await caseIn('en')
  const references = file.elements('word/document.xml', 'w:footnoteReference').map((one) => one.getAttribute('w:id'))
  expect(references).toEqual(document.notes.map(({ number }) => String(number)))
  const notes = file.elements('word/footnotes.xml', 'w:footnote').filter((one) => !one.getAttribute('w:type'))
  expect(notes).toHaveLength(document.notes.length)
  document.notes.forEach(({ outlet }, index) => {
    expect(notes[index].textContent).toContain(outlet)
  })
  const marks = new Set(file.elements('word/document.xml', 'w:bookmarkStart').map((one) => one.getAttribute('w:name')))
  const fields = file.elements('word/document.xml', 'w:instrText').map(({ textContent }) => textContent ?? '')
  const cross = fields.flatMap((field) => /NOTEREF (\S+)/.exec(field)?.[1] ?? [])
  expect(cross.length).toBeGreaterThan(30)
  expect(cross.filter((name) => !marks.has(name))).toEqual([])
})

test('sources that are not named in their order keep their numbers, as marks of their own', async () => {
  const { rendering } = await caseIn('en')
  const document = structuredClone(rendering.document)
  document.sections.reverse()
  const file = new OfficeFile(await renderDocx({ ...rendering, document }))
  const references = file.elements('word/document.xml', 'w:footnoteReference')
  expect(references.map((one) => one.getAttribute('w:customMarkFollows'))).toContain('1')
  for (const reference of references) {
    const run = reference.parentNode as typeof reference
    expect(run.textContent).toBe(reference.getAttribute('w:id'))
  }
  const notes = file.elements('word/footnotes.xml', 'w:footnote').filter((one) => !one.getAttribute('w:type'))
  for (const note of notes) expect(note.textContent).toMatch(new RegExp(`^${note.getAttribute('w:id')} `))
})

test('tables repeat their head and keep rows whole, lists are lists, and charts say what they show', async () => {
  const { document, file } = await caseIn('en')
  const blocks = document.sections.flatMap((section) => section.blocks)
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  expect(file.elements('word/document.xml', 'w:tblHeader')).toHaveLength(tables.length)
  const rows = tables.reduce((sum, table) => sum + table.rows.length + 1, 0)
  expect(file.elements('word/document.xml', 'w:cantSplit').length).toBeGreaterThanOrEqual(rows)
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
  expect(file.elements('word/document.xml', 'w:numPr')).toHaveLength(items.length + document.notes.length)
  const pictures = blocks.flatMap((block) => (block.kind === 'chart' ? [block.picture.alt] : []))
  expect(file.elements('word/document.xml', 'wp:docPr').map((one) => one.getAttribute('descr'))).toEqual(pictures)
  expect(file.names(/^word\/media\/.*\.svg$/)).toHaveLength(pictures.length)
  expect(file.names(/^word\/media\/.*\.png$/)).toHaveLength(pictures.length)
})

test('the mark stands above and below every page in its colour on black, and among the file’s properties', async () => {
  const { rendering, document } = await caseIn('en')
  const file = new OfficeFile(await renderDocx({ ...rendering, document: { ...document, mark: 'AMBER+STRICT' } }))
  for (const name of file.names(/^word\/(header|footer)\d+\.xml$/)) {
    expect(file.text(name)).toMatch(/w:fill="000000"/)
    expect(file.text(name)).toMatch(/w:color w:val="ffc000"/i)
    expect(file.xml(name).documentElement?.textContent).toContain('TLP:AMBER+STRICT')
  }
  expect(file.text('docProps/custom.xml')).toContain('TLP:AMBER+STRICT')
  expect(file.text('docProps/core.xml')).toContain('<cp:keywords>TLP:AMBER+STRICT</cp:keywords>')
})

test('a report over several dyads has chapters, sections in them, and contents only where it is long', async () => {
  const long = new OfficeFile(await renderDocx(await renderingOf(twoDyads(), { language: 'az' })))
  const styles = long.elements('word/document.xml', 'w:pStyle').map((style) => style.getAttribute('w:val'))
  expect(styles).toEqual(expect.arrayContaining(['Heading1', 'Heading2', 'Heading3']))
  expect(long.text('word/document.xml')).toContain('TOC ')
  expect(long.loose()).toEqual([])
  const { file: short } = await caseIn('en')
  expect(short.text('word/document.xml')).not.toContain('TOC ')
})

test('the same briefing gives the same bytes, dated by its own moment', async () => {
  const { rendering } = await caseIn('ru')
  const [first, second] = [await renderDocx(rendering), await renderDocx(rendering)]
  expect(Buffer.compare(first, second)).toBe(0)
  const moment = rendering.document.asOf.replace(/\.\d+Z$/, 'Z')
  expect(new OfficeFile(first).text('docProps/core.xml')).toContain(`>${moment}</dcterms:created>`)
})

test('nothing that people type breaks a Word document or becomes a link that is none of the web', async () => {
  const rendering = withRawText(await caseRendering({ change: withNastyText }))
  const file = new OfficeFile(await renderDocx(rendering))
  for (const name of file.names(XML)) expect(() => file.xml(name)).not.toThrow()
  expect(file.loose()).toEqual([])
  const words = file.words(PAGES, 'w:p')
  for (const text of [NASTY[0], NASTY[2], NASTY[3], NASTY[4], NASTY[8], NASTY[9]]) expect(words).toContain(text)
  expect(words).toContain('safegnp.exeleft')
  const links = file
    .names(/\.rels$/)
    .flatMap((name) => file.elements(name, 'Relationship'))
    .filter((one) => one.getAttribute('TargetMode') === 'External')
    .map((one) => one.getAttribute('Target') ?? '')
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect(link).toMatch(/^https?:\/\//)
  const fields = file.elements('word/document.xml', 'w:instrText').map(({ textContent }) => textContent ?? '')
  for (const field of fields) expect(field).toMatch(/^ NOTEREF _RefSource\d+ /)
})

test('a year with two thousand incidents shows how far it is, and ends when it is told to', async () => {
  const rendering = await renderingOf(manyIncidents(2000))
  const shares: number[] = []
  const file = new OfficeFile(await renderDocx(rendering, { onProgress: (share) => shares.push(share) }))
  expect(shares.length).toBeGreaterThan(10)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
  expect(file.text('word/document.xml')).toContain('>Incident 1999<')
  const ending = new AbortController()
  const work = renderDocx(rendering, { signal: ending.signal, onProgress: () => ending.abort(new Error('enough')) })
  await expect(work).rejects.toThrow('enough')
})
