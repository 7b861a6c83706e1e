import { createHash } from 'node:crypto'
import Ajv from 'ajv-draft-04'
import { parse } from 'csv-parse/sync'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { csvOf, csvRows } from '@/lib/briefings/data/csv'
import { dataText, guardedText } from '@/lib/briefings/data/data-text'
import { readPackage } from '@/lib/briefings/data/read-package'
import type { DataCell, DataTable, DataType } from '@/lib/briefings/data/table'
import { tablesOf } from '@/lib/briefings/data/tables'
import { renderPackage } from '@/lib/briefings/render/package'
import { caseRendering } from '../../support/briefings/fixture'
import { HOSTILE, hostileEvidence, twoDyads } from '../../support/briefings/hostile'
import profile from '../../support/briefings/tabular-data-package.json'

/** How a value of each type is written in a CSV file of a data package. */
const WRITTEN = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
}

const filesOf = async (change = twoDyads) => unzipSync(await renderPackage(await caseRendering({ change })))

/** Whether a cell is how its value is written; an `expect` for each of thousands would take longer than all else. */
function isWritten(cell: string, value: DataCell, type: DataType): boolean {
  if (value === null || value === '') return cell === ''
  if (!WRITTEN[type].test(cell)) return false
  return typeof value === 'number' ? Object.is(Number(cell), value) : cell === guardedText(String(value))
}

function expectReadBack({ fields, rows: own }: DataTable, text: string): void {
  const [head, ...rows]: string[][] = parse(text)
  expect(head).toEqual(fields.map(({ name }) => name))
  expect(rows.length).toBe(own.length)
  const wrong = rows.flatMap((row, index) =>
    fields.flatMap(({ name, type }, column) =>
      isWritten(row[column], own[index][column], type) ? [] : [[index, name, row[column], own[index][column]]],
    ),
  )
  expect(wrong).toEqual([])
}

// The schema is that of https://specs.frictionlessdata.io/schemas/tabular-data-package.json, as the npm package datapackage 1.1.10 (MIT) has it.
test('the descriptor is valid by the published schema of tabular data packages', async () => {
  const files = await filesOf()
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(profile)
  const descriptor: unknown = JSON.parse(strFromU8(files['datapackage.json']))
  expect([validate(descriptor), validate.errors]).toEqual([true, null])
  expect(validate({ ...Object(descriptor), resources: [{ name: 'Not a name' }] })).toBe(false)
})

test('it lists every file with its size and hash, its mark, and the hash of each method', async () => {
  const files = await filesOf()
  const { resources, dyadwatch } = JSON.parse(strFromU8(files['datapackage.json']))
  const listed = [...resources, ...dyadwatch.files]
  expect(listed.map(({ path }) => path).sort()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'datapackage.json')
      .sort(),
  )
  for (const { path, bytes, hash } of listed) {
    const own = `sha256:${createHash('sha256').update(files[path]).digest('hex')}`
    expect([path, bytes, hash]).toEqual([path, files[path].length, own])
  }
  expect(dyadwatch).toMatchObject({ formatVersion: 1, mark: 'TLP:GREEN', kind: 'special', toWeek: '2025-W27' })
  expect(dyadwatch.methods.map(({ id }: { id: string }) => id)).toEqual(['0.1', 'second/method'])
})

test('another reader of CSV reads every table back, its numbers to the same bits', async () => {
  const rendering = await caseRendering({ change: twoDyads })
  const files = unzipSync(await renderPackage(rendering))
  for (const table of tablesOf(rendering)) expectReadBack(table, strFromU8(files[`data/${table.name}.csv`]))
})

test('hostile text keeps what can be seen of it and runs nowhere, in CSV as in JSON', async () => {
  const rendering = await caseRendering({ change: hostileEvidence })
  const files = unzipSync(await renderPackage(rendering))
  for (const table of tablesOf(rendering)) {
    const text = strFromU8(files[`data/${table.name}.csv`])
    expectReadBack(table, text)
    expect(csvRows(text)).toEqual(parse(text))
    expect(text.replace(/[\r\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u)
    const running = csvRows(text)
      .flat()
      .filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && Number.isNaN(Number(cell)))
    expect(running).toEqual([])
  }
  const notes = csvRows(strFromU8(files['data/annotations.csv'])).slice(1)
  expect(notes.map(([, , , , text]) => text)).toEqual(HOSTILE.map((text) => guardedText(dataText(text))))
  const evidence: unknown = JSON.parse(strFromU8(files['evidence.json']))
  expect(evidence).toEqual(rendering.data.evidence)
})

test('our own reader of CSV is that of the standard', () => {
  const fields = [{ name: 'a' }, { name: 'b' }].map((field) => ({
    ...field,
    type: 'string' as const,
    description: '',
    unit: null,
    at: null,
  }))
  const rows = HOSTILE.flatMap((one, index) => [
    [one, HOSTILE[(index + 5) % HOSTILE.length]],
    ['', one],
    [one, null],
  ])
  const text = csvOf({ fields, rows: rows.map((row) => row.map((cell) => cell && dataText(cell))) })
  expect(csvRows(text)).toEqual(parse(text))
  expect(csvRows('a,b\r\n,\r\n"x""y","1\r\n2"')).toEqual([
    ['a', 'b'],
    ['', ''],
    ['x"y', '1\r\n2'],
  ])
  expect(() => csvRows('a\r\n"b')).toThrow('the quote at character 4 is not closed')
  expect(() => csvRows('"a"b')).toThrow('the quote at character 3 is followed by more')
})

test('the same briefing gives the same bytes', async () => {
  const [first, second] = await Promise.all([
    renderPackage(await caseRendering()),
    renderPackage(await caseRendering()),
  ])
  expect(Buffer.compare(first, second)).toBe(0)
})

describe('what is no package is refused with a sentence', () => {
  const descriptor = strToU8(
    JSON.stringify({
      resources: [],
      dyadwatch: { formatVersion: 1, madeBy: { product: 'x', version: '1' }, files: [] },
    }),
  )
  const zipped = (files: Record<string, Uint8Array>) => zipSync(files)

  test.each([
    ['not a zip', strToU8('PK\u0003\u0004 and no more'), 'It is no zip file that can be read'],
    ['nothing', new Uint8Array(), 'It is no zip file that can be read'],
    ['another zip', zipped({ 'a.txt': strToU8('a') }), 'It holds no datapackage.json'],
    ['a path above', zipped({ '../a.csv': descriptor }), 'It holds a path that leads out of it: "../a.csv"'],
    ['an absolute path', zipped({ '/etc/a': descriptor }), 'It holds a path that leads out of it: "/etc/a"'],
    ['a drive', zipped({ 'C:\\a': descriptor }), 'It holds a path that leads out of it'],
    ['no JSON', zipped({ 'datapackage.json': strToU8('{') }), 'datapackage.json is not JSON'],
    ['no UTF-8', zipped({ 'datapackage.json': new Uint8Array([0xff, 0xfe]) }), 'datapackage.json is not UTF-8 text'],
    [
      'another package',
      zipped({ 'datapackage.json': strToU8('{"resources":[]}') }),
      'not that of a briefing: /dyadwatch',
    ],
    [
      'a later format',
      zipped({ 'datapackage.json': strToU8(strFromU8(descriptor).replace('"formatVersion":1', '"formatVersion":2')) }),
      'datapackage.json, /dyadwatch/formatVersion: 2 is no format that this version reads; it reads 1',
    ],
    [
      'a bomb',
      zipped({ 'datapackage.json': descriptor, a: new Uint8Array(120_000_000), b: new Uint8Array(120_000_000) }),
      'Unpacked it would take more than 200 MiB',
    ],
    [
      'too many files',
      zipped(Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`f${index}`, descriptor]))),
      'It holds more than 500 files',
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(() => readPackage(bytes)).toThrow(sentence)
  })

  test('a file that says it is smaller than it is takes no more than it says', () => {
    const bytes = zipSync({ 'datapackage.json': descriptor, bomb: new Uint8Array(1_000_000) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const at = Buffer.from(bytes).lastIndexOf('bomb') - 46 + 24
    expect(view.getUint32(at, true)).toBe(1_000_000)
    view.setUint32(at, 10, true)
    expect(readPackage(bytes).files.get('bomb')?.length).toBe(10)
  })
})
