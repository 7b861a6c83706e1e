import { changeOwnPassword, setActive, setPassword, setRole, signOutEverywhere } from '@/lib/accounts/commands'
import { hashPassword } from '@/lib/auth/passwords'
import { viewerOf } from '@/lib/auth/session'
import { signingSecret } from '@/lib/auth/signing-secret'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { startFreshDatabase } from '../support/database'
import { viewerWith } from '../support/viewers'

startFreshDatabase()

/** What a token of a session opened now says. */
async function claimsOf(viewer: Viewer) {
  const accountId = viewer.accountId ?? ''
  const { sessionEpoch } = await (await database()).account.findUniqueOrThrow({ where: { id: accountId } })
  return { accountId, epoch: sessionEpoch }
}

test('a token stands for its account as the database has it now', async () => {
  const analyst = await viewerWith('analyst')
  expect(await viewerOf(await claimsOf(analyst))).toEqual(analyst)
})

test('a changed role takes effect at the next request', async () => {
  const analyst = await viewerWith('analyst')
  const claims = await claimsOf(analyst)
  await setRole(await viewerWith('admin'), claims.accountId, 'viewer')
  expect((await viewerOf(claims))?.role).toBe('viewer')
})

test('a deactivated account is nobody at the next request, and its old sessions stay ended when it is let in again', async () => {
  const admin = await viewerWith('admin')
  const claims = await claimsOf(await viewerWith('analyst'))
  await setActive(admin, claims.accountId, false)
  expect(await viewerOf(claims)).toBeNull()
  await setActive(admin, claims.accountId, true)
  expect(await viewerOf(claims)).toBeNull()
})

test('signing out everywhere ends the sessions there are', async () => {
  const analyst = await viewerWith('analyst')
  const claims = await claimsOf(analyst)
  await signOutEverywhere(analyst)
  expect(await viewerOf(claims)).toBeNull()
  expect(await viewerOf(await claimsOf(analyst))).toEqual(analyst)
})

test('a new password ends the sessions that the old one opened', async () => {
  const claims = await claimsOf(await viewerWith('analyst'))
  await setPassword(await viewerWith('admin'), { id: claims.accountId })
  expect(await viewerOf(claims)).toBeNull()
})

test('changing the own password needs the current one, and ends the other sessions', async () => {
  const analyst = await viewerWith('analyst')
  const claims = await claimsOf(analyst)
  const passwordHash = await hashPassword('the old password')
  await (await database()).account.update({ where: { id: claims.accountId }, data: { passwordHash } })
  const next = { next: 'a new long password', again: 'a new long password' }
  await expect(changeOwnPassword(analyst, { current: 'some other one', ...next })).rejects.toMatchObject({
    code: 'INVALID',
    fieldErrors: { current: expect.anything() },
  })
  expect(await viewerOf(claims)).not.toBeNull()
  await changeOwnPassword(analyst, { current: 'the old password', ...next })
  expect(await viewerOf(claims)).toBeNull()
})

test('five wrong current passwords have to wait, so that a borrowed session cannot guess', async () => {
  const analyst = await viewerWith('analyst')
  const guess = { current: 'a guess', next: 'a new long password', again: 'a new long password' }
  await (await database()).account.update({
    where: { id: analyst.accountId ?? '' },
    data: { passwordHash: await hashPassword('the old password') },
  })
  for (let i = 0; i < 5; i++) await expect(changeOwnPassword(analyst, guess)).rejects.toMatchObject({ code: 'INVALID' })
  await expect(changeOwnPassword(analyst, { ...guess, current: 'the old password' })).rejects.toMatchObject({
    code: 'RATE_LIMITED',
  })
})

test('a token of an account that does not exist is nobody', async () => {
  expect(await viewerOf({ accountId: crypto.randomUUID(), epoch: 1 })).toBeNull()
})

test('the key that signs sessions is made once and stays', async () => {
  const secret = await signingSecret()
  expect(secret.length).toBeGreaterThanOrEqual(32)
  const { value } = await (await database()).serverSecret.findFirstOrThrow()
  expect(value).toBe(secret)
})
