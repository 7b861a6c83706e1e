import { textWidth } from '@/lib/briefings/charts/text-width'
import type { DocumentTable, Run, TableCell } from '@/lib/briefings/model/document'
import { BOXES, POINTS, POINTS_AN_INCH } from './geometry'
import { cutToLines, heightOf, linesOf } from './measure'
import { plainText, type SlidePlan, type SlideTable } from './slide-plan'
import { numbered } from './text-slides'

/** More rows than this nobody reads on a slide. */
const MOST_ROWS = 12
/** A cell with more lines is cut. */
const MOST_LINES = 3
/** Left and right of a cell's text, and above and below it, in inches. */
export const CELL_AIR = { across: 0.07, down: 0.045 }
/** What a caption below takes. */
const CAPTION_HEIGHT = 0.45

/** Widths of columns by their shares, none narrower than the longest word of its head. */
function widthsOf(columns: DocumentTable['columns']): number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0) || 1
  const widths = columns.map(({ width }) => (width / all) * BOXES.body.w)
  columns.forEach(({ label }, index) => {
    const word = Math.max(...label.split(' ').map((part) => textWidth(part, POINTS.tableHead, 600)))
    const missing = Math.min(word / POINTS_AN_INCH + 2 * CELL_AIR.across, BOXES.body.w / columns.length) - widths[index]
    if (missing <= 0) return
    widths[index] += missing
    widths[widths.indexOf(Math.max(...widths))] -= missing
  })
  return widths
}

function cutCell(cell: TableCell, width: number): TableCell {
  const room = width - 2 * CELL_AIR.across
  const text = plainText(cell.runs)
  const cut = cutToLines(text, MOST_LINES, room, POINTS.table)
  if (cut === text) return cell
  const notes = cell.runs.filter(({ note }) => note !== undefined)
  return { ...cell, runs: [{ text: cut, typed: true }, ...notes] }
}

/** Numbers of sources, as they are written, for they take room, too. */
const roomText = (runs: readonly Run[]): string => runs.map(({ text, note }) => (note ? `${text},` : text)).join('')

const rowHeight = (cells: readonly TableCell[], widths: readonly number[]): number => {
  const lines = cells.map(({ runs }, index) =>
    linesOf(roomText(runs), widths[index] - 2 * CELL_AIR.across, POINTS.table),
  )
  return heightOf(Math.max(1, ...lines), POINTS.table) + 2 * CELL_AIR.down
}

/** A table over as many slides as it takes: rows are cut from a slide, never the size of the text. */
export function tableSlides(
  frame: Pick<SlidePlan, 'kicker' | 'title'>,
  { caption: name, columns, rows }: DocumentTable,
  caption: readonly Run[],
): SlidePlan[] {
  const widths = widthsOf(columns)
  const headLines = columns.map(({ label }, index) =>
    linesOf(label, widths[index] - 2 * CELL_AIR.across, POINTS.tableHead, 600),
  )
  const head = heightOf(Math.max(1, ...headLines), POINTS.tableHead) + 2 * CELL_AIR.down
  const room = BOXES.body.h - head - (caption.length > 0 ? CAPTION_HEIGHT : 0)
  const pages: { rows: TableCell[][]; heights: number[] }[] = []
  let used = Number.POSITIVE_INFINITY
  for (const row of rows) {
    const cells = columns.map((_, index) => cutCell(row[index] ?? { runs: [] }, widths[index]))
    const height = rowHeight(cells, widths)
    if (used + height > room || pages[pages.length - 1].rows.length >= MOST_ROWS) {
      pages.push({ rows: [], heights: [] })
      used = 0
    }
    const page = pages[pages.length - 1]
    page.rows.push(cells)
    page.heights.push(height)
    used += height
  }
  return pages.map((page, index): SlidePlan => {
    const table: SlideTable = {
      name,
      columns: columns.map((column, at) => ({ ...column, width: widths[at] })),
      rows: page.rows,
      heights: [head, ...page.heights],
    }
    const noted = page.rows.flat().flatMap(({ runs }) => runs.filter(({ note }) => note !== undefined))
    const spoken = [[{ text: name }, ...noted], ...(caption.length > 0 ? [caption] : [])]
    return {
      ...frame,
      title: numbered(frame.title, index, pages.length),
      body: { kind: 'table', table, caption },
      spoken,
    }
  })
}
