import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { sentencesAt } from '@/lib/briefings/data/sentences-at'
import { renderPackage } from '@/lib/briefings/render/package'
import { caseRendering } from '../support/briefings/fixture'
import { packed, textsOf } from '../support/briefings/packages'

const root = resolve(__dirname, '../..')

// Each run starts two node processes and draws intervals; a busy machine takes its time.
jest.setTimeout(120_000)

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dyadwatch-verify-'))
})

afterAll(() => rm(folder, { recursive: true }))

/** Neither a database nor a data folder is there for it. */
async function verify(...args: string[]) {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    DATA_DIR: join(folder, 'none'),
  }
  const child = spawn(process.execPath, [join(root, 'bin/dyadwatch.mjs'), 'verify', ...args], { cwd: root, env })
  const ended = new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, stdout, stderr }
}

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

test('it says yes with counts, and whose words it cannot prove', async () => {
  const rendering = await caseRendering()
  const { sentence } = sentencesAt(rendering.document)[0]
  const by = {
    kind: 'edited' as const,
    name: 'A. \u001b[31m\u202eAnalyst',
    at: '2026-11-30T08:00:00.000Z',
    rules: sentence.runs,
    unmatched: [],
  }
  Object.assign(sentence, { by, runs: [{ text: 'It rose.', typed: true }] })
  const { code, stdout, stderr } = await verify(await fileOf('good.zip', await renderPackage(rendering)))
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /^Azerbaijan – Russia: week 2025-W27\nyes: \d+ figures and 19 tables of \d+ rows, made again from 24 incidents and 1 method, are the same;\n\d+ figures in the text say what the figures say; 24 files as listed\.\n/,
  )
  expect(stdout).toContain(
    'edited: sentence AZE-RUS.bluf.move by A. \\u{1b}[31m\\u{202e}Analyst at 2026-11-30T08:00:00.000Z\n',
  )
})

test('it says no and names each place that differs, at most twenty', async () => {
  const texts = textsOf(await renderPackage(await caseRendering()))
  const path = 'data/series.csv'
  const one = { ...texts, [path]: texts[path].replace('80.86750141394296', '60.86750141394296') }
  const { code, stdout, stderr } = await verify(await fileOf('one.zip', packed(one)))
  expect([code, stderr]).toEqual([1, ''])
  expect(stdout).toBe(
    'Azerbaijan – Russia: week 2025-W27\nno: 1 place differs\n' +
      '  data/series.csv, row AZE-RUS 2025-W27, column close: "60.86750141394296" stands there, and "80.86750141394296" should\n',
  )
  const many = { ...texts, [path]: texts[path].replaceAll(',checked,', ',incidents,') }
  const more = await verify(await fileOf('many.zip', packed(many)))
  expect(more.code).toBe(1)
  expect(more.stdout.split('\n').length).toBe(2 + 20 + 2)
  expect(more.stdout).toMatch(/\n {2}and \d+ more\n$/)
})

test('what is no package, or not there, is refused with a sentence', async () => {
  const refused = { code: 2, stdout: '' }
  expect(await verify(await fileOf('no.zip', 'no zip'))).toEqual({
    ...refused,
    stderr: expect.stringMatching(/^dyadwatch verify: It is no zip file that can be read: .+\n$/),
  })
  expect(await verify(join(folder, 'missing.zip'))).toEqual({
    ...refused,
    stderr: expect.stringMatching(/^dyadwatch verify: cannot read ".+missing\.zip" \(ENOENT\)\n$/),
  })
  expect(await verify()).toEqual({
    ...refused,
    stderr: 'dyadwatch verify: give one package: dyadwatch verify PACKAGE.zip\n',
  })
  expect(await verify('--fast')).toMatchObject({
    ...refused,
    stderr: expect.stringMatching(/^dyadwatch verify: Unknown option '--fast'/),
  })
})
