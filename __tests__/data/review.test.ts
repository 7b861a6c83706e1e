import { dayOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import { createIncident, editIncident, retractIncident, type Written } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident, incidentHistory } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { approveBatch, approveIncident, returnIncident, undoApproval, undoBatch } from '@/lib/review/commands'
import { batchCandidates, recentBatches, reviewItem, reviewQueue, waitingCount } from '@/lib/review/queries'
import { setSelfApproval } from '@/lib/team/commands'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { storedSeries } from '../support/series'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

async function faultOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!isDeskError(error)) throw new Error(`expected a DeskError, got ${String(error)}`)
  return error
}

const seen = ({ dyadId, id, revision }: Written) => ({ dyadId, id, baseRevision: revision })
const correction = (written: Written, incident: ReturnType<typeof makeIncident>) => ({
  ...seen(written),
  incident,
  submit: true,
  reason: 'A better source',
})

/** Logs incidents of one dyad for review. */
async function submit(target: string, titles: string[]) {
  const analyst = await viewerWith('analyst', 'Aysel')
  const written: Written[] = []
  for (const title of titles)
    written.push(await createIncident(analyst, { incident: makeIncident({ target, title }), submit: true }))
  return { analyst, written }
}

test('what waits for review adds nothing until a reviewer approves it', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const written = await createIncident(analyst, { incident: makeIncident({ target: 'ARM' }), submit: true })
  expect(written.status).toBe('in_review')
  expect(await storedSeries('ARM-AZE')).toEqual({ weeks: [], days: [] })
  const approved = await approveIncident(reviewer, { ...seen(written), comment: 'Well sourced' })
  expect(approved).toEqual({ ...written, revision: 2, status: 'approved' })
  const row = await getIncident(reviewer, written.dyadId, written.id)
  expect(row).toMatchObject({ status: 'approved', inForce: 2, proposal: null, selfApproved: false })
  expect(row.points).toBeGreaterThan(0)
  expect((await storedSeries('ARM-AZE')).weeks[0]).toMatchObject({ weekStart: dayOf('2025-06-30'), incidents: 1 })
})

test('a returned incident goes back to its author with the comment in its thread and in their inbox', async () => {
  const { analyst, written } = await submit('GEO', ['Which embassy'])
  const reviewer = await viewerWith('reviewer')
  const returned = await returnIncident(reviewer, { ...seen(written[0]), comment: 'Which embassy was it?' })
  expect(returned).toMatchObject({ revision: 2, status: 'returned' })
  const prisma = await database()
  const where = { dyadId: 'AZE-GEO', incidentId: written[0].id }
  expect(await prisma.incidentComment.findMany({ where })).toMatchObject([
    { number: 1, kind: 'return', body: 'Which embassy was it?', byId: reviewer.accountId, revision: 2 },
  ])
  expect(await prisma.inboxItem.findMany({ where })).toMatchObject([
    { accountId: analyst.accountId, kind: 'returned', byId: reviewer.accountId, readAt: null },
  ])
  expect((await faultOf(approveIncident(reviewer, { ...seen(returned), comment: '' }))).code).toBe('INVALID')
})

test('nobody approves what they wrote a part of, and the queue says which that is', async () => {
  const { written } = await submit('TUR', ['Mine in part', 'Not mine'])
  const reviewer = await viewerWith('reviewer')
  const edited = await editIncident(reviewer, correction(written[0], makeIncident({ target: 'TUR', note: 'Added' })))
  const fault = await faultOf(approveIncident(reviewer, { ...seen(edited), comment: '' }))
  expect([fault.code, fault.message]).toEqual([
    'FORBIDDEN',
    'You wrote part of this, so somebody else must approve it.',
  ])
  const queue = await reviewQueue(reviewer, parseFilter({ dyad: 'AZE-TUR' }), {})
  expect(queue.entries.map(({ id, own }) => [id, own])).toEqual([
    ['AZE-TUR-1', true],
    ['AZE-TUR-2', false],
  ])
  expect(queue).toMatchObject({ all: 2, forMe: 1, next: null })
  expect(await reviewItem(reviewer, 'AZE-TUR', 'AZE-TUR-1')).toMatchObject({ own: true, hindrance: 'own' })
  expect(await reviewItem(reviewer, 'AZE-TUR', 'AZE-TUR-2')).toMatchObject({ own: false, hindrance: null })
})

test('the team’s setting lets a reviewer approve their own, and the incident says so', async () => {
  const [admin, reviewer] = [await viewerWith('admin'), await viewerWith('reviewer')]
  const incident = makeIncident({ target: 'IRN' })
  const written = await createIncident(reviewer, { incident, submit: true })
  await setSelfApproval(admin, { selfApproval: true, baseRevision: 0 })
  expect((await reviewQueue(reviewer, parseFilter({ dyad: 'AZE-IRN' }), {})).forMe).toBe(1)
  await approveIncident(reviewer, { ...seen(written), comment: '' })
  await setSelfApproval(admin, { selfApproval: false, baseRevision: 1 })
  expect(await getIncident(reviewer, written.dyadId, written.id)).toMatchObject({
    status: 'approved',
    selfApproved: true,
  })
  const [approval] = await incidentHistory(reviewer, written.dyadId, written.id)
  expect(approval).toMatchObject({ action: 'approved', selfApproved: true })
})

test('a setting that somebody changed meanwhile is not overwritten', async () => {
  const admin = await viewerWith('admin')
  const fault = await faultOf(setSelfApproval(admin, { selfApproval: true, baseRevision: 0 }))
  expect(fault.code).toBe('CONFLICT')
})

test('a correction leaves what counts as it is until it is approved', async () => {
  const [analyst, reviewer, viewer] = [
    await viewerWith('analyst'),
    await viewerWith('reviewer'),
    await viewerWith('viewer'),
  ]
  const approved = await logApproved(makeIncident({ target: 'KAZ' }))
  const before = await storedSeries('AZE-KAZ')
  const better = makeIncident({ target: 'KAZ', code: 'DIP+3', title: 'Baku recalls its ambassador' })
  const corrected = await editIncident(analyst, correction(approved, better))
  expect(await storedSeries('AZE-KAZ')).toEqual(before)
  expect(await getIncident(reviewer, approved.dyadId, approved.id)).toMatchObject({
    code: 'DIP+2',
    status: 'approved',
    headStatus: 'in_review',
    proposal: 'correction',
    input: { code: 'DIP+3' },
    counted: { code: 'DIP+2' },
  })
  const shown = await getIncident(viewer, approved.dyadId, approved.id)
  expect([shown.input.title, shown.counted?.title]).toEqual([makeIncident().title, makeIncident().title])
  expect((await incidentHistory(viewer, approved.dyadId, approved.id)).map(({ revision }) => revision)).toEqual([2])
  await approveIncident(reviewer, { ...seen(corrected), comment: '' })
  expect((await getIncident(viewer, approved.dyadId, approved.id)).input.title).toBe('Baku recalls its ambassador')
  expect(await storedSeries('AZE-KAZ')).not.toEqual(before)
})

test('a retraction leaves the incident counting until it is approved', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const approved = await logApproved(makeIncident({ target: 'UZB' }))
  const before = await storedSeries('AZE-UZB')
  const proposed = await retractIncident(analyst, { ...seen(approved), reason: 'A false report' })
  expect(proposed.status).toBe('in_review')
  expect(await storedSeries('AZE-UZB')).toEqual(before)
  const item = await reviewItem(reviewer, approved.dyadId, approved.id)
  expect(item).toMatchObject({ proposal: 'retraction', changed: [], submittedBy: 'Some analyst' })
  expect(item.reasons[0]).toMatchObject({ action: 'retraction-proposed', reason: 'A false report' })
  expect(item.effect?.week.after.score).toBe(0)
  await approveIncident(reviewer, { ...seen(proposed), comment: '' })
  expect(await getIncident(reviewer, approved.dyadId, approved.id)).toMatchObject({ status: 'retracted', points: 0 })
  expect((await storedSeries('AZE-UZB')).weeks).toEqual([])
})

test('the effect that a reviewer is shown is what the approval does', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const approved = await logApproved(makeIncident({ target: 'TKM' }))
  const worse = makeIncident({ target: 'TKM', code: 'DIP+4' })
  const corrected = await editIncident(analyst, correction(approved, worse))
  const { effect, changed, neighbours } = await reviewItem(reviewer, approved.dyadId, approved.id)
  expect([changed, neighbours]).toEqual([['code'], []])
  const [before] = (await storedSeries('AZE-TKM')).weeks
  expect(effect?.week.before.score).toBe(before.close)
  await approveIncident(reviewer, { ...seen(corrected), comment: '' })
  const [after] = (await storedSeries('AZE-TKM')).weeks
  expect(effect?.week.after.score).toBeCloseTo(after.close, 9)
  expect(after.close).toBeGreaterThan(before.close)
})

test('what began within a week and counts is shown beside an incident, by date', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const on = (date: string, title: string) => makeIncident({ target: 'KGZ', date, title })
  await logApproved(on('2025-07-08', 'A week after'))
  await logApproved(on('2025-06-24', 'A week before'))
  await logApproved(on('2025-06-23', 'Eight days before'))
  await createIncident(analyst, { incident: on('2025-07-01', 'Not approved'), submit: true })
  const written = await createIncident(analyst, { incident: on('2025-07-01', 'Waits'), submit: true })
  const { neighbours } = await reviewItem(reviewer, written.dyadId, written.id)
  expect(neighbours.map(({ title }) => title)).toEqual(['A week before', 'A week after'])
})

test('taking an approval back makes the stored series what it was, to the last bit', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  await logApproved(makeIncident({ target: 'BLR', date: '2025-06-20', code: 'ECO+2' }))
  const approved = await logApproved(makeIncident({ target: 'BLR' }))
  const before = await storedSeries('AZE-BLR')
  const worse = makeIncident({ target: 'BLR', code: 'DIP+4', date: '2025-06-30' })
  const corrected = await editIncident(analyst, correction(approved, worse))
  const again = await approveIncident(reviewer, { ...seen(corrected), comment: '' })
  expect(await storedSeries('AZE-BLR')).not.toEqual(before)
  const undone = await undoApproval(reviewer, { ...seen(again), reason: 'Too soon' })
  expect(undone).toMatchObject({ revision: again.revision + 1, status: 'in_review' })
  expect(await storedSeries('AZE-BLR')).toEqual(before)
  expect((await faultOf(undoApproval(reviewer, { ...seen(undone), reason: '' }))).code).toBe('INVALID')
})

test('an approval of something that changed meanwhile is refused with both versions', async () => {
  const { analyst, written } = await submit('UKR', ['As it was'])
  const reviewer = await viewerWith('reviewer')
  await editIncident(analyst, correction(written[0], makeIncident({ target: 'UKR', title: 'As it is' })))
  const fault = await faultOf(approveIncident(reviewer, { ...seen(written[0]), comment: '' }))
  expect(fault.code).toBe('CONFLICT')
  expect(fault.detail).toMatchObject({ base: { title: 'As it was' }, theirs: { by: 'Aysel', revision: 2 } })
  expect((await getIncident(reviewer, 'AZE-UKR', written[0].id)).headStatus).toBe('in_review')
})

test('a bulk approval of more or fewer than were shown approves nothing', async () => {
  await submit('POL', ['One more', 'And another'])
  const reviewer = await viewerWith('reviewer')
  const filter = parseFilter({ dyad: 'AZE-POL' })
  const batch = { batchId: crypto.randomUUID(), filter, expected: 1 }
  const fault = await faultOf(approveBatch(reviewer, batch))
  expect([fault.code, fault.detail]).toEqual(['CONFLICT', { count: 2 }])
  expect((await reviewQueue(reviewer, filter, {})).all).toBe(2)
  expect(await recentBatches(reviewer)).toEqual([])
})

test('a bulk approval leaves one’s own out, and its undo leaves alone what was written to since', async () => {
  const { analyst, written } = await submit('CZE', ['First', 'Second', 'Third'])
  const reviewer = await viewerWith('reviewer')
  await createIncident(reviewer, { incident: makeIncident({ target: 'CZE', title: 'My own' }), submit: true })
  const filter = parseFilter({ dyad: 'AZE-CZE' })
  const candidates = await batchCandidates(reviewer, filter)
  expect(candidates).toEqual({
    count: 3,
    byDyad: [{ dyadId: 'AZE-CZE', count: 3 }],
    byCategory: [{ category: 'diplomatic', count: 3 }],
    byProposal: [{ proposal: 'new', count: 3 }],
  })
  const batch = { batchId: crypto.randomUUID(), filter, expected: candidates.count }
  expect(await approveBatch(reviewer, batch)).toEqual({ done: 3, left: 0 })
  expect(await reviewQueue(reviewer, filter, {})).toMatchObject({ all: 1, forMe: 0 })
  expect(await recentBatches(reviewer)).toMatchObject([{ id: batch.batchId, expected: 3, undoable: 3, filter }])
  const later = makeIncident({ target: 'CZE', title: 'Second, corrected' })
  await editIncident(analyst, correction({ ...written[1], revision: 2 }, later))
  expect(await undoBatch(reviewer, { batchId: batch.batchId })).toEqual({ done: 2, left: 0 })
  const states = await Promise.all(written.map(({ dyadId, id }) => getIncident(reviewer, dyadId, id)))
  expect(states.map(({ inForce, headStatus }) => [inForce, headStatus])).toEqual([
    [null, 'in_review'],
    [2, 'in_review'],
    [null, 'in_review'],
  ])
  expect(states[1].input.title).toBe('Second, corrected')
  expect(await recentBatches(reviewer)).toEqual([])
})

test('a bulk approval is nobody else’s to take back', async () => {
  await submit('SVK', ['Only one'])
  const [reviewer, other] = [await viewerWith('reviewer'), await viewerWith('reviewer')]
  const batch = { batchId: crypto.randomUUID(), filter: parseFilter({ dyad: 'AZE-SVK' }), expected: 1 }
  await approveBatch(reviewer, batch)
  expect((await faultOf(undoBatch(other, batch))).code).toBe('FORBIDDEN')
  expect(await recentBatches(other)).toEqual([])
})

test('the queue shows what waits longest first, fifty a page', async () => {
  const titles = Array.from({ length: 52 }, (_, index) => `Number ${index + 1}`)
  await submit('HUN', titles)
  const reviewer = await viewerWith('reviewer')
  const filter = parseFilter({ dyad: 'AZE-HUN' })
  const first = await reviewQueue(reviewer, filter, {})
  expect(first.entries.map(({ title }) => title)).toEqual(titles.slice(0, 50))
  expect(first.entries[0]).toMatchObject({ authors: ['Aysel'], proposal: 'new' })
  const second = await reviewQueue(reviewer, filter, { after: first.next ?? undefined })
  expect(second.entries.map(({ title }) => title)).toEqual(titles.slice(50))
  expect(second.next).toBeNull()
}, 30_000)

test('the queue is for those who may approve', async () => {
  const analyst = await viewerWith('analyst')
  expect((await faultOf(reviewQueue(analyst, parseFilter({}), {}))).code).toBe('FORBIDDEN')
  expect((await faultOf(waitingCount(analyst))).code).toBe('FORBIDDEN')
})
