import type { DocumentTable, TableCell } from '@/lib/briefings/model/document'
import { bandColour } from '@/lib/palette'
import { type Fonts, settable, type TextStyle } from './fonts'
import { breakLines, fitLines, type Line } from './lines'
import type { Unit } from './pages'
import type { Painter } from './painter'
import { paragraphUnits } from './paragraph'
import { piecesOfRuns } from './pieces'
import type { Sheet } from './sheet'
import { baselineOf, CONTENT_HEIGHT, CONTENT_WIDTH, INK, LINE, leadingOf, MARGIN, STYLES } from './style'
import type { Tag } from './tag'

/** Room between columns, and above and below the text of a row. */
const GAP = 10
const PADDING = 3.5
/** Rows that are higher are broken, so that no page is left half empty for one. */
const HIGHEST = CONTENT_HEIGHT * 0.4
/** Tables of no more rows are not broken over pages. */
const MOST_TOGETHER = 8
/** Lines of a head's label: it stands on every page of its table. */
const HEAD_LINES = 6
/** The square of a band's colour before its name. */
const CHIP = 6.5
const CHIP_GAP = 4

interface Column {
  x: number
  width: number
  align: 'left' | 'right'
}

interface SetCell {
  lines: Line[]
  band?: string
}

/** A table; its head stands again on each page, and rows are broken only where they would take much of one. */
export function* tableUnits(sheet: Sheet, parent: Tag, table: DocumentTable): Generator<Unit> {
  const { words } = sheet.document
  const tag = parent.child('Table')
  const caption = `${words.table} ${sheet.next.table++}. ${table.caption}`
  yield* paragraphUnits(sheet.fonts, tag.child('Caption'), [{ text: caption, style: STYLES.caption }], {
    style: STYLES.caption,
    before: 12,
    keepWithNext: true,
  })
  const columns = columnsOf(sheet.fonts, table)
  const labels = table.columns.map(({ label }, index) => ({
    lines: fitLines(sheet.fonts, { text: label, style: STYLES.head }, columns[index].width, HEAD_LINES),
  }))
  const head = headUnit(columns, labels)
  const headRow = tag.child('THead').child('TR')
  yield {
    ...head,
    before: 3,
    keepWithNext: true,
    draw: headDraw(columns, labels, () => headRow.child('TH', { scope: 'Column' })),
  }
  const body = tag.child('TBody')
  const last = table.rows.length - 1
  const isShort = table.rows.length <= MOST_TOGETHER
  for (const [index, row] of table.rows.entries()) {
    // No row stands alone at the foot of a page or at the top of the next.
    const keepWithNext = index < last && (isShort || index === 0 || index === last - 1)
    yield* rowUnits(sheet, body, columns, row, { repeats: head, keepWithNext })
  }
}

/** Columns with their shares of the width; none is narrower than the longest word of its head, as far as others have room to give. */
function columnsOf(fonts: Fonts, { columns }: DocumentTable): Column[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const room = CONTENT_WIDTH - GAP * (columns.length - 1)
  const wanted = columns.map(({ width, label }) => {
    const share = (width / whole) * room
    return { share, spare: share - longestWord(fonts, label) }
  })
  const missing = wanted.reduce((sum, { spare }) => sum + Math.max(0, -spare), 0)
  const spare = wanted.reduce((sum, one) => sum + Math.max(0, one.spare), 0)
  const given = Math.min(missing, spare)
  let x = MARGIN.left
  return columns.map(({ align }, index) => {
    const one = wanted[index]
    const change = one.spare < 0 ? (-one.spare / missing) * given : -(one.spare / spare) * given
    const width = one.share + (given > 0 ? change : 0)
    const column = { x, width, align }
    x += width + GAP
    return column
  })
}

function longestWord(fonts: Fonts, label: string): number {
  const words = settable(label).split(' ')
  // A hair more than it needs, so that no rounding breaks it.
  return Math.max(...words.map((word) => fonts.widthOf(word, STYLES.head))) + 0.1
}

/** The head as it stands again on later pages: no part of what the table says. */
function headUnit(columns: readonly Column[], labels: readonly SetCell[]): Unit {
  const height = Math.max(...labels.map(({ lines }) => lines.length)) * leadingOf(STYLES.head) + PADDING * 2
  const draw = (painter: Painter, y: number) => {
    painter.artifact(() => {
      for (const [index, { lines }] of labels.entries())
        for (const [at, line] of lines.entries())
          painter.spans(line.spans, leftOf(columns[index], line), headBaseline(y, height, lines.length, at))
    }, 'Pagination')
    painter.rule(MARGIN.left, y + height, CONTENT_WIDTH, 0.8, INK)
  }
  return { height, before: 0, draw }
}

const headBaseline = (y: number, height: number, lines: number, at: number) =>
  y + height - PADDING - (lines - at) * leadingOf(STYLES.head) + baselineOf(STYLES.head)

function headDraw(columns: readonly Column[], labels: readonly SetCell[], cellTag: () => Tag): Unit['draw'] {
  const { height } = headUnit(columns, labels)
  return (painter, y) => {
    for (const [index, { lines }] of labels.entries()) {
      const tag = cellTag()
      painter.content(tag, () => {
        for (const [at, line] of lines.entries())
          painter.spans(line.spans, leftOf(columns[index], line), headBaseline(y, height, lines.length, at))
      })
    }
    painter.rule(MARGIN.left, y + height, CONTENT_WIDTH, 0.8, INK)
  }
}

const leftOf = ({ x, width, align }: Column, line: Line) => (align === 'right' ? x + width - line.width : x)

function* rowUnits(
  sheet: Sheet,
  body: Tag,
  columns: readonly Column[],
  row: readonly TableCell[],
  { repeats, keepWithNext }: { repeats: Unit; keepWithNext: boolean },
): Generator<Unit> {
  const style = STYLES.cell
  const cells = row.map((cell, index) => setCell(sheet, cell, columns[index]))
  const most = Math.max(1, ...cells.map(({ lines }) => lines.length))
  const leading = leadingOf(style)
  const rowTag = body.child('TR')
  const tags = cells.map(() => rowTag.child('TD'))
  const isBroken = most * leading > HIGHEST
  const perUnit = isBroken ? 1 : most
  for (let from = 0; from < most; from += perUnit) {
    const isFirst = from === 0
    const isLast = from + perUnit >= most
    const top = isFirst ? PADDING : 0
    const height = top + perUnit * leading + (isLast ? PADDING : 0)
    yield {
      height,
      before: 0,
      repeats,
      keepWithNext: isBroken ? isFirst : keepWithNext,
      draw: (painter, y) => {
        for (const [index, cell] of cells.entries())
          drawCell(painter, tags[index], cell, columns[index], { from, to: from + perUnit, y: y + top, style })
        if (isLast) painter.rule(MARGIN.left, y + height, CONTENT_WIDTH, 0.5, LINE)
      },
    }
  }
}

function setCell({ fonts }: Sheet, { runs, band }: TableCell, { width, align }: Column): SetCell {
  const style: TextStyle = align === 'right' ? { ...STYLES.cell, tabular: true } : STYLES.cell
  const room = band ? width - CHIP - CHIP_GAP : width
  return { lines: breakLines(fonts, piecesOfRuns(runs, style), room), band }
}

interface Slice {
  from: number
  to: number
  y: number
  style: TextStyle
}

function drawCell(
  painter: Painter,
  tag: Tag,
  { lines, band }: SetCell,
  column: Column,
  { from, to, y, style }: Slice,
): void {
  const leading = leadingOf(style)
  const indent = band ? CHIP + CHIP_GAP : 0
  if (band && from === 0) {
    const top = y + (leading - CHIP) / 2
    painter.artifact(() => painter.box(column.x, top, CHIP, CHIP, bandColour(band).light))
  }
  // A cell without text is a cell all the same.
  if (lines.length === 0 && from === 0) painter.content(tag, () => undefined)
  for (const [index, line] of lines.slice(from, to).entries())
    painter.line(tag, line, leftOf(column, line) + indent, y + index * leading + baselineOf(style))
}
