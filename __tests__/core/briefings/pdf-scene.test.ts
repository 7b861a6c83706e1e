import type { Scene } from '@/lib/briefings/charts/scene'
import { drawScene } from '@/lib/briefings/render/pdf/draw-scene'
import { Fonts } from '@/lib/briefings/render/pdf/fonts'
import { Painter } from '@/lib/briefings/render/pdf/painter'
import { DocumentWithXmp } from '@/lib/briefings/render/pdf/pdfkit-parts'
import { Tag } from '@/lib/briefings/render/pdf/tag'
import { contentsOf } from '../../support/pdf/content'
import { type Dict, PdfFile, type Stream } from '../../support/pdf/read-pdf'

const SCENE: Scene = {
  width: 200,
  height: 100,
  items: [
    { kind: 'rect', x: 0, y: 0, width: 200, height: 20, fill: '#ff0000', opacity: 0.1 },
    { kind: 'rect', x: 5, y: 5, width: 10, height: 10, fill: 'none' },
    { kind: 'line', x1: 0, y1: 50, x2: 200, y2: 50, stroke: '#0000ff', strokeWidth: 2, dash: [0, 3] },
    { kind: 'path', d: 'M10,90L20,10C30,10 40,20 50,90Z', fill: '#00ff00', stroke: '#000000', strokeWidth: 1 },
    { kind: 'text', x: 200, y: 60, text: '80.9 → “Böhran” ə', size: 10, anchor: 'end', weight: 600, fill: '#123456' },
  ],
}

/** The content of a page with nothing but a scene on it. */
async function drawn(): Promise<{ content: string; text: string }> {
  const doc = new DocumentWithXmp(
    { autoFirstPage: false, font: '', size: [400, 300], margin: 0, pdfVersion: '1.7' },
    '',
  )
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise((resolve) => doc.on('end', resolve))
  const fonts = new Fonts(doc)
  doc.addPage()
  const root = new Tag('Document', null)
  const painter = new Painter(doc, fonts, root, { word: 'Note', areListed: false })
  painter.content(root, () => drawScene(painter, SCENE, { x: 50, y: 30, width: 100 }))
  doc.end()
  await ended
  const file = new PdfFile(Buffer.concat(chunks))
  const [page] = file.pages as Dict[]
  const content = Buffer.from(file.get<Stream>(page.get('Contents')).bytes).toString('latin1')
  return {
    content,
    text: contentsOf(file, page)
      .map((one) => one.text)
      .join(''),
  }
}

test('a scene is drawn in its box, to scale, and cut at its edges', async () => {
  const { content } = await drawn()
  expect(content).toMatch(/50 30 100 50 re\s+W n/)
  expect(content).toMatch(/1 0 0 1 50 30 cm\s+0\.5 0 0 0\.5 0 0 cm/)
})

test('rectangles, lines and paths are vectors in their own units', async () => {
  const { content } = await drawn()
  expect(content).toMatch(/0 0 200 20 re[^r]*1 0 0 scn[^r]*f/)
  expect(content).toMatch(/\[0\.01 3\] 0 d\s+0 50 m\s+200 50 l[^l]*0 0 1 SCN\s+S/)
  expect(content).toMatch(/10 90 m\s+20 10 l\s+30 10 40 20 50 90 c\s+h/)
  // What has neither fill nor stroke is not there.
  expect(content).not.toContain('5 5 10 10 re')
})

test('words of a scene are text that ends where it is anchored', async () => {
  const { content, text } = await drawn()
  expect(text).toBe('80.9 → “Böhran” ə')
  const [, x, y] = /1 0 0 -1 (\S+) (\S+) Tm/.exec(content) ?? []
  expect(Number(y)).toBe(60)
  expect(Number(x)).toBeGreaterThan(90)
  expect(Number(x)).toBeLessThan(130)
})

test('what an item changes ends with it', async () => {
  const { content } = await drawn()
  const count = (operator: RegExp) => content.match(operator)?.length
  expect(count(/^q$/gm)).toBe(count(/^Q$/gm))
})
