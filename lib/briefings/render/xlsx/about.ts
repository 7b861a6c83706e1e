import type { CellObject, Row } from 'write-excel-file/node'
import type { DataTable } from '@/lib/briefings/data/table'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { MARK_COLOURS, markText } from '@/lib/briefings/model/terms'
import { HEADER, INK, type WorkSheet } from './sheets'
import type { WorkbookStrings } from './strings'

interface AboutParts {
  document: BriefingDocument
  evidence: Evidence
  tables: readonly DataTable[]
}

/** Columns: sheet, column, type, unit, what it says. */
const WIDTHS = [20, 20, 10, 26, 110]

/**
 * The first sheet: what the workbook is, its mark, by which method it was made, and the data dictionary. In English, as the names of the
 * columns are; what the briefing itself says stands in its own language.
 */
export function aboutSheet({ document, evidence, tables }: AboutParts, strings: WorkbookStrings): WorkSheet {
  const text = (value: string, style: Partial<CellObject> = {}): CellObject => ({
    type: String,
    value: strings.nameOf(value),
    alignVertical: 'top',
    textColor: INK,
    ...style,
  })
  const mark = text(markText(document.mark), {
    textColor: MARK_COLOURS[document.mark],
    backgroundColor: '#000000',
    fontWeight: 'bold',
    align: 'center',
  })
  const told = (label: string, value: string): Row => [text(label, { fontWeight: 'bold' }), text(value)]
  const methods = Object.values(evidence.methods).sort((a, b) => (a.id < b.id ? -1 : 1))
  const head: Row[] = [
    [text(document.title, { fontSize: 18, fontWeight: 'bold', height: 30 })],
    [mark],
    [],
    told('Period', document.subtitle),
    told('As of', document.asOfText),
    told('Team', [document.team.name, document.team.footer].filter(Boolean).join(' · ')),
    told('Made by', document.provenance),
    ...methods.map(({ id, hash }) => told(`Method ${id}`, `SHA-256 ${hash}`)),
    told('Numbers', 'Cells hold unrounded values and show rounded ones. Days and times are UTC.'),
    told('Text', 'Text that a spreadsheet would take for a formula begins with an apostrophe.'),
    [],
  ]
  const heads = ['sheet', 'column', 'type', 'unit', 'what it says'].map((name) => text(name, HEADER))
  const dictionary = tables.flatMap(({ name, description, fields }): Row[] => [
    [],
    [text(name, { fontWeight: 'bold' }), text(description, { fontStyle: 'italic' })],
    ...fields.map((field): Row => {
      const { type, unit } = field
      return [null, text(field.name), text(type), unit === null ? null : text(unit), text(field.description)]
    }),
  ])
  return {
    data: [...head, heads, ...dictionary],
    sheet: 'about',
    columns: WIDTHS.map((width) => ({ width })),
    showGridLines: false,
    orientation: 'landscape',
  }
}
