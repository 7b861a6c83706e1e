import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import { addComment } from '@/lib/comments/commands'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import { markAllRead, markRead } from '@/lib/inbox/commands'
import { notify } from '@/lib/inbox/notify'
import { inboxCount, listNotices, waitingFor } from '@/lib/inbox/queries'
import { createIncident, editIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { listIncidents } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { returnIncident } from '@/lib/review/commands'
import { startFreshDatabase } from '../support/database'
import { approve, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

const submit = (author: Viewer, title: string) =>
  createIncident(author, { incident: makeIncident({ title }), submit: true })

const tell = (from: Viewer, to: Viewer, excerpt: string) =>
  inTransaction((tx) => notify(tx, from, [to.accountId ?? ''], { kind: 'mention', detail: { excerpt } }))

const UNREAD = { show: 'unread' as const }
const ALL = { show: 'all' as const }

test('a notice says who, about what and in which words, and counts until it is read', async () => {
  const [ana, ben] = [await viewerWith('analyst', 'Ana'), await viewerWith('reviewer', 'Ben')]
  const { dyadId, id } = await submit(ana, 'A talked-about event')
  await addComment(ana, { dyadId, id, threadOf: null, body: `@${ben.login} please look` })
  expect(await inboxCount(ben)).toBe(1)
  const { rows } = await listNotices(ben, UNREAD)
  expect(rows).toMatchObject([
    {
      kind: 'mention',
      by: 'Ana',
      read: false,
      incident: { dyadId, id, title: 'A talked-about event' },
      excerpt: `@${ben.login} please look`,
    },
  ])
  await markRead(ben, { id: rows[0].id })
  expect(await inboxCount(ben)).toBe(0)
  expect((await listNotices(ben, UNREAD)).rows).toEqual([])
  expect((await listNotices(ben, ALL)).rows).toMatchObject([{ id: rows[0].id, read: true }])
})

test('nobody marks another person’s notice as read', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  await tell(ana, ben, 'For Ben')
  const [notice] = (await listNotices(ben, UNREAD)).rows
  const fault = await markRead(ana, { id: notice.id }).catch((error: unknown) => error)
  expect(isDeskError(fault) && fault.code).toBe('NOT_FOUND')
  expect(await markAllRead(ana, { until: '2999-01-01T00:00:00Z' })).toBe(0)
  expect(await inboxCount(ben)).toBe(1)
})

test('marking all as read leaves what came in after the list was shown', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  await tell(ana, ben, 'First')
  await tell(ana, ben, 'Second')
  const [newest] = (await listNotices(ben, UNREAD)).rows
  const late = new Date(Date.parse(newest.at) + 1)
  const prisma = await database()
  const item = { id: randomUUID(), accountId: ben.accountId ?? '', at: late, kind: 'mention', byId: ana.accountId }
  await prisma.inboxItem.create({ data: { ...item, detail: { excerpt: 'Late' } } })
  expect(await markAllRead(ben, { until: newest.at })).toBe(2)
  expect((await listNotices(ben, UNREAD)).rows.map(({ excerpt }) => excerpt)).toEqual(['Late'])
})

test('notices are read by pages of fifty, also where many share an instant', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const prisma = await database()
  const items = Array.from({ length: 120 }, (_, index) => ({
    id: randomUUID(),
    accountId: ben.accountId ?? '',
    at: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(index / 40))),
    kind: 'mention',
    byId: ana.accountId,
    detail: { excerpt: String(index) },
  }))
  await prisma.inboxItem.createMany({ data: items })
  const first = await listNotices(ben, ALL)
  const second = await listNotices(ben, { ...ALL, after: first.next ?? undefined })
  const third = await listNotices(ben, { ...ALL, after: second.next ?? undefined })
  expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20])
  expect(third.next).toBeNull()
  const seen = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))
  expect(new Set(seen).size).toBe(120)
  expect((await listNotices(ben, { ...ALL, after: 'not a cursor' })).rows[0].id).toBe(first.rows[0].id)
})

test('what was sent back waits with its comment until it is submitted again', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer', 'Ben the reviewer')]
  const written = await submit(ana, 'Sent back')
  await returnIncident(ben, { ...written, baseRevision: 1, comment: 'Which of the two sources?' })
  const { returned } = await waitingFor(ana)
  expect(returned.rows).toMatchObject([
    { row: { id: written.id, headStatus: 'returned' }, by: 'Ben the reviewer', comment: 'Which of the two sources?' },
  ])
  expect((await waitingFor(ben)).returned.rows).toEqual([])
  expect((await listNotices(ana, UNREAD)).rows).toMatchObject([
    { kind: 'returned', excerpt: 'Which of the two sources?' },
  ])
  const incident = makeIncident({ title: 'Sent back', note: 'The first one' })
  await editIncident(ana, { ...written, baseRevision: 2, incident, submit: true, reason: '' })
  expect((await waitingFor(ana)).returned.rows).toEqual([])
})

test('drafts wait for their author alone, the oldest first and at most twenty', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  for (let index = 1; index <= 22; index++)
    await createIncident(ana, { incident: makeIncident({ title: `Draft ${index}` }), submit: false })
  const { drafts } = await waitingFor(ana)
  expect(drafts.rows).toHaveLength(20)
  expect(drafts.more).toBe(2)
  expect([drafts.rows[0].title, drafts.rows[19].title]).toEqual(['Draft 1', 'Draft 20'])
  expect((await waitingFor(ben)).drafts).toEqual({ rows: [], more: 0 })
  // The list that “2 more” leads to.
  const all = { status: 'draft', writer: ana.accountId ?? '' }
  expect((await listIncidents(ana, parseFilter(all))).rows).toHaveLength(22)
  await createIncident(ben, { incident: makeIncident({ title: 'Of somebody else' }), submit: false })
  expect((await listIncidents(ana, parseFilter(all))).rows).toHaveLength(22)
})

test('a correction in the making is a draft too, beside what counts', async () => {
  const ana = await viewerWith('analyst')
  const written = await approve(await submit(ana, 'Counts already'))
  const incident = makeIncident({ title: 'Better title' })
  await editIncident(ana, { ...written, baseRevision: written.revision, incident, submit: false, reason: '' })
  const { drafts } = await waitingFor(ana)
  expect(drafts.rows).toMatchObject([{ id: written.id, title: 'Counts already', proposal: 'correction' }])
})

test('the count to review leaves out one’s own work', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const before = (await waitingFor(ben)).toReview ?? 0
  await submit(ana, 'For Ben to review')
  await submit(ben, 'By Ben himself')
  expect((await waitingFor(ben)).toReview).toBe(before + 1)
  expect((await waitingFor(ana)).toReview).toBeNull()
})

test('a sample waits until it is coded whole or closed', async () => {
  const ana = await viewerWith('analyst')
  const prisma = await database()
  const { dyadId, id } = await submit(ana, 'In a sample')
  const [sampleId, accountId] = [randomUUID(), ana.accountId ?? '']
  const at = new Date()
  const sample = { id: sampleId, title: 'July sample', at, filter: {}, seed: 1, population: 1, status: 'open' }
  await prisma.codingSample.create({ data: sample })
  await prisma.codingCoder.create({ data: { sampleId, accountId } })
  await prisma.codingUnit.create({ data: { sampleId, ordinal: 1, dyadId, incidentId: id, revision: 1 } })
  expect((await waitingFor(ana)).samples).toEqual([{ id: sampleId, title: 'July sample', coded: 0, units: 1 }])
  await prisma.coding.create({ data: { sampleId, ordinal: 1, coderId: accountId, at, codable: false, note: '' } })
  expect((await waitingFor(ana)).samples).toEqual([])
})

test('a notice of a sample leads to it', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const detail = { sampleId: randomUUID(), title: 'August sample', units: 40 }
  await inTransaction((tx) => notify(tx, ben, [ana.accountId ?? ''], { kind: 'sample', detail }))
  const [notice] = (await listNotices(ana, UNREAD)).rows
  expect(notice).toMatchObject({ kind: 'sample', sample: { id: detail.sampleId, title: 'August sample', units: 40 } })
})

test('a viewer has an inbox, but reads nothing unpublished in it', async () => {
  const [ana, guest] = [await viewerWith('analyst'), await viewerWith('viewer')]
  const { dyadId, id } = await submit(ana, 'Not published')
  const notice = {
    kind: 'mention' as const,
    dyadId,
    incidentId: id,
    detail: { excerpt: 'A secret', title: 'A secret' },
  }
  await inTransaction((tx) => notify(tx, ana, [guest.accountId ?? ''], notice))
  expect(await inboxCount(guest)).toBe(1)
  const { rows } = await listNotices(guest, UNREAD)
  expect(rows).toMatchObject([{ incident: null, sample: null, excerpt: '' }])
  const nothing = { rows: [], more: 0 }
  expect(await waitingFor(guest)).toEqual({ toReview: null, returned: nothing, drafts: nothing, samples: [] })
})
