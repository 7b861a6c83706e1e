import type { Block, DocumentSection } from '@/lib/briefings/model/document'
import type { TextStyle } from './fonts'
import { keyFigureUnits } from './key-figures'
import { breakLines } from './lines'
import { listUnits } from './list'
import { noteUnits } from './notes'
import type { Unit } from './pages'
import { paragraphUnits } from './paragraph'
import { pictureUnits } from './picture'
import { piecesOfSentences } from './pieces'
import { placeOfSection } from './places'
import type { Sheet } from './sheet'
import { CONTENT_WIDTH, STYLES } from './style'
import { tableUnits } from './table'
import type { Tag } from './tag'

/** A section as it stands in the document: its index, and how its heading is to look. */
export interface PlacedSection {
  section: DocumentSection
  index: number
  /** It opens the chapter of a dyad, on a page of its own. */
  opensPage: boolean
}

/** The sections with their places. A dyad's first section opens a page where others of the dyad follow below it. */
export const placedSections = (sections: readonly DocumentSection[]): PlacedSection[] =>
  sections.map((section, index) => {
    const next = sections[index + 1]
    const opensPage = section.level === 1 && section.dyadId !== null && next?.level === 2
    return { section, index, opensPage }
  })

/** The heading of a section, with its bookmark. */
export function* headingUnits(sheet: Sheet, tag: Tag, placed: PlacedSection): Generator<Unit> {
  const { section, index, opensPage } = placed
  const style = opensPage ? STYLES.chapter : section.level === 1 ? STYLES.section : STYLES.part
  // No level is left out, wherever the section stands.
  const heading = tag.child(tag.parent?.type === 'Document' ? 'H2' : 'H3')
  const look = { style, before: index === 0 ? 10 : section.level === 1 ? 20 : 17, keepWithNext: true }
  let isFirst = true
  for (const unit of paragraphUnits(sheet.fonts, heading, [{ text: section.title, style }], look)) {
    const opens = isFirst
    isFirst = false
    yield {
      ...unit,
      opensPage: opens && opensPage,
      opensSection: opens ? index : undefined,
      draw: (painter, y) => {
        if (opens) {
          painter.place(placeOfSection(index), y - 8)
          painter.bookmark(section.title, section.level, y - 8)
        }
        unit.draw(painter, y)
      },
    }
  }
}

/** The headline is as large as lets it be read at a glance. */
const HEADLINES = [18, 16.5, 15, 14].map((size): TextStyle => ({ ...STYLES.headline, size }))
const HEADLINE_LINES = 3

/** Where a block stands. */
export interface BlockPlace {
  isFirstLead: boolean
  /** Of its section. */
  isFirst: boolean
  next: Block | undefined
  /** What its page has room for, asked when it is needed. */
  room: () => number
}

/** One block of a section as units of its pages. */
export function* blockUnits(sheet: Sheet, tag: Tag, block: Block, place: BlockPlace): Generator<Unit> {
  const { fonts, document } = sheet
  if (block.kind === 'lead') {
    const looks = place.isFirstLead ? HEADLINES : [STYLES.lead]
    const piecesIn = (style: TextStyle) => piecesOfSentences(block.sentences, style, document.words)
    const fits = (style: TextStyle) => breakLines(fonts, piecesIn(style), CONTENT_WIDTH).length <= HEADLINE_LINES
    const style = looks.find(fits) ?? looks[looks.length - 1]
    const pieces = piecesIn(style)
    yield* paragraphUnits(fonts, tag.child('P'), pieces, { style, before: 5 })
  } else if (block.kind === 'paragraph') {
    // Words that lead to something stand above it; behind a chart they tell of that one.
    const kind = place.next?.kind
    const keepWithNext = kind === 'table' || kind === 'list' || (kind === 'chart' && place.isFirst)
    const pieces = piecesOfSentences(block.sentences, STYLES.body, document.words)
    yield* paragraphUnits(fonts, tag.child('P'), pieces, { style: STYLES.body, before: 6, keepWithNext })
  } else if (block.kind === 'list') {
    const items = block.items.map((item) => piecesOfSentences(item, STYLES.body, document.words))
    yield* listUnits(sheet, tag, items, block.ordered)
  } else if (block.kind === 'figures') yield* keyFigureUnits(sheet, tag, block.items)
  else if (block.kind === 'table') yield* tableUnits(sheet, tag, block.table)
  else if (block.kind === 'chart') yield* pictureUnits(sheet, tag, block.picture, place.room)
  else yield* noteUnits(sheet, tag, document.notes)
}
