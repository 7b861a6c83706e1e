import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { listNotices } from '@/lib/inbox/queries'
import { createIncident, editIncident, retractIncident, withdrawProposal } from '@/lib/incidents/commands'
import { getIncident, incidentHistory } from '@/lib/incidents/queries'
import { revisionHash } from '@/lib/incidents/state'
import type { ConflictDetail } from '@/lib/incidents/views'
import { publishFirstMethod } from '@/lib/method/store'
import { returnIncident } from '@/lib/review/commands'
import { startFreshDatabase } from '../support/database'
import { faultOf } from '../support/faults'
import { approve, logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

test('a submitted incident waits for review and appends its first revision', async () => {
  const analyst = await viewerWith('analyst')
  const { dyadId, id, revision, status } = await createIncident(analyst, { incident: makeIncident(), submit: true })
  expect({ dyadId, revision, status }).toEqual({ dyadId: 'AZE-RUS', revision: 1, status: 'in_review' })
  const history = await incidentHistory(analyst, dyadId, id)
  expect(history).toHaveLength(1)
  expect(history[0]).toMatchObject({ revision: 1, action: 'created', by: analyst.name, status: 'in_review' })
  expect(history[0].input).toEqual(makeIncident())
  expect((await getIncident(analyst, dyadId, id)).points).toBe(0)
})

test('an approved correction counts from its approval on, and not before', async () => {
  const [analyst, viewer] = [await viewerWith('analyst'), await viewerWith('viewer')]
  const logged = await logApproved(makeIncident({ code: 'DIP+2' }), analyst)
  const incident = makeIncident({ code: 'DIP+3' })
  const edit = { ...logged, baseRevision: logged.revision, submit: true, reason: 'rung', incident }
  const proposed = await editIncident(analyst, edit)
  expect(await getIncident(viewer, logged.dyadId, logged.id)).toMatchObject({ code: 'DIP+2', input: { code: 'DIP+2' } })
  const seen = await getIncident(analyst, logged.dyadId, logged.id)
  expect(seen).toMatchObject({
    code: 'DIP+2',
    proposal: 'correction',
    headStatus: 'in_review',
    input: { code: 'DIP+3' },
  })
  await approve(proposed)
  expect(await getIncident(viewer, logged.dyadId, logged.id)).toMatchObject({
    code: 'DIP+3',
    proposal: null,
    inForce: 4,
  })
})

test('a draft adds no points and viewers do not see it', async () => {
  const [analyst, viewer] = [await viewerWith('analyst'), await viewerWith('viewer')]
  const { dyadId, id } = await createIncident(analyst, { incident: makeIncident(), submit: false })
  expect((await getIncident(analyst, dyadId, id)).points).toBe(0)
  expect((await faultOf(getIncident(viewer, dyadId, id))).code).toBe('NOT_FOUND')
})

test('the same save sent twice makes one incident', async () => {
  const analyst = await viewerWith('analyst')
  const save = { incident: makeIncident({ title: 'Sent twice' }), requestId: crypto.randomUUID(), submit: true }
  const [first, second] = await Promise.all([createIncident(analyst, save), createIncident(analyst, save)])
  expect(second).toEqual(first)
  const prisma = await database()
  expect(await prisma.incident.count({ where: { title: 'Sent twice' } })).toBe(1)
})

test('a stale edit is refused with both versions and changes nothing', async () => {
  const [analyst, other] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const created = await createIncident(analyst, { incident: makeIncident(), submit: true })
  const edit = { ...created, baseRevision: 1, submit: true, reason: 'wording' }
  await editIncident(other, { ...edit, incident: makeIncident({ title: 'Theirs' }) })
  const fault = await faultOf(editIncident(analyst, { ...edit, incident: makeIncident({ title: 'Mine' }) }))
  const detail = fault.detail as ConflictDetail
  expect(fault.code).toBe('CONFLICT')
  expect(detail.base.title).toBe('Baku summons the Russian ambassador')
  expect(detail.theirs).toMatchObject({ revision: 2, by: other.name, input: { title: 'Theirs' } })
  expect(detail.theirs).toMatchObject({ action: 'edited', reason: 'wording', retracts: false })
  expect(fault.message).toBe(`${other.name} changed this incident meanwhile.`)
  expect((await getIncident(analyst, created.dyadId, created.id)).title).toBe('Theirs')
})

test('a conflict with a retraction that is proposed, or with a return, says so and why', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer', 'Rae')]
  const logged = await logApproved(makeIncident(), analyst)
  const edit = {
    ...logged,
    baseRevision: logged.revision,
    submit: true,
    reason: '',
    incident: makeIncident({ note: 'x' }),
  }
  const retraction = await retractIncident(reviewer, { ...edit, reason: 'A false report' })
  const stale = async () => (await faultOf(editIncident(analyst, edit))).detail as ConflictDetail
  const asks = { by: 'Rae', action: 'retraction-proposed', reason: 'A false report', retracts: true }
  expect((await stale()).theirs).toMatchObject(asks)
  await returnIncident(await viewerWith('reviewer', 'Ron'), {
    ...retraction,
    baseRevision: retraction.revision,
    comment: 'It was no false report',
  })
  const sent = { by: 'Ron', action: 'returned', reason: 'It was no false report', status: 'returned', retracts: true }
  expect((await stale()).theirs).toMatchObject(sent)
})

test('of two edits from the same revision at the same moment exactly one is written', async () => {
  const analyst = await viewerWith('analyst')
  const created = await createIncident(analyst, { incident: makeIncident(), submit: true })
  const edits = ['One', 'Two', 'Three'].map((title) =>
    editIncident(analyst, { ...created, baseRevision: 1, submit: true, reason: '', incident: makeIncident({ title }) }),
  )
  const outcomes = await Promise.allSettled(edits)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await incidentHistory(analyst, created.dyadId, created.id)).toHaveLength(2)
})

test('an edit that changes nothing appends nothing', async () => {
  const analyst = await viewerWith('analyst')
  const created = await createIncident(analyst, { incident: makeIncident(), submit: true })
  const edit = { ...created, baseRevision: 1, submit: true, reason: '', incident: makeIncident() }
  expect((await editIncident(analyst, edit)).revision).toBe(1)
  const fault = await faultOf(editIncident(analyst, { ...edit, reason: 'A second thought' }))
  expect([fault.code, fault.fieldErrors]).toEqual(['INVALID', { reason: [expect.stringContaining('Nothing else')] }])
})

test('an incident that was sent back and is saved as a draft as it is stays sent back', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const created = await createIncident(analyst, { incident: makeIncident(), submit: true })
  const returned = await returnIncident(reviewer, { ...created, baseRevision: 1, comment: 'Which day was it?' })
  const edit = { ...created, baseRevision: returned.revision, submit: false, reason: '', incident: makeIncident() }
  expect(await editIncident(analyst, edit)).toMatchObject({ revision: 2, status: 'returned' })
  expect(await editIncident(analyst, { ...edit, submit: true })).toMatchObject({ revision: 3, status: 'in_review' })
  const [latest] = await incidentHistory(analyst, created.dyadId, created.id)
  expect(latest.action).toBe('submitted')
})

test('what waits is taken out of the queue by its authors or a reviewer, and the authors are told', async () => {
  const [analyst, other] = [await viewerWith('analyst'), await viewerWith('analyst')]
  const reviewer = await viewerWith('reviewer', 'Rae')
  const waiting = async () => {
    const created = await createIncident(analyst, { incident: makeIncident(), submit: true })
    return { ...created, baseRevision: 1, submit: false, incident: makeIncident(), reason: 'Coded twice' }
  }
  const first = await waiting()
  expect((await faultOf(retractIncident(other, first))).code).toBe('FORBIDDEN')
  expect((await faultOf(editIncident(other, first))).code).toBe('FORBIDDEN')
  expect(await retractIncident(reviewer, first)).toMatchObject({ status: 'retracted' })
  const second = await waiting()
  expect(await editIncident(reviewer, { ...second, reason: 'Not yet' })).toMatchObject({ status: 'draft' })
  const [latest] = await incidentHistory(analyst, second.dyadId, second.id)
  expect(latest).toMatchObject({ action: 'edited', status: 'draft' })
  expect(await retractIncident(analyst, await waiting())).toMatchObject({ status: 'retracted' })
  const { rows } = await listNotices(analyst, { show: 'all' })
  expect(rows.map(({ kind, by, excerpt }) => [kind, by, excerpt]).sort()).toEqual([
    ['dropped', 'Rae', 'Coded twice'],
    ['dropped', 'Rae', 'Not yet'],
  ])
})

test('a history names the fields that a revision changed', async () => {
  const analyst = await viewerWith('analyst')
  const created = await createIncident(analyst, { incident: makeIncident(), submit: true })
  const incident = makeIncident({ code: 'DIP+3', note: 'Recalled, not only summoned' })
  await editIncident(analyst, { ...created, baseRevision: 1, submit: true, reason: 'rung', incident })
  const [latest, first] = await incidentHistory(analyst, created.dyadId, created.id)
  expect(latest).toMatchObject({ revision: 2, reason: 'rung', changed: ['code', 'note'] })
  expect(first.changed).toEqual([])
})

test('a retracted incident stays visible, adds nothing and cannot be changed', async () => {
  const [analyst, viewer] = [await viewerWith('analyst'), await viewerWith('viewer')]
  const logged = await logApproved(makeIncident(), analyst)
  const retract = { ...logged, baseRevision: logged.revision, reason: 'A false report' }
  const proposed = await retractIncident(analyst, retract)
  expect((await getIncident(viewer, logged.dyadId, logged.id)).status).toBe('approved')
  await approve(proposed)
  const view = await getIncident(viewer, logged.dyadId, logged.id)
  expect(view).toMatchObject({ status: 'retracted', points: 0, revision: 4 })
  const again = { ...logged, baseRevision: 4, submit: true, reason: '', incident: makeIncident() }
  expect((await faultOf(editIncident(analyst, again))).code).toBe('INVALID')
})

test('an incident that was never approved is retracted at once, and viewers never see it', async () => {
  const [analyst, viewer] = [await viewerWith('analyst'), await viewerWith('viewer')]
  const created = await createIncident(analyst, { incident: makeIncident(), submit: true })
  const gone = await retractIncident(analyst, { ...created, baseRevision: 1, reason: 'A false report' })
  expect(gone.status).toBe('retracted')
  expect((await getIncident(analyst, created.dyadId, created.id)).headStatus).toBe('retracted')
  expect((await faultOf(getIncident(viewer, created.dyadId, created.id))).code).toBe('NOT_FOUND')
})

test('a correction can be a draft for a while, be withdrawn, and never moves to another dyad', async () => {
  const analyst = await viewerWith('analyst')
  const logged = await logApproved(makeIncident(), analyst)
  const edit = { ...logged, baseRevision: logged.revision, reason: '' }
  const asDraft = { ...edit, submit: false, incident: makeIncident({ title: 'As a draft' }) }
  const elsewhere = { ...edit, submit: true, incident: makeIncident({ target: 'ARM' }) }
  expect((await faultOf(editIncident(analyst, elsewhere))).fieldErrors).toHaveProperty('target')
  const draft = await editIncident(analyst, asDraft)
  expect(draft.status).toBe('draft')
  const other = withdrawProposal(await viewerWith('analyst'), { ...draft, baseRevision: draft.revision, reason: '' })
  expect((await faultOf(other)).code).toBe('FORBIDDEN')
  await withdrawProposal(analyst, { ...draft, baseRevision: draft.revision, reason: 'not worth it' })
  const view = await getIncident(analyst, logged.dyadId, logged.id)
  expect(view).toMatchObject({ status: 'approved', headStatus: 'approved', proposal: null, revision: 4, inForce: 4 })
  expect(view.title).toBe('Baku summons the Russian ambassador')
})

test('an answer must answer an incident of the same dyad, and not itself', async () => {
  const analyst = await viewerWith('analyst')
  const loose = makeIncident({ respondsTo: 'nowhere', respondsBasis: 'source' })
  expect((await faultOf(createIncident(analyst, { incident: loose, submit: true }))).fieldErrors).toHaveProperty(
    'respondsTo',
  )
  const created = await createIncident(analyst, { incident: makeIncident(), submit: true })
  const self = makeIncident({ respondsTo: created.id, respondsBasis: 'source' })
  const edit = editIncident(analyst, { ...created, baseRevision: 1, submit: true, reason: '', incident: self })
  expect((await faultOf(edit)).fieldErrors).toHaveProperty('respondsTo')
})

test('each revision carries a hash over its content and the one before', async () => {
  const analyst = await viewerWith('analyst')
  const created = await createIncident(analyst, { incident: makeIncident(), submit: true })
  await editIncident(analyst, {
    ...created,
    baseRevision: 1,
    submit: true,
    reason: 'x',
    incident: makeIncident({ note: 'n' }),
  })
  const prisma = await database()
  const where = { dyadId: created.dyadId, incidentId: created.id }
  const chain = await prisma.incidentRevision.findMany({ where, orderBy: { revision: 'asc' } })
  expect(chain.map((entry) => entry.previousHash)).toEqual(['', chain[0].hash])
  for (const { hash, at, inForce, batchId, ...content } of chain) {
    expect([inForce, batchId]).toEqual([null, null])
    expect(revisionHash({ ...content, at: at.toISOString() })).toBe(hash)
  }
})

test('a save that fails half-way leaves no trace', async () => {
  const analyst = await viewerWith('analyst')
  const prisma = await database()
  const before = await prisma.incidentRevision.count()
  const incident = makeIncident({ actor: 'FRA', target: 'DZA', respondsTo: 'nowhere', respondsBasis: 'source' })
  await faultOf(createIncident(analyst, { incident, submit: true }))
  expect(await prisma.dyad.findUnique({ where: { id: 'DZA-FRA' } })).toBeNull()
  expect(await prisma.incidentRevision.count()).toBe(before)
})
