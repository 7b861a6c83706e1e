import { activityFilterSchema } from '@/lib/activity/filter'
import { listActivity } from '@/lib/activity/queries'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident, editIncident, importIncident, retractIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { approveBatch, undoBatch } from '@/lib/review/commands'
import { batchCandidates, recentBatches, reviewQueue } from '@/lib/review/queries'
import { batchOf } from '../support/batches'
import { startFreshDatabase } from '../support/database'
import { faultOf } from '../support/faults'
import { logApproved, makeIncident } from '../support/incidents'
import { correction, submit } from '../support/review'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

const of = (target: string) => parseFilter({ dyad: ['AZE', target].sort().join('-') })

test('a bulk approval of more than was shown approves nothing', async () => {
  const { analyst } = await submit('POL', ['Shown'])
  const reviewer = await viewerWith('reviewer')
  const batch = await batchOf(reviewer, of('POL'))
  await createIncident(analyst, { incident: makeIncident({ target: 'POL', title: 'Came in later' }), submit: true })
  const fault = await faultOf(approveBatch(reviewer, batch))
  expect([fault.code, fault.detail]).toEqual(['CONFLICT', { count: 2 }])
  expect((await reviewQueue(reviewer, of('POL'), {})).all).toBe(2)
  expect(await recentBatches(reviewer)).toEqual([])
  expect(await (await database()).reviewBatchItem.count()).toBe(0)
})

test('as many as were shown, but not with the same content, are not approved', async () => {
  const { analyst, written } = await submit('SVK', ['Stays', 'Is changed'])
  const reviewer = await viewerWith('reviewer')
  const batch = await batchOf(reviewer, of('SVK'))
  await editIncident(analyst, correction(written[1], makeIncident({ target: 'SVK', title: 'Nobody has seen this' })))
  const fault = await faultOf(approveBatch(reviewer, batch))
  expect([fault.code, fault.message]).toEqual([
    'CONFLICT',
    'Some of what you were shown has changed since. Nothing was approved. Look again before you approve.',
  ])
  expect((await reviewQueue(reviewer, of('SVK'), {})).all).toBe(2)
  expect(await approveBatch(reviewer, await batchOf(reviewer, of('SVK')))).toEqual({ done: 2, left: 0 })
})

test('a batch of more than fifty goes by steps, approves what was shown alone, and is taken back by steps', async () => {
  const { analyst, written } = await submit(
    'HUN',
    Array.from({ length: 120 }, (_, index) => `Number ${index + 1}`),
  )
  await submit('ROU', ['Of another dyad'])
  const reviewer = await viewerWith('reviewer')
  const batch = await batchOf(reviewer, of('HUN'))
  expect(batch.expected).toBe(120)
  expect(await approveBatch(reviewer, batch)).toEqual({ done: 50, left: 70 })
  // What changes or comes in between two steps was shown to nobody, whatever filter the steps come with.
  const waits = (await reviewQueue(reviewer, of('HUN'), {})).entries[0]
  const changed = makeIncident({ target: 'HUN', title: 'Changed between two steps' })
  const own = written.find(({ id }) => id === waits.id)
  if (!own) throw new Error('the queue shows what was not submitted')
  await editIncident(analyst, correction(own, changed))
  await createIncident(analyst, { incident: makeIncident({ target: 'HUN', title: 'Late' }), submit: true })
  const wider = { ...batch, filter: parseFilter({}) }
  expect(await approveBatch(reviewer, wider)).toEqual({ done: 50, left: 19 })
  expect(await approveBatch(reviewer, wider)).toEqual({ done: 19, left: 0 })
  expect((await reviewQueue(reviewer, of('HUN'), {})).entries.map(({ title }) => title)).toEqual([
    'Changed between two steps',
    'Late',
  ])
  expect((await reviewQueue(reviewer, of('ROU'), {})).all).toBe(1)
  expect(await recentBatches(reviewer)).toMatchObject([{ id: batch.batchId, expected: 120, undoable: 119 }])
  const steps = [await undoBatch(reviewer, batch), await undoBatch(reviewer, batch), await undoBatch(reviewer, batch)]
  expect(steps).toEqual([
    { done: 50, left: 69 },
    { done: 50, left: 19 },
    { done: 19, left: 0 },
  ])
  expect((await reviewQueue(reviewer, of('HUN'), {})).all).toBe(121)
}, 120_000)

test('a bulk approval leaves one’s own out, and its undo leaves alone what was written to since', async () => {
  const { analyst, written } = await submit('CZE', ['First', 'Second', 'Third'])
  const reviewer = await viewerWith('reviewer', 'Ben')
  await createIncident(reviewer, { incident: makeIncident({ target: 'CZE', title: 'My own' }), submit: true })
  const filter = of('CZE')
  expect(await batchCandidates(reviewer, filter)).toEqual({
    count: 3,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    byDyad: [{ dyadId: 'AZE-CZE', count: 3 }],
    byCategory: [{ category: 'diplomatic', count: 3 }],
    leftOut: { own: 1, changes: 0 },
  })
  const batch = await batchOf(reviewer, filter)
  expect(await approveBatch(reviewer, batch)).toEqual({ done: 3, left: 0 })
  expect(await reviewQueue(reviewer, filter, {})).toMatchObject({ all: 1, forMe: 0 })
  expect(await recentBatches(reviewer)).toMatchObject([
    { id: batch.batchId, by: 'Ben', expected: 3, undoable: 3, filter },
  ])
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

test('corrections and retractions are in no batch: the filter would judge what they replace', async () => {
  const analyst = await viewerWith('analyst')
  const reviewer = await viewerWith('reviewer')
  const [first, second] = [
    await logApproved(makeIncident({ target: 'SVN' })),
    await logApproved(makeIncident({ target: 'SVN' })),
  ]
  await editIncident(analyst, correction(first, makeIncident({ target: 'SVN', code: 'SEC+5' })))
  await retractIncident(analyst, { ...second, baseRevision: second.revision, reason: 'A false report' })
  await submit('SVN', ['New'])
  const filter = parseFilter({ dyad: 'AZE-SVN', category: 'diplomatic' })
  expect(await batchCandidates(reviewer, filter)).toMatchObject({ count: 1, leftOut: { own: 0, changes: 2 } })
  expect(await approveBatch(reviewer, await batchOf(reviewer, filter))).toEqual({ done: 1, left: 0 })
  expect((await reviewQueue(reviewer, filter, {})).entries.map(({ proposal }) => proposal)).toEqual([
    'correction',
    'retraction',
  ])
})

test('the queue can be narrowed to what was imported, or to what was logged by hand', async () => {
  const analyst = await viewerWith('analyst')
  const reviewer = await viewerWith('reviewer')
  await submit('AUT', ['By hand'])
  const input = makeIncident({ target: 'AUT', title: 'From a list' })
  await importIncident(analyst, 'LIST-1', { status: 'in_review', input }, 'A list')
  const titles = async (origin: string) => {
    const filter = parseFilter({ dyad: 'AUT-AZE', origin })
    return (await reviewQueue(reviewer, filter, {})).entries.map(({ title }) => title)
  }
  expect([await titles('imported'), await titles('logged')]).toEqual([['From a list'], ['By hand']])
})

test('a bulk approval is taken back by its maker or an admin, to whom it is shown', async () => {
  await submit('CHE', ['Only one'])
  const [reviewer, other, admin] = [
    await viewerWith('reviewer'),
    await viewerWith('reviewer'),
    await viewerWith('admin'),
  ]
  const batch = await batchOf(reviewer, of('CHE'))
  await approveBatch(reviewer, batch)
  expect((await faultOf(undoBatch(other, batch))).code).toBe('FORBIDDEN')
  expect((await faultOf(approveBatch(other, batch))).code).toBe('FORBIDDEN')
  expect(await recentBatches(other)).toEqual([])
  expect((await recentBatches(admin)).map(({ id }) => id)).toContain(batch.batchId)
  expect(await undoBatch(admin, batch)).toEqual({ done: 1, left: 0 })
})

test('five batches that were taken back whole do not hide one that was not', async () => {
  const reviewer = await viewerWith('reviewer')
  await submit('BEL', ['Stays approved'])
  const first = await batchOf(reviewer, of('BEL'))
  await approveBatch(reviewer, first)
  await submit('NLD', ['Up and down'])
  for (let index = 0; index < 5; index++) {
    const batch = await batchOf(reviewer, of('NLD'))
    await approveBatch(reviewer, batch)
    await undoBatch(reviewer, batch)
  }
  expect((await recentBatches(reviewer)).map(({ id }) => id)).toEqual([first.batchId])
})

test('a batch whose undo is stopped half way is told of in the team’s log, once', async () => {
  const titles = Array.from({ length: 51 }, (_, index) => `Number ${index + 1}`)
  await submit('DNK', titles)
  const [reviewer, admin] = [await viewerWith('reviewer'), await viewerWith('admin')]
  const batch = await batchOf(reviewer, of('DNK'))
  await approveBatch(reviewer, batch)
  await approveBatch(reviewer, batch)
  const undone = async () => {
    const { rows } = await listActivity(admin, activityFilterSchema.parse({}), 1000)
    return rows.filter(({ action, subject }) => action === 'batch-undone' && subject === batch.batchId).length
  }
  expect(await undoBatch(reviewer, batch)).toEqual({ done: 50, left: 1 })
  expect(await undone()).toBe(1)
  expect(await undoBatch(reviewer, batch)).toEqual({ done: 1, left: 0 })
  expect(await undone()).toBe(1)
}, 60_000)
