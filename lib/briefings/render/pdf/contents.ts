import { breakLines, fitLine } from './lines'
import type { Unit } from './pages'
import { paragraphUnits } from './paragraph'
import { placeOfSection } from './places'
import type { PlacedSection } from './section'
import type { Sheet } from './sheet'
import { baselineOf, CONTENT_WIDTH, LINE, leadingOf, MARGIN, STYLES } from './style'
import type { Tag } from './tag'

const NUMBER_WIDTH = 26
/** Contents of no more entries are not broken over pages. */
const MOST_TOGETHER = 36

/**
 * The contents: each section with its page, which it leads to.
 * @param pageOf the number of a section's page by the section's index, asked when the contents are drawn
 */
export function* contentsUnits(
  sheet: Sheet,
  parent: Tag,
  sections: readonly PlacedSection[],
  pageOf: (index: number) => number,
): Generator<Unit> {
  const { words } = sheet.document
  const tag = parent.child('Sect')
  const heading = [{ text: words.contents, style: STYLES.section }]
  yield* paragraphUnits(sheet.fonts, tag.child('H2'), heading, {
    style: STYLES.section,
    before: 24,
    keepWithNext: true,
  })
  const toc = tag.child('TOC')
  const isShort = sections.length <= MOST_TOGETHER
  for (const [at, { section, index }] of sections.entries()) {
    const entry = entryUnit(sheet, toc, section.title, section.level, index, pageOf)
    yield { ...entry, keepWithNext: isShort && at < sections.length - 1 }
  }
}

function entryUnit(
  { fonts, document }: Sheet,
  toc: Tag,
  title: string,
  level: 1 | 2,
  index: number,
  pageOf: (index: number) => number,
): Unit {
  const style = level === 1 ? { ...STYLES.body, weight: 600 as const } : STYLES.body
  const indent = level === 1 ? 0 : 12
  const height = leadingOf(style) + 3
  const line = fitLine(fonts, { text: title, style }, CONTENT_WIDTH - indent - NUMBER_WIDTH)
  return {
    height,
    before: level === 1 ? 3 : 0,
    draw: (painter, y) => {
      const number = String(pageOf(index))
      const contents = `${title}, ${document.words.page} ${number}`
      const target = { kind: 'place' as const, name: placeOfSection(index), contents }
      const [numberLine] = breakLines(fonts, [{ text: number, style: STYLES.body }], NUMBER_WIDTH)
      const baseline = y + baselineOf(style)
      const numberX = CONTENT_WIDTH - indent - numberLine.width
      const spans = [...line.spans, ...numberLine.spans.map((span) => ({ ...span, x: span.x + numberX }))]
      const linked = { spans: spans.map((span) => ({ ...span, target })), width: CONTENT_WIDTH - indent }
      painter.line(toc.child('TOCI'), linked, MARGIN.left + indent, baseline)
      painter.rule(MARGIN.left + indent, y + height - 1, CONTENT_WIDTH - indent, 0.5, LINE)
    },
  }
}
