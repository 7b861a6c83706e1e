import { strToU8 } from 'fflate'
import { escapeXml } from '@/lib/briefings/charts/svg'
import { fileOf, XML_HEAD } from '@/lib/briefings/render/office/package-parts'
import type { NativeChart } from './native-chart'

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The sheet's name in the formulas of a chart. */
export const SHEET = 'Sheet1'

/** `A`, `B`, … `AA` of a column counted from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}

/** Text as text: an inline string is never run as a formula. */
const textCell = (at: string, text: string) =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

function sheetOf({ categories, series }: NativeChart): string {
  const head = series.map(({ name }, index) => textCell(`${columnName(index + 1)}1`, name)).join('')
  const rows = categories.map((category, row) => {
    const at = row + 2
    const values = series.map(({ values }, index) => {
      const value = values[row]
      return value === null || value === undefined ? '' : `<c r="${columnName(index + 1)}${at}"><v>${value}</v></c>`
    })
    return `<row r="${at}">${textCell(`A${at}`, category)}${values.join('')}</row>`
  })
  return `${XML_HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetData><row r="1">${head}</row>${rows.join('')}</sheetData></worksheet>`
}

/** The numbers of a chart as the workbook that PowerPoint opens when somebody edits them: typed cells, and nothing where there is no figure. */
export function chartBook(chart: NativeChart): Uint8Array {
  const relation = (type: string, target: string) =>
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${XML_HEAD}<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': sheetOf(chart),
  }
  return fileOf(new Map(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}
