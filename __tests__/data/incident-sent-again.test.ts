import { inTransaction } from '@/lib/db/transaction'
import { createIncident, editIncident } from '@/lib/incidents/commands'
import { incidentHistory } from '@/lib/incidents/queries'
import type { ConflictDetail } from '@/lib/incidents/views'
import { publishFirstMethod } from '@/lib/method/store'
import { returnIncident } from '@/lib/review/commands'
import { startFreshDatabase } from '../support/database'
import { faultOf } from '../support/faults'
import { approve, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

test('an edit that is sent again by the same person is answered as it was, and written once', async () => {
  const [analyst, other] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const created = await createIncident(analyst, { incident: makeIncident(), submit: false })
  const edit = {
    ...created,
    baseRevision: 1,
    submit: true,
    reason: 'wording',
    incident: makeIncident({ title: 'Mine' }),
  }
  const first = await editIncident(analyst, edit)
  expect(first).toMatchObject({ revision: 2, status: 'in_review' })
  expect(await editIncident(analyst, edit)).toEqual(first)
  // Sent for review already, it does not go back to being a draft.
  expect(await editIncident(analyst, { ...edit, submit: false })).toEqual(first)
  expect((await faultOf(editIncident(other, edit))).code).toBe('CONFLICT')
  const otherwise = await faultOf(editIncident(analyst, { ...edit, incident: makeIncident({ title: 'Mine, again' }) }))
  expect((otherwise.detail as ConflictDetail).theirs).toMatchObject({ own: true, revision: 2 })
  const reasoned = await faultOf(editIncident(analyst, { ...edit, reason: 'Another reason' }))
  expect([reasoned.code, reasoned.fieldErrors?.reason]).toEqual(['INVALID', [expect.stringContaining('“wording”')]])
  await approve(first)
  expect(await editIncident(analyst, edit)).toMatchObject({ revision: 3, status: 'approved' })
  const theirs = await faultOf(editIncident(analyst, { ...edit, incident: makeIncident({ title: 'Late' }) }))
  expect((theirs.detail as ConflictDetail).theirs).toMatchObject({ own: false, revision: 3, action: 'approved' })
  expect(await incidentHistory(analyst, created.dyadId, created.id)).toHaveLength(3)
  // What stands there by now is somebody else's.
  await editIncident(other, { ...edit, baseRevision: 3, incident: makeIncident({ title: 'Theirs' }) })
  expect((await faultOf(editIncident(analyst, edit))).code).toBe('CONFLICT')
})

test('what is sent for review as it is, and sent again, waits for review once', async () => {
  const analyst = await viewerWith('analyst')
  const created = await createIncident(analyst, { incident: makeIncident(), submit: false })
  const submit = { ...created, baseRevision: 1, submit: true, reason: '', incident: makeIncident() }
  expect(await editIncident(analyst, submit)).toMatchObject({ revision: 2, status: 'in_review' })
  expect(await editIncident(analyst, submit)).toMatchObject({ revision: 2, status: 'in_review' })
})

test('what was sent back since is not answered as saved', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const created = await createIncident(analyst, { incident: makeIncident(), submit: false })
  const edit = { ...created, baseRevision: 1, submit: true, reason: '', incident: makeIncident({ title: 'Mine' }) }
  const saved = await editIncident(analyst, edit)
  await returnIncident(reviewer, { ...saved, baseRevision: saved.revision, comment: 'Which day was it?' })
  const fault = await faultOf(editIncident(analyst, edit))
  expect((fault.detail as ConflictDetail).theirs).toMatchObject({ own: false, action: 'returned' })
})

test('a draft whose answer was lost can be sent for review as it is', async () => {
  const analyst = await viewerWith('analyst')
  const created = await createIncident(analyst, { incident: makeIncident(), submit: false })
  const edit = { ...created, baseRevision: 1, submit: false, reason: '', incident: makeIncident({ title: 'Mine' }) }
  expect(await editIncident(analyst, edit)).toMatchObject({ revision: 2, status: 'draft' })
  const submit = { ...edit, submit: true, reason: 'The reason came later' }
  expect(await editIncident(analyst, submit)).toMatchObject({ revision: 3, status: 'in_review' })
  expect((await incidentHistory(analyst, created.dyadId, created.id)).map(({ action }) => action)).toEqual([
    'submitted',
    'edited',
    'created',
  ])
})
