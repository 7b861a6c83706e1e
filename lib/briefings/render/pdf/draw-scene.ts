import type { Scene, SceneItem, SceneLine, ScenePath, SceneRect, SceneText } from '@/lib/briefings/charts/scene'
import { settable } from './fonts'
import type { Painter } from './painter'
import { setDash } from './pdfkit-parts'

/** Where a scene stands on a page, in points. Its height follows from the scene's. */
export interface SceneBox {
  x: number
  y: number
  width: number
}

/** Height of a scene that is drawn `width` wide. */
export const sceneHeight = (scene: Scene, width: number): number => (scene.height / scene.width) * width

/**
 * Draws a chart's shapes as vectors, and its words as text that can be selected. To be called inside of content. O(items).
 */
export function drawScene(painter: Painter, scene: Scene, { x, y, width }: SceneBox): void {
  const { doc } = painter
  doc.save()
  doc.rect(x, y, width, sceneHeight(scene, width)).clip()
  doc.translate(x, y).scale(width / scene.width)
  for (const item of scene.items) {
    doc.save()
    if (item.opacity !== undefined) doc.opacity(item.opacity)
    drawItem(painter, item)
    doc.restore()
  }
  doc.restore()
}

function drawItem(painter: Painter, item: SceneItem): void {
  if (item.kind === 'text') drawText(painter, item)
  else if (item.kind === 'line') drawLine(painter.doc, item)
  else drawShape(painter.doc, item)
}

function drawShape(doc: PDFKit.PDFDocument, item: SceneRect | ScenePath): void {
  const { fill, stroke } = item
  if (fill === 'none' && !stroke) return
  if (item.kind === 'rect') doc.rect(item.x, item.y, item.width, item.height)
  else doc.lineJoin('round').path(item.d)
  if (stroke) doc.lineWidth(item.strokeWidth ?? 1)
  if (item.kind === 'path') setDash(doc, item.dash)
  if (stroke && fill !== 'none') doc.fillAndStroke(fill, stroke)
  else if (stroke) doc.stroke(stroke)
  else doc.fill(fill)
}

function drawLine(doc: PDFKit.PDFDocument, { x1, y1, x2, y2, stroke, strokeWidth, dash }: SceneLine): void {
  doc.lineWidth(strokeWidth)
  setDash(doc, dash)
  doc.moveTo(x1, y1).lineTo(x2, y2).stroke(stroke)
}

const SHIFT = { start: 0, middle: 0.5, end: 1 } as const

function drawText(painter: Painter, { x, y, text, size, anchor, weight, fill }: SceneText): void {
  const style = { weight, size, colour: fill, tabular: true }
  const shaped = painter.fonts.shape(settable(text), style)
  const width = shaped.width * size
  painter.spans([{ x: 0, width, style, shaped }], x - width * SHIFT[anchor], y)
}
