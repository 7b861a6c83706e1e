import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Unit } from './pages'
import { paragraphUnits } from './paragraph'
import type { Sheet } from './sheet'
import { CONTENT_WIDTH, INK, MARGIN, STYLES } from './style'
import type { Tag } from './tag'

/** What stands above the first section: what the document is, of when, and as of when the record is. */
export function* mastheadUnits(sheet: Sheet, root: Tag): Generator<Unit> {
  const { fonts, document } = sheet
  const { title, subtitle, asOfText }: BriefingDocument = document
  const heading = root.child('H1')
  yield* paragraphUnits(fonts, heading, [{ text: title, style: STYLES.title }], {
    style: STYLES.title,
    before: 0,
    keepWithNext: true,
  })
  const line = [{ text: `${subtitle} · ${asOfText}`, style: STYLES.subtitle }]
  yield* paragraphUnits(fonts, root.child('P'), line, { style: STYLES.subtitle, before: 1, keepWithNext: true })
  yield {
    height: 9,
    before: 0,
    keepWithNext: true,
    draw: (painter, y) => painter.rule(MARGIN.left, y + 8, CONTENT_WIDTH, 1, INK),
  }
}
