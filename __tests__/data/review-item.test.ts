import { addComment, resolveThread } from '@/lib/comments/commands'
import { dayOf } from '@/lib/core/calendar'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident, editIncident } from '@/lib/incidents/commands'
import { publishFirstMethod } from '@/lib/method/store'
import { approveIncident, returnIncident } from '@/lib/review/commands'
import { reviewItem } from '@/lib/review/queries'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { correction, seen, submit } from '../support/review'
import { storedSeries } from '../support/series'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

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

test('a correction that moves an act to another week shows what it does to both', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const approved = await logApproved(makeIncident({ target: 'LVA' }))
  const moved = makeIncident({ target: 'LVA', date: '2025-07-10' })
  const corrected = await editIncident(analyst, correction(approved, moved))
  const { effect } = await reviewItem(reviewer, approved.dyadId, approved.id)
  expect(effect).toMatchObject({ weekStart: dayOf('2025-07-07'), left: { weekStart: dayOf('2025-06-30') } })
  expect(effect?.left?.week.after.score).toBe(0)
  expect(effect?.left?.week.before.score).toBeGreaterThan(0)
  await approveIncident(reviewer, { ...seen(corrected), comment: '' })
  const [first] = (await storedSeries('AZE-LVA')).weeks
  expect(first.weekStart).toBe(dayOf('2025-07-07'))
  expect(effect?.week.after.score).toBeCloseTo(first.close, 9)
})

test('an incident that becomes context shows what the score loses; context alone shows nothing', async () => {
  const [analyst, reviewer] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const approved = await logApproved(makeIncident({ target: 'EST' }))
  const context = makeIncident({ target: 'EST', kind: 'context', dyadId: 'AZE-EST', code: '' })
  await editIncident(analyst, correction(approved, context))
  const { effect } = await reviewItem(reviewer, approved.dyadId, approved.id)
  expect(effect).toMatchObject({ goes: true, left: null, week: { after: { score: 0 } } })
  expect(effect?.week.before.score).toBeGreaterThan(0)
  const alone = await createIncident(analyst, { incident: context, submit: true })
  expect((await reviewItem(reviewer, alone.dyadId, alone.id)).effect).toBeNull()
})

test('a new incident that was sent back and handed in again is shown against what was sent back', async () => {
  const { analyst, written } = await submit('FIN', ['As it was sent back'])
  const reviewer = await viewerWith('reviewer')
  const returned = await returnIncident(reviewer, { ...seen(written[0]), comment: 'Which ministry?' })
  const look = () => reviewItem(reviewer, written[0].dyadId, written[0].id)
  expect((await look()).returned).toBeNull()
  const better = await editIncident(
    analyst,
    correction(returned, makeIncident({ target: 'FIN', title: 'As it is now' })),
  )
  expect(await look()).toMatchObject({
    proposal: 'new',
    proposed: { title: 'As it is now' },
    returned: { revision: 2, input: { title: 'As it was sent back' } },
  })
  const approved = await approveIncident(reviewer, { ...seen(better), comment: '' })
  await editIncident(analyst, correction(approved, makeIncident({ target: 'FIN', title: 'A correction later' })))
  expect((await look()).returned).toBeNull()
})

test('the open threads of an incident stand beside it, by their latest word', async () => {
  const { analyst, written } = await submit('SWE', ['Talked about'])
  const reviewer = await viewerWith('reviewer', 'Ben')
  const { dyadId, id } = written[0]
  const look = async () => (await reviewItem(reviewer, dyadId, id)).threads
  expect(await look()).toEqual({ count: 0, latest: [] })
  for (const body of ['One', 'Two', 'Three', 'Four']) await addComment(analyst, { dyadId, id, threadOf: null, body })
  await addComment(reviewer, { dyadId, id, threadOf: 2, body: 'Yes, but which?' })
  await resolveThread(analyst, { dyadId, id, thread: 3 })
  const threads = await look()
  expect(threads.count).toBe(3)
  expect(threads.latest.map(({ thread, by, excerpt }) => [thread, by, excerpt])).toEqual([
    [2, 'Ben', 'Yes, but which?'],
    [4, 'Aysel', 'Four'],
    [1, 'Aysel', 'One'],
  ])
})
