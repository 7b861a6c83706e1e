import { breakLines, type Piece } from './lines'
import type { Unit } from './pages'
import { keepsToNext, lineUnits, openedBy } from './paragraph'
import type { Sheet } from './sheet'
import { baselineOf, CONTENT_WIDTH, MARGIN, MUTED, STYLES } from './style'
import { listTag, type Tag } from './tag'

/** Room for an item's mark. */
const INDENT = 14
const BETWEEN = 2.5
const ABOVE = 6

/** A list; its marks are numbers where it is ordered. */
export function* listUnits(sheet: Sheet, parent: Tag, items: readonly Piece[][], ordered: boolean): Generator<Unit> {
  const list = listTag(parent, ordered)
  const style = STYLES.body
  const digits = String(items.length).length
  const indent = ordered ? INDENT + (digits - 1) * 5 : INDENT
  for (const [index, item] of items.entries()) {
    const entry = list.child('LI')
    const label = entry.child('Lbl')
    const mark = { text: ordered ? `${index + 1}.` : '•', style: { ...style, colour: MUTED } }
    const [markLine] = breakLines(sheet.fonts, [mark], indent)
    const lines = breakLines(sheet.fonts, item, CONTENT_WIDTH - indent)
    const units = lineUnits(entry.child('LBody'), lines, {
      style,
      before: index === 0 ? ABOVE : BETWEEN,
      indent,
      keepWithNext: keepsToNext(index, items.length),
    })
    yield* openedBy((painter, y) => painter.line(label, markLine, MARGIN.left + 1, y + baselineOf(style)), units)
  }
}
