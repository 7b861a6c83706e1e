import type { Page } from 'playwright-core'
import { expectAccessible, openPage, screenshot } from '../support/browser'
import { approveAs, submit } from '../support/desk-api'
import { weeklyCloses } from '../support/incident-form'

const closeOf = async (page: Page, week: string) =>
  Number((await weeklyCloses(page)).find((entry) => entry.week === week)?.close)

/** Opens the queue with only what a test made, ready for keys. */
async function openQueue(page: Page, words: string): Promise<void> {
  await page.goto(`/review?q=${encodeURIComponent(words)}`)
  await page.getByRole('list', { name: 'Waiting for review' }).waitFor()
  await keysReady(page)
}

/** Waits until the page takes keys: React has taken over what the server drew. */
async function keysReady(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => {
    const queue = document.querySelector('[data-queue]')
    return queue !== null && Object.keys(queue).some((key) => key.startsWith('__reactProps'))
  })
}

const openTitle = (page: Page) => page.locator('[data-queue] [aria-current="true"]').textContent()

test('a reviewer decides by single keys: next, approve, take back, return with a comment', async () => {
  const { context } = await openPage({ role: 'analyst' })
  await submit(context, { title: 'Queued first of three', code: 'DIP+4' })
  const second = await submit(context, { title: 'Queued second of three' })
  await submit(context, { title: 'Queued third of three' })
  const { page } = await openPage({ role: 'reviewer', width: 1440 })
  const before = await closeOf(page, '2025-W27')
  await openQueue(page, 'queued three')
  expect(await openTitle(page)).toContain('Queued first')
  await expectAccessible(page)
  await screenshot(page, 'review-1440-light')
  await page.keyboard.press('j')
  await page.waitForURL((url) => url.searchParams.get('item') === `AZE-RUS/${second.id}`)
  await page.locator('[aria-current="true"]', { hasText: 'Queued second' }).waitFor()
  await page.keyboard.press('k')
  await page.locator('[aria-current="true"]', { hasText: 'Queued first' }).waitFor()

  await page.keyboard.press('a')
  await page.getByText(/Approved AZE-RUS-\d+ — u takes it back/).waitFor()
  await page.locator('[aria-current="true"]', { hasText: 'Queued second' }).waitFor()
  await page.keyboard.press('u')
  await page.getByText(/The approval of AZE-RUS-\d+ is taken back/).waitFor()
  await page.locator('[aria-current="true"]', { hasText: 'Queued first' }).waitFor()
  await page.keyboard.press('a')
  await page.locator('[aria-current="true"]', { hasText: 'Queued second' }).waitFor()

  await page.keyboard.press('r')
  const comment = page.getByLabel('What has to change')
  await comment.waitFor()
  await page.keyboard.type('Which of the two ministries said it?')
  expect(await comment.inputValue()).toBe('Which of the two ministries said it?')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Sent AZE-RUS-\d+ back/).waitFor()
  await page.locator('[aria-current="true"]', { hasText: 'Queued third' }).waitFor()
  expect(await page.locator('[data-queue] > li').count()).toBe(1)
  expect(await closeOf(page, '2025-W27')).toBeGreaterThan(before)

  const { page: author } = await openPage({ role: 'analyst', path: '/inbox' })
  await author.getByText('Which of the two ministries said it?').first().waitFor()
})

test('nobody approves what they wrote, and the page says why', async () => {
  const { page, context } = await openPage({ role: 'reviewer', width: 390, theme: 'dark' })
  await submit(context, { title: 'Written by the reviewer' })
  await openQueue(page, 'written by the reviewer')
  await page.getByText(/You wrote part of this, so somebody else must approve it/).waitFor()
  expect(await page.getByRole('button', { name: /^Approve/ }).isDisabled()).toBe(true)
  await expectAccessible(page)
  await screenshot(page, 'review-own-390-dark')
})

test('all that a filter shows is approved at once, and taken back', async () => {
  const { context } = await openPage({ role: 'analyst' })
  for (const number of [1, 2, 3]) await submit(context, { title: `Imported ${number} of a batch` })
  const { page } = await openPage({ role: 'reviewer' })
  await openQueue(page, 'imported batch')
  await page.getByRole('button', { name: 'Approve all 3 new that match…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Approve 3 new incidents at once' })
  await dialog.getByRole('button', { name: 'Approve 3' }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'review-batch')
  await dialog.getByRole('button', { name: 'Approve 3' }).press('Enter')
  await dialog
    .getByText(/3 .*approved/)
    .first()
    .waitFor()
  await dialog.getByRole('button', { name: 'Close', exact: true }).press('Enter')
  await page
    .getByText('Nothing here waits')
    .or(page.getByText(/Nothing waits/))
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Take them back' }).first().press('Enter')
  await page.getByRole('button', { name: 'Take 3 approvals back' }).press('Enter')
  const undone = page.getByRole('dialog', { name: 'Take a bulk approval back' })
  await undone
    .getByText(/3 .*taken back/)
    .first()
    .waitFor()
  await undone.getByRole('button', { name: 'Close', exact: true }).press('Enter')
  await page.getByRole('list', { name: 'Waiting for review' }).waitFor()
  expect(await page.locator('[data-queue] > li').count()).toBe(3)
})

test('the comment of a return is kept over Esc, the next item, a reload and a conflict, until it is sent', async () => {
  const { context } = await openPage({ role: 'analyst' })
  const first = await submit(context, { title: 'Kept first of a pair' })
  await submit(context, { title: 'Kept second of a pair' })
  const { page } = await openPage({ role: 'reviewer', width: 1440 })
  await openQueue(page, 'kept pair')
  const comment = page.getByLabel('What has to change')
  const open = async (title: string) => page.locator('[aria-current="true"]', { hasText: title }).waitFor()
  await open('Kept first')
  await page.keyboard.press('r')
  await comment.waitFor()
  await page.keyboard.type('Name the ministry')
  await page.keyboard.press('Escape')
  await page.getByText('A comment that you began is kept').waitFor()
  await page.keyboard.press('j')
  await open('Kept second')
  expect(await page.getByText('A comment that you began is kept').count()).toBe(0)
  await page.keyboard.press('r')
  await comment.waitFor()
  expect(await comment.inputValue()).toBe('')
  await page.keyboard.press('Escape')
  await page.keyboard.press('k')
  await open('Kept first')
  await page.reload()
  await keysReady(page)
  await page.getByRole('button', { name: 'Go on with it' }).press('Enter')
  expect(await comment.inputValue()).toBe('Name the ministry')
  await expectAccessible(page)

  // What is pasted is not cut; the box says that it is too much, and nothing is sent.
  await comment.fill('x'.repeat(512))
  await page.getByText('12 characters too many: at most 500.').waitFor()
  expect((await comment.inputValue()).length).toBe(512)
  expect(await page.getByRole('button', { name: 'Send it back' }).isDisabled()).toBe(true)
  await comment.fill('Name the ministry, please')

  // Somebody else decides meanwhile: the words stay.
  await approveAs('admin', first)
  await page.getByRole('button', { name: 'Send it back' }).press('Enter')
  await page.getByText(/changed AZE-RUS-\d+ while you were reading it/).waitFor()
  await page.getByText(/so it cannot be sent back. Your words are kept here/).waitFor()
  expect(await comment.inputValue()).toBe('Name the ministry, please')
  await screenshot(page, 'review-return-conflict')

  await openQueue(page, 'kept second')
  await page.keyboard.press('r')
  await comment.waitFor()
  await page.keyboard.type('Sent at last')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Sent AZE-RUS-\d+ back/).waitFor()
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.endsWith(':return')))
  expect(kept.map(([, text]) => text)).toEqual(['Name the ministry, please'])
})

test('an approval whose answer is lost is found again by the same key, and can be taken back', async () => {
  const { context } = await openPage({ role: 'analyst' })
  await submit(context, { title: 'Answer lost on the way' })
  const { page } = await openPage({ role: 'reviewer', tolerate: [/Failed to load resource|ERR_/] })
  await openQueue(page, 'answer lost way')
  let lost = 0
  await page.route('**/review**', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback()
    lost++
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.keyboard.press('a')
  await page.getByText(/it is not known whether this was saved/).waitFor()
  // It was: the page says so by now, and stays with it.
  await page.locator('article', { hasText: 'Approved' }).waitFor()
  await page.locator('[aria-busy="false"]').waitFor()
  await page.keyboard.press('a')
  await page.getByText(/Approved AZE-RUS-\d+ — u takes it back/).waitFor()
  await page.keyboard.press('u')
  await page.getByText(/The approval of AZE-RUS-\d+ is taken back/).waitFor()
  expect(lost).toBe(1)
})

test('what is still talked about stands beside what waits, and leads to its thread', async () => {
  const { page: author, context } = await openPage({ role: 'analyst' })
  const { dyadId, id } = await submit(context, { title: 'Talked about before review' })
  await author.goto(`/incidents/${dyadId}/${id}`)
  await author.getByLabel('Begin a thread').fill('Is this the same as last week’s?')
  await author.getByLabel('Begin a thread').press('Control+Enter')
  await author.getByText('Is this the same as last week’s?').waitFor()
  const { page } = await openPage({ role: 'reviewer', width: 1440 })
  await openQueue(page, 'talked about before review')
  const talk = page.getByRole('region', { name: '1 open thread' })
  await talk.getByText('Is this the same as last week’s?').waitFor()
  await expectAccessible(page)
  await talk.getByRole('link', { name: 'Open the thread' }).press('Enter')
  await page.waitForURL(/\?comment=1#comment-1$/)
  await page.getByRole('link', { name: 'All threads' }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'thread-alone')
})

test('j goes on to the next page of the queue', async () => {
  const { context } = await openPage({ role: 'analyst' })
  for (let number = 1; number <= 51; number++) await submit(context, { title: `Paged through number ${number}` })
  const { page } = await openPage({ role: 'reviewer' })
  await openQueue(page, 'paged through')
  const last = page.locator('[data-queue] > li').nth(49).getByRole('link')
  await last.press('Enter')
  await page.locator('[aria-current="true"]', { hasText: 'number 50' }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('j')
  await page.locator('[aria-current="true"]', { hasText: 'number 51' }).waitFor()
  expect(new URL(page.url()).searchParams.get('after')).not.toBeNull()
})
