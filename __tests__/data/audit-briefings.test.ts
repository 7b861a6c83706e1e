import { sentenceOf } from '@/lib/audit/fault'
import { auditRecord } from '@/lib/audit/record'
import { publishBriefing } from '@/lib/briefings/commands'
import { publishSchema } from '@/lib/briefings/schema'
import { startBriefingDesk } from '../support/briefings/desk'
import { draftBy } from '../support/briefings/drafts'
import { columnsOf, smallestChange } from '../support/smallest-change'
import { whileTampered } from '../support/tamper'
import { viewerWith } from '../support/viewers'

jest.setTimeout(120_000)
startBriefingDesk()
beforeAll(async () => {
  const { id, revision } = await draftBy(await viewerWith('analyst'))
  await publishBriefing(await viewerWith('reviewer'), publishSchema.parse({ id, baseRevision: revision }))
})

interface Table {
  where: string
  names: RegExp
  /** Columns whose change must be another one than the smallest of their type: a constraint or a key would refuse it. */
  values?: Record<string, string>
  /** Columns that follow from nothing else, or from the others by the database itself. */
  free?: string[]
}

const TABLES: Record<string, Table> = {
  briefing: {
    where: 'true',
    names: /^briefing \d{4}-\d{3}\.?: /,
    values: { kind: `'special'`, language: `'ru'`, mark: `'RED'`, methods: `'{}'::jsonb`, files: `'[]'::jsonb` },
    // The database checks the first three against each other, and the next two; it makes the last itself.
    free: ['id', 'year', 'number', 'supersedes', 'changes', 'search'],
  },
  briefing_file: {
    where: `format = 'md'`,
    names: /^briefing \d{4}-\d{3}: (its file|it has a file)/,
    values: { format: `'txt'` },
  },
  briefing_content: {
    where: 'hash = (SELECT document_hash FROM briefing)',
    names: /^briefing /,
    // The first bytes of what is packed say when, which nothing reads.
    values: { packed: 'set_byte(packed, 40, get_byte(packed, 40) # 1)' },
    // When it was kept first says nothing of what it holds.
    free: ['at'],
  },
  briefing_draft_revision: {
    where: 'revision = 2',
    names: /^briefing draft /,
    values: { action: `'archived'`, state: `jsonb_set(state, '{settings,title}', '"x"')` },
  },
}

test.each(Object.entries(TABLES))(
  'the smallest change to any column of the table %s fails the audit, which names the briefing',
  async (table, { where, names, values = {}, free = [] }) => {
    expect((await auditRecord()).faults).toEqual([])
    const said: Record<string, string> = {}
    const columns = (await columnsOf(table)).filter(({ name }) => !free.includes(name))
    for (const { name: column, type } of columns) {
      const value = values[column] ?? smallestChange(column, type)
      const { faults } = await whileTampered({ table, column, where }, value, () => auditRecord())
      said[column] = faults.map(sentenceOf).join('\n')
    }
    expect(said).toEqual(Object.fromEntries(columns.map(({ name }) => [name, expect.stringMatching(names)])))
  },
)
