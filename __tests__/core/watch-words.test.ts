import { conditionWords } from '@/components/watch/condition-words'
import { conditionInput, fieldsOf, whereInput } from '@/components/watch/rule-fields'
import { backTestModel, backTestTable } from '@/lib/charts/back-test'
import { dayOf } from '@/lib/core/calendar'
import type { CauseFacts } from '@/lib/core/watch'
import { conditionSchema } from '@/lib/watch/schema'
import { headlineOf, numbersOf } from '@/lib/watch/words'

const told = (facts: CauseFacts, before: number | null = 48.21, after: number | null = 61) => ({
  dyadId: 'AZE-RUS',
  day: dayOf('2025-06-29'),
  weekStart: dayOf('2025-06-23'),
  before,
  after,
  facts,
})

test('an alert of a band says which week closed where, up or down from where', () => {
  const enters = told({ kind: 'band', way: 'enters', bandBefore: 'Tense', bandAfter: 'Severe' })
  expect(headlineOf(enters)).toBe('Azerbaijan – Russia closed 2025-W26 in Severe, up from Tense')
  expect(numbersOf(enters)).toBe('Weekly close: 48.2 in 2025-W25, 61.0 in 2025-W26.')
  const leaves = told({ kind: 'band', way: 'leaves', bandBefore: 'Severe', bandAfter: 'Tense' }, 61, 48)
  expect(headlineOf(leaves)).toBe('Azerbaijan – Russia left Severe in 2025-W26, for Tense')
})

test('a fall is a fall, with a true minus where the close is below zero', () => {
  const fall = told({ kind: 'move' }, 3, -4.25)
  expect(headlineOf(fall)).toBe('Azerbaijan – Russia fell 7.3 in 2025-W26')
  expect(numbersOf(fall)).toBe('Weekly close: 3.0 in 2025-W25, −4.3 in 2025-W26.')
})

test('of an incident its day is said and not how it is coded, which its coders may not know yet', () => {
  const incident = told({ kind: 'incident', code: 'MED+4', category: 'media' }, 41.2, 45.8)
  expect(headlineOf(incident)).toBe('Azerbaijan – Russia: an incident on 29 Jun 2025')
  expect(numbersOf(incident)).toBe('Score on 29 Jun 2025: 41.2 without it, 45.8 with it.')
})

test('firsts, silences and waits have words of their own', () => {
  const first = (of: 'code' | 'category' | 'front', what: string, since: number | null = null) =>
    headlineOf(told({ kind: 'first', of, what, since }))
  expect(first('code', 'MED+4')).toBe('Azerbaijan – Russia: the first MED+4 on record, on 29 Jun 2025')
  expect(first('category', 'media')).toBe('Azerbaijan – Russia: the first media incident on record, on 29 Jun 2025')
  expect(first('front', 'media', dayOf('2024-01-02'))).toBe(
    'Azerbaijan – Russia: a new front, media, on 29 Jun 2025; quiet since 2 Jan 2024',
  )
  const silence = told({ kind: 'silence', of: 'incidents', weeks: 4, since: dayOf('2025-05-26') })
  expect(headlineOf(silence)).toBe('Azerbaijan – Russia: 4 weeks in a row checked, without an incident, up to 2025-W26')
  expect(numbersOf(silence)).toBe('Weekly close: 48.2 in 2025-W22, 61.0 in 2025-W26.')
  const waits = told({ kind: 'unreviewed', days: 5 }, null, null)
  expect(headlineOf(waits)).toBe('Azerbaijan – Russia: an incident has waited for review for 5 days')
  expect(numbersOf(waits)).toBe('')
})

test('a rule is said in a sentence', () => {
  expect(conditionWords({ kind: 'band', level: 3, orAbove: true, way: 'enters' })).toBe('a week enters Severe or above')
  expect(conditionWords({ kind: 'incident', rung: 4, category: 'media' })).toBe(
    'a media incident at rung 4 or above is approved',
  )
  expect(conditionWords({ kind: 'silence', weeks: 1, of: 'checks' })).toBe('1 week in a row was not checked')
})

test('what the form holds is what the schema reads; a number that is none is refused', () => {
  const fields = fieldsOf(null, { kind: 'move', points: '7,5', moveWay: 'either' })
  expect(conditionSchema.parse(conditionInput(fields))).toEqual({ kind: 'move', points: 7.5, way: 'either' })
  expect(conditionSchema.safeParse(conditionInput({ ...fields, points: 'many' })).success).toBe(false)
  const incident = conditionInput({ ...fields, kind: 'incident', rung: '', category: '' })
  expect(conditionSchema.safeParse(incident).success).toBe(false)
  expect(whereInput({ ...fields, reach: 'list', listId: 'x' })).toEqual({ reach: 'list', listId: 'x' })
})

test('a back-test is drawn with one tick a day that told, and told as a table by week', () => {
  const monday = dayOf('2025-06-23')
  const data = {
    closes: ([0, 1, 2, 3] as const).map((week) => ({
      weekStart: monday + 7 * week,
      close: 20 * week,
      coverage: week === 3 ? ('not_checked' as const) : ('checked' as const),
    })),
    alerts: [monday + 1, monday + 1, monday + 9].map((toldDay) => ({ toldDay, headline: 'x' })),
    peaks: [{ weekStart: monday + 14, close: 40, highest: true }],
  }
  const model = backTestModel(data, 300, 10, 110)
  expect(model.alerts.map(({ count }) => count)).toEqual([2, 1])
  expect(model.peaks[0].y).toBe(70)
  expect(model.domain).toEqual([0, 100])
  expect(model.path.match(/[ML]/g)).toEqual(['M', 'L', 'L'])
  expect(model.gaps.map(({ width }) => Math.round(width))).toEqual([74])
  expect(backTestTable('A – B', data).rows).toEqual([
    ['2025-W26', 0, 2, ''],
    ['2025-W27', 20, 1, ''],
    ['2025-W28', 40, 0, 'highest'],
    ['2025-W29', null, 0, ''],
  ])
})
