import * as accounts from '@/lib/accounts/schema'
import * as annotations from '@/lib/annotations/schema'
import * as briefings from '@/lib/briefings/schema'
import * as comments from '@/lib/comments/schema'
import * as coverage from '@/lib/coverage/schema'
import * as filter from '@/lib/incidents/filter'
import * as incidents from '@/lib/incidents/schema'
import * as method from '@/lib/method/schema'
import * as review from '@/lib/review/schema'
import * as samples from '@/lib/samples/schema'
import * as team from '@/lib/team/schema'
import { isKeepable, keepable, typedText } from '@/lib/typed-text'
import * as watch from '@/lib/watch/schema'

const faultsOf = (text: string) =>
  typedText()
    .safeParse(text)
    .error?.issues.map(({ message }) => message)

test('letters of any script, emoji, tabs and line breaks are text', () => {
  for (const text of ['', 'Əliyev “Bakı” №7', 'Посол 🇷🇺 é', 'one\ttwo\r\nthree\n'])
    expect([text, isKeepable(text)]).toEqual([text, true])
})

test('what the database or a document cannot hold as it is typed is none', () => {
  for (const text of ['\0', 'a\u0007', '\u009f', '\ud83d', 'x\udc00y', '\udc00\ud83d', '\ufffe', '\u{1ffff}'])
    expect([JSON.stringify(text), isKeepable(text)]).toEqual([JSON.stringify(text), false])
})

test('the first such character is named with what stands before it', () => {
  expect(faultsOf('Baku sums up\ud83d its note')).toEqual([
    'A character here cannot be kept (U+D83D, after “Baku sums up”). Delete it and type it again',
  ])
  expect(faultsOf('\0')).toEqual([
    'A character here cannot be kept (U+0000, at its start). Delete it and type it again',
  ])
})

test('an edit is refused by the field that holds such a character, its reason too', () => {
  const source = { outlet: 'Report.az', reliability: 'B', quote: 'cut in half \ud83d' }
  const incident = {
    actor: 'AZE',
    target: 'RUS',
    date: '2025-07-01',
    code: 'DIP+2',
    credibility: 1,
    confidence: 'high',
    title: 'Baku sums up\ud83d',
    tags: ['a\0b'],
    sources: [source],
  }
  const edit = { dyadId: 'AZE-RUS', id: 'X', baseRevision: 1, incident, submit: true, reason: 'because\udc00' }
  const paths = incidents.editSchema.safeParse(edit).error?.issues.map(({ path }) => path.join('.'))
  expect(paths?.sort()).toEqual(['incident.sources.0.quote', 'incident.tags.0', 'incident.title', 'reason'])
})

/** What of a schema's innards the search below looks at. */
interface Definition {
  type: string
  format?: string
  checks?: unknown[]
  [part: string]: unknown
}

const definitionOf = (schema: unknown): Definition | undefined =>
  typeof schema === 'object' && schema !== null && '_zod' in schema
    ? (schema as { _zod: { def: Definition } })._zod.def
    : undefined

/** The paths of all free strings within a schema that the check does not guard. */
function unguarded(value: unknown, path: string): string[] {
  const definition = definitionOf(value)
  if (!definition) {
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([name, part]) => unguarded(part, `${path}.${name}`))
  }
  if (definition.type === 'string') {
    return definition.format !== undefined || definition.checks?.includes(keepable) ? [] : [path]
  }
  const { checks: _, ...parts } = definition
  return Object.values(parts).flatMap((part) => unguarded(part, path))
}

const MODULES = {
  accounts,
  annotations,
  briefings,
  comments,
  coverage,
  filter,
  incidents,
  method,
  review,
  samples,
  team,
  watch,
}

/** Passwords are kept as hashes alone; the others match a pattern of plain letters, whole. */
const FREE = [
  /(passwordSchema|password|current|next|again)$/,
  /^accounts\..*(loginSchema|login|before)$/,
  /filter(Schema)?\.(code|direction|dyad|from|to)$/,
  /^review\.batchSchema\.digest$/,
  /^(briefings|watch)\..*\.(dyad|dyadId|dyadIds|fromWeek|toWeek)$/,
  /^briefings\..*\.(briefingId|supersedes|after|endDate|time|logo)$/,
]

test('every schema of what people type passes it, but for passwords and what has a form of its own', () => {
  const found = Object.entries(MODULES).flatMap(([name, module]) =>
    Object.entries(module).flatMap(([schema, value]) => unguarded(value, `${name}.${schema}`)),
  )
  expect(found.filter((path) => !FREE.some((free) => free.test(path)))).toEqual([])
})
