import { noticePath } from '@/components/inbox/notice-words'
import { addComment } from '@/lib/comments/commands'
import { threadsOf } from '@/lib/comments/queries'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { listNotices } from '@/lib/inbox/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { logged, noticesOf } from '../support/comments'
import { startFreshDatabase } from '../support/database'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

test('a mention reaches the inbox of those who may read it, and of nobody else', async () => {
  const [ana, ben, guest] = [await viewerWith('analyst'), await viewerWith('reviewer'), await viewerWith('viewer')]
  const gone = await viewerWith('analyst')
  await (await database()).account.update({ where: { id: gone.accountId ?? '' }, data: { active: false } })
  const key = await logged(ana)
  const body = `@${ben.login}, see @${guest.login}, @${gone.login}, @nobody-here and mail@${ana.login}.`
  await addComment(ana, { ...key, threadOf: null, body })
  const [notice] = await noticesOf(ben)
  expect(notice).toMatchObject({ kind: 'mention', byId: ana.accountId, dyadId: 'AZE-RUS', incidentId: key.id })
  expect(notice.detail).toMatchObject({ number: 1, excerpt: body })
  expect([await noticesOf(guest), await noticesOf(gone), await noticesOf(ana)]).toEqual([[], [], []])
  const { threads } = await threadsOf(ana, key.dyadId, key.id)
  expect(threads[0].entries[0].mentions).toEqual([ben.login])
})

test('a reply reaches everybody who wrote in the thread, and whom it mentions only once', async () => {
  const [ana, ben, eva] = [await viewerWith('analyst'), await viewerWith('reviewer'), await viewerWith('analyst')]
  const key = await logged(ana)
  await addComment(ana, { ...key, threadOf: null, body: 'First' })
  await addComment(ben, { ...key, threadOf: 1, body: 'Second' })
  await addComment(eva, { ...key, threadOf: 1, body: `Third, @${ben.login}` })
  expect((await noticesOf(ana)).map(({ kind }) => kind)).toEqual(['reply', 'reply'])
  expect((await noticesOf(ben)).map(({ kind }) => kind)).toEqual(['mention'])
  expect(await noticesOf(eva)).toEqual([])
})

test('somebody who may no longer read comments is told of no reply', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const key = await logged(ben)
  await addComment(ana, { ...key, threadOf: null, body: 'First' })
  await (await database()).account.update({ where: { id: ana.accountId ?? '' }, data: { role: 'viewer' } })
  await addComment(ben, { ...key, threadOf: 1, body: 'Second' })
  expect(await noticesOf(ana)).toEqual([])
})

test('a reply in an old thread leads to that thread, beyond the page of the latest', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const key = await logged(ana)
  for (let index = 1; index <= 23; index++) await addComment(ana, { ...key, threadOf: null, body: `Thread ${index}` })
  const { number } = await addComment(ben, { ...key, threadOf: 1, body: 'Late answer' })
  const latest = await threadsOf(ana, key.dyadId, key.id)
  expect(latest.threads.map((thread) => thread.number)).not.toContain(1)
  const [notice] = (await listNotices(ana, { show: 'unread' })).rows
  expect(noticePath(notice)).toBe(`/incidents/AZE-RUS/${key.id}?comment=${number}#comment-${number}`)
  const { threads } = await threadsOf(ana, key.dyadId, key.id, { comment: number })
  expect(threads.map((thread) => thread.entries.map(({ body }) => body))).toEqual([['Thread 1', 'Late answer']])
})

test('a new thread reaches the author and all who talked before, unless it mentions them', async () => {
  const [ana, ben, eva] = [await viewerWith('analyst'), await viewerWith('reviewer'), await viewerWith('analyst')]
  const key = await logged(ana)
  await addComment(ben, { ...key, threadOf: null, body: 'First thread' })
  expect((await noticesOf(ana)).map(({ kind }) => kind)).toEqual(['thread'])
  await addComment(eva, { ...key, threadOf: null, body: `Second thread, @${ana.login}` })
  expect((await noticesOf(ana)).map(({ kind }) => kind)).toEqual(['thread', 'mention'])
  expect(await noticesOf(ben)).toMatchObject([
    { kind: 'thread', byId: eva.accountId, incidentId: key.id, detail: { number: 2 } },
  ])
  expect(await noticesOf(eva)).toEqual([])
})

test('a notice quotes no half of a character', async () => {
  const [ana, ben] = [await viewerWith('analyst'), await viewerWith('reviewer')]
  const key = await logged(ana)
  await addComment(ben, { ...key, threadOf: null, body: `${'x'.repeat(199)}👩‍👩‍👧 and so on` })
  const [{ detail }] = await noticesOf(ana)
  expect(detail).toMatchObject({ excerpt: 'x'.repeat(199) })
})
