import type { KeyFigure } from '@/lib/briefings/model/document'
import { bandColour } from '@/lib/palette'
import { breakLines, type Line } from './lines'
import type { Unit } from './pages'
import type { Painter } from './painter'
import { paragraphUnits } from './paragraph'
import { piecesOfRuns } from './pieces'
import type { Sheet } from './sheet'
import { baselineOf, CONTENT_HEIGHT, CONTENT_WIDTH, LINE, leadingOf, MARGIN, STYLES } from './style'
import { listTag, type Tag } from './tag'

const COLUMNS = 4
const GAP = 12
const CELL = (CONTENT_WIDTH - GAP * (COLUMNS - 1)) / COLUMNS
const BAR = 2.5
const PADDING = 5
/** Higher rows are no cells any more. */
const HIGHEST = CONTENT_HEIGHT / 3

interface Cell {
  figure: KeyFigure
  label: Line[]
  value: Line[]
  note: Line[]
}

/** Figures that stand large, four in a row. */
export function* keyFigureUnits(sheet: Sheet, parent: Tag, figures: readonly KeyFigure[]): Generator<Unit> {
  const list = listTag(parent, false)
  for (let from = 0; from < figures.length; from += COLUMNS) {
    const cells = figures.slice(from, from + COLUMNS).map((figure) => cellOf(sheet, figure))
    const row = rowUnit(list, cells, from === 0 ? 6 : 10)
    if (row.height < HIGHEST) yield row
    else for (const { figure } of cells) yield* proseUnits(sheet, list, figure)
  }
}

/** Figures with more words than a cell is for, as text that may be broken over pages. */
function* proseUnits({ fonts }: Sheet, list: Tag, { label, value, note }: KeyFigure): Generator<Unit> {
  const body = list.child('LI').child('LBody')
  const style = STYLES.body
  const pieces = [{ text: `${label}: `, style }, ...piecesOfRuns(value, { ...style, weight: 600 })]
  yield* paragraphUnits(fonts, body.child('P'), pieces, { style, before: 6 })
  yield* paragraphUnits(fonts, body.child('P'), piecesOfRuns(note, STYLES.small), { style: STYLES.small, before: 0 })
}

function cellOf({ fonts }: Sheet, figure: KeyFigure): Cell {
  const lines = (pieces: Parameters<typeof breakLines>[1]) => breakLines(fonts, pieces, CELL)
  return {
    figure,
    label: lines([{ text: figure.label, style: STYLES.keyLabel }]),
    value: lines(piecesOfRuns(figure.value, STYLES.keyValue)),
    note: lines(piecesOfRuns(figure.note, STYLES.keyNote)),
  }
}

function rowUnit(list: Tag, cells: readonly Cell[], before: number): Unit {
  const most = (key: 'label' | 'value' | 'note') => Math.max(...cells.map((cell) => cell[key].length))
  const valueAt = BAR + PADDING + most('label') * leadingOf(STYLES.keyLabel)
  const noteAt = valueAt + most('value') * leadingOf(STYLES.keyValue)
  return {
    height: noteAt + most('note') * leadingOf(STYLES.keyNote) + 2,
    before,
    draw: (painter, y) => {
      for (const [index, cell] of cells.entries()) {
        const x = MARGIN.left + index * (CELL + GAP)
        const { band } = cell.figure
        painter.artifact(() => painter.box(x, y, CELL, BAR, band ? bandColour(band).light : LINE))
        const body = list.child('LI').child('LBody')
        drawLines(painter, body.child('P'), cell.label, STYLES.keyLabel, x, y + BAR + PADDING)
        drawLines(painter, body.child('P'), cell.value, STYLES.keyValue, x, y + valueAt)
        drawLines(painter, body.child('P'), cell.note, STYLES.keyNote, x, y + noteAt)
      }
    },
  }
}

function drawLines(
  painter: Painter,
  tag: Tag,
  lines: readonly Line[],
  style: (typeof STYLES)['keyLabel' | 'keyValue' | 'keyNote'],
  x: number,
  y: number,
): void {
  for (const [index, line] of lines.entries())
    painter.line(tag, line, x, y + index * leadingOf(style) + baselineOf(style))
}
