import { crc32, inflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { chartScene } from '@/lib/briefings/charts/chart-scene'
import { fontFiles } from '@/lib/briefings/charts/fonts'
import { scenePng, scenePngs } from '@/lib/briefings/charts/png'
import type { Scene } from '@/lib/briefings/charts/scene'
import { sceneSvg } from '@/lib/briefings/charts/svg'
import { fitText, textWidth } from '@/lib/briefings/charts/text-width'
import { caseRendering } from '../../support/briefings/fixture'
import { chartDocuments, chartOf, picturesOf } from '../../support/briefings/scenes'

const sceneOfText = (text: string, weight: 400 | 600 = 400): Scene => ({
  width: 40,
  height: 30,
  items: [{ kind: 'text', x: 20, y: 20, text, size: 16, anchor: 'middle', weight, fill: '#000000' }],
})

const documentIn = chartDocuments()

const pictureOf = (text: string, weight: 400 | 600 = 400) =>
  Buffer.from(scenePng(sceneOfText(text, weight), 2)).toString('base64')

test('letters of all three languages, and of none, are really drawn, each as itself', () => {
  const drawn = ['', 'ə', 'Ə', 'ж', 'İ', 'ı', '→', '−', '…', '“', '☂', '☃'].map((text) => pictureOf(text))
  expect(new Set(drawn).size).toBe(drawn.length)
  expect(pictureOf('ə', 600)).not.toBe(pictureOf('ə'))
})

test('a picture is the same bytes each time', async () => {
  const scene = chartScene(chartOf((await caseRendering()).document, 'trend'), { width: 640 })
  const [first, second] = [scenePng(scene, 1), scenePng(scene, 1)]
  expect([...first.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  expect(Buffer.compare(first, second)).toBe(0)
})

/** The dots of a PNG of true colour with cover and without filters, row by row; its parts are proved by their sums. */
function dotsOf(png: Uint8Array): { width: number; height: number; dots: Buffer } {
  const bytes = Buffer.from(png)
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const body = bytes.subarray(at + 4, at + 8 + length)
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body))
    parts.set(body.subarray(0, 4).toString('latin1'), body.subarray(4))
    at += 12 + length
  }
  const [header, data] = [parts.get('IHDR'), parts.get('IDAT')]
  if (!header || !data) throw new Error('no picture')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const rows = inflateSync(data)
  const one = 1 + 4 * width
  const dots = Array.from({ length: height }, (_, row) => rows.subarray(row * one + 1, (row + 1) * one))
  return { width, height, dots: Buffer.concat(dots) }
}

test('pictures that are drawn together are those that are drawn alone, but for a few dots', async () => {
  const charts = picturesOf((await caseRendering({ language: 'ru' })).document)
  const scenes = charts.map(({ chart }) => chartScene(chart, { width: 640 }))
  expect(scenes.length).toBeGreaterThan(3)
  const together = (await scenePngs(scenes, 1.5)).map(dotsOf)
  for (const [index, scene] of scenes.entries()) {
    const { width, height, dots } = together[index]
    const [alone] = (await scenePngs([scene], 1.5)).map(dotsOf)
    expect([width, height]).toEqual([960, Math.ceil(scene.height * 1.5)])
    // A few dots at the edges of letters may come out a shade apart: where they lie is counted in single precision.
    const apart = dots.filter((dot, at) => Math.abs(dot - alone.dots[at]) > 4).length
    expect([index, apart < 100]).toEqual([index, true])
    // Letters and lines: not an empty sheet.
    expect(dots.filter((dot) => dot < 64).length).toBeGreaterThan(1000)
  }
})

test('widths are those of the font, pairs of letters apart', () => {
  const { regular, semiBold } = fontFiles()
  const pdf = new PDFDocument()
  const texts = [
    'Azerbaijan → Russia',
    'Həftəlik göstərici, ğıİşçöü',
    'Напряжённо, «Спокойно»',
    '+12.8 −4,9 (2025-W27)',
    '“…” – 100 %',
  ]
  for (const text of texts) {
    for (const [weight, file] of [
      [400, regular],
      [600, semiBold],
    ] as const) {
      const real = pdf.font(file).fontSize(100).widthOfString(text, { features: [] })
      const ratio = textWidth(text, 100, weight) / real
      expect([text, ratio > 0.99 && ratio < 1.08]).toEqual([text, true])
    }
  }
})

test('a text that is too wide ends in an ellipsis, at a word where one ends near by, and never within a character', () => {
  expect(fitText('Two journalists arrested in Baku', 500, 11)).toBe('Two journalists arrested in Baku')
  expect(fitText('Two journalists arrested in Baku', 150, 11)).toBe('Two journalists arrested…')
  expect(fitText('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 110, 11)).toMatch(/^(👨‍👩‍👧)+…$/u)
  expect(textWidth(fitText('щ'.repeat(1000), 100, 11), 11)).toBeLessThanOrEqual(100)
})

test('a picture as SVG is a picture with a name and words, whatever is written in it', async () => {
  const { document } = await caseRendering({
    change: (evidence) => ({
      ...evidence,
      dyads: evidence.dyads.map((dyad) => ({
        ...dyad,
        incidents: dyad.incidents.map((incident) => ({ ...incident, title: '</text><script>"&\'' })),
      })),
    }),
  })
  for (const { chart } of picturesOf(document)) {
    const svg = sceneSvg(chartScene(chart, { width: 640 }), { title: '<a>', alt: '"&\u0000', idPrefix: 'x"y' })
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" [^>]*role="img" aria-labelledby="x&quot;y-title x&quot;y-desc">/,
    )
    expect(svg).toContain('>&lt;a&gt;</title>')
    expect(svg).toContain('>&quot;&amp;\ufffd</desc>')
    expect(svg).not.toMatch(/<script|NaN|undefined|Infinity/)
    expect(svg.replace(/<(\/?)(svg|title|desc|rect|line|path|text)[^<>]*>/g, '')).not.toMatch(/[<>]/)
  }
})

test.each([
  ['en', 'Stacked columns: '],
  ['az', 'Üst-üstə yığılmış sütunlar: '],
  ['ru', 'Столбцы с накоплением: '],
] as const)('what stands for the stacked chart in %s says what is drawn: columns', async (language, words) => {
  const { alt } = picturesOf(await documentIn(language)).find(({ chart }) => chart.kind === 'stack') ?? { alt: '' }
  expect(alt.slice(0, words.length)).toBe(words)
})
