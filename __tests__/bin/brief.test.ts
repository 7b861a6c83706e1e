import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { EXPORT_FORMATS } from '@/lib/briefings/render/formats'

const root = resolve(__dirname, '../..')

// Each run starts two node processes and a database; a busy machine takes its time. What is refused is tried in
// `__tests__/data/brief-command.test.ts`.
jest.setTimeout(240_000)

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dyadwatch-brief-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function dyadwatch(...args: string[]) {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: join(folder, 'data') }
  const child = spawn(process.execPath, [join(root, 'bin/dyadwatch.mjs'), ...args], { cwd: root, env })
  const ended = new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, stdout, stderr }
}

test('from set-up to the briefing of the peak week in every format, and a package that verifies', async () => {
  expect((await dyadwatch('setup')).code).toBe(0)
  const out = join(folder, 'out')
  const made = await dyadwatch('brief', 'AZE-RUS', '--week', '2025-W27', '--format', 'all', '-o', out)
  expect([made.code, made.stdout]).toEqual([0, ''])
  const names = EXPORT_FORMATS.map((format) => `weekly_AZE-RUS_2025-W27_en.${format}`)
  expect(readdirSync(out).sort()).toEqual(names.sort())
  expect(readFileSync(join(out, 'weekly_AZE-RUS_2025-W27_en.md'), 'utf8')).toContain('points to')
  const verdict = await dyadwatch('verify', join(out, 'weekly_AZE-RUS_2025-W27_en.zip'))
  expect([verdict.code, verdict.stdout]).toEqual([0, expect.stringContaining('\nyes: ')])

  const spoken = ['--language', 'az', '--mark', 'AMBER', '--format', 'md', '-o', '-']
  const az = await dyadwatch('brief', 'AZE-RUS', '--week', '2025-W27', ...spoken)
  expect(az.stdout).toContain('TLP:AMBER')
  expect(az.stdout).toContain('Azərbaycan – Rusiya: 2025-W27 həftəsi')
})
