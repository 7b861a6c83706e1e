import { EMPTY_SCHEDULE } from '@/components/briefings/schedule-fields'
import { scheduleParts } from '@/components/briefings/schedule-parts'
import { EMPTY_TEMPLATE, type TemplateFields, templateParts } from '@/components/briefings/template-fields'
import {
  following,
  type Kept,
  type NamedPart,
  type Stand,
  saving,
  startingFrom,
  taking,
  typing,
} from '@/components/watch/kept-state'
import { LIST_PARTS, fieldsOf as listFields } from '@/components/watch/list-fields'
import { fieldsOf, type RuleFields } from '@/components/watch/rule-fields'
import { ruleParts } from '@/components/watch/rule-parts'
import { PACKS } from '@/lib/briefings/text/writer'

const PARTS = ruleParts([])
const STORED = fieldsOf(null, { name: 'A rule', dyadId: 'AZE-RUS' })
const start = startingFrom({ revision: 1, fields: STORED })
const at = (revision: number, change: Partial<RuleFields> = {}): Stand<RuleFields> => {
  return { revision, fields: { ...STORED, ...change } }
}
const follow = (kept: Kept<RuleFields>, stored: Stand<RuleFields>) => following(kept, stored, PARTS)
const labels = (parts: readonly NamedPart<RuleFields>[] = []) => parts.map(({ label }) => label)

const named = { lists: [], templates: [] }
test.each<[string, object, readonly { names: readonly PropertyKey[] }[], string[]]>([
  ['list', listFields(undefined), LIST_PARTS, ['scope']],
  ['rule', STORED, PARTS, ['scope']],
  ['schedule', EMPTY_SCHEDULE, scheduleParts(named), []],
  ['template', EMPTY_TEMPLATE, templateParts(PACKS.en.sections), []],
])('every field of a %s that can be changed belongs to exactly one part', (_, fields, parts, fixed) => {
  expect([...parts.flatMap(({ names }) => names), ...fixed].sort()).toEqual(Object.keys(fields).sort())
})

describe('somebody else’s changes, taken in', () => {
  const mine = typing(typing(start, { name: 'Mine' }), { emails: 'me@example.org' })

  test('are in the form where I changed nothing; only what both changed stays mine and is named', () => {
    const theirs = at(2, { name: 'Theirs', webhookUrl: 'https://example.org/hook' })
    const { base, fields, taken, saved } = taking(mine, theirs, PARTS)
    expect(base).toBe(theirs)
    expect(fields).toEqual({ ...theirs.fields, name: 'Mine', emails: 'me@example.org' })
    expect([labels(taken?.clashes), labels(taken?.taken), saved]).toEqual([['Name'], ['By webhook to'], false])
    expect(taken?.clashes.map(({ words }) => words(theirs.fields))).toEqual(['“Theirs”'])
  })

  test('count anew when they change it once more', () => {
    const once = taking(mine, at(2, { webhookUrl: 'https://example.org/hook' }), PARTS)
    const twice = taking(once, at(3, { name: 'Theirs', webhookUrl: '' }), PARTS)
    expect(twice.fields).toMatchObject({ name: 'Mine', emails: 'me@example.org', webhookUrl: '' })
    expect(labels(twice.taken?.clashes)).toEqual(['Name'])
  })

  test('leave a condition whole: it is one person’s or the other’s', () => {
    const theirs = at(2, { kind: 'move', points: '20' })
    expect(taking(start, theirs, PARTS).fields).toMatchObject({ kind: 'move', points: '20' })
    const both = taking(typing(start, { level: '4' }), theirs, PARTS)
    expect(both.fields).toMatchObject({ kind: 'band', level: '4', points: STORED.points })
    expect(both.taken?.clashes.map(({ label, words }) => [label, words(theirs.fields)])).toEqual([
      ['Tell when', 'the weekly close rises by 20 or more'],
    ])
  })

  test('a field of a condition that is not chosen is no change', () => {
    const hidden = typing(start, { points: '12' })
    expect(taking(hidden, at(2, { level: '4' }), PARTS).fields.level).toBe('4')
  })
})

test('what somebody else changed and changed back is gone on from without a word', () => {
  const mine = typing(start, { name: 'Mine' })
  expect(taking(mine, at(3), PARTS)).toEqual({ ...mine, base: at(3), taken: null })
})

test('while nothing is typed the form follows what is stored, and while something is typed it waits to be refused', () => {
  const theirs = at(2, { name: 'Theirs', emails: 'them@example.org' })
  expect(follow(start, theirs)).toEqual(startingFrom(theirs))
  // What was said of an earlier save or merge is no more about what is shown.
  expect(follow(saving(start, at(1)), theirs)).toEqual(startingFrom(theirs))
  const mine = typing(start, { name: 'Mine' })
  expect(follow(mine, theirs)).toBe(mine)
  expect(follow(startingFrom(theirs), at(1)).base.revision).toBe(2)
})

test('a switch beside the form is gone on from, with what is typed', () => {
  const { base, fields } = follow(typing(start, { name: 'Mine' }), at(2))
  expect([base.revision, fields.name]).toEqual([2, 'Mine'])
})

test('what is typed while a save is under way stays, is not called saved, and goes on from what was saved', () => {
  const sent = typing(start, { name: 'Sent ' })
  const answered = saving(typing(sent, { emails: 'me@example.org' }), { revision: 2, fields: sent.fields })
  expect([answered.saved, answered.base.revision, answered.base.fields.name]).toEqual([false, 2, 'Sent '])
  // The server trims what it stores.
  const read = follow(answered, at(2, { name: 'Sent' }))
  expect(read.fields).toEqual({ ...STORED, name: 'Sent', emails: 'me@example.org' })
  expect(saving(sent, { revision: 2, fields: sent.fields }).saved).toBe(true)
})

test('a page that is read before the answer to a save arrives is no conflict afterwards', () => {
  const sent = typing(start, { name: 'Sent' })
  const early = follow(sent, at(2, { name: 'Sent' }))
  const { base, fields, saved } = follow(saving(early, { revision: 2, fields: sent.fields }), at(2, { name: 'Sent' }))
  expect([base.revision, fields.name, saved]).toEqual([2, 'Sent', true])
})

test('a logo that only they changed is taken over, and one that both changed is named', () => {
  const parts = templateParts(PACKS.en.sections)
  const begun = startingFrom<TemplateFields>({ revision: 1, fields: { ...EMPTY_TEMPLATE, logo: 'b25l' } })
  const theirs = { revision: 2, fields: { ...EMPTY_TEMPLATE, logo: 'dHdv' } }
  expect(taking(typing(begun, { footer: 'Mine' }), theirs, parts).fields).toMatchObject({
    footer: 'Mine',
    logo: 'dHdv',
  })
  const both = taking(typing(begun, { logo: null }), theirs, parts)
  expect(both.fields.logo).toBeNull()
  expect(both.taken?.clashes.map(({ label, words }) => [label, words(theirs.fields)])).toEqual([
    ['Logo', 'another picture'],
  ])
})
