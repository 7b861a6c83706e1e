import { parseActivityFilter } from '@/lib/activity/filter'
import { listActivity } from '@/lib/activity/queries'
import { type ActivityCursor, activityStatement } from '@/lib/activity/statement'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { publishFirstMethod } from '@/lib/method/store'
import { approveBatch } from '@/lib/review/commands'
import { batchOf } from '../support/batches'
import { startFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

const NO_FILTER = parseActivityFilter({})

test('pages put together are the whole log, also where many entries share an instant', async () => {
  const admin = await viewerWith('admin')
  const reviewer = await viewerWith('reviewer')
  for (let index = 0; index < 12; index++)
    await createIncident(admin, { incident: makeIncident({ title: `Batched ${index}` }), submit: true })
  const filter = parseFilter({ q: 'Batched' })
  await approveBatch(reviewer, await batchOf(reviewer, filter))
  const prisma = await database()
  const [{ at }] = await prisma.incidentRevision.findMany({ orderBy: { at: 'desc' }, take: 1 })
  const account = admin.accountId ?? ''
  await prisma.accountEvent.createMany({
    data: [1, 2, 3].map(() => ({ at, accountId: account, byId: account, action: 'password', detail: {} })),
  })
  await prisma.activity.createMany({
    data: [1, 2, 3].map(() => ({ at, byId: account, action: 'exported', subject: 'x', detail: {} })),
  })
  const whole = (await listActivity(admin, NO_FILTER, 1000)).rows
  expect(whole.filter((entry) => entry.at === at.toISOString())).toHaveLength(18)
  const keys: string[] = []
  let after: string | undefined
  do {
    const page = await listActivity(admin, { ...NO_FILTER, after }, 4)
    keys.push(...page.rows.map(({ key }) => key))
    after = page.next ?? undefined
  } while (after)
  expect(keys).toEqual(whole.map(({ key }) => key))
  expect(new Set(keys).size).toBe(keys.length)
  expect([...whole].sort((a, b) => (a.at < b.at ? 1 : -1)).map((entry) => entry.at)).toEqual(
    whole.map((entry) => entry.at),
  )
})

test('a cursor that is none starts the log at its newest', async () => {
  const admin = await viewerWith('admin')
  const [newest] = (await listActivity(admin, NO_FILTER)).rows
  for (const after of ['nonsense', Buffer.from('["a",9,"","","x"]').toString('base64url')])
    expect((await listActivity(admin, { ...NO_FILTER, after })).rows[0].key).toBe(newest.key)
})

const someone = '00000000-0000-4000-8000-000000000001'
const FILTERS: [string, Record<string, string>][] = [
  ['nothing', {}],
  ['a person', { person: someone }],
  ['nobody', { person: 'none' }],
  ['a dyad', { dyad: 'AZE-RUS' }],
  ['approvals', { kind: 'approval' }],
  ['seals', { kind: 'seal' }],
  ['days', { from: '2025-01-01', to: '2025-12-31' }],
]
/** A page further on, after an entry of the `activity` table. */
const CURSOR = { at: '2025-06-01T00:00:00.000Z', source: 3, k1: '', k2: '', k3: '7' }

/** How a page is read where tables are large: small ones would be read whole and sorted. */
async function planOf(params: Record<string, string>, cursor: ActivityCursor | null): Promise<string[]> {
  const statement = activityStatement(parseActivityFilter(params), { cursor, limit: 51, signIns: true })
  if (!statement) throw new Error('no statement for this filter')
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`
    await tx.$executeRaw`SET LOCAL enable_sort = off`
    const plan = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${statement}`)
    return plan.map((line) => line['QUERY PLAN'])
  })
}

test.each(FILTERS)('a page narrowed by %s enters an index in each source, in its order', async (_, params) => {
  for (const cursor of [null, CURSOR]) {
    const plan = await planOf(params, cursor)
    expect(plan.filter((line) => /Seq Scan/.test(line))).toEqual([])
    // The parts of a page are sorted as a whole, once; within a part only what shares an instant is.
    const sorts = plan.filter((line) => /^\W*Sort {2}/.test(line))
    expect([plan.join('\n'), sorts.length]).toEqual([plan.join('\n'), Math.min(1, sorts.length)])
    const presorted = plan.filter((line) => /Presorted Key: /.test(line))
    expect(presorted.filter((line) => !/\bat\b/.test(line))).toEqual([])
    // What narrows a page is what its indexes are entered by, not what is left out row by row.
    const filters = plan.filter((line) => /^\W*Filter: /.test(line))
    expect(filters.filter((line) => /by_id|account_id|dyad_id =|action =/.test(line))).toEqual([])
  }
})
