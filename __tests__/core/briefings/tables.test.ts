import { statedTables, tablesOf } from '@/lib/briefings/data/tables'
import { caseRendering } from '../../support/briefings/fixture'
import { twoDyads } from '../../support/briefings/hostile'

/** Where every value of some JSON stands. */
function leavesOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

test('every value of the evidence stands in a table, which says where in the evidence it is', async () => {
  const { data, document } = await caseRendering({ change: twoDyads })
  const places = statedTables(data.evidence, document).flatMap(({ origin, fields }) =>
    origin?.file === 'evidence.json'
      ? origin.rows.flatMap((row) => fields.flatMap(({ at }) => (at === null ? [] : [`${row}${at}`])))
      : [],
  )
  expect(new Set(places)).toEqual(new Set(leavesOf(data.evidence)))
})

test('the parts of a day add up to its score, by incident, by category and by side', async () => {
  const rendering = await caseRendering()
  const tables = new Map(tablesOf(rendering).map((table) => [table.name, table]))
  const sum = (name: string, keep: (row: Record<string, unknown>) => boolean) => {
    const table = tables.get(name)
    const rows =
      table?.rows.map((row) => Object.fromEntries(table.fields.map((field, at) => [field.name, row[at]]))) ?? []
    return rows.filter(keep).reduce((total, row) => total + Number(row.contribution), 0)
  }
  const [{ week }] = rendering.data.dyads
  expect(sum('contributions', () => true)).toBeCloseTo(week.close, 9)
  expect(sum('categories', (row) => row.week === week.weekId)).toBeCloseTo(week.close, 9)
  expect(sum('directions', (row) => row.week === week.weekId)).toBeCloseTo(week.close, 9)
})

test('a week that nobody checked has no figures in the series, only what the arithmetic leaves', async () => {
  const rendering = await caseRendering({ change: twoDyads })
  const series = tablesOf(rendering).find(({ name }) => name === 'series')
  const column = (name: string) => series?.fields.findIndex((field) => field.name === name) ?? -1
  const unchecked = series?.rows.filter((row) => row[column('coverage')] === 'not_checked') ?? []
  expect(unchecked.length).toBeGreaterThan(3)
  for (const row of unchecked) {
    const told = ['close', 'high', 'low', 'mean', 'change', 'band', 'full_p05'].map((name) => row[column(name)])
    expect(told).toEqual(told.map(() => null))
    expect(typeof row[column('arithmetic')]).toBe('number')
  }
})

test('every column has a description, and what tells rows apart does', async () => {
  for (const { name, fields, primaryKey, rows } of tablesOf(await caseRendering({ change: twoDyads }))) {
    expect([name, fields.filter(({ description }) => !/^\S.+\.$/.test(description))]).toEqual([name, []])
    const columns = primaryKey.map((key) => fields.findIndex((field) => field.name === key))
    const keys = rows.map((row) => JSON.stringify(columns.map((column) => row[column])))
    expect([name, new Set(keys).size]).toEqual([name, rows.length])
  }
})
