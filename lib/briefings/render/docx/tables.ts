import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { textWidth } from '@/lib/briefings/charts/text-width'
import type { TableCell as DocumentCell, DocumentTable, KeyFigure, Run } from '@/lib/briefings/model/document'
import { hexOf, INK, RULE } from '@/lib/briefings/render/office/look'
import { BAND_COLOURS, type BandName } from '@/lib/palette'
import type { NoteMarks } from './note-marks'
import { STYLES } from './styles'
import { runChildren } from './text'

/** Width of the text: A4 less two margins of 20 mm, in twentieths of a point. */
export const TEXT_WIDTH = 9638
/** A row with more text than this may go over a page's end: it might not fit on any. */
const LONGEST_WHOLE_ROW = 1500

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}
const line = (size: number, color: string): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color })
const CELL_MARGINS = { top: 50, bottom: 50, left: 70, right: 70, marginUnitType: WidthType.DXA }

/** Colour of a band's mark; none for a name that the palette lacks. */
const markOf = (band: string | null | undefined): string | null =>
  band && Object.hasOwn(BAND_COLOURS, band) ? hexOf(BAND_COLOURS[band as BandName].light) : null

/** Margins of a cell, left and right, and a little more: fonts differ. */
const CELL_ROOM = 180
const HEAD_POINTS = 8.5
const TWIPS_A_POINT = 20

/** What the longest word of a column's head takes. */
const headWidthOf = (label: string): number =>
  Math.max(...label.split(' ').map((word) => textWidth(word, HEAD_POINTS, 600))) * TWIPS_A_POINT + CELL_ROOM

/** Widths of columns by their shares; a column whose head would be broken within a word takes from the widest. */
function widthsOf(columns: readonly { label: string; width: number }[]): number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0) || 1
  const widths = columns.map(({ width }) => Math.floor((width / all) * TEXT_WIDTH))
  const most = Math.floor(TEXT_WIDTH / columns.length)
  columns.forEach(({ label }, index) => {
    const missing = Math.ceil(Math.min(headWidthOf(label), most)) - widths[index]
    if (missing <= 0) return
    widths[index] += missing
    widths[widths.indexOf(Math.max(...widths))] -= missing
  })
  return widths
}

function tableOf(rows: TableRow[], columnWidths: number[]): Table {
  return new Table({
    rows,
    columnWidths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: CELL_MARGINS,
  })
}

interface CellLook {
  width: number
  align: 'left' | 'right'
  style: string
  bottom: IBorderOptions
  keepNext?: boolean
}

function cellOf({ runs, band }: DocumentCell, look: CellLook, marks: NoteMarks): TableCell {
  const mark = markOf(band)
  return new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    borders: { bottom: look.bottom, ...(mark ? { left: line(24, mark) } : {}) },
    children: [
      new Paragraph({
        style: look.style,
        alignment: look.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        keepNext: look.keepNext,
        children: runChildren(runs, marks),
      }),
    ],
  })
}

/** A table whose head is repeated on every page, and whose rows stay whole where a page can hold them. */
export function documentTable({ columns, rows }: DocumentTable, marks: NoteMarks): Table {
  const widths = widthsOf(columns)
  const row = (cells: readonly DocumentCell[], look: Pick<CellLook, 'style' | 'bottom' | 'keepNext'>) =>
    columns.map(({ align }, index) =>
      cellOf(cells[index] ?? { runs: [] }, { width: widths[index], align, ...look }, marks),
    )
  const head = columns.map(({ label }) => ({ runs: [{ text: label }] }))
  return tableOf(
    [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: row(head, { style: STYLES.tableHead, bottom: line(8, INK), keepNext: true }),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: lengthOf(cells) <= LONGEST_WHOLE_ROW,
            children: row(cells, { style: STYLES.table, bottom: line(4, RULE) }),
          }),
      ),
    ],
    widths,
  )
}

const lengthOf = (cells: readonly DocumentCell[]): number =>
  cells.reduce((sum, { runs }) => sum + runs.reduce((length, { text }) => length + text.length, 0), 0)

/** Key figures in one row. */
const FIGURES_A_ROW = 4

function figureCell(figure: KeyFigure | undefined, width: number, marks: NoteMarks): TableCell {
  const part = (style: string, runs: readonly Run[]) =>
    new Paragraph({ style, keepNext: style !== STYLES.small, children: runChildren(runs, marks) })
  const mark = markOf(figure?.band)
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: figure ? { top: mark ? line(32, mark) : line(8, INK) } : {},
    children: figure
      ? [
          part(STYLES.figureLabel, [{ text: figure.label }]),
          part(STYLES.figureValue, figure.value),
          part(STYLES.small, figure.note),
        ]
      : [new Paragraph({ style: STYLES.small })],
  })
}

/** Key figures as rows of cells; one that is a score bears its band's colour, and its note the band's name. */
export function figureTable(items: readonly KeyFigure[], marks: NoteMarks): Table {
  const widths = widthsOf(Array.from({ length: FIGURES_A_ROW }, () => ({ label: '', width: 1 })))
  const rows = Array.from({ length: Math.ceil(items.length / FIGURES_A_ROW) }, (_, row) => row * FIGURES_A_ROW)
  return tableOf(
    rows.map(
      (first) =>
        new TableRow({
          cantSplit: true,
          children: widths.map((width, index) => figureCell(items[first + index], width, marks)),
        }),
    ),
    widths,
  )
}
