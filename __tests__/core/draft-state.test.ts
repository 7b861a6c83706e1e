import {
  type DraftEvent,
  type DraftState,
  draftAfter,
  isDirty,
  startingWith,
} from '@/components/method/draft/draft-state'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { fieldsOf } from '@/lib/method/draft-fields'
import type { DraftConflict } from '@/lib/method/views'

const parameters = DEFAULT_PARAMETERS
const FIELDS = fieldsOf({ title: 'A draft', note: '', basedOn: '0.1', parameters })
const START = { id: 'D', revision: 1, fields: FIELDS }
const THEIRS: DraftConflict = {
  revision: 2,
  status: 'open',
  title: 'A draft',
  note: 'Theirs',
  parameters: { ...parameters, anchor: 4 },
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: 'Rana',
}

const after = (...events: DraftEvent[]): DraftState => events.reduce(draftAfter, startingWith(START))
const typed = (path: string, text: string): DraftEvent => ({ kind: 'typed', path, text })

test('what is typed while a save is under way is there when it is answered with somebody else’s draft', () => {
  const { fields, start, word } = after(
    typed('anchor', '3'),
    // The save goes out here; the rest is typed before it is answered.
    typed('title', 'A better title'),
    typed('relief', '0.4'),
    { kind: 'stale', id: 'D', theirs: THEIRS },
  )
  expect([fields.title, fields.note, fields.values.anchor, fields.values.relief]).toEqual([
    'A better title',
    'Theirs',
    '3',
    '0.4',
  ])
  expect(start).toMatchObject({ id: 'D', revision: 2, fields: { title: 'A draft', note: 'Theirs' } })
  expect(word).toMatchObject({
    kind: 'merged',
    by: 'Rana',
    taken: 1,
    clashes: [{ path: 'anchor', mine: '3', theirs: '4' }],
  })
})

test('what is typed while a save is under way is not taken for saved', () => {
  const sent = after(typed('note', 'Sent')).fields
  const state = after(typed('note', 'Sent'), typed('note', 'Sent, and more'), {
    kind: 'saved',
    written: { id: 'D', revision: 2 },
    sent,
  })
  expect([state.fields.note, state.start.fields.note, isDirty(state)]).toEqual(['Sent, and more', 'Sent', true])
})

test('a new draft that was sent before under its id stands on what is there, and is no new one any more', () => {
  const fresh = draftAfter(startingWith({ ...START, id: 'new', revision: 0 }), {
    kind: 'stale',
    id: 'D',
    theirs: THEIRS,
  })
  expect(fresh.start).toMatchObject({ id: 'D', revision: 2 })
})

test('a draft that takes nothing in any more leaves what is typed as it is', () => {
  const state = after(typed('note', 'Mine'), { kind: 'stale', id: 'D', theirs: { ...THEIRS, status: 'published' } })
  expect([state.fields.note, state.start.revision, state.word]).toEqual([
    'Mine',
    1,
    { kind: 'closed', by: 'Rana', status: 'published' },
  ])
})

test('a refused field is named until it is typed in again, and undoing goes back to what is stored', () => {
  const failed = after(typed('base', '9'), {
    kind: 'failed',
    message: 'No',
    errors: { base: 'Too steep', title: 'Short' },
  })
  expect(draftAfter(failed, typed('base', '3')).serverErrors).toEqual({ title: 'Short' })
  expect(draftAfter(failed, { kind: 'reset' })).toEqual(startingWith(START))
})
