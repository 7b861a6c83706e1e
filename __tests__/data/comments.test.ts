import { addComment, reopenThread, resolveThread } from '@/lib/comments/commands'
import { mentionParts } from '@/lib/comments/mentions'
import { mentionable, threadsOf } from '@/lib/comments/queries'
import { addCommentSchema } from '@/lib/comments/schema'
import type { ThreadView } from '@/lib/comments/views'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import { publishFirstMethod } from '@/lib/method/store'
import { returnIncident } from '@/lib/review/commands'
import { logged, noticesOf } from '../support/comments'
import { startFreshDatabase } from '../support/database'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: unknown) => (isDeskError(error) ? error.code : error),
  )

test('a thread holds its first comment and the replies, oldest first', async () => {
  const [ana, ben] = [await viewerWith('analyst', 'Ana'), await viewerWith('reviewer', 'Ben')]
  const key = await logged(ana)
  const first = await addComment(ana, { ...key, threadOf: null, body: 'Is this the same event?' })
  const second = await addComment(ben, { ...key, threadOf: first.number, body: 'It is.' })
  expect([first, second]).toEqual([
    { number: 1, thread: 1 },
    { number: 2, thread: 1 },
  ])
  const { threads, older } = await threadsOf(ana, key.dyadId, key.id)
  expect(older).toBeNull()
  expect(threads).toHaveLength(1)
  expect(threads[0].entries.map(({ number, by, body, revision }) => [number, by, body, revision])).toEqual([
    [1, 'Ana', 'Is this the same event?', 1],
    [2, 'Ben', 'It is.', 1],
  ])
})

test('comments written at the same moment are numbered without a gap', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => viewerWith('analyst')))
  const key = await logged(people[0])
  await Promise.all(people.map((viewer, index) => addComment(viewer, { ...key, threadOf: null, body: `No. ${index}` })))
  const { threads } = await threadsOf(people[0], key.dyadId, key.id)
  expect(threads.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  expect(new Set(threads.map(({ entries }) => entries[0].body)).size).toBe(6)
})

test('a comment whose answer was lost is said once when it is sent again', async () => {
  const ana = await viewerWith('analyst')
  const key = await logged(ana)
  const said = { ...key, threadOf: null, body: 'Sent twice' }
  expect(await addComment(ana, said)).toEqual({ number: 1, thread: 1 })
  expect(await addComment(ana, said)).toEqual({ number: 1, thread: 1 })
  expect((await threadsOf(ana, key.dyadId, key.id)).threads).toHaveLength(1)
})

test('a full stop after a login is not part of it, unless such a login exists', () => {
  const known = new Set(['ana', 'ana.', 'ben'])
  expect(mentionParts('Ask @ben. Or @Ana. Or @nobody.', known)).toEqual([
    { text: 'Ask ', login: null },
    { text: '@ben', login: 'ben' },
    { text: '. Or ', login: null },
    { text: '@Ana.', login: 'ana.' },
    { text: ' Or @nobody.', login: null },
  ])
  expect(mentionParts('press@ben.example', new Set(['ben']))).toEqual([{ text: 'press@ben.example', login: null }])
})

test('a thread is closed and opened by entries of its own, and a reply opens it too', async () => {
  const ana = await viewerWith('analyst')
  const key = await logged(ana)
  const thread = { ...key, thread: 1 }
  const look = async () => (await threadsOf(ana, key.dyadId, key.id)).threads[0]
  await addComment(ana, { ...key, threadOf: null, body: 'First' })
  await resolveThread(ana, thread)
  await resolveThread(ana, thread)
  expect(await look()).toMatchObject({ resolved: true, entries: [{ kind: 'comment' }, { kind: 'resolve' }] })
  await reopenThread(ana, thread)
  expect((await look()).resolved).toBe(false)
  await resolveThread(ana, thread)
  await addComment(ana, { ...key, threadOf: 1, body: 'One more thing' })
  expect((await look()).resolved).toBe(false)
  expect((await look()).entries.map(({ kind }) => kind)).toEqual(['comment', 'resolve', 'reopen', 'resolve', 'comment'])
})

test('what was sent back begins a thread that can be answered', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const key = await logged(ana)
  await returnIncident(ben, { ...key, baseRevision: 1, comment: 'The source says otherwise' })
  await addComment(ana, { ...key, threadOf: 1, body: 'Corrected' })
  const { threads } = await threadsOf(ben, key.dyadId, key.id)
  expect(threads[0].entries.map(({ kind, body }) => [kind, body])).toEqual([
    ['return', 'The source says otherwise'],
    ['comment', 'Corrected'],
  ])
  expect((await noticesOf(ben)).map(({ kind }) => kind)).toEqual(['reply'])
})

test('a reply to a reply, to nothing, or about no incident finds no thread', async () => {
  const ana = await viewerWith('analyst')
  const key = await logged(ana)
  await addComment(ana, { ...key, threadOf: null, body: 'First' })
  await addComment(ana, { ...key, threadOf: 1, body: 'Second' })
  const say = (threadOf: number, id = key.id) => addComment(ana, { ...key, id, threadOf, body: 'Third' })
  expect(await codeOf(say(2))).toBe('NOT_FOUND')
  expect(await codeOf(say(9))).toBe('NOT_FOUND')
  expect(await codeOf(say(1, 'AZE-RUS-9999'))).toBe('NOT_FOUND')
  expect(await codeOf(resolveThread(ana, { ...key, thread: 2 }))).toBe('NOT_FOUND')
})

test('a comment has 1 to 4000 characters after its spaces are trimmed', () => {
  const said = (body: string) =>
    addCommentSchema.safeParse({ dyadId: 'AZE-RUS', id: 'AZE-RUS-1', threadOf: null, body }).success
  expect([said('  '), said('x'), said('x'.repeat(4000)), said('x'.repeat(4001))]).toEqual([false, true, true, false])
})

test('long talk is read by pages of twenty threads', async () => {
  const ana = await viewerWith('analyst')
  const key = await logged(ana)
  for (let index = 1; index <= 23; index++) await addComment(ana, { ...key, threadOf: null, body: `Thread ${index}` })
  const latest = await threadsOf(ana, key.dyadId, key.id)
  expect([latest.threads[0].number, latest.threads.at(-1)?.number, latest.older]).toEqual([4, 23, 4])
  const before = await threadsOf(ana, key.dyadId, key.id, { before: 4 })
  expect([before.threads.map(({ number }) => number), before.older]).toEqual([[1, 2, 3], null])
})

test('a long thread shows its latest replies, says how many came before, and is read on from there', async () => {
  const ana = await viewerWith('analyst')
  const key = await logged(ana)
  await addComment(ana, { ...key, threadOf: null, body: 'First' })
  await addComment(ana, { ...key, threadOf: null, body: 'Another thread' })
  for (let index = 1; index <= 65; index++) await addComment(ana, { ...key, threadOf: 1, body: `Reply ${index}` })
  const bodies = (thread: ThreadView) => thread.entries.map(({ body }) => body)
  const [page] = (await threadsOf(ana, key.dyadId, key.id)).threads
  expect([bodies(page).length, bodies(page)[0], bodies(page)[1], bodies(page).at(-1)]).toEqual([
    11,
    'First',
    'Reply 56',
    'Reply 65',
  ])
  expect([page.earlier, page.later]).toEqual([{ count: 55, number: 57 }, null])
  const at = async (comment: number) => (await threadsOf(ana, key.dyadId, key.id, { comment })).threads
  const [latest] = await at(57)
  expect([bodies(latest)[1], bodies(latest).at(-1), latest.earlier, latest.later]).toEqual([
    'Reply 16',
    'Reply 65',
    { count: 15, number: 17 },
    null,
  ])
  const [before] = await at(17)
  expect([bodies(before)[1], bodies(before).at(-1), before.earlier, before.later]).toEqual([
    'Reply 1',
    'Reply 15',
    null,
    { count: 50, number: 67 },
  ])
  expect((await at(1)).map(bodies)).toEqual([bodies(latest)])
  expect(await codeOf(threadsOf(ana, key.dyadId, key.id, { comment: 99 }))).toBe('NOT_FOUND')
})

test('a thread that is closed far below what is shown of it is closed', async () => {
  const ana = await viewerWith('analyst')
  const key = await logged(ana)
  await addComment(ana, { ...key, threadOf: null, body: 'First' })
  for (let index = 1; index <= 60; index++) await addComment(ana, { ...key, threadOf: 1, body: `Reply ${index}` })
  await resolveThread(ana, { ...key, thread: 1 })
  const { threads } = await threadsOf(ana, key.dyadId, key.id, { comment: 3 })
  expect(threads).toMatchObject([{ resolved: true, lastBy: ana.name, later: { count: 59 } }])
})

test('a viewer neither reads nor writes comments, and is nobody to mention', async () => {
  const [ana, guest] = [await viewerWith('analyst'), await viewerWith('viewer')]
  const key = await logged(ana)
  expect(await codeOf(threadsOf(guest, key.dyadId, key.id))).toBe('FORBIDDEN')
  expect(await codeOf(addComment(guest, { ...key, threadOf: null, body: 'Hello' }))).toBe('FORBIDDEN')
  expect(await codeOf(mentionable(guest))).toBe('FORBIDDEN')
  const logins = (await mentionable(ana)).map(({ login }) => login)
  expect(logins).toContain(ana.login)
  expect(logins).not.toContain(guest.login)
})

test('the database refuses to change or delete what was said', async () => {
  const ana = await viewerWith('analyst')
  const key = await logged(ana)
  await addComment(ana, { ...key, threadOf: null, body: 'It stands' })
  const prisma = await database()
  await expect(
    prisma.$executeRaw`UPDATE incident_comment SET body = 'other' WHERE incident_id = ${key.id}`,
  ).rejects.toThrow()
  await expect(prisma.$executeRaw`DELETE FROM incident_comment WHERE incident_id = ${key.id}`).rejects.toThrow()
})
