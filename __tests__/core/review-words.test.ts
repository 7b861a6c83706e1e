import { partText } from '@/components/incidents/part-text'
import { finished, refusalOf, unanswered } from '@/components/review/refusal'
import { atLeast } from '@/components/review/review-words'
import type { ActionResult } from '@/lib/form-action'
import { DATE_PRECISIONS } from '@/lib/incidents/schema'
import { MOST_RETURN_CHARACTERS, returnSchema } from '@/lib/review/schema'
import { makeIncident } from '../support/incidents'

const refused = (code: 'BUG' | 'CONFLICT' | 'FORBIDDEN' | 'RATE_LIMITED', message = 'No.'): ActionResult<unknown> => ({
  ok: false,
  code,
  message,
})

test.each(DATE_PRECISIONS)(
  'a change of the earliest or latest day is told, whatever the precision: %s',
  (datePrecision) => {
    const when = (fields: object) =>
      partText({ ...makeIncident(), datePrecision, dateEarliest: '', dateLatest: '', ...fields }, 'when')
    const texts = [
      {},
      { dateEarliest: '2025-06-28' },
      { dateLatest: '2025-07-03' },
      { dateEarliest: '2025-06-28', dateLatest: '2025-07-03' },
      { dateEarliest: '2025-06-29', dateLatest: '2025-07-03' },
    ].map(when)
    expect(new Set(texts).size).toBe(5)
  },
)

test('a decision without an answer can be sent again; one that is done or refused is finished', () => {
  expect([unanswered(refused('BUG')), unanswered(refused('CONFLICT')), unanswered({ ok: true, data: 1 })]).toEqual([
    true,
    false,
    false,
  ])
  expect([finished(refused('BUG')), finished(refused('RATE_LIMITED'))]).toEqual([false, false])
  expect([finished(refused('CONFLICT')), finished(refused('FORBIDDEN')), finished({ ok: true, data: 1 })]).toEqual([
    true,
    true,
    true,
  ])
})

test('a conflict without both versions is told in the server’s words', () => {
  const result = refused('CONFLICT', 'Too many people are saving.')
  if (result.ok) throw new Error('it was to be refused')
  expect(refusalOf(result, { dyadId: 'AZE-RUS', id: 'RA-010' })).toBe('Too many people are saving.')
})

test('the box for a return takes as much as the server does', () => {
  const takes = (length: number) =>
    returnSchema.safeParse({ dyadId: 'AZE-RUS', id: 'RA-010', baseRevision: 1, comment: 'x'.repeat(length) }).success
  expect([takes(MOST_RETURN_CHARACTERS), takes(MOST_RETURN_CHARACTERS + 1)]).toEqual([true, false])
})

test('what was counted no further says so', () => {
  expect([atLeast(1, 'incident'), atLeast(499, 'incident'), atLeast(500, 'incident')]).toEqual([
    '1 incident',
    '499 incidents',
    '500 incidents or more',
  ])
})
