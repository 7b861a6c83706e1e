import { compareVersions, MERGE_PARTS, mergeVersions } from '@/lib/incidents/merge'
import { type IncidentInput, incidentSchema } from '@/lib/incidents/schema'

const base: IncidentInput = incidentSchema.parse({
  actor: 'AZE',
  target: 'RUS',
  date: '2025-07-01',
  code: 'MED+4',
  credibility: 1,
  confidence: 'high',
  title: 'Newsroom raided',
  sources: [{ outlet: 'Report.az', reliability: 'C' }],
  tags: ['media', 'raid'],
})

test('every field of an incident belongs to exactly one part of a merge', () => {
  expect(Object.values(MERGE_PARTS).flat().sort()).toEqual(Object.keys(base).sort())
})

test('what only one side changed goes together without a question', () => {
  const mine = { ...base, title: 'Newsroom raided and sealed' }
  const theirs = { ...base, code: 'MED+5', confidence: 'moderate' as const }
  expect(compareVersions(base, mine, theirs)).toEqual({ conflicts: [], taken: ['code', 'confidence'], kept: ['title'] })
  expect(mergeVersions(base, mine, theirs, {})).toEqual({
    ...base,
    title: mine.title,
    code: 'MED+5',
    confidence: 'moderate',
  })
})

test('what both changed to something else is a conflict, and goes to the side that is chosen', () => {
  const mine = { ...base, title: 'Mine' }
  const theirs = { ...base, title: 'Theirs' }
  expect(compareVersions(base, mine, theirs).conflicts).toEqual(['title'])
  expect(mergeVersions(base, mine, theirs, { title: 'theirs' }).title).toBe('Theirs')
  expect(mergeVersions(base, mine, theirs, { title: 'mine' }).title).toBe('Mine')
  expect(mergeVersions(base, mine, theirs, {}).title).toBe('Mine')
})

test('what both changed to the same is no conflict', () => {
  const both = { ...base, title: 'Both' }
  expect(compareVersions(base, both, { ...both }).conflicts).toEqual([])
})

test('a date and its precision never come from two versions', () => {
  const mine = { ...base, date: '2025-07-02' }
  const theirs = {
    ...base,
    datePrecision: 'month' as const,
    date: '2025-07-16',
    dateEarliest: '2025-07-01',
    dateLatest: '2025-07-31',
  }
  expect(compareVersions(base, mine, theirs).conflicts).toEqual(['when'])
  const merged = mergeVersions(base, mine, theirs, { when: 'theirs' })
  expect(merged).toMatchObject({ datePrecision: 'month', date: '2025-07-16', dateLatest: '2025-07-31' })
})

test('tags are a set: the additions and removals of both sides hold', () => {
  const mine = { ...base, tags: ['media', 'raid', 'baku'] }
  const theirs = { ...base, tags: ['media', 'arrests'] }
  expect(compareVersions(base, mine, theirs).conflicts).toEqual([])
  expect(mergeVersions(base, mine, theirs, {}).tags.sort()).toEqual(['arrests', 'baku', 'media'])
})

test('the order of keys in what the database gives back is no change', () => {
  const [source] = base.sources
  const reordered = { ...base, sources: [Object.fromEntries(Object.entries(source).reverse()) as typeof source] }
  expect(compareVersions(reordered, base, reordered)).toEqual({ conflicts: [], taken: [], kept: [] })
})
