import PDFDocument from 'pdfkit'
import { chartScene } from '@/lib/briefings/charts/chart-scene'
import { fontFiles } from '@/lib/briefings/charts/fonts'
import { scenePng } from '@/lib/briefings/charts/png'
import type { Scene } from '@/lib/briefings/charts/scene'
import { sceneSvg } from '@/lib/briefings/charts/svg'
import { fitText, textWidth } from '@/lib/briefings/charts/text-width'
import { caseRendering } from '../../support/briefings/fixture'
import { chartOf, picturesOf } from '../../support/briefings/scenes'

const sceneOfText = (text: string, weight: 400 | 600 = 400): Scene => ({
  width: 40,
  height: 30,
  items: [{ kind: 'text', x: 20, y: 20, text, size: 16, anchor: 'middle', weight, fill: '#000000' }],
})

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
