import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { flagsOf } from '@/bin/commands/score-flags'
import caseFile from '@/prisma/cases/rus-aze/incidents.json'
import { expectMatches } from '../core/golden'
import golden from '../golden/reference-scores.json'

const root = resolve(__dirname, '../..')
const CASE = 'prisma/cases/rus-aze/incidents.json'

interface Run {
  code: number | null
  stdout: string
  stderr: string
}

function dyadwatch(...args: string[]): Promise<Run> {
  const child = spawn(process.execPath, [join(root, 'bin/dyadwatch.mjs'), ...args], { cwd: root })
  const run: Run = { code: null, stdout: '', stderr: '' }
  child.stdout.on('data', (data) => {
    run.stdout += data
  })
  child.stderr.on('data', (data) => {
    run.stderr += data
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ ...run, code }))
  })
}

// Each run starts two node processes; a busy machine takes its time.
jest.setTimeout(60_000)

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dyadwatch-score-'))
})

afterAll(() => rm(folder, { recursive: true }))

async function fileWith(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** Exit code 2, nothing on stdout, one line on stderr that begins as told. */
function expectRefused(run: Run, beginning: string): void {
  expect(run.stderr).toMatch(/^[^\n]+\n$/)
  expect(run.stderr.slice(0, beginning.length)).toBe(beginning)
  expect([run.code, run.stdout]).toEqual([2, ''])
}

test('the case scored by day equals the golden values, with contributions', async () => {
  const days = Object.keys(golden.contributions).flatMap((day) => ['--contributions', day])
  const range = ['--from', golden.range[0], '--to', golden.range[1]]
  const { code, stdout, stderr } = await dyadwatch('score', CASE, '--grain', 'day', ...range, ...days)
  expect([code, stderr]).toEqual([0, ''])
  const { pair, parameters, range: days225, daily, contributions } = golden
  expectMatches(JSON.parse(stdout), { pair, parameters, range: days225, daily, contributions })
})

test('the case scored by week equals the golden values, and parameters that are given are used', async () => {
  const other = golden.halfLifeAlternatives.shorter
  const [short, medium, long] = other.halfLife
  const params = await fileWith('params.json', JSON.stringify({ halfLife: { short, medium, long } }))
  const [weekly, shorter] = await Promise.all([
    dyadwatch('score', CASE, '--from', golden.range[0], '--to', golden.range[1]),
    dyadwatch('score', CASE, '--params', params, '--to', '2025-07-13'),
  ])
  expectMatches(JSON.parse(weekly.stdout).weekly, golden.weekly)
  expectMatches(JSON.parse(shorter.stdout).weekly.at(-1).close, other.scores['2025-07-13'])
})

test('without a range the record is scored from its first day to its last', async () => {
  const bare = await fileWith('bare.json', JSON.stringify(caseFile.incidents))
  const { stdout } = await dyadwatch('score', bare)
  expect(JSON.parse(stdout)).toMatchObject({ pair: ['AZE', 'RUS'], range: ['2024-12-25', '2025-07-07'] })
})

test('a row that is wrong is refused in one line that names row and field', async () => {
  const incidents = caseFile.incidents.map((row, index) => (index === 2 ? { ...row, date: '2025-02-30' } : row))
  const future = caseFile.incidents.map((row) => ({ ...row, date: '2999-01-01', date_end: '' }))
  const [impossible, later] = await Promise.all([
    dyadwatch('score', await fileWith('impossible.json', JSON.stringify({ ...caseFile, incidents }))),
    dyadwatch('score', await fileWith('future.json', JSON.stringify(future))),
  ])
  expectRefused(impossible, 'row 3 (RA-003), field date: "2025-02-30" is not a calendar date')
  expectRefused(later, 'row 1 (RA-001), field date: "2999-01-01" is after ')
})

test('files that cannot be read are refused in one line', async () => {
  const text = await fileWith('text.json', '{"incidents": [\n')
  const params = await fileWith('zero.json', '{"base": 0}')
  const [missing, broken, parameters] = await Promise.all([
    dyadwatch('score', join(folder, 'missing.json')),
    dyadwatch('score', text),
    dyadwatch('score', CASE, '--params', params),
  ])
  expectRefused(missing, 'file: cannot read ')
  expectRefused(broken, 'file: ')
  expectRefused(parameters, '--params file, field base: ')
})

test('flags that make no sense are refused in one line', async () => {
  const [turned, misspelt] = await Promise.all([
    dyadwatch('score', CASE, '--from', '2025-03-01', '--to', '2025-02-01'),
    dyadwatch('score', CASE, '--form', '2025-02-28'),
  ])
  expectRefused(turned, '--from: 2025-03-01 is after 2025-02-01')
  expectRefused(misspelt, "Unknown option '--form'")
})

test('a flag is refused by its name', () => {
  const wrong: [string, string[]][] = [
    ['--grain: "month" is neither', [CASE, '--grain', 'month']],
    ['--from: "1-1-2025" is not', [CASE, '--from', '1-1-2025']],
    ['--to: "" is not', [CASE, '--to', '']],
    ['--contributions: "2025-02-29" is not', [CASE, '--contributions', '2025-02-28', '--contributions', '2025-02-29']],
    ['one FILE is needed, not 0', []],
    ['one FILE is needed, not 2', [CASE, CASE]],
    ["Option '--to <value>' argument missing", [CASE, '--to']],
  ]
  for (const [message, args] of wrong) expect(() => flagsOf(args)).toThrow(message)
})

test('the command lists what it can do, and refuses what it cannot', async () => {
  const [help, unknown] = await Promise.all([dyadwatch(), dyadwatch('scroe')])
  expect(help.code).toBe(0)
  expect(help.stdout).toContain('score FILE')
  expectRefused(unknown, 'dyadwatch: unknown command "scroe"')
  const source = await readFile(join(root, 'bin/dyadwatch.mjs'), 'utf8')
  expect(source.startsWith('#!/usr/bin/env node\n')).toBe(true)
})
