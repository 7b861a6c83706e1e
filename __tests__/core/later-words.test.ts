import { laterWords } from '@/components/incidents/form/later-words'
import type { IncidentInput } from '@/lib/incidents/schema'
import type { LaterRevision } from '@/lib/incidents/views'

const later = (fields: Partial<LaterRevision>) =>
  laterWords({
    revision: 3,
    by: 'Rae',
    own: false,
    at: '2026-01-01T00:00:00.000Z',
    action: 'edited',
    reason: 'A false report',
    status: 'in_review',
    retracts: false,
    input: {} as IncidentInput,
    ...fields,
  })

test('a change of words alone asks for nothing', () => {
  expect(later({})).toBeNull()
})

test('a retraction that was proposed meanwhile is told with its reason, and must be agreed to be replaced', () => {
  expect(later({ action: 'retraction-proposed', retracts: true })).toEqual({
    title: 'Rae proposes to retract it: “A false report”',
    consequence: 'Saving puts your version in the place of that proposal, which stays in the history alone.',
    agree: 'Replace the proposal to retract it',
    closed: false,
  })
})

test('so must be submitting again what was sent back, and proposing again what was withdrawn', () => {
  expect(later({ action: 'returned', status: 'returned', reason: 'Which day?' })).toMatchObject({
    title: 'Rae sent it back: “Which day?”',
    agree: 'My version answers why it was sent back',
  })
  expect(later({ action: 'withdrawn', status: 'approved', reason: '' })).toMatchObject({
    title: 'Rae withdrew what was proposed',
    agree: 'Propose it anew',
  })
  expect(later({ action: 'returned', status: 'returned', retracts: true })?.title).toContain('retract it back')
})

test('an approval needs no leave; a retraction that counts closes the incident', () => {
  expect(later({ action: 'approved', status: 'approved' })).toMatchObject({ agree: null, closed: false })
  expect(later({ action: 'retracted', status: 'retracted', retracts: true })).toMatchObject({ closed: true })
})
