import { run as audit } from '@/bin/commands/audit'
import { run as seal } from '@/bin/commands/seal'
import { adoptStore, store } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { publishFirstMethod } from '@/lib/method/store'
import { type SmallRecord, writeSmallRecord } from '../support/audited'
import { startFreshDatabase } from '../support/database'
import { whileTampered } from '../support/tamper'

startFreshDatabase()

let record: SmallRecord

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  record = await writeSmallRecord()
}, 30_000)

/** Runs a command as the command line does, but for the process: the store outlives it. */
async function told(command: (argv: string[]) => Promise<number>, ...argv: string[]) {
  const lines = { out: '', err: '' }
  const to = (name: 'out' | 'err') => (text: unknown) => {
    lines[name] += String(text)
    return true
  }
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(to('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(to('err')),
    jest.spyOn(console, 'log').mockImplementation((line) => to('out')(`${line}\n`)),
    jest.spyOn(console, 'error').mockImplementation((line) => to('err')(`${line}\n`)),
  ]
  const opened = await store()
  adoptStore({ ...opened, close: async () => undefined })
  try {
    return { code: await command(argv), ...lines }
  } finally {
    adoptStore(opened)
    for (const spy of spies) spy.mockRestore()
  }
}

test('a record that holds is counted, and the latest seal named', async () => {
  expect(await told(audit)).toEqual({
    code: 0,
    out: `The record holds: 1 dyad, 3 incidents, 9 revisions, 3 weekly checks, 30 stored weeks, 1 method version, 1 seal.\nSeal 1  ${record.seal.at}  ${record.seal.hash}\n`,
    err: '',
  })
})

test('a seal that was kept is found by its hash, in either case of letters', async () => {
  expect(await told(audit, '--seal', record.seal.hash.toUpperCase())).toEqual({
    code: 0,
    out: `Seal 1  ${record.seal.at}  ${record.seal.hash}\nIt holds: 1 dyad, 3 incidents, 8 revisions, 3 weekly checks, 1 method version, 1 seal.\n`,
    err: '',
  })
})

test('a hash that no stored seal has is told so', async () => {
  const other = '0'.repeat(64)
  expect(await told(audit, '--seal', other)).toEqual({ code: 1, out: `No such seal is stored: ${other}\n`, err: '' })
})

test('the first mismatch alone is named, or all of them where all are asked for', async () => {
  const place = { table: 'incident_revision', column: 'reason', where: `incident_id = 'AZE-RUS-1' AND revision = 2` }
  const row = { table: 'incident', column: 'summary', where: `id = 'AZE-RUS-2'` }
  const both = async () => ({ first: await told(audit), all: await told(audit, '--all') })
  const { first, all } = await whileTampered(place, `'Because'`, () => whileTampered(row, `'Not theirs'`, both))
  expect(first.out).toMatch(/^AZE-RUS \/ AZE-RUS-1, revision 2: its content does not give its hash \(.*\)\n$/)
  expect(all.out.split('\n').slice(1)).toEqual([
    'AZE-RUS / AZE-RUS-2: column summary is not what the record gives (stored "Not theirs", computed "")',
    '',
  ])
  expect([first.code, first.err, all.code, all.err]).toEqual([1, '', 1, ''])
})

test('what breaks a seal is named after the seal', async () => {
  const place = { table: 'weekly_check', column: 'note', where: 'revision = 2' }
  const { code, out } = await whileTampered(place, `'None read'`, () => told(audit, '--seal', record.seal.hash))
  expect(out.split('\n')[1]).toMatch(
    /^AZE-RUS, seal 1 of \S+: the incidents and weekly checks known then do not give its root/,
  )
  expect(code).toBe(1)
})

test('a seal is printed with its number, time and hash', async () => {
  const { code, out, err } = await told(seal)
  expect(out).toMatch(/^Seal 2 {2}\d{4}-\d\d-\d\dT[\d:.]+Z {2}[0-9a-f]{64}\nIt covers 3 incidents of 1 dyad\./)
  expect([code, err]).toEqual([0, ''])
})

test.each([
  [audit, ['--sael', 'x'], "dyadwatch audit: Unknown option '--sael'\n"],
  [audit, ['--seal'], "dyadwatch audit: Option '--seal <value>' argument missing\n"],
  [audit, ['--seal', 'abc'], 'dyadwatch audit: --seal: a hash has 64 characters from 0 to 9 and a to f\n'],
  [audit, ['everything'], "dyadwatch audit: Unexpected argument 'everything'\n"],
  [seal, ['now'], 'usage: npx dyadwatch seal\n'],
])('wrong usage is refused in one line: %p %p', async (command, argv, line) => {
  const { code, out, err } = await told(command, ...argv)
  expect([code, out]).toEqual([2, ''])
  expect(err.startsWith(line.trimEnd())).toBe(true)
  expect(err.split('\n')).toHaveLength(2)
})
