import { sentenceOf } from '@/lib/audit/fault'
import { auditRecord } from '@/lib/audit/record'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { publishFirstMethod } from '@/lib/method/store'
import { writeSmallRecord } from '../support/audited'
import { startFreshDatabase } from '../support/database'
import { columnsOf, smallestChange } from '../support/smallest-change'
import { whileTampered } from '../support/tamper'

startFreshDatabase()

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await writeSmallRecord()
}, 30_000)

jest.setTimeout(60_000)

interface Table {
  where: string
  /** What the fault must say of a changed column. */
  names: RegExp
  /** Columns whose change must be another one than the smallest of their type: a constraint or a key would refuse it. */
  values?: Record<string, string>
  /** What is said of the columns that say which row it is. */
  keys?: Record<string, RegExp>
  /** Columns that follow from nothing else in the record. */
  free?: string[]
}

const LAST_WEEK = `week_start = (SELECT max(week_start) FROM dyad_week)`
const FIRST = `id = 'AZE-RUS-1'`
const SEALED = /^AZE-RUS, seal 1 of \S+: the incidents and weekly checks known then do not give its root/

const TABLES: Record<string, Table> = {
  incident: {
    where: FIRST,
    names: /^AZE-RUS \/ AZE-RUS-1: column \w+ is not what the record gives/,
    values: {
      status: `'retracted'`,
      head_status: `'returned'`,
      proposal: `'new'`,
      kind: `'context'`,
      reliability: `'A'`,
      end_day: 'start_day + 1',
      submitted_at: `submitted_at + interval '1 millisecond'`,
    },
    keys: { dyad_id: /^AZE-RUS, seal 1/, id: /^AZE-RUS \/ AZE-RUS-1\.: it has no revision/ },
    // A save carries its request's id so that it can be repeated; `search` is made by the database itself.
    free: ['request_id', 'search'],
  },
  incident_revision: {
    where: `incident_id = 'AZE-RUS-1' AND revision = 4`,
    names: /^AZE-RUS \/ AZE-RUS-1, revision 4: /,
    keys: {
      dyad_id: /^AZE-RUS \/ AZE-RUS-1: column revision is/,
      incident_id: /^AZE-RUS \/ AZE-RUS-1: column revision is/,
      revision: /^AZE-RUS \/ AZE-RUS-1: revision 4 is missing/,
    },
  },
  incident_source: {
    where: `incident_id = 'AZE-RUS-1'`,
    names: /^AZE-RUS \/ AZE-RUS-1, source 1: column \w+ is not what the record gives/,
    values: { reliability: `'A'` },
    keys: {
      dyad_id: /^AZE-RUS \/ AZE-RUS-1, source 1: it is missing/,
      incident_id: /^AZE-RUS \/ AZE-RUS-1, source 1: it is missing/,
      ordinal: /^AZE-RUS \/ AZE-RUS-1, source 1: it is missing/,
    },
  },
  incident_vintage: {
    where: `incident_id = 'AZE-RUS-1'`,
    names: /^AZE-RUS \/ AZE-RUS-1, vintage of revision 2: column \w+ is not what the record gives/,
    keys: {
      dyad_id: /^AZE-RUS \/ AZE-RUS-1, vintage of revision 2: it is missing/,
      incident_id: /^AZE-RUS \/ AZE-RUS-1, vintage of revision 2: it is missing/,
      revision: /^AZE-RUS \/ AZE-RUS-1, vintage of revision 2: it is missing/,
    },
  },
  weekly_check: {
    where: 'revision = 3',
    names: SEALED,
    keys: {
      dyad_id: SEALED,
      week_start: /^AZE-RUS, check of week \S+: revision 1 is missing/,
      revision: /^AZE-RUS, check of week \S+: revision 3 is missing/,
      by_id: /^AZE-RUS, check of week \S+, revision 3: account 00000000-\S+ is not there/,
    },
    values: { week_start: 'week_start + 7' },
  },
  annotation_revision: {
    where: 'revision = 2',
    names: /^AZE-RUS, annotation \S+, revision \d: /,
    values: { action: `'withdrawn'`, end_day: 'start_day + 1' },
    keys: { dyad_id: /^AZE-RUS\., annotations: there is no such dyad/ },
  },
  dyad_week: {
    where: LAST_WEEK,
    names: /^AZE-RUS, stored week \S+: column \w+ is not what the record gives/,
    keys: {
      dyad_id: /^AZE-RUS, stored week \S+: it is missing/,
      week_start: /^AZE-RUS, stored week \S+: it lies outside of the series/,
    },
  },
  dyad_week_days: {
    where: LAST_WEEK,
    names: /^AZE-RUS, stored week \S+: its days are not what the record gives/,
    keys: {
      dyad_id: /^AZE-RUS, stored week \S+: its days are missing/,
      week_start: /^AZE-RUS, stored week \S+: it lies outside of the series/,
    },
  },
  dyad: {
    where: 'true',
    names: /^AZE-RUS: its (method|stored series|last write) /,
    values: { last_write_at: `last_write_at - interval '1 hour'` },
    // The database checks the three names against each other; the other two follow from nothing.
    free: ['id', 'first', 'second', 'next_number', 'created_at'],
  },
  dyad_method: {
    where: 'true',
    names: /^AZE-RUS, method since \S+: /,
    keys: { dyad_id: /^AZE-RUS: its method is not the one that its series came to last/ },
  },
  method_version: {
    where: 'true',
    names: /^(method 0\.1|seal 1): /,
    values: { parameters: `jsonb_set(parameters, '{base}', '2.0000000000000004')` },
    keys: { id: /^AZE-RUS: its method 0\.1 is not published/ },
  },
  seal: {
    where: 'true',
    names: /^seal 1: /,
    values: { kind: `'briefing'` },
    keys: { number: /^AZE-RUS, seal 1: there is no such seal/ },
  },
  seal_dyad: {
    where: 'true',
    names: /^AZE-RUS, seal 1 of |^seal 1: its dyads and the methods published then do not give its root/,
    keys: {
      dyad_id: /^AZE-RUS\., seals: there is no such dyad/,
      seal_number: /^AZE-RUS, seal 2: there is no such seal/,
    },
  },
}

describe.each(Object.entries(TABLES))(
  'in the table %s',
  (table, { where, names, values = {}, keys = {}, free = [] }) => {
    test('the smallest change to any column fails the audit, which names the place', async () => {
      const said: Record<string, string> = {}
      const columns = (await columnsOf(table)).filter(({ name }) => !free.includes(name))
      for (const { name: column, type } of columns) {
        const value = values[column] ?? smallestChange(column, type)
        const { faults } = await whileTampered({ table, column, where }, value, () => auditRecord())
        said[column] = faults.map(sentenceOf).join('\n')
      }
      expect(said).toEqual(
        Object.fromEntries(columns.map(({ name }) => [name, expect.stringMatching(keys[name] ?? names)])),
      )
      expect((await auditRecord()).faults).toEqual([])
    })
  },
)

/** Published briefings and their drafts are audited, too: audit-briefings.test.ts changes each of their columns. */
const OF_BRIEFINGS = ['briefing', 'briefing_content', 'briefing_draft_revision', 'briefing_file']

/** Tables that tell of what is around the record; no hash covers them. */
const AROUND = [
  'account_event',
  'activity',
  'briefing_event',
  'coding',
  'incident_comment',
  'review_batch',
  'review_batch_item',
  'sign_in',
  'watch_alert',
  'watch_event',
]

test('a table that refuses changes is either audited or named as one around the record', async () => {
  const tables = await (await database()).$queryRaw<{ name: string }[]>`
    SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname LIKE '%\\_append\\_only' ORDER BY 1`
  const audited = tables.map(({ name }) => name).filter((name) => ![...OF_BRIEFINGS, ...AROUND].includes(name))
  expect(audited).toEqual([
    'annotation_revision',
    'dyad_method',
    'incident_revision',
    'method_version',
    'seal',
    'seal_dyad',
    'weekly_check',
  ])
  expect(Object.keys(TABLES)).toEqual(expect.arrayContaining(audited))
})
