import { randomUUID } from 'node:crypto'
import { sentenceOf } from '@/lib/audit/fault'
import { auditSeal } from '@/lib/audit/one-seal'
import { auditRecord } from '@/lib/audit/record'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/transaction'
import { extendDyads } from '@/lib/dyads/extend'
import { createIncident, editIncident } from '@/lib/incidents/commands'
import { revisionHash } from '@/lib/incidents/state'
import { methodHash, methodInUse, publishFirstMethod } from '@/lib/method/store'
import { ATTESTED, type SmallRecord, writeSmallRecord } from '../support/audited'
import { startFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'
import { tamper, whileDeleted, whileTampered } from '../support/tamper'

startFreshDatabase()

let record: SmallRecord

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  record = await writeSmallRecord()
}, 30_000)

/** What the audit finds first, as a sentence; nothing where the record holds. */
const firstFault = async () => (await auditRecord()).faults.map(sentenceOf).join('\n')

test.each(['incident_revision', 'weekly_check', 'annotation_revision', 'method_version', 'seal', 'seal_dyad'])(
  'the database refuses to change, delete or empty %s',
  async (table) => {
    const prisma = await database()
    const column = table === 'method_version' ? 'id' : table === 'seal' ? 'number' : 'dyad_id'
    const statements = [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]
    for (const statement of statements)
      await expect(prisma.$executeRawUnsafe(statement)).rejects.toThrow(
        `is append-only: ${statement.split(' ')[0]} refused`,
      )
    expect(await firstFault()).toBe('')
  },
)

test('a record that holds gives the counts of what was looked at, and the latest seal', async () => {
  const { faults, counts, latest } = await auditRecord()
  expect(faults).toEqual([])
  expect(counts).toEqual({
    methods: 1,
    dyads: 1,
    incidents: 3,
    revisions: 9,
    checks: 3,
    annotations: 2,
    weeks: 30,
    seals: 1,
    briefings: 0,
  })
  expect(latest).toMatchObject({ number: 1, hash: record.seal.hash })
})

test('one changed letter of a title is named with its revision and both hashes', async () => {
  const place = { table: 'incident_revision', column: 'state', where: `incident_id = 'AZE-RUS-1' AND revision = 2` }
  const changed = `jsonb_set(state, '{input,title}', '"Baku summons the Russian ambassadoR"')`
  const prisma = await database()
  const key = { dyadId: 'AZE-RUS', incidentId: 'AZE-RUS-1', revision: 2 }
  const { hash } = await prisma.incidentRevision.findUniqueOrThrow({ where: { dyadId_incidentId_revision: key } })
  const said = await whileTampered(place, changed, firstFault)
  expect(said).toMatch(
    /^AZE-RUS \/ AZE-RUS-1, revision 2: its content does not give its hash \(stored [0-9a-f]{8}…, computed [0-9a-f]{8}…\)$/,
  )
  expect(said).toContain(`stored ${hash.slice(0, 8)}…`)
})

test('all faults are listed where more than the first is asked for, up to a number', async () => {
  const title = { table: 'incident', column: 'title', where: `id = 'AZE-RUS-2'` }
  const note = { table: 'incident', column: 'note', where: `id = 'AZE-RUS-3'` }
  const audits = async () => [await auditRecord({ most: 100 }), await auditRecord({ most: 2 }), await auditRecord()]
  const noteToo = () => whileTampered(note, `'Nobody wrote this'`, audits)
  const reports = await whileTampered(title, `'Another title'`, noteToo)
  const said = [
    'AZE-RUS / AZE-RUS-2: column title is not what the record gives (stored "Another title", computed "Moscow recalls its ambassador")',
    'AZE-RUS / AZE-RUS-3: column note is not what the record gives (stored "Nobody wrote this", computed "")',
  ]
  expect(reports.map(({ faults }) => faults.map(sentenceOf))).toEqual([said, said, said.slice(0, 1)])
})

test.each([
  [
    'the last revision of an incident',
    'incident_revision',
    `incident_id = 'AZE-RUS-1' AND revision = 4`,
    /^AZE-RUS \/ AZE-RUS-1: column revision is not/,
  ],
  [
    'a revision between others',
    'incident_revision',
    `incident_id = 'AZE-RUS-1' AND revision = 2`,
    /^AZE-RUS \/ AZE-RUS-1: revision 2 is missing$/,
  ],
  ['an only revision', 'incident_revision', `incident_id = 'AZE-RUS-3'`, /^AZE-RUS \/ AZE-RUS-3: it has no revision$/],
  ['a source', 'incident_source', `incident_id = 'AZE-RUS-1'`, /^AZE-RUS \/ AZE-RUS-1, source 1: it is missing$/],
  ['a vintage', 'incident_vintage', `revision = 4`, /^AZE-RUS \/ AZE-RUS-2, vintage of revision 4: it is missing$/],
  ['a check', 'weekly_check', `revision = 3`, /^AZE-RUS, seal 1 of \S+: the incidents and weekly checks known then/],
  ['a week', 'dyad_week', `week_start = ${ATTESTED}`, /^AZE-RUS, stored week \S+: it is missing$/],
  ['a week’s days', 'dyad_week_days', `week_start = ${ATTESTED}`, /^AZE-RUS, stored week \S+: its days are missing$/],
  [
    'an annotation’s first state',
    'annotation_revision',
    'revision = 1',
    /^AZE-RUS, annotation \S+, revision 2: it does not follow on the one written before it/,
  ],
  ['a seal', 'seal', 'number = 1', /^AZE-RUS, seal 1: there is no such seal$/],
  [
    'a dyad of a seal',
    'seal_dyad',
    'seal_number = 1',
    /^seal 1: it covers another number of dyads \(stored 1, computed 0\)$/,
  ],
])('%s that was deleted is missed', async (_, table, where, sentence) => {
  expect(await whileDeleted(table, where, firstFault)).toMatch(sentence)
  expect(await firstFault()).toBe('')
})

/** Rewrites the reason of a revision and everything that is hashed over it, as somebody would who knows how. */
async function rewriteFrom(incidentId: string, revision: number, reason: string): Promise<void> {
  const prisma = await database()
  const chain = await prisma.incidentRevision.findMany({ where: { incidentId }, orderBy: { revision: 'asc' } })
  let previousHash = chain[revision - 2]?.hash ?? ''
  for (const { hash: _, inForce: __, batchId, at, ...entry } of chain.slice(revision - 1)) {
    const own = entry.revision === revision ? reason : entry.reason
    const hash = revisionHash({
      ...entry,
      at: at.toISOString(),
      reason: own,
      previousHash,
      batchId: batchId ?? undefined,
    })
    await tamper(Prisma.sql`UPDATE incident_revision SET reason = ${own}, previous_hash = ${previousHash}, hash = ${hash}
      WHERE incident_id = ${incidentId} AND revision = ${entry.revision}`)
    previousHash = hash
  }
}

test('a chain that was rewritten as a whole is found out by the seal alone', async () => {
  await rewriteFrom('AZE-RUS-1', 2, 'Neither source agrees.')
  expect(await firstFault()).toMatch(
    /^AZE-RUS, seal 1 of \S+: the incidents and weekly checks known then do not give its root \(stored [0-9a-f]{8}…, computed [0-9a-f]{8}…\)$/,
  )
  expect((await auditSeal(record.seal.hash))?.faults.map(sentenceOf)).toEqual([await firstFault()])
  await rewriteFrom('AZE-RUS-1', 2, 'Both sources agree.')
  expect(await firstFault()).toBe('')
})

test('a seal that was kept outside is found by its hash and made again from the record of then', async () => {
  const report = await auditSeal(record.seal.hash)
  expect(report).toMatchObject({
    faults: [],
    counts: { dyads: 1, incidents: 3, revisions: 8, checks: 3, methods: 1, seals: 1 },
  })
  expect(await auditSeal(record.seal.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')))).toBeNull()
})

test('what was written after a seal is not the seal’s concern', async () => {
  const place = { table: 'incident_revision', column: 'reason', where: `incident_id = 'AZE-RUS-1' AND revision = 4` }
  const report = await whileTampered(place, `'Another'`, () => auditSeal(record.seal.hash))
  expect(report?.faults).toEqual([])
})

test('a changed parameter of a method is named', async () => {
  const place = { table: 'method_version', column: 'parameters', where: 'true' }
  const said = await whileTampered(place, `jsonb_set(parameters, '{halfLife,short}', '15')`, firstFault)
  expect(said).toMatch(
    /^method 0\.1: its parameters do not give its hash \(stored [0-9a-f]{8}…, computed [0-9a-f]{8}…\)$/,
  )
})

test('an account that is not there is named with what it did', async () => {
  const place = { table: 'account', column: 'id', where: `id = '${record.reviewer.accountId}'` }
  const said = await whileTampered(place, `'${randomUUID()}'::uuid`, firstFault)
  expect(said).toBe(`AZE-RUS / AZE-RUS-1, revision 2: account ${record.reviewer.accountId} is not there`)
})

test('each dyad that is done is told', async () => {
  await createIncident(record.analyst, { incident: makeIncident({ actor: 'FRA', target: 'DZA' }), submit: true })
  const told: string[] = []
  await auditRecord({ onProgress: ({ dyads, of }) => told.push(`${dyads} of ${of}`) })
  expect(told).toEqual(['1 of 2', '2 of 2'])
})

test('rows that were written by a method published meanwhile are no fault', async () => {
  const prisma = await database()
  const { parameters } = await methodInUse(prisma)
  // F is now better than B, so which source is best depends on the method.
  const next = { ...parameters, version: '0.2', reliability: { ...parameters.reliability, B: 0.2, F: 0.9 } }
  const published = { id: '0.2', parameters: next, hash: methodHash(next), reason: 'For this test', basedOn: '0.1' }
  await prisma.methodVersion.create({ data: published })
  const sources = [
    { ...makeIncident().sources[0], reliability: 'B' as const },
    { ...makeIncident().sources[0], reliability: 'F' as const },
  ]
  await createIncident(record.analyst, { incident: makeIncident({ sources }), submit: false })
  expect(await firstFault()).toBe('')
  expect(await extendDyads()).toEqual(['AZE-RUS'])
  expect(await firstFault()).toBe('')
})

test('before proposals were known, whoever made an incident was its author', async () => {
  const { reviewer, analyst } = record
  const draft = await createIncident(analyst, { incident: makeIncident(), submit: false })
  const incident = makeIncident({ note: 'Another hand' })
  await editIncident(reviewer, { ...draft, baseRevision: 1, incident, submit: false, reason: '' })
  const authors = { table: 'incident', column: 'authors', where: `id = '${draft.id}'` }
  const byAnalyst = `ARRAY['${analyst.accountId}'::uuid]`
  expect(await whileTampered(authors, byAnalyst, firstFault)).toContain(`${draft.id}: column authors is not`)
  const takeover = {
    table: '_prisma_migrations',
    column: 'finished_at',
    where: `migration_name = '20261124060000_review_history'`,
  }
  const asOlder = () => whileTampered(takeover, `now() + interval '1 minute'`, () => auditRecord({ most: 100 }))
  const older = await whileTampered(authors, byAnalyst, asOlder)
  expect(older.faults.map(sentenceOf).filter((said) => said.includes(draft.id))).toEqual([])
})

test('an incident that vanished with all that belongs to it is missed by the seal', async () => {
  for (const table of ['incident_revision', 'incident_source', 'incident_vintage'])
    await tamper(Prisma.sql`DELETE FROM ${Prisma.raw(table)} WHERE incident_id = 'AZE-RUS-3'`)
  await tamper(Prisma.sql`DELETE FROM incident WHERE id = 'AZE-RUS-3'`)
  expect(await firstFault()).toMatch(
    /^AZE-RUS, seal 1 of \S+: it covers another number of incidents \(stored 3, computed 2\)$/,
  )
})
