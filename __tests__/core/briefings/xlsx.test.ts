import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { dataText, guardedText } from '@/lib/briefings/data/data-text'
import { tableOf } from '@/lib/briefings/data/table'
import { tablesOf } from '@/lib/briefings/data/tables'
import { renderXlsx } from '@/lib/briefings/render/xlsx'
import { sheetOf } from '@/lib/briefings/render/xlsx/sheets'
import { LONGEST_TEXT, WorkbookStrings } from '@/lib/briefings/render/xlsx/strings'
import { caseRendering } from '../../support/briefings/fixture'
import { HOSTILE, hostileEvidence, twoDyads } from '../../support/briefings/hostile'

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))

/** A cell as a spreadsheet reads it. */
interface Read {
  kind: 'text' | 'number' | 'boolean'
  value: string
}

/** Cells of every sheet by their addresses. */
function sheetsOf(bytes: Uint8Array): Map<string, Map<string, Read>> {
  const files = unzipSync(bytes)
  const text = (path: string) => strFromU8(files[path])
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, one]) =>
    unescaped(one),
  )
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)
  return new Map(
    names.map((name, index) => {
      const xml = text(`xl/worksheets/sheet${index + 1}.xml`)
      expect(xml).not.toContain('<f>')
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(\w)")?><v>([^<]*)<\/v><\/c>/g)]
      return [
        name,
        new Map(
          cells.map(([, at, type, value]): [string, Read] => {
            if (type === 's') return [at, { kind: 'text', value: strings[Number(value)] }]
            return [at, { kind: type === 'b' ? 'boolean' : 'number', value }]
          }),
        ),
      ]
    }),
  )
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`

/** Days of a spreadsheet since 1899-12-30. */
const serialOf = (text: string) => String(Date.parse(text) / 86_400_000 + 25_569)

test('there is one sheet for each table, after one that tells of them, and every cell has its type and its unrounded value', async () => {
  const rendering = await caseRendering({ change: twoDyads })
  const sheets = sheetsOf(await renderXlsx(rendering))
  const tables = tablesOf(rendering)
  expect([...sheets.keys()].slice(0, 5)).toEqual(['about', 'series', 'contributions', 'incidents', 'sources'])
  expect(sheets.size).toBe(tables.length + 1)
  for (const { name, fields, rows } of tables) {
    const wrong = rows.flatMap((row, index) =>
      row.flatMap((value, column) => {
        const cell = sheets.get(name)?.get(`${letters(column)}${index + 2}`)
        const { type } = fields[column]
        if (value === null || value === '') return cell ? [[index, column, cell]] : []
        const expected: Read =
          typeof value === 'number'
            ? { kind: 'number', value: String(value) }
            : typeof value === 'boolean'
              ? { kind: 'boolean', value: value ? '1' : '0' }
              : type === 'date' || type === 'datetime'
                ? { kind: 'number', value: serialOf(value) }
                : { kind: 'text', value: guardedText(value) }
        return cell?.kind === expected.kind && cell.value === expected.value ? [] : [[index, column, cell, expected]]
      }),
    )
    expect([name, wrong]).toEqual([name, []])
    expect(fields.map((_, column) => sheets.get(name)?.get(`${letters(column)}1`)?.value)).toEqual(
      fields.map((field) => field.name),
    )
  }
})

test('the mark stands on the first sheet, above and below every printed page, and in the properties; the times are those of the briefing', async () => {
  const rendering = await caseRendering({ mark: 'AMBER+STRICT', language: 'az' })
  const bytes = await renderXlsx(rendering)
  const about = sheetsOf(bytes).get('about')
  expect(about?.get('A1')?.value).toBe(rendering.document.title)
  expect(about?.get('A2')?.value).toBe('TLP:AMBER+STRICT')
  const [method] = Object.values(rendering.data.evidence.methods)
  expect([...(about?.values() ?? [])].map(({ value }) => value)).toContain(`SHA-256 ${method.hash}`)
  const files = unzipSync(bytes)
  const pages = Object.keys(files).filter((path) => path.startsWith('xl/worksheets/sheet'))
  for (const path of pages)
    expect([path, strFromU8(files[path]).match(/TLP:AMBER\+STRICT/g)?.length]).toEqual([path, 2])
  const core = strFromU8(files['docProps/core.xml'])
  expect(core).toContain('<cp:category>TLP:AMBER+STRICT</cp:category>')
  expect(core.match(/2026-11-29T06:43:00\.000Z/g)?.length).toBe(2)
  expect(strFromU8(files['_rels/.rels'])).toContain('Target="docProps/core.xml"')
})

test('hostile text keeps what can be seen of it, stays text, and begins no formula', async () => {
  const rendering = await caseRendering({ change: hostileEvidence })
  rendering.document.team.footer = 'A & B "quoted" &P <x>'
  const bytes = await renderXlsx(rendering)
  const notes = sheetsOf(bytes).get('annotations')
  for (const [index, text] of HOSTILE.entries()) {
    const cell = notes?.get(`E${index + 2}`)
    const own = guardedText(dataText(text))
    expect(cell?.kind).toBe('text')
    if (own.length <= LONGEST_TEXT) expect(cell?.value).toBe(own)
    else expect(cell?.value).toMatch(/^x{32000}x+… \[cut: the data package has all of it\]$/)
    expect(cell?.value.length).toBeLessThanOrEqual(LONGEST_TEXT)
    expect(cell?.value).not.toMatch(/^[=+\-@＝]/)
  }
  for (const [path, file] of Object.entries(unzipSync(bytes))) {
    const xml = strFromU8(file)
    expect(() => new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml')).not.toThrow()
    // XML 1.0 has no such characters, and no name of a thing may come out of a text.
    expect([path, /[\p{Cs}\ufffe\uffff]|(?![\n\r\t])\p{Cc}/u.exec(xml)]).toEqual([path, null])
    expect([path, /<!(?:DOCTYPE|ENTITY)|&(?!(?:amp|lt|gt|quot|apos);)/.exec(xml)]).toEqual([path, null])
  }
})

test('a true minus begins no formula, and no half of a character is left where text is cut', () => {
  const strings = new WorkbookStrings()
  const texts = ['−4', '-4', `${'y'.repeat(LONGEST_TEXT - 40)}${'\u{1f600}'.repeat(40)}`]
  const names = texts.map((text) => strings.nameOf(text))
  expect(names).toEqual(['s0', 's1', 's2'])
  expect(strings.nameOf('−4')).toBe('s0')
  const xml = strings.xmlOf(names.map((name) => `<t>${name}</t>`).join(''))
  expect(xml).toContain('>−4</t><t xml:space="preserve">\'-4</t>')
  expect(xml).not.toMatch(/\p{Cs}/u)
})

test('rows that a sheet cannot hold are left out, and the last row says how many', () => {
  const columns = [{ name: 'n', type: 'integer' as const, description: 'A number.', value: (n: number) => n }]
  const parts = { name: 'many', title: 'Many', description: 'Many.', primaryKey: ['n'], columns }
  const strings = new WorkbookStrings()
  const told = (rows: number, most: number) =>
    sheetOf(tableOf({ ...parts, rows: Array.from({ length: rows }, (_, n) => n) }), strings, most).data.length
  expect([told(9, 10), told(10, 10), told(50, 10)]).toEqual([10, 10, 10])
  expect(strings.nameOf('2 more rows: the data package has all of them')).toBe('s1')
  expect(strings.nameOf('42 more rows: the data package has all of them')).toBe('s2')
})

test('days before those that spreadsheets count right are text', () => {
  const columns = [{ name: 'day', type: 'date' as const, description: 'A day.', value: (day: string) => day }]
  const rows = ['1899-12-31', '1900-02-28', '1900-03-01']
  const { data } = sheetOf(
    tableOf({ name: 'days', title: '', description: '', primaryKey: [], columns, rows }),
    new WorkbookStrings(),
  )
  expect(data.slice(1).map(([cell]) => (cell instanceof Object && 'type' in cell ? cell.type : null))).toEqual([
    String,
    String,
    Date,
  ])
})

test('the same briefing gives the same bytes', async () => {
  const [first, second] = [await renderXlsx(await caseRendering()), await renderXlsx(await caseRendering())]
  expect(Buffer.compare(first, second)).toBe(0)
})
