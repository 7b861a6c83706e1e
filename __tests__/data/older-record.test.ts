import { adoptStore, closeStore, database, type Store } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { completeVintages } from '@/lib/incidents/vintages'
import { openFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'

/*
 * A record as the first version of the product left it: what was submitted was approved at once, and there were neither
 * vintages nor anything in force beside the latest revision.
 */
const BEFORE = '20261124000000_record'

let store: Store
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await openFreshDatabase('bare')
  store = fresh.store
  drop = fresh.drop
  adoptStore(store)
  await migrate(store, { upTo: BEFORE })
  await run(`INSERT INTO dyad (id, first, second) VALUES ('AZE-RUS', 'AZE', 'RUS')`)
  await write('I1', ['draft', 'approved', 'approved'])
  await write('I2', ['draft'])
  await write('I3', ['approved', 'retracted'])
  await migrate(store)
}, 60_000)

afterAll(async () => {
  await closeStore()
  await drop()
})

async function run(sql: string, ...values: unknown[]): Promise<number> {
  return (await database()).$executeRawUnsafe(sql, ...values)
}

/** An incident with a revision in each of some statuses, by the columns of then. */
async function write(id: string, statuses: string[]): Promise<void> {
  const last = statuses[statuses.length - 1]
  await run(
    `INSERT INTO incident (dyad_id, id, revision, status, kind, actor, target, mutual, category, code, rung, persistence,
      start_day, ongoing, earliest_day, latest_day, date_precision, date_basis, reliability, credibility, confidence, actor_type,
      location, title, summary, note, points, created_at, updated_at, words)
    VALUES ('AZE-RUS', '${id}', ${statuses.length}, '${last}', 'incident', 'AZE', 'RUS', false, 'diplomatic', 'DIP+2', 2, 'short',
      100, false, 100, 100, 'day', '', 'B', 1, 'high', '', '', 'Old', '', '', 1, now(), now(), $1)`,
    ['Old', 'Outlet', 'DIP+2', 'Formal protest', 'AZE', 'RUS', ''].join('\n'),
  )
  for (const [ordinal, letter] of ['C', 'B', 'C'].entries()) {
    await run(`INSERT INTO incident_source (dyad_id, incident_id, ordinal, outlet, quote, reliability)
      VALUES ('AZE-RUS', '${id}', ${ordinal}, 'Outlet', '', '${letter}')`)
  }
  for (const [index, status] of statuses.entries()) {
    const state = JSON.stringify({ status, input: makeIncident({ title: `Old ${index + 1}` }) })
    await run(
      `INSERT INTO incident_revision (dyad_id, incident_id, revision, at, action, reason, state, hash, previous_hash)
       VALUES ('AZE-RUS', '${id}', ${index + 1}, '2026-01-0${index + 1}T00:00:00Z', 'edited', '', $1::jsonb, 'h', '')`,
      state,
    )
  }
}

test('what an older version approved is in force, and its drafts wait for nothing', async () => {
  const rows = await (await database()).incident.findMany({ orderBy: { id: 'asc' } })
  expect(
    rows.map(({ id, inForce, headStatus, proposal, grades }) => [id, inForce, headStatus, proposal, grades]),
  ).toEqual([
    ['I1', 3, 'approved', null, 'BC'],
    ['I2', null, 'draft', 'new', 'BC'],
    ['I3', 2, 'retracted', null, 'BC'],
  ])
})

test('what the codebook called a code is no longer among the words that follow from the record', async () => {
  const rows = await (await database()).incident.findMany({ select: { words: true } })
  expect(new Set(rows.map(({ words }) => words))).toEqual(new Set(['Old\nOutlet\nDIP+2\nAZE\nRUS\n']))
})

test('the last write of a dyad is known, so that the next one is later', async () => {
  const dyad = await (await database()).dyad.findUniqueOrThrow({ where: { id: 'AZE-RUS' } })
  expect(dyad.lastWriteAt?.toISOString()).toBe('2026-01-03T00:00:00.000Z')
})

test('its vintages are made from its revisions, once', async () => {
  expect(await completeVintages()).toEqual(['AZE-RUS'])
  expect(await completeVintages()).toEqual([])
  const vintages = await (await database()).incidentVintage.findMany({
    orderBy: [{ incidentId: 'asc' }, { revision: 'asc' }],
  })
  expect(
    vintages.map(({ incidentId, revision, inForce, status, title }) => [incidentId, revision, inForce, status, title]),
  ).toEqual([
    ['I1', 2, 2, 'approved', 'Old 2'],
    ['I1', 3, 3, 'approved', 'Old 3'],
    ['I3', 1, 1, 'approved', 'Old 1'],
    ['I3', 2, 2, 'retracted', 'Old 2'],
  ])
})

test('the revisions refuse change again once their column is filled in', async () => {
  await expect(run(`UPDATE incident_revision SET in_force = 1`)).rejects.toThrow('append-only: UPDATE refused')
})
