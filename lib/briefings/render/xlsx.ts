import { strFromU8, strToU8, unzipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'
import type { DataTable } from '@/lib/briefings/data/table'
import { tablesOf } from '@/lib/briefings/data/tables'
import { zipOf } from '@/lib/briefings/data/zip'
import type { Renderer } from './rendering'
import { aboutSheet } from './xlsx/about'
import { markedBy } from './xlsx/properties'
import { sheetOf } from './xlsx/sheets'
import { WorkbookStrings } from './xlsx/strings'

const STRINGS = 'xl/sharedStrings.xml'

/** What people look for first stands first; the rest follows in its own order. */
const FIRST = ['series', 'contributions', 'incidents', 'sources', 'method-parameters', 'figures']

function inOrder(tables: readonly DataTable[]): DataTable[] {
  const place = ({ name }: DataTable) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)
  return tables.toSorted((a, b) => place(a) - place(b))
}

/** Packs a workbook anew: with its texts, with sorted names and without the time at which it was written. */
function finished(written: Uint8Array, strings: WorkbookStrings): Uint8Array {
  const files = new Map(Object.entries(unzipSync(written)))
  const names = files.get(STRINGS)
  if (!names) throw new Error(`the workbook has no ${STRINGS}`)
  files.set(STRINGS, strToU8(strings.xmlOf(strFromU8(names))))
  return zipOf(files)
}

/** A briefing's tables as a workbook: one sheet each, after one that tells what they are. Typed cells, unrounded values. */
export const renderXlsx: Renderer = async (rendering, { signal, onProgress } = {}) => {
  const { document, data } = rendering
  const tables = inOrder(tablesOf(rendering))
  const strings = new WorkbookStrings()
  const sheets = [aboutSheet({ document, evidence: data.evidence, tables }, strings)]
  for (const [index, table] of tables.entries()) {
    signal?.throwIfAborted()
    sheets.push(sheetOf(table, strings))
    onProgress?.((index + 1) / (tables.length + 2))
  }
  const options = { fontFamily: 'Arial', fontSize: 10, features: [markedBy(document)] }
  const written = await writeExcelFile(sheets, options).toBuffer()
  signal?.throwIfAborted()
  const bytes = finished(written, strings)
  onProgress?.(1)
  return bytes
}
