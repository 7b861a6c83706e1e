import { strFromU8, unzipSync } from 'fflate'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { LANGUAGES, type Language } from '@/lib/briefings/model/terms'
import { cutToLines, linesOf } from '@/lib/briefings/render/pptx/measure'
import { planSlides } from '@/lib/briefings/render/pptx/plan-slides'
import { renderPptx } from '@/lib/briefings/render/pptx/render-pptx'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { caseRendering } from '../../support/briefings/fixture'
import { NASTY, withNastyText, withRawText } from '../../support/briefings/nasty'
import { OfficeFile, sentencesOf } from '../../support/briefings/office'
import { manyIncidents, renderingOf, twoDyads } from '../../support/briefings/special'

const XML = /\.(xml|rels)$/
const SLIDES = /^ppt\/slides\/slide\d+\.xml$/
const NOTES = /^ppt\/notesSlides\/notesSlide\d+\.xml$/
const CHARTS = /^ppt\/charts\/chart\d+\.xml$/
const BODY = { bottom: 6.74, emuAnInch: 914_400 }

// Weeks of draws are simulated, and files parsed: with all cores at work elsewhere, some of this takes a while.
jest.setTimeout(60_000)

const written = new Map<Language, Promise<{ rendering: Rendering; document: BriefingDocument; file: OfficeFile }>>()

/** The case's slides, written once for each language. */
function caseIn(language: Language) {
  const known = written.get(language)
  if (known) return known
  const writing = (async () => {
    const rendering = await caseRendering({ language })
    return { rendering, document: rendering.document, file: new OfficeFile(await renderPptx(rendering)) }
  })()
  written.set(language, writing)
  return writing
}

/** What stands in a slide's title. */
function titleOf(file: OfficeFile, name: string): string {
  const titles = file
    .elements(name, 'p:sp')
    .filter((shape) => shape.getElementsByTagName('p:ph')[0]?.getAttribute('type') === 'title')
  expect(titles).toHaveLength(1)
  return [...titles[0].getElementsByTagName('a:t')].map(({ textContent }) => textContent ?? '').join('')
}

/** Formulas and values of a chart, series by series. */
function seriesOf(file: OfficeFile, name: string) {
  return file.elements(name, 'c:ser').map((series) => {
    const [values] = [...series.getElementsByTagName('c:val')]
    const points = [...values.getElementsByTagName('c:pt')]
    return {
      name: series.getElementsByTagName('c:tx')[0].getElementsByTagName('c:v')[0].textContent ?? '',
      formula: values.getElementsByTagName('c:f')[0].textContent ?? '',
      count: Number(values.getElementsByTagName('c:ptCount')[0].getAttribute('val')),
      values: new Map(points.map((point) => [Number(point.getAttribute('idx')), Number(point.textContent)])),
    }
  })
}

test('a briefing is a presentation whose parts are well-formed and whose relations lead somewhere', async () => {
  const { file } = await caseIn('en')
  for (const name of file.names(XML)) expect(() => file.xml(name)).not.toThrow()
  expect(file.loose()).toEqual([])
  expect(file.untyped()).toEqual([])
  for (const name of file.names(SLIDES)) {
    const ids = file.elements(name, 'p:cNvPr').map((shape) => shape.getAttribute('id'))
    expect(new Set(ids).size).toBe(ids.length)
    for (const paragraph of file.elements(name, 'a:p'))
      expect(paragraph.getElementsByTagName('a:pPr').length).toBeLessThanOrEqual(1)
  }
})

test.each(LANGUAGES)('slides in %s say every sentence, and their notes whole, with its sources', async (language) => {
  const { document, file } = await caseIn(language)
  const [shown, spoken] = [file.words(SLIDES, 'a:p'), file.words(NOTES, 'a:p')]
  for (const sentence of sentencesOf(document)) {
    expect(shown).toContain(sentence.trim())
    // Numbers of sources stand between brackets in the notes.
    expect(spoken.replace(/ \[\d+(, \d+)*\]/g, '')).toContain(sentence.trim())
  }
  for (const { outlet } of document.notes) expect(spoken).toContain(outlet)
  const tags = file.elements('ppt/slides/slide2.xml', 'a:rPr').map((run) => run.getAttribute('lang')?.slice(0, 2))
  expect(new Set(tags)).toEqual(new Set([language]))
})

test('each slide has a title of its own, and the bottom line is that of the second', async () => {
  const { document, file } = await caseIn('en')
  const titles = file.names(SLIDES).map((name) => titleOf(file, name))
  expect(titles[0]).toBe(document.title)
  expect(titles[1]).toBe(
    'Azerbaijan – Russia rose 12.8 points to 80.9 (Crisis) in 2025-W27, the highest weekly close on record.',
  )
  for (const title of titles) expect(title).not.toBe('')
})

test('charts are PowerPoint’s own, with the unrounded closes in a workbook and what they show for those who do not see them', async () => {
  const { document, file } = await caseIn('en')
  const pictures = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'chart' ? [block.picture] : [])),
  )
  const charts = file.names(CHARTS)
  expect(charts).toHaveLength(pictures.length)
  const frames = file.names(SLIDES).flatMap((name) => file.elements(name, 'p:cNvPr'))
  const alts = frames.flatMap((shape) => shape.getAttribute('descr') || [])
  expect(alts).toEqual(pictures.map(({ alt }) => alt))
  const [{ chart }] = pictures
  if (chart.kind !== 'trend') throw new Error('the first chart is the trend')
  const [closes] = seriesOf(file, charts[0])
  const { points } = chart.model
  expect(closes.count).toBe(points.length)
  points.forEach(({ score, coverage }, index) => {
    expect(closes.values.get(index)).toBe(coverage === 'not_checked' ? undefined : score)
  })
  const book = unzipSync(file.parts['ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'])
  const sheet = strFromU8(book['xl/worksheets/sheet1.xml'])
  expect(closes.formula).toBe(`Sheet1!$B$2:$B$${points.length + 1}`)
  expect(sheet).toContain(`<c r="B${points.length + 1}"><v>${points.at(-1)?.score}</v></c>`)
})

test('a week that nobody checked is a gap in the line, not a zero', async () => {
  const rendering = await caseRendering({
    change: (evidence) => ({
      ...evidence,
      dyads: evidence.dyads.map((dyad) => ({
        ...dyad,
        checks: dyad.checks.map((check) => ({ ...check, checked: false })),
      })),
    }),
  })
  const file = new OfficeFile(await renderPptx(rendering))
  const [closes] = seriesOf(file, file.names(CHARTS)[0])
  expect(closes.values.size).toBeLessThan(closes.count)
  expect(file.elements(file.names(CHARTS)[0], 'c:dispBlanksAs')[0].getAttribute('val')).toBe('gap')
})

test('the mark and the number stand on every slide by its master, and the mark among the properties', async () => {
  const { rendering, document } = await caseIn('en')
  const file = new OfficeFile(await renderPptx({ ...rendering, document: { ...document, mark: 'RED' } }))
  const layouts = new Set(
    file.names(/^ppt\/slides\/_rels\//).flatMap((name) => /slideLayout\d+\.xml/.exec(file.text(name))?.[0] ?? []),
  )
  expect(layouts.size).toBe(2)
  for (const layout of layouts) {
    const name = `ppt/slideLayouts/${layout}`
    expect(file.words(new RegExp(`^${name}$`), 'a:p').match(/TLP:RED/g)).toHaveLength(2)
    expect(file.text(name)).toMatch(/FF2B2B/i)
    expect(file.text(name)).toContain('type="sldNum"')
  }
  expect(file.text('docProps/custom.xml')).toContain('TLP:RED')
  expect(file.text('docProps/core.xml')).toContain('<cp:keywords>TLP:RED</cp:keywords>')
})

test('no table and no box of text is taller than its slide has room for', async () => {
  const special = await renderingOf(twoDyads(), { language: 'az' })
  const both = [await caseIn('ru'), { rendering: special, file: new OfficeFile(await renderPptx(special)) }]
  for (const { rendering, file } of both) {
    for (const name of file.names(SLIDES)) {
      for (const frame of file.elements(name, 'p:graphicFrame')) {
        const top = Number(frame.getElementsByTagName('a:off')[0].getAttribute('y'))
        const rows = [...frame.getElementsByTagName('a:tr')].map((row) => Number(row.getAttribute('h')))
        const height = rows.reduce((sum, row) => sum + row, 0)
        expect((top + height) / BODY.emuAnInch).toBeLessThanOrEqual(BODY.bottom)
        expect(rows.length).toBeLessThanOrEqual(13)
      }
    }
    for (const { body } of planSlides(rendering)) {
      if (body.kind !== 'text' && body.kind !== 'sources') continue
      expect(body.points).toBeGreaterThanOrEqual(10)
    }
  }
})

test('of many incidents the slides show those with the largest parts, and say that the data package has all', async () => {
  const rendering = await renderingOf(manyIncidents(200))
  const slides = planSlides(rendering)
  const tables = slides.flatMap(({ body }) => (body.kind === 'table' && body.caption.length > 0 ? [body] : []))
  expect(tables.reduce((sum, { table }) => sum + table.rows.length, 0)).toBe(60)
  const [{ caption }] = tables
  expect(caption.map(({ text }) => text).join('')).toContain('all 208 new ones are in the data package')
  expect(caption.find(({ figure }) => figure)?.figure).toBe('AZE-RUS.period.incidents')
  const shown = tables.flatMap(({ table }) => table.rows.map((row) => row.flatMap(({ runs }) => runs)))
  expect(shown.some((runs) => runs.some(({ text }) => text === 'Criminal case against Russian police'))).toBe(true)
})

test('the same briefing gives the same bytes, dated by its own moment', async () => {
  const { rendering, document } = await caseIn('az')
  const [first, second] = [await renderPptx(rendering), await renderPptx(rendering)]
  expect(Buffer.compare(first, second)).toBe(0)
  const moment = document.asOf.replace(/\.\d+Z$/, 'Z')
  expect(new OfficeFile(first).text('docProps/core.xml')).toContain(`>${moment}</dcterms:created>`)
})

test('nothing that people type breaks a presentation, overflows its slide or becomes a link', async () => {
  const rendering = withRawText(await caseRendering({ change: withNastyText }))
  const file = new OfficeFile(await renderPptx(rendering))
  for (const name of file.names(XML)) expect(() => file.xml(name)).not.toThrow()
  expect(file.loose()).toEqual([])
  const [shown, spoken] = [file.words(SLIDES, 'a:p'), file.words(NOTES, 'a:p')]
  for (const text of [NASTY[0], NASTY[2], NASTY[3], NASTY[4], NASTY[8]]) expect(shown).toContain(text)
  expect(spoken).toContain(NASTY[9])
  expect(shown).not.toContain('x'.repeat(5000))
  const links = file.names(/\.rels$/).flatMap((name) => file.elements(name, 'Relationship'))
  for (const link of links) expect(link.getAttribute('TargetMode') ?? 'Internal').toBe('Internal')
  expect(file.names(SLIDES).length).toBeLessThan(80)
})

test('whoever waits for slides sees how far they are, and can end it', async () => {
  const { rendering } = await caseIn('en')
  const shares: number[] = []
  await renderPptx(rendering, { onProgress: (share) => shares.push(share) })
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
  const ending = new AbortController()
  const work = renderPptx(rendering, { signal: ending.signal, onProgress: () => ending.abort(new Error('enough')) })
  await expect(work).rejects.toThrow('enough')
})

test('a text that is cut to some lines takes no more of them, however long its words are', () => {
  for (const text of ['one two three '.repeat(300), 'x'.repeat(100_000), '👩‍👩‍👧‍👦'.repeat(500), 'Ж'.repeat(90)]) {
    const cut = cutToLines(text, 3, 4, 12)
    expect(linesOf(cut, 4, 12)).toBeLessThanOrEqual(3)
    expect(cut).toMatch(/…$/)
  }
  expect(cutToLines('short', 1, 4, 12)).toBe('short')
})
