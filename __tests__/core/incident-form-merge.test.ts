import fc from 'fast-check'
import { compareVersions, MERGE_PARTS, mergeVersions, sidesOf } from '@/lib/incidents/merge'
import { mergeTexts } from '@/lib/incidents/merge-text'
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
  expect(mergeVersions(base, mine, theirs, { sides: {} })).toEqual({
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
  expect(mergeVersions(base, mine, theirs, { sides: { title: 'theirs' } }).title).toBe('Theirs')
  expect(mergeVersions(base, mine, theirs, { sides: { title: 'mine' } }).title).toBe('Mine')
  expect(mergeVersions(base, mine, theirs, { sides: {} }).title).toBe('Mine')
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
  const merged = mergeVersions(base, mine, theirs, { sides: { when: 'theirs' } })
  expect(merged).toMatchObject({ datePrecision: 'month', date: '2025-07-16', dateLatest: '2025-07-31' })
})

test('tags are a set: the additions and removals of both sides hold', () => {
  const mine = { ...base, tags: ['media', 'raid', 'baku'] }
  const theirs = { ...base, tags: ['media', 'arrests'] }
  expect(compareVersions(base, mine, theirs).conflicts).toEqual([])
  expect(mergeVersions(base, mine, theirs, { sides: {} }).tags.sort()).toEqual(['arrests', 'baku', 'media'])
})

test('the order of keys in what the database gives back is no change', () => {
  const [source] = base.sources
  const reordered = { ...base, sources: [Object.fromEntries(Object.entries(source).reverse()) as typeof source] }
  expect(compareVersions(reordered, base, reordered)).toEqual({ conflicts: [], taken: [], kept: [] })
})

test('sources of both sides go together: theirs, then those that I added or changed', () => {
  const [first] = base.sources
  const source = (outlet: string) => ({ ...first, outlet })
  const mine = { ...base, sources: [{ ...first, quote: 'Mine' }, source('My wire')] }
  const theirs = { ...base, sources: [first, source('Their wire')] }
  expect(compareVersions(base, mine, theirs).conflicts).toEqual(['sources'])
  const merged = mergeVersions(base, mine, theirs, { sides: { sources: 'both' } })
  expect(merged.sources.map(({ outlet, quote }) => [outlet, quote])).toEqual([
    ['Report.az', ''],
    ['Their wire', ''],
    ['Report.az', 'Mine'],
    ['My wire', ''],
  ])
})

test('a text in which both wrote is what was written of the two, or all words of both', () => {
  const mine = { ...base, summary: 'Seen by me', note: 'My note' }
  const theirs = { ...base, summary: 'Seen by them', note: 'Their note' }
  const sides = { summary: 'both', note: 'both' } as const
  const merged = mergeVersions(base, mine, theirs, { sides, written: { note: 'Our note' } })
  expect([merged.summary, merged.note]).toEqual(['Seen by them Seen by me', 'Our note'])
  expect([sidesOf('note'), sidesOf('credibility')]).toEqual([
    ['mine', 'theirs', 'both'],
    ['mine', 'theirs'],
  ])
})

test.each([
  ['nothing', 'mine', 'theirs', 'theirs mine'],
  ['Police enter', 'Police enter at dawn', 'Armed police enter', 'Armed police enter at dawn'],
  ['one two three', 'one 2 three', 'one two 3', 'one 2 3'],
  ['one two three', 'one three', 'one two three four', 'one three four'],
  ['one two', 'one two added', 'one two added', 'one two added'],
  ['one two', 'one mine two', 'one theirs two', 'one theirs mine two'],
  ['one\n\ntwo', 'one\n\ntwo\n\nmine', 'theirs\n\none\n\ntwo', 'theirs one\n\ntwo\n\nmine'],
])('of “%s”, “%s” and “%s” comes “%s”', (text, mine, theirs, merged) => {
  expect(mergeTexts(text, mine, theirs)).toBe(merged)
})

test('no word that either side wrote is missing from what is merged', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, text, (before, mine, theirs) => {
      const merged = mergeTexts(before, mine, theirs).split(' ')
      const known = before.split(' ')
      for (const written of [mine, theirs].flatMap((side) => side.split(' ').filter(Boolean)))
        expect(known.includes(written) || merged.includes(written)).toBe(true)
      if (mine === before) expect(merged.join(' ')).toBe(theirs)
      if (theirs === before) expect(merged.join(' ')).toBe(mine)
    }),
  )
})
