import type { Fonts, TextStyle } from './fonts'
import { breakLines, type Line, type Piece } from './lines'
import type { Unit } from './pages'
import { baselineOf, CONTENT_WIDTH, leadingOf, MARGIN } from './style'
import type { Tag } from './tag'

export interface ParagraphLook {
  style: TextStyle
  /** Room above. */
  before: number
  /** From the left margin. */
  indent?: number
  width?: number
  /** Nothing of it stands at the foot of a page without what follows. */
  keepWithNext?: boolean
}

/** A paragraph line by line; no line of it stands alone on a page. */
export function* paragraphUnits(
  fonts: Fonts,
  tag: Tag,
  pieces: readonly Piece[],
  look: ParagraphLook,
): Generator<Unit> {
  const { style, before, indent = 0, width = CONTENT_WIDTH - indent, keepWithNext = false } = look
  const lines = breakLines(fonts, pieces, width)
  yield* lineUnits(tag, lines, { style, before, indent, keepWithNext })
}

interface LinesLook {
  style: TextStyle
  before: number
  indent: number
  keepWithNext: boolean
}

/** Units before the first of which something else is drawn at the same height: an item's mark, a bookmark. */
export function* openedBy(draw: Unit['draw'], units: Iterable<Unit>): Generator<Unit> {
  let isFirst = true
  for (const unit of units) {
    yield isFirst ? withFirst(draw, unit) : unit
    isFirst = false
  }
}

const withFirst = (draw: Unit['draw'], unit: Unit): Unit => ({
  ...unit,
  draw: (painter, y) => {
    draw(painter, y)
    unit.draw(painter, y)
  },
})

/** Whether an item of a list keeps to the next, so that none stands alone at the foot of a page or the top of the next. */
export const keepsToNext = (index: number, items: number): boolean =>
  index < items - 1 && (index === 0 || index === items - 2)

/** Lines that are broken already, as units. */
export function* lineUnits(
  tag: Tag,
  lines: readonly Line[],
  { style, before, indent, keepWithNext }: LinesLook,
): Generator<Unit> {
  const last = lines.length - 1
  for (const [index, line] of lines.entries())
    yield {
      height: leadingOf(style),
      before: index === 0 ? before : 0,
      keepWithNext: index === last ? keepWithNext : keepWithNext || index === 0 || index === last - 1,
      draw: (painter, y) => painter.line(tag, line, MARGIN.left + indent, y + baselineOf(style)),
    }
}
