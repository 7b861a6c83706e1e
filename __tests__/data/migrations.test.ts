import { adoptStore, closeStore, database, type Store } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { openFreshDatabase } from '../support/database'

let store: Store
let drop: () => Promise<void>
let firstRun: string[]

beforeAll(async () => {
  const fresh = await openFreshDatabase('bare')
  store = fresh.store
  drop = fresh.drop
  adoptStore(store)
  firstRun = await migrate(store)
  await writeOneOfEach()
}, 60_000)

afterAll(async () => {
  await closeStore()
  await drop()
})

async function run(sql: string): Promise<number> {
  return (await database()).$executeRawUnsafe(sql)
}

const ACCOUNT = '00000000-0000-4000-8000-000000000001'

async function writeOneOfEach(): Promise<void> {
  await run(
    `INSERT INTO account (id, login, name, role, password_hash) VALUES ('${ACCOUNT}', 'a', 'A', 'analyst', 'x')`,
  )
  await run(`INSERT INTO account_event (account_id, action, detail) VALUES ('${ACCOUNT}', 'created', '{}')`)
  await run(`INSERT INTO sign_in (login, address, outcome, agent) VALUES ('a', '127.0.0.1', 'ok', '')`)
  await run(`INSERT INTO method_version (id, parameters, hash, reason) VALUES ('v1', '{}', 'h', 'first')`)
  await run(`INSERT INTO dyad (id, first, second) VALUES ('AZE-RUS', 'AZE', 'RUS')`)
  await run(incident({}))
  await run(`INSERT INTO incident_revision (dyad_id, incident_id, revision, at, action, reason, state, hash, previous_hash)
    VALUES ('AZE-RUS', 'I1', 1, now(), 'create', '', '{}', 'h', '')`)
  await run(
    `INSERT INTO weekly_check (dyad_id, week_start, revision, checked, note, at) VALUES ('AZE-RUS', 4, 1, true, '', now())`,
  )
  await run(
    `INSERT INTO dyad_method (dyad_id, at, method_id, previous_hash, hash) VALUES ('AZE-RUS', now(), 'v1', '', 'h')`,
  )
  await run(`INSERT INTO annotation_revision (dyad_id, annotation_id, revision, at, action, reason, start_day, text, previous_hash, hash)
    VALUES ('AZE-RUS', '${ACCOUNT}', 1, now(), 'created', '', 4, 'Talks', '', 'h')`)
  await run(`INSERT INTO activity (at, action, subject, detail) VALUES (now(), 'exported', 'incidents', '{}')`)
  await run(`INSERT INTO review_batch (id, at, filter, expected) VALUES ('${ACCOUNT}', now(), '{}', 1)`)
  await run(`INSERT INTO review_batch_item (dyad_id, batch_id, incident_id, revision)
    VALUES ('AZE-RUS', '${ACCOUNT}', 'I1', 1)`)
  await run(`INSERT INTO incident_comment (dyad_id, incident_id, number, kind, at, body, mentions, revision)
    VALUES ('AZE-RUS', 'I1', 1, 'comment', now(), 'Seen', '{}', 1)`)
  await run(`INSERT INTO seal (number, at, kind, dyads, heads, root, previous_hash, hash)
    VALUES (1, now(), 'asked', 1, 1, 'r', '', 'h')`)
  await run(`INSERT INTO seal_dyad (dyad_id, seal_number, at, heads, root) VALUES ('AZE-RUS', 1, now(), 1, 'r')`)
  await writeSample()
  await writeWatch()
}

async function writeWatch(): Promise<void> {
  await run(`INSERT INTO watchlist (id, scope, owner_id, name, note, members, revision, created_at, updated_at)
    VALUES ('${ACCOUNT}', 'own', '${ACCOUNT}', 'List', '', '[]', 1, now(), now())`)
  await run(`INSERT INTO watch_rule (id, scope, owner_id, name, condition, reach, status, webhook_secret, revision,
    created_at, updated_at) VALUES ('${ACCOUNT}', 'own', '${ACCOUNT}', 'Rule', '{}', 'all', 'off', 's', 1, now(), now())`)
  await run(`INSERT INTO watch_event (subject_id, revision, subject, at, action, state)
    VALUES ('${ACCOUNT}', 1, 'list', now(), 'created', '{}')`)
  await run(`INSERT INTO watch_alert (dyad_id, id, rule_id, rule_revision, cause_key, at, rule_name, day, week_start, facts,
    method_id) VALUES ('AZE-RUS', '${ACCOUNT}', '${ACCOUNT}', 1, 'k', now(), 'Rule', 4, 4, '{}', 'v1')`)
}

async function writeSample(): Promise<void> {
  await run(`INSERT INTO coding_sample (id, title, at, filter, seed, population, status)
    VALUES ('${ACCOUNT}', 'Sample', now(), '{}', 1, 1, 'open')`)
  await run(`INSERT INTO coding_coder (sample_id, account_id) VALUES ('${ACCOUNT}', '${ACCOUNT}')`)
  await run(`INSERT INTO coding_unit (sample_id, ordinal, dyad_id, incident_id, revision)
    VALUES ('${ACCOUNT}', 1, 'AZE-RUS', 'I1', 1)`)
  await run(`INSERT INTO coding (sample_id, ordinal, coder_id, at, codable, note)
    VALUES ('${ACCOUNT}', 1, '${ACCOUNT}', now(), false, 'The source does not say')`)
}

/** An INSERT of an incident that the database accepts, but for what `change` says (column → SQL). */
function incident(change: Record<string, string>): string {
  const columns: Record<string, string> = {
    dyad_id: `'AZE-RUS'`,
    id: `'I1'`,
    revision: '1',
    status: `'approved'`,
    head_status: `'approved'`,
    in_force: '1',
    grades: `'A'`,
    kind: `'incident'`,
    actor: `'RUS'`,
    target: `'AZE'`,
    mutual: 'false',
    category: `'diplomatic'`,
    code: `'DIP+2'`,
    rung: '2',
    persistence: `'episode'`,
    start_day: '100',
    ongoing: 'false',
    earliest_day: '100',
    latest_day: '100',
    date_precision: `'day'`,
    date_basis: `'event'`,
    reliability: `'A'`,
    credibility: '1',
    confidence: `'high'`,
    actor_type: `'state'`,
    location: `''`,
    title: `''`,
    summary: `''`,
    note: `''`,
    points: '1',
    created_at: 'now()',
    updated_at: 'now()',
    words: `'a note of protest'`,
    ...change,
  }
  return `INSERT INTO incident (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns).join(', ')})`
}

test('an empty database takes every migration, in order', () => {
  expect(firstRun.length).toBeGreaterThan(0)
  expect(firstRun).toEqual([...firstRun].sort())
})

test('migrating again does nothing and loses nothing', async () => {
  expect(await migrate(store)).toEqual([])
  expect(await (await database()).incidentRevision.count()).toBe(1)
}, 20_000)

const APPEND_ONLY = [
  ['incident_revision', `reason = 'rewritten'`],
  ['annotation_revision', `text = 'rewritten'`],
  ['weekly_check', 'checked = false'],
  ['dyad_method', `method_id = 'rewritten'`],
  ['method_version', `reason = 'rewritten'`],
  ['account_event', `action = 'rewritten'`],
  ['sign_in', `outcome = 'rewritten'`],
  ['activity', `subject = 'rewritten'`],
  ['review_batch', 'expected = 2'],
  ['review_batch_item', 'revision = 2'],
  ['incident_comment', `body = 'rewritten'`],
  ['seal', `root = 'rewritten'`],
  ['seal_dyad', `root = 'rewritten'`],
  ['coding', `note = 'rewritten'`],
  ['watch_event', `action = 'rewritten'`],
  ['watch_alert', `cause_key = 'rewritten'`],
]

test.each(APPEND_ONLY)('a row of %s cannot be changed', async (table, change) => {
  await expect(run(`UPDATE ${table} SET ${change}`)).rejects.toThrow(`${table} is append-only: UPDATE refused`)
})

const NEVER_DELETED = [
  ...APPEND_ONLY.map(([table]) => table),
  'incident',
  'account',
  'coding_sample',
  'coding_unit',
  'watchlist',
  'watch_rule',
]

test.each(NEVER_DELETED)('a row of %s cannot be deleted', async (table) => {
  await expect(run(`DELETE FROM ${table}`)).rejects.toThrow(`${table} is append-only: DELETE refused`)
})

const NEVER_TRUNCATED = [...APPEND_ONLY.map(([table]) => table), 'incident']

test.each(NEVER_TRUNCATED)('%s cannot be emptied', async (table) => {
  await expect(run(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('is append-only: TRUNCATE refused')
})

const IMPOSSIBLE: [string, Record<string, string>, string][] = [
  ['a rung of 0', { rung: '0' }, 'incident_rung_check'],
  ['a rung past the ladder', { rung: '6' }, 'incident_rung_check'],
  ['an actor that is its own target', { target: `'RUS'` }, 'incident_pair_check'],
  ['an end before the start', { end_day: '99' }, 'incident_days_check'],
  ['a start outside its own interval', { earliest_day: '101', latest_day: '102' }, 'incident_interval_check'],
  ['an unknown reliability', { reliability: `'G'` }, 'incident_grade_check'],
  ['an unknown status', { status: `'final'` }, 'incident_status_check'],
  ['approval of nothing', { in_force: 'NULL' }, 'incident_in_force_check'],
  ['a revision in force that is not there', { in_force: '2' }, 'incident_in_force_check'],
  ['an incident without a code', { code: 'NULL' }, 'incident_scored_check'],
]

test.each(IMPOSSIBLE)('the database refuses %s', async (_, change, constraint) => {
  await expect(run(incident({ id: `'I2'`, ...change }))).rejects.toThrow(constraint)
})

test('the words of an incident are searchable as soon as it is written', async () => {
  const found = await (await database()).$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM incident WHERE search @@ websearch_to_tsquery('simple', 'protest')`,
  )
  expect(found).toEqual([{ id: 'I1' }])
})

test('a weekly check stands on a Monday', async () => {
  const tuesday = `INSERT INTO weekly_check (dyad_id, week_start, revision, checked, note, at)
    VALUES ('AZE-RUS', 5, 1, true, '', now())`
  await expect(run(tuesday)).rejects.toThrow('weekly_check_monday_check')
})
