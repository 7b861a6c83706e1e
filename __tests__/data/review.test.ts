import { dayOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident, editIncident, restoreRevision, retractIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident, incidentHistory } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { approveIncident, returnIncident, undoApproval } from '@/lib/review/commands'
import { reviewItem, reviewQueue, waitingCount } from '@/lib/review/queries'
import { setSelfApproval } from '@/lib/team/commands'
import { startFreshDatabase } from '../support/database'
import { faultOf } from '../support/faults'
import { logApproved, makeIncident } from '../support/incidents'
import { correction, seen, submit } from '../support/review'
import { storedSeries } from '../support/series'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

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
  expect(fault).toMatchObject({ code: 'CONFLICT', detail: { revision: 2, state: { selfApproval: false } } })
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

test('an approval is taken back by whoever gave it and by nobody else, not even an admin', async () => {
  const { written } = await submit('MDA', ['Approved by Ben'])
  const [ben, eva, admin] = [await viewerWith('reviewer'), await viewerWith('reviewer'), await viewerWith('admin')]
  const approved = await approveIncident(ben, { ...seen(written[0]), comment: '' })
  for (const viewer of [eva, admin]) {
    const fault = await faultOf(undoApproval(viewer, { ...seen(approved), reason: 'I know better' }))
    expect(fault.code).toBe('FORBIDDEN')
    expect(fault.message).toContain('Propose a correction or a retraction instead')
  }
  expect((await getIncident(eva, approved.dyadId, approved.id)).status).toBe('approved')
  expect((await undoApproval(ben, { ...seen(approved), reason: '' })).status).toBe('in_review')
})

test('a decision whose answer was lost is done once when it is sent again', async () => {
  const { written } = await submit('MNE', ['To approve', 'To send back'])
  const [reviewer, other] = [await viewerWith('reviewer'), await viewerWith('reviewer')]
  const approve = { ...seen(written[0]), comment: '' }
  const approved = await approveIncident(reviewer, approve)
  expect(await approveIncident(reviewer, approve)).toEqual(approved)
  expect((await faultOf(approveIncident(other, approve))).code).toBe('CONFLICT')
  const sendBack = { ...seen(written[1]), comment: 'Say where' }
  expect(await returnIncident(reviewer, sendBack)).toEqual(await returnIncident(reviewer, sendBack))
  const undo = { ...seen(approved), reason: '' }
  expect(await undoApproval(reviewer, undo)).toEqual(await undoApproval(reviewer, undo))
  const prisma = await database()
  const counts = written.map(({ dyadId, id }) => prisma.incidentRevision.count({ where: { dyadId, incidentId: id } }))
  expect(await Promise.all(counts)).toEqual([3, 2])
  expect(await prisma.incidentComment.count({ where: { dyadId: 'AZE-MNE' } })).toBe(1)
})

test('an approval that is taken back waits since it was handed in, by whoever handed it in', async () => {
  const { written } = await submit('MKD', ['Handed in by Aysel'])
  const [ben, carla] = [await viewerWith('reviewer'), await viewerWith('reviewer', 'Carla')]
  const look = () => reviewItem(ben, written[0].dyadId, written[0].id)
  const first = await look()
  expect(first).toMatchObject({ submittedBy: 'Aysel' })
  const changed = makeIncident({ target: 'MKD', title: 'Changed while it waited' })
  const edited = await editIncident(carla, correction(written[0], changed))
  expect(await look()).toMatchObject({
    submittedAt: first.submittedAt,
    submittedBy: 'Aysel',
    authors: ['Aysel', 'Carla'],
  })
  const approved = await approveIncident(ben, { ...seen(edited), comment: '' })
  const undone = await undoApproval(ben, { ...seen(approved), reason: 'Too soon' })
  expect(await look()).toMatchObject({ submittedAt: first.submittedAt, submittedBy: 'Aysel' })
  const returned = await returnIncident(ben, { ...seen(undone), comment: 'Say where' })
  await editIncident(carla, correction(returned, makeIncident({ target: 'MKD', title: 'Handed in again' })))
  const again = await look()
  expect(again.submittedBy).toBe('Carla')
  expect(again.submittedAt && again.submittedAt > (first.submittedAt ?? '')).toBe(true)
})

test('an incident that is retracted before it ever counted, and restored by another, keeps its author', async () => {
  const author = await viewerWith('reviewer', 'Rita')
  const written = await createIncident(author, { incident: makeIncident({ target: 'LTU' }), submit: true })
  const retracted = await retractIncident(author, { ...seen(written), reason: 'A false report' })
  const other = await viewerWith('analyst', 'Otto')
  const restored = await restoreRevision(other, { ...seen(retracted), revision: 1, reason: 'It was true' })
  expect((await reviewItem(author, written.dyadId, written.id)).authors).toEqual(['Rita', 'Otto'])
  expect((await faultOf(approveIncident(author, { ...seen(restored), comment: '' }))).code).toBe('FORBIDDEN')
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
