import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import {
  createIncident,
  editIncident,
  restoreRevision,
  retractIncident,
  withdrawProposal,
} from '@/lib/incidents/commands'
import { openProposal } from '@/lib/incidents/open-proposal'
import { inForcePeriods } from '@/lib/incidents/periods'
import { getIncident, incidentHistory, retractionOf } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { approveIncident, returnIncident, undoApproval } from '@/lib/review/commands'
import { startFreshDatabase } from '../support/database'
import { approve, logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

/** An approved incident (revisions 1 and 2), and one who may go on with it. */
async function approved() {
  const ana = await viewerWith('analyst', 'Ana')
  const { dyadId, id } = await logApproved(makeIncident(), ana)
  return { ana, key: { dyadId, id } }
}

test('a restored revision is proposed anew and counts once it is approved', async () => {
  const { ana, key } = await approved()
  const edit = { ...key, baseRevision: 2, incident: makeIncident({ title: 'A worse title' }), submit: true, reason: '' }
  await approve(await editIncident(ana, edit))
  const restored = await restoreRevision(ana, { ...key, baseRevision: 4, revision: 1, reason: 'the first was right' })
  expect(restored).toEqual({ ...key, revision: 5, status: 'in_review' })
  expect((await getIncident(ana, key.dyadId, key.id)).title).toBe('A worse title')
  await approve(restored)
  expect((await getIncident(ana, key.dyadId, key.id)).title).toBe('Baku summons the Russian ambassador')
  const history = await incidentHistory(ana, key.dyadId, key.id)
  expect(history.map(({ revision, action, inForce }) => [revision, action, inForce])).toEqual([
    [6, 'approved', 6],
    [5, 'restored', 4],
    [4, 'approved', 4],
    [3, 'edited', 2],
    [2, 'approved', 2],
    [1, 'created', null],
  ])
  expect(history[1]).toMatchObject({ reason: 'Revision 1 again: the first was right', changed: ['title'] })
})

test('who retracted an incident and why is told also after a restore was withdrawn', async () => {
  const { ana, key } = await approved()
  expect(await retractionOf(ana, key.dyadId, key.id)).toEqual([])
  await approve(await retractIncident(ana, { ...key, baseRevision: 2, reason: 'A false report' }))
  await restoreRevision(ana, { ...key, baseRevision: 4, revision: 2, reason: 'It was true' })
  await withdrawProposal(ana, { ...key, baseRevision: 5, reason: 'It was not' })
  expect(await getIncident(ana, key.dyadId, key.id)).toMatchObject({ status: 'retracted', inForce: 6 })
  const told = async (role: 'analyst' | 'viewer') => {
    const story = await retractionOf(await viewerWith(role), key.dyadId, key.id)
    return story.map(({ revision, action }) => [revision, action])
  }
  expect(await told('analyst')).toEqual([
    [4, 'retracted'],
    [3, 'retraction-proposed'],
  ])
  expect((await told('viewer'))[0]).toEqual([4, 'retracted'])
})

test('a retracted incident comes back by restoring a revision from before', async () => {
  const { ana, key } = await approved()
  const proposed = await retractIncident(ana, { ...key, baseRevision: 2, reason: 'A false report' })
  expect(await openProposal(ana, key.dyadId, key.id)).toMatchObject({ proposal: 'retraction', status: 'in_review' })
  await approve(proposed)
  expect((await getIncident(ana, key.dyadId, key.id)).status).toBe('retracted')
  await approve(await restoreRevision(ana, { ...key, baseRevision: 4, revision: 2, reason: 'It was true' }))
  expect(await getIncident(ana, key.dyadId, key.id)).toMatchObject({ status: 'approved', inForce: 6 })
})

test('what the latest revision says already cannot be restored', async () => {
  const { ana, key } = await approved()
  const fault = await restoreRevision(ana, { ...key, baseRevision: 2, revision: 1, reason: 'again' }).catch(
    (error: unknown) => error,
  )
  expect(isDeskError(fault) && fault.code).toBe('INVALID')
})

test('a long history is read page by page, each saying what its last revision changed', async () => {
  const ana = await viewerWith('analyst')
  const { dyadId, id } = await createIncident(ana, { incident: makeIncident({ title: 'Title 1' }), submit: false })
  for (let revision = 1; revision < 7; revision++) {
    const incident = makeIncident({ title: `Title ${revision + 1}` })
    await editIncident(ana, { dyadId, id, baseRevision: revision, incident, submit: false, reason: '' })
  }
  const first = await incidentHistory(ana, dyadId, id, { limit: 3 })
  expect(first.map(({ revision, changed }) => [revision, changed])).toEqual([
    [7, ['title']],
    [6, ['title']],
    [5, ['title']],
  ])
  const second = await incidentHistory(ana, dyadId, id, { limit: 3, before: 5 })
  expect(second.map(({ revision }) => revision)).toEqual([4, 3, 2])
  const third = await incidentHistory(ana, dyadId, id, { limit: 3, before: 2 })
  expect(third.map(({ revision, changed }) => [revision, changed])).toEqual([[1, []]])
})

test('a viewer’s history holds what counted and nothing that was only proposed, also by pages', async () => {
  const { ana, key } = await approved()
  const guest = await viewerWith('viewer')
  const edit = { ...key, baseRevision: 2, incident: makeIncident({ title: 'Second title' }), submit: true, reason: '' }
  await approve(await editIncident(ana, edit))
  const open = { ...edit, baseRevision: 4, incident: makeIncident({ title: 'Only proposed' }) }
  await editIncident(ana, open)
  const seen = await incidentHistory(guest, key.dyadId, key.id)
  expect(seen.map(({ revision, input }) => [revision, input.title])).toEqual([
    [4, 'Second title'],
    [2, 'Baku summons the Russian ambassador'],
  ])
  expect(seen[0].changed).toEqual(['title'])
  const paged = await incidentHistory(guest, key.dyadId, key.id, { limit: 1, before: 4 })
  expect(paged.map(({ revision }) => revision)).toEqual([2])
  expect(await openProposal(guest, key.dyadId, key.id)).toBeNull()
  expect((await getIncident(guest, key.dyadId, key.id)).input.title).toBe('Second title')
})

test('an open proposal names its authors and who may withdraw it', async () => {
  const { ana, key } = await approved()
  const [eva, ben, other] = [
    await viewerWith('analyst', 'Eva'),
    await viewerWith('reviewer'),
    await viewerWith('analyst'),
  ]
  const edit = { ...key, baseRevision: 2, incident: makeIncident({ title: 'Better' }), submit: true, reason: 'typo' }
  await editIncident(eva, edit)
  const look = (viewer: typeof eva) => openProposal(viewer, key.dyadId, key.id)
  expect(await look(eva)).toMatchObject({
    proposal: 'correction',
    status: 'in_review',
    authors: ['Eva'],
    own: true,
    mayWithdraw: true,
    last: { revision: 3, by: 'Eva', reason: 'typo' },
  })
  expect((await look(eva))?.submittedAt).toBe((await look(eva))?.last.at)
  expect(await look(ben)).toMatchObject({ own: false, mayWithdraw: true })
  expect(await look(other)).toMatchObject({ own: false, mayWithdraw: false })
  await returnIncident(ben, { ...key, baseRevision: 3, comment: 'Not better' })
  expect(await look(ana)).toMatchObject({ status: 'returned', last: { reason: 'Not better' } })
  await withdrawProposal(eva, { ...key, baseRevision: 4, reason: '' })
  expect(await look(eva)).toBeNull()
})

test('a new incident is no proposal that could be withdrawn', async () => {
  const ana = await viewerWith('analyst')
  const { dyadId, id } = await createIncident(ana, { incident: makeIncident(), submit: true })
  expect(await openProposal(ana, dyadId, id)).toMatchObject({ proposal: 'new', own: true, mayWithdraw: false })
})

test('periods say from when until when each revision counted', async () => {
  const { ana, key } = await approved()
  const ben = await viewerWith('reviewer')
  const edit = { ...key, baseRevision: 2, incident: makeIncident({ title: 'Second' }), submit: true, reason: '' }
  const { revision } = await editIncident(ana, edit)
  await approveIncident(ben, { ...key, baseRevision: revision, comment: '' })
  await undoApproval(ben, { ...key, baseRevision: 4, reason: 'Too soon' })
  const prisma = await database()
  const revisions = await prisma.incidentRevision.findMany({ where: { dyadId: key.dyadId, incidentId: key.id } })
  const at = (revision: number) => revisions.find((entry) => entry.revision === revision)?.at.toISOString()
  expect(await inForcePeriods(ana, key.dyadId, key.id)).toEqual([
    { revision: 2, from: at(2), to: at(4) },
    { revision: 4, from: at(4), to: at(5) },
    { revision: 2, from: at(5), to: null },
  ])
})

test('what was never approved has no period', async () => {
  const ana = await viewerWith('analyst')
  const { dyadId, id } = await createIncident(ana, { incident: makeIncident(), submit: true })
  expect(await inForcePeriods(ana, dyadId, id)).toEqual([])
})
