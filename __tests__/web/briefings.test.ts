import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { BriefingPage } from '@/lib/briefings/views'
import { DRAFT_ID } from '../support/briefing-places'
import { baseUrl, expectAccessible, keysReady, openPage, screenshot } from '../support/browser'
import { chosen, composed, preview } from '../support/composer'

async function begin(page: Page): Promise<void> {
  await keysReady(page)
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.getByRole('heading', { level: 1, name: 'Briefings' }).waitFor()
  await page.getByRole('link', { name: 'New briefing' }).first().press('Enter')
  await page.getByRole('heading', { level: 1, name: 'New briefing' }).waitFor()
  await keysReady(page)
  await page.getByRole('combobox', { name: 'Dyad' }).focus()
  await page.keyboard.type('Russia')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Week' }).fill('2025-W27')
  await page.getByRole('combobox', { name: 'Mark' }).selectOption('GREEN')
  await page.getByRole('button', { name: 'Make the briefing' }).press('Enter')
  await page.waitForURL(/\/briefings\/drafts\//)
  await composed(page)
}

test('by keyboard: a briefing is made, put in own words, kept through a refresh, published and read by a link until that is revoked', async () => {
  const { page } = await openPage({ role: 'reviewer', path: '/' })
  await begin(page)
  await page.keyboard.press('j')
  await chosen(page).waitFor()
  await page.keyboard.press('j')
  const sentence = page.getByRole('region', { name: 'Sentence', exact: true })
  await sentence.getByText('sentence 2 of').waitFor()
  // What it rests on stands beside it.
  await sentence.getByText('Band of the close, Azerbaijan – Russia').waitFor()
  await page.keyboard.press('Enter')
  const field = page.getByLabel('Your words for this sentence')
  await field.fill('It has become a crisis by our count.')
  await field.press('Control+Enter')
  await preview(page).getByText('It has become a crisis by our count.').waitFor()
  await sentence.getByText('Edited by').waitFor()
  await sentence.getByText('The rules say now:').waitFor()
  await page.getByRole('button', { name: 'Refresh data' }).press('Enter')
  await page.getByRole('status').filter({ hasText: 'All saved' }).waitFor()
  await preview(page).getByText('It has become a crisis by our count.').waitFor()
  await screenshot(page, 'briefing-composed')

  await page.getByRole('button', { name: 'Publish' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Publish this briefing' })
  await dialog.getByRole('checkbox', { name: /^The mark is right/ }).check()
  await dialog.getByRole('button', { name: 'Publish' }).press('Enter')
  // Every format is made meanwhile.
  await page.getByRole('heading', { level: 1, name: /^\d{4}-\d{3}: Azerbaijan – Russia/ }).waitFor({ timeout: 90_000 })
  const head = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const number = head.slice(0, 8)
  await page.frameLocator('iframe[title^="Briefing"]').getByText('It has become a crisis').waitFor()
  for (const [name, start] of [
    ['PDF', '%PDF'],
    ['Data package', 'PK'],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('list', { name: 'Files' }).getByRole('link', { name }).click(),
    ])
    expect(download.suggestedFilename()).toContain(number)
    expect(
      readFileSync(await download.path())
        .subarray(0, start.length)
        .toString('latin1'),
    ).toBe(start)
  }

  await keysReady(page)
  await page.getByRole('button', { name: 'Make a link' }).press('Enter')
  const address = await page.getByLabel('Address of the link').inputValue()
  const reader = await openPage({ path: address, tolerate: [/status of 404/] })
  await reader.page.getByText('Shared until').waitFor()
  await reader.page.frameLocator('iframe').getByText('It has become a crisis').waitFor()
  expect(await reader.page.getByRole('link', { name: 'PDF' }).count()).toBe(1)
  const file = await reader.context.request.get(
    `${(await reader.page.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? ''}`,
  )
  expect(file.status()).toBe(200)
  await page.reload()
  await page.getByText('opened once').waitFor()
  await keysReady(page)
  await page.getByRole('button', { name: /^Revoke the link/ }).press('Enter')
  await page.getByText('revoked', { exact: true }).waitFor()
  await reader.page.reload()
  await reader.page.getByRole('heading', { level: 1, name: 'This link leads nowhere' }).waitFor()
}, 180_000)

test('what two people write of one sentence is shown to the second beside their own words, which stay', async () => {
  const place = { role: 'reviewer', path: `/briefings/drafts/${DRAFT_ID}` } as const
  const [first, second] = [await openPage(place), await openPage({ ...place, role: 'admin' })]
  for (const { page } of [first, second]) {
    await composed(page)
    await page.keyboard.press('j')
    await page.getByText('sentence 1 of').waitFor()
    await page.keyboard.press('Enter')
  }
  const fieldOf = (page: Page) => page.getByLabel('Your words for this sentence')
  await fieldOf(second.page).fill('The words of the second.')
  await fieldOf(first.page).fill('The words of the first.')
  await fieldOf(first.page).press('Control+Enter')
  await preview(first.page).getByText('The words of the first.').waitFor()
  await fieldOf(second.page).press('Control+Enter')
  const note = second.page.getByRole('alert').filter({ hasText: 'Somebody else changed this draft meanwhile' })
  await note.getByText('“The words of the first.”').waitFor()
  await note.getByText('“The words of the second.”').waitFor()
  expect(await fieldOf(second.page).inputValue()).toBe('The words of the second.')
  await expectAccessible(second.page)
  // Not even a reload takes them away.
  await second.page.reload()
  await composed(second.page)
  await second.page.keyboard.press('j')
  await second.page.getByText('Not saved yet: “The words of the second.”').waitFor()
  await second.page.keyboard.press('Enter')
  await fieldOf(second.page).press('Control+Enter')
  await second.page.getByRole('button', { name: 'Save mine over it' }).press('Enter')
  await preview(second.page).getByText('The words of the second.').waitFor()
})

test('a viewer reads what is published, and finds no way to compose', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/briefings' })
  await page
    .getByRole('link', { name: /Azerbaijan – Russia/ })
    .first()
    .waitFor()
  expect(await page.getByRole('link', { name: 'New briefing' }).count()).toBe(0)
  expect(await page.getByRole('region', { name: 'In the making' }).count()).toBe(0)
  await page.goto(`/briefings/drafts/${DRAFT_ID}`)
  await page.getByRole('heading', { level: 1, name: 'Not for you' }).waitFor()
})

test('what is published is listed as JSON by the filters of its page, to those with an account alone', async () => {
  const { context } = await openPage({ role: 'viewer', path: '/briefings' })
  const list = async (query: string) => {
    const response = await context.request.get(`${baseUrl()}/api/v1/briefings${query}`)
    expect([response.status(), response.headers()['cache-control']]).toEqual([200, 'no-store'])
    const { briefings, next }: BriefingPage = await response.json()
    return { ids: briefings.map(({ id }) => id), briefings, next }
  }
  const { ids, briefings, next } = await list('')
  // The desk begins with two, of which the second replaces the first.
  expect(ids.length).toBeGreaterThanOrEqual(2)
  expect(next).toBeNull()
  const [second, first] = briefings.slice(-2)
  expect(second).toMatchObject({ kind: 'weekly', dyadIds: ['AZE-RUS'], fromWeek: '2025-W27', supersedes: first.id })
  expect(first.supersededBy).toBe(second.id)
  expect((await list(`?after=${second.id}`)).ids).toEqual([first.id])
  expect((await list('?q=AZERBAI+russia&dyad=AZE-RUS&kind=weekly&language=en')).ids).toEqual(ids)
  for (const nothing of ['?q=zeppelin', '?dyad=ARM-AZE', '?kind=special', '?language=az'])
    expect((await list(nothing)).ids).toEqual([])
  // What is wrong is left out, as on the page; of two the first counts.
  expect((await list('?kind=daily&dyad=&after=no-number')).ids).toEqual(ids)
  expect((await list('?kind=weekly&kind=special')).ids).toEqual(ids)
  const stranger = await fetch(`${baseUrl()}/api/v1/briefings`)
  expect([stranger.status, stranger.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
})
