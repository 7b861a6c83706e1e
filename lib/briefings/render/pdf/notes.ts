import type { DocumentNote } from '@/lib/briefings/model/document'
import { webAddress } from '@/lib/briefings/render/web-address'
import { breakLines, type Piece } from './lines'
import type { Unit } from './pages'
import { keepsToNext, lineUnits, openedBy } from './paragraph'
import { placeOfNote } from './places'
import type { Sheet } from './sheet'
import { baselineOf, CONTENT_WIDTH, MARGIN, MUTED, STYLES } from './style'
import { listTag, type Tag } from './tag'

/** The sources as a numbered list. */
export function* noteUnits(sheet: Sheet, parent: Tag, notes: readonly DocumentNote[]): Generator<Unit> {
  const list = listTag(parent, true)
  const style = STYLES.note
  const indent = 12 + String(notes.at(-1)?.number ?? 0).length * 4.5
  for (const [index, note] of notes.entries()) {
    const item = list.child('LI')
    const label = item.child('Lbl')
    const text = item.child('LBody').child('Note', { id: placeOfNote(note.number) })
    const [mark] = breakLines(sheet.fonts, [{ text: String(note.number), style: { ...style, weight: 600 } }], indent)
    const lines = breakLines(sheet.fonts, piecesOf(note), CONTENT_WIDTH - indent)
    const units = lineUnits(text, lines, {
      style,
      before: index === 0 ? 8 : 4,
      indent,
      keepWithNext: keepsToNext(index, notes.length),
    })
    yield* openedBy((painter, y) => {
      painter.place(placeOfNote(note.number), y - 4)
      painter.line(label, mark, MARGIN.left, y + baselineOf(style))
    }, units)
  }
}

function piecesOf({ outlet, date, url, quote, reliability }: DocumentNote): Piece[] {
  const style = STYLES.note
  const address = webAddress(url)
  const pieces: Piece[] = [
    { text: outlet, style: { ...style, weight: 600 } },
    { text: `${date && `, ${date}`} (${reliability}).${quote && ` “${quote}”`}`, style },
  ]
  if (url !== null) {
    const target =
      address === null ? undefined : { kind: 'address' as const, address, contents: `${outlet}: ${address}` }
    pieces.push({ text: ' ', style }, { text: url, style: { ...style, colour: MUTED }, target })
  }
  return pieces
}
