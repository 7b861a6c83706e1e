import type { Page } from 'playwright-core'
import { expectAccessible, openPage, screenshot } from '../support/browser'
import { submit } from '../support/desk-api'
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
