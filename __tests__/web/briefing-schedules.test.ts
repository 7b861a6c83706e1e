import { readFileSync } from 'node:fs'
import type { Page, Response } from 'playwright-core'
import { SCHEDULE_ID } from '../support/briefing-places'
import { expectAccessible, keysReady, openPage, screenshot } from '../support/browser'
import { lookAtAll } from '../support/every-look'
import { png } from '../support/png'

/** Puts the focus on a field and replaces what it holds, key by key. */
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByLabel(label).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** What is said of a field that needs another look; '' where it is as it should be. */
async function errorOf(page: Page, label: string | RegExp): Promise<string> {
  const field = page.getByLabel(label)
  if ((await field.getAttribute('aria-invalid')) === null) return ''
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ').filter((id) => id.endsWith('-error'))
  return (await page.locator(`#${ids[0]}`).textContent())?.replace('⚠ ', '') ?? ''
}

/** Whether that is the answer to a server action. */
const isAction = (response: Response) => 'next-action' in response.request().headers()

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter')

async function newSchedule(page: Page): Promise<void> {
  await keysReady(page)
  await page.getByRole('link', { name: 'New schedule' }).first().press('Enter')
  await page.getByRole('heading', { level: 1, name: 'New schedule' }).waitFor()
  await keysReady(page)
}

async function chooseDyad(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Dyad' }).focus()
  await page.keyboard.type('Russia')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

test('by keyboard a schedule is made, with what is wrong said and nothing typed lost, switched off, changed and switched on', async () => {
  const { page } = await openPage({ role: 'reviewer', path: '/briefings/schedules' })
  await newSchedule(page)
  await type(page, /^Name/, 'Mo')
  await type(page, /^Time zone/, 'Mars/Olympus')
  await page.getByLabel('Language').selectOption('az')
  await press(page, 'Make the schedule')
  await page.getByRole('alert').filter({ hasText: 'Some fields need another look.' }).waitFor()
  expect(await errorOf(page, /^Name/)).toBe('Give it a name of at least 3 characters')
  expect(await errorOf(page, /^Dyad/)).toBe('A weekly briefing tells of one dyad')
  expect(await errorOf(page, /^Time zone/)).toBe('There is no such time zone; give a name such as Asia/Baku')
  expect(await page.getByLabel(/^Name/).inputValue()).toBe('Mo')
  expect(await page.getByLabel(/^Time zone/).inputValue()).toBe('Mars/Olympus')
  expect(await page.getByLabel('Language').inputValue()).toBe('az')
  await lookAtAll(page, 'schedule-refused')

  await type(page, /^Name/, 'Tuesday briefing')
  await type(page, /^Time zone/, 'Asia/Baku')
  await page.getByLabel('Every').selectOption('Tuesday')
  await chooseDyad(page)
  await press(page, 'Make the schedule')
  await page.getByRole('heading', { level: 1, name: 'Schedules' }).waitFor()
  const row = page
    .getByRole('list', { name: 'Schedules' })
    .getByRole('listitem')
    .filter({ hasText: 'Tuesday briefing' })
  await row.getByText('every Tuesday at 07:00 (Asia/Baku)').waitFor()
  await row.getByText('on', { exact: true }).waitFor()

  await row.getByRole('link', { name: 'Tuesday briefing' }).press('Enter')
  await page.getByText(/Next on Tue, .*, 07:00/).waitFor()
  await keysReady(page)
  // What was typed before it is switched stays, and is saved after it.
  await type(page, /^Name/, 'Tuesday, early')
  await press(page, 'Switch off')
  await page.getByText('It is not on.').waitFor()
  expect(await page.getByLabel(/^Name/).inputValue()).toBe('Tuesday, early')
  await press(page, 'Save the schedule')
  await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Tuesday, early' }).waitFor()
  await press(page, 'Switch on')
  await page.getByText(/Next on Tue, .*, 07:00/).waitFor()
  // Once more, from what was saved and switched since.
  await page.getByLabel(/^At\b/).fill('06:30')
  await press(page, 'Save the schedule')
  await page.getByText(/Next on Tue, .*, 06:30/).waitFor()
  expect(await page.getByRole('main').getByRole('alert').count()).toBe(0)
  await page.reload()
  expect(await page.getByLabel('Language').inputValue()).toBe('az')
  expect(await page.getByLabel(/^At\b/).inputValue()).toBe('06:30')
  await expectAccessible(page)
})

const THEIRS = ['Name, theirs: “By the admin”', 'At: 05:45 (the team’s time zone)', 'Language: Russian']

test('who saves a schedule that somebody else changed is told what they changed, and keeps both people’s changes', async () => {
  const place = `/briefings/schedules/${SCHEDULE_ID}`
  const [{ page: first }, { page: second }] = [
    await openPage({ role: 'reviewer', path: place }),
    await openPage({ role: 'admin', path: place }),
  ]
  for (const page of [first, second]) await keysReady(page)
  await type(second, /^Name/, 'By the admin')
  await second.getByLabel('Language').selectOption('ru')
  await second.getByLabel(/^At\b/).fill('05:45')
  await press(second, 'Save the schedule')
  await second.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
  await type(first, /^Name/, 'By its owner')
  await first.getByLabel('Every').selectOption('Friday')
  await press(first, 'Save the schedule')
  const note = first.getByRole('alert').filter({ hasText: 'Somebody changed this schedule meanwhile.' })
  await note.getByText('What you typed is still here.').waitFor()
  expect(await note.getByRole('listitem').allTextContents()).toEqual(THEIRS)
  expect(await first.getByLabel(/^Name/).inputValue()).toBe('By its owner')
  await lookAtAll(first, 'schedule-conflict')
  // The page is read anew: that is no consent to lose what the other wrote.
  await press(first, 'Switch off')
  await first.getByRole('heading', { level: 1, name: 'By the admin' }).waitFor()
  expect(await first.getByLabel(/^Name/).inputValue()).toBe('By its owner')
  await Promise.all([first.waitForResponse(isAction), press(first, 'Save the schedule')])
  await note.getByText('Name, theirs: “By the admin”').waitFor()
  await first.getByRole('heading', { level: 1, name: 'By the admin' }).waitFor()
  await press(first, /^Keep mine/)
  await first.getByRole('status').filter({ hasText: 'Saving puts yours in place of theirs:Name' }).waitFor()
  await lookAtAll(first, 'schedule-merged')
  const held = async (page: Page) => [
    await page.getByLabel(/^Name/).inputValue(),
    await page.getByLabel('Every').inputValue(),
    await page.getByLabel(/^At\b/).inputValue(),
    await page.getByLabel('Language').inputValue(),
  ]
  expect(await held(first)).toEqual(['By its owner', '5', '05:45', 'ru'])
  await press(first, 'Save the schedule')
  await first.getByRole('heading', { level: 1, name: 'By its owner' }).waitFor()
  expect(await first.getByRole('main').getByText('Theirs is in the form now.').count()).toBe(0)
  await first.reload()
  expect(await held(first)).toEqual(['By its owner', '5', '05:45', 'ru'])
})

/** The next whole minute that leaves time to make a schedule for it, as the clock in UTC shows it. */
function soon(): { weekday: string; time: string; waitMs: number } {
  const due = new Date(Math.ceil((Date.now() + 40_000) / 60_000) * 60_000)
  const weekday = due.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' })
  return { weekday, time: due.toISOString().slice(11, 16), waitMs: due.getTime() - Date.now() }
}

test('what a schedule made when it was due is told in its owner’s inbox, in a window that is open, and leads to the draft', async () => {
  const { page: inbox } = await openPage({ role: 'admin', path: '/inbox' })
  const { page } = await openPage({ role: 'admin', path: '/briefings/schedules' })
  await newSchedule(page)
  const { weekday, time, waitMs } = soon()
  await type(page, /^Name/, 'In a minute')
  await type(page, /^Time zone/, 'UTC')
  await page.getByLabel('Every').selectOption(weekday)
  await page.getByLabel(/^At\b/).fill(time)
  await chooseDyad(page)
  await press(page, 'Make the schedule')
  await page.getByRole('heading', { level: 1, name: 'Schedules' }).waitFor()
  const notice = inbox.getByRole('listitem').filter({ hasText: 'Schedule “In a minute” made a draft' })
  // The desk looks for what is due four times a minute.
  await notice.waitFor({ timeout: waitMs + 60_000 })
  await notice.getByText('The desk made it in your name').waitFor()
  await lookAtAll(inbox, 'inbox-schedule')
  // Opening it marks it as read.
  await Promise.all([
    inbox.waitForResponse(isAction),
    notice.getByRole('link', { name: 'Schedule “In a minute” made a draft' }).press('Enter'),
  ])
  await inbox.waitForURL(/\/briefings\/drafts\//)
  await inbox.goto('/inbox')
  await inbox.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  expect(await notice.count()).toBe(0)
}, 240_000)

test('a template takes a PNG for its logo, refuses other files with words, and the logo is in what is made by it', async () => {
  const { page } = await openPage({ role: 'reviewer', path: '/briefings/templates/new' })
  await keysReady(page)
  await type(page, /^Name of the template/, 'Ministry')
  await type(page, /^Team, as documents name it/, 'Caucasus desk')
  const file = (name: string, buffer: Buffer) =>
    page.getByLabel('Logo').setInputFiles({ name, mimeType: 'image/png', buffer })
  await file('logo.png', Buffer.from('<svg onload="alert(1)"/>'))
  await page.getByRole('alert').filter({ hasText: 'That is not a PNG picture.' }).waitFor()
  await file('logo.png', png(61, 23).subarray(0, 80))
  await page.getByRole('alert').filter({ hasText: 'That picture’s file is damaged.' }).waitFor()
  expect(await page.getByRole('img', { name: 'The logo as it is now' }).count()).toBe(0)
  // The browser can draw it; that it is too long only the desk can tell.
  await file('logo.png', png(4100, 23))
  await page.getByRole('img', { name: 'The logo as it is now' }).waitFor()
  await press(page, 'Make the template')
  await page.getByRole('alert').filter({ hasText: 'The logo may have at most 4000 pixels a side' }).first().waitFor()
  expect(await page.getByLabel(/^Name of the template/).inputValue()).toBe('Ministry')
  await lookAtAll(page, 'template-refused')
  const logo = png(61, 23)
  await file('logo.png', logo)
  await press(page, 'Make the template')
  await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor()
  await page.getByRole('link', { name: 'Ministry' }).press('Enter')
  const shown = page.getByRole('img', { name: 'The logo as it is now' })
  const size = (image: typeof shown) =>
    image.evaluate(async (element) => {
      const drawn = element as HTMLImageElement
      await drawn.decode()
      return [drawn.naturalWidth, drawn.naturalHeight]
    })
  await shown.waitFor()
  expect(await size(shown)).toEqual([61, 23])
  await lookAtAll(page, 'template-logo')

  await page.goto('/briefings/new?dyad=AZE-RUS&week=2025-W27')
  await keysReady(page)
  await page.getByLabel('Template').selectOption({ label: 'Ministry' })
  await press(page, 'Make the briefing')
  await page.waitForURL(/\/briefings\/drafts\//)
  const preview = page.frameLocator('iframe[title^="Preview"]')
  await preview.getByText('Caucasus desk').first().waitFor()
  expect(await size(preview.locator('img[src^="data:image/png"]').first())).toEqual([61, 23])
  await screenshot(page, 'draft-with-logo')
  await keysReady(page)
  await press(page, /^Export/)
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: 'PDF' }).press('Enter'),
  ])
  const pdf = readFileSync(await download.path()).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toMatch(/\/Subtype \/Image[^>]*\/Width 61\s[^>]*\/Height 23\s/)
}, 180_000)
