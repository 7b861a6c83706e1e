import type { Page } from 'playwright-core'
import { DRAFT_ID } from '../support/briefing-places'
import { openPage } from '../support/browser'
import { composed, preview } from '../support/composer'

const sections = (page: Page) => page.getByRole('list', { name: 'Sections in their order' })

const namesOf = (page: Page) =>
  sections(page)
    .locator('[data-section]')
    .evaluateAll((rows) => rows.map((row) => row.textContent?.trim()))

test('sections are moved, left out and brought back by keyboard, and each move is said', async () => {
  const { page } = await openPage({ role: 'reviewer', path: `/briefings/drafts/${DRAFT_ID}` })
  await composed(page)
  const before = await namesOf(page)
  await sections(page).locator('[data-section="trend"]').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByText('Trend is now number 2 of 13.').waitFor()
  await preview(page).locator('h2').nth(1).filter({ hasText: 'Trend' }).waitFor()
  expect((await namesOf(page)).slice(0, 3)).toEqual([before[0], before[2], before[1]])
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-section'))).toBe('trend')
  await page.getByRole('button', { name: 'Leave Timeline out' }).press('Enter')
  await page.getByText('Timeline is left out.').waitFor()
  await preview(page).locator('h2', { hasText: 'Timeline' }).waitFor({ state: 'detached' })
  await page.getByRole('list', { name: 'Sections left out' }).getByRole('button', { name: 'Timeline' }).press('Enter')
  await preview(page).locator('h2', { hasText: 'Timeline' }).waitFor()
})

test('a section is dragged to another place, where it is in the document, too', async () => {
  const { page } = await openPage({ role: 'reviewer', path: `/briefings/drafts/${DRAFT_ID}` })
  await composed(page)
  const before = await namesOf(page)
  const row = (key: string) => sections(page).locator(`[data-section="${key}"]`)
  await row('trend').dragTo(row('bluf'))
  await page.getByText('Trend is now number 1 of').waitFor()
  await preview(page).locator('h2').first().filter({ hasText: 'Trend' }).waitFor()
  const after = await namesOf(page)
  expect(after[0]).toBe('⠿Trend')
  expect(after).toEqual([after[0], ...before.filter((name) => name !== after[0])])
  // Where it is let go outside of the list, nothing is moved.
  await row('trend').dragTo(page.getByRole('heading', { level: 1 }))
  expect(await namesOf(page)).toEqual(after)
})

test('keys that come faster than the browser draws act on the sentence and the section that they are meant for', async () => {
  const { page, context } = await openPage({ role: 'reviewer' })
  // No frame is drawn for as long as a busy machine may take.
  await context.addInitScript(() => {
    window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 2000)
  })
  await page.goto(`/briefings/drafts/${DRAFT_ID}`)
  await composed(page)
  for (const key of ['j', 'j', 'Enter']) await page.keyboard.press(key)
  await page.getByText('sentence 2 of').waitFor()
  const field = page.getByLabel('Your words for this sentence')
  await page.keyboard.type(' Typed at once.')
  expect(await field.inputValue()).toMatch(/\S Typed at once\.$/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await field.waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Move Trend down' }).press('Enter')
  await page.getByText(/^Trend is now number/).waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-section'))).toBe('trend')
})

test('sections are moved faster than they are saved, and the focus stays among them when one is left out or comes back', async () => {
  const { page } = await openPage({ role: 'reviewer', path: `/briefings/drafts/${DRAFT_ID}` })
  await composed(page)
  const before = await namesOf(page)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-section'))
  await sections(page).locator('[data-section]').first().focus()
  for (const number of [2, 3, 4]) {
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByText(`is now number ${number} of`).waitFor()
  }
  expect(await namesOf(page)).toEqual([...before.slice(1, 4), before[0], ...before.slice(4)])
  await page.getByRole('status').filter({ hasText: 'All saved' }).waitFor()
  await page.reload()
  await composed(page)
  expect(await namesOf(page)).toEqual([...before.slice(1, 4), before[0], ...before.slice(4)])
  await page.getByRole('button', { name: 'Leave Trend out' }).press('Enter')
  await page.getByText('Trend is left out.').waitFor()
  expect(before).toContain('⠿Trend')
  expect(await focused()).toBeTruthy()
  await page.getByRole('list', { name: 'Sections left out' }).getByRole('button', { name: 'Trend' }).press('Enter')
  await page.getByText('Trend is back.').waitFor()
  expect(await focused()).toBe('trend')
  await page.getByRole('status').filter({ hasText: 'All saved' }).waitFor()
})

test('settings that are not saved yet stay while sections are moved and over a reload, and are in conflict with nobody then', async () => {
  const { page } = await openPage({ role: 'reviewer', path: `/briefings/drafts/${DRAFT_ID}` })
  await composed(page)
  const form = page.getByRole('form', { name: 'Settings' })
  const [title, mark] = [form.getByLabel('Title'), form.getByLabel('Mark')]
  await title.fill('What moved')
  await mark.selectOption('CLEAR')
  await sections(page).locator('[data-section]').first().press('Alt+ArrowDown')
  await page.getByText('1 text not saved').waitFor()
  await page.reload()
  await composed(page)
  expect([await title.inputValue(), await mark.inputValue()]).toEqual(['What moved', 'CLEAR'])
  await form.getByRole('button', { name: 'Save the settings' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'What moved' }).waitFor()
  await page.getByRole('status').filter({ hasText: 'All saved' }).waitFor()
  expect(await page.getByText('Somebody else changed').count()).toBe(0)
  await title.fill('')
  await mark.selectOption('GREEN')
  await title.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'What moved' }).waitFor({ state: 'detached' })
  await page.getByRole('status').filter({ hasText: 'All saved' }).waitFor()
})

test('what is typed while a sentence is saved stays in its editor, and one’s own save is no conflict', async () => {
  const { page } = await openPage({ role: 'reviewer', path: `/briefings/drafts/${DRAFT_ID}` })
  await composed(page)
  for (const key of ['j', 'j', 'j', 'Enter']) await page.keyboard.press(key)
  const field = page.getByLabel('Your words for this sentence')
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(
    /briefings.drafts/,
    async (route) => {
      await held
      await route.continue()
    },
    { times: 1 },
  )
  await field.fill('Said first.')
  await field.press('Control+Enter')
  await page.getByRole('status').filter({ hasText: 'Saving…' }).waitFor()
  await field.press('End')
  await page.keyboard.type(' Said later.')
  await field.press('Control+Enter')
  letGo()
  await preview(page).getByText('Said first. Said later.').waitFor()
  await page.getByRole('status').filter({ hasText: 'All saved' }).waitFor()
  expect([await field.count(), await page.getByText('Somebody else changed').count()]).toEqual([0, 0])
  await page.getByRole('button', { name: 'Take the edit back' }).press('Enter')
  await preview(page).getByText('Said first. Said later.').waitFor({ state: 'detached' })
  // The button is gone with the edit; the keys go on beside it.
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Edit'))
})
