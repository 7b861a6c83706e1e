import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { sentenceOf } from '@/lib/audit/fault'
import { auditRecord } from '@/lib/audit/record'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident } from '@/lib/incidents/commands'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'
import { expectNothingLost } from '../support/nothing-lost'
import { viewerWith } from '../support/viewers'
import type { Orders, Report } from '../support/write-along'
import type { Address } from '../support/writers'

/* Two processes on one PostgreSQL server; the embedded database belongs to one process. */

const ROOT = resolve(__dirname, '../..')

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

async function workIn(orders: Orders): Promise<Report> {
  const script = [
    '--conditions=react-server',
    '--import',
    'tsx',
    '__tests__/support/write-along.ts',
    JSON.stringify(orders),
  ]
  const env = { ...process.env, NODE_OPTIONS: '' }
  const child = spawn(process.execPath, script, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (errors || out === '') throw new Error(errors || 'the process printed nothing')
  return JSON.parse(out)
}

/** Audits the record again and again until some work is done, a pause between: what each found, as sentences. */
async function auditDuring<T>(work: Promise<T>): Promise<string[][]> {
  const found: string[][] = []
  let over = false
  const end = work.finally(() => {
    over = true
  })
  while (!over) {
    found.push((await auditRecord()).faults.map(sentenceOf))
    await Promise.race([end, new Promise((pause) => setTimeout(pause, 1500))])
  }
  return found
}

test('fifty people in two processes lose no update, and leave whole chains and one daily seal; an audit meanwhile finds nothing', async () => {
  const prisma = await database()
  for (const [login, role] of [
    ['an-analyst', 'analyst'],
    ['a-reviewer', 'reviewer'],
  ] as const)
    await prisma.account.create({ data: { login, name: login, role, passwordHash: 'x' } })
  const analyst = await viewerWith('analyst')
  const shared: Address[] = []
  for (const target of ['RUS', 'RUS', 'RUS', 'RUS', 'ARM', 'ARM', 'ARM', 'GEO', 'GEO', 'GEO']) {
    const { dyadId, id } = await createIncident(analyst, {
      incident: makeIncident({ actor: 'AZE', target }),
      submit: true,
    })
    shared.push({ dyadId, id })
  }
  const orders = { shared, writers: 20, approvers: 5, rounds: 2 }
  const work = Promise.all([workIn({ ...orders, process: 1 }), workIn({ ...orders, process: 2 })])
  const audits = await auditDuring(work)
  const reports = await work
  const done = reports.flatMap((report) => report.done)
  expect(done.filter(({ action }) => action === 'created')).toHaveLength(80)
  expect(done.filter(({ action }) => action === 'edited')).toHaveLength(80)
  expect(done.filter(({ action }) => action === 'approved').length).toBeGreaterThan(0)
  await expectNothingLost(done, shared)
  expect(audits.length).toBeGreaterThan(1)
  expect(audits.flat()).toEqual([])
  expect(reports[0].daily).toBe(reports[1].daily)
  expect(await prisma.seal.count()).toBe(1)
}, 300_000)
