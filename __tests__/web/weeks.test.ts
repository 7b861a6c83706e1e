import type { Page } from 'playwright-core'
import { todayUtc } from '@/lib/clock'
import { formatDay, isoOf, weekIdOf } from '@/lib/core/calendar'
import { expectAccessible, keysReady, openPage, screenshot } from '../support/browser'
import { LOST_ANSWER, loseAnswer } from '../support/lost-answer'

const PEAK = '/dyads/AZE-RUS/weeks/2025-W27'

const wordsOf = async (page: Page) => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')

/** The pages of a printed document. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

test('the peak week names the raid, the arrests and the cultural ban, and what stands at its end', async () => {
  const { page } = await openPage({ role: 'viewer', path: PEAK, width: 1440 })
  await page.getByRole('heading', { level: 1, name: 'Azerbaijan – Russia in 2025-W27' }).waitFor()
  const words = await wordsOf(page)
  expect(words).toContain('Azerbaijan–Russia rose 12.8 to 80.9 in 2025-W27, from Severe up to Crisis')
  for (const driver of [
    'Lethal raid on ethnic Azerbaijanis in Ekaterinburg',
    'Two Sputnik journalists arrested in Baku',
    'Filmed arrests of groups of Russian citizens',
    'All Russian cultural events halted',
  ])
    expect(words).toContain(driver)
  const standing = page.getByRole('region', { name: 'In force on 6 Jul 2025' })
  expect(await standing.getByRole('listitem').count()).toBe(8)
  expect(words).not.toContain('Not reviewed yet')
})

test('the keys [ and ] lead from week to week, and the map tells of them', async () => {
  const { page } = await openPage({ role: 'analyst', path: PEAK })
  await keysReady(page, 'nav[aria-label="Weeks"] a')
  await page.keyboard.press('[')
  await page.getByRole('heading', { level: 1, name: 'Azerbaijan – Russia in 2025-W26' }).waitFor()
  await page.getByRole('link', { name: 'Week after, 2025-W27' }).waitFor()
  await page.keyboard.press(']')
  await page.getByRole('heading', { level: 1, name: 'Azerbaijan – Russia in 2025-W27' }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Week before, on the page of a week').waitFor()
})

test('the peak week prints on one A4 page, whoever prints it', async () => {
  for (const role of ['viewer', 'reviewer'] as const) {
    const { page } = await openPage({ role, path: PEAK })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })
    await page.setViewportSize({ width: 695, height: 1009 })
    await page.emulateMedia({ media: 'print' })
    await screenshot(page, `week-print-${role}`)
    expect([role, pagesOf(pdf)]).toEqual([role, 1])
  }
})

test('as of a moment the week is that of then, and leads back to now', async () => {
  // Its history is told up to today.
  const [then, day] = [todayUtc() - 152, todayUtc() - 200]
  const path = `/dyads/ARM-AZE/weeks/${weekIdOf(day)}?asOf=${isoOf(then)}`
  const { page } = await openPage({ role: 'viewer', path })
  await page.getByText(`As known on the end of ${formatDay(then)}`).waitFor()
  const before = page.getByRole('link', { name: `Week before, ${weekIdOf(day - 7)}` })
  expect(await before.getAttribute('href')).toContain(`asOf=${isoOf(then)}`)
  await page.getByRole('link', { name: 'Back to now' }).press('Enter')
  await page.waitForURL((url) => !url.searchParams.has('asOf'))
})

test('the ledger tells what stands, since when and who can end it, and folds what ended', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/dyads/AZE-RUS', width: 1440 })
  await page
    .getByRole('navigation', { name: 'Pages of this dyad' })
    .getByRole('link', { name: 'In force' })
    .press('Enter')
  await page.getByRole('heading', { level: 1, name: 'In force' }).waitFor()
  const row = page.getByRole('row', { name: /Russian House in Baku closed/ })
  expect((await row.textContent()) ?? '').toMatch(/AZE.*RUS.*3 Feb 2025.*Azerbaijan: government.*Stands/)
})

test('the week of all dyads is a key away, and leads to the week of one', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/', width: 1440 })
  await keysReady(page, 'main a')
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await page.getByRole('heading', { level: 1, name: /^All dyads in / }).waitFor()
  await page.goto('/weeks/2025-W27')
  await page.getByText('Azerbaijan–Russia rose 12.8 to 80.9 (Crisis), its highest weekly close on record').waitFor()
  await keysReady(page, '[data-row] a')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Azerbaijan – Russia in 2025-W27' }).waitFor()
})

/** Opens the form of a new annotation on a dyad's page, by its key. */
async function annotate(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Annotate/ }).waitFor()
  await keysReady(page, '#annotations button')
  await page.keyboard.press('a')
  await page.getByRole('form', { name: 'Write an annotation' }).waitFor()
}

test('an annotation is written by keyboard, survives a reload half typed, and is on every chart and in the history', async () => {
  const { page } = await openPage({ role: 'analyst', path: '/dyads/AZE-RUS', width: 1440 })
  await annotate(page)
  expect(await page.getByLabel('Date *').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.getByLabel('Date *').fill('2025-06-21')
  await page.getByLabel('Last day, for a span').fill('2025-06-28')
  await page.getByLabel('What the charts should say').fill('Visit put off')
  await page.reload()
  await annotate(page)
  await page.getByText('What you had typed is here again.').waitFor()
  expect(await page.getByLabel('Last day, for a span').inputValue()).toBe('2025-06-28')
  await page.getByLabel('What the charts should say').press('Control+Enter')
  const list = page.getByRole('list', { name: 'Annotations', exact: true })
  await list.getByText('Visit put off').waitFor()
  for (const chart of ['Weekly close', 'What it is made of', 'Who to whom', 'Where it came from'])
    await page.getByRole('figure', { name: chart }).locator('[data-annotation="1"]').waitFor({ state: 'attached' })
  await screenshot(page, 'annotated-1440-light')
  await page.getByRole('button', { name: 'Table of Weekly close' }).click()
  await page
    .getByRole('cell', { name: /Visit put off/ })
    .first()
    .waitFor()
  await page.getByText('History of the annotations (1)').waitFor()
  await expectAccessible(page)
})

test('of two changes of one annotation the second is told of the first, and nothing typed is lost', async () => {
  const { page } = await openPage({ role: 'analyst', path: '/dyads/ARM-AZE', width: 1280 })
  await annotate(page)
  await page.getByLabel('Date *').fill('2026-03-02')
  await page.getByLabel('What the charts should say').fill('Talks begin')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Change annotation 1' }).click()
  await page.getByLabel('What the charts should say').fill('Talks begin in Baku')
  await page.getByLabel('Why it is changed').fill('The place')
  const { page: other } = await openPage({ role: 'reviewer', path: '/dyads/ARM-AZE' })
  await keysReady(other, '#annotations button')
  await other.getByRole('button', { name: 'Change annotation 1' }).click()
  await other.getByLabel('What the charts should say').fill('First talks')
  await other.getByLabel('Why it is changed').fill('They are the first')
  await other.getByRole('button', { name: 'Save' }).click()
  await other.getByRole('list', { name: 'Annotations', exact: true }).getByText('First talks').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/changed this annotation meanwhile/).waitFor()
  expect(await page.getByLabel('What the charts should say').inputValue()).toBe('Talks begin in Baku')
  await page.getByRole('button', { name: 'Save mine over it' }).click()
  await page.getByRole('form', { name: 'Change an annotation' }).waitFor({ state: 'detached' })
  await page.getByRole('list', { name: 'Annotations', exact: true }).getByText('Talks begin in Baku').waitFor()
  await page.getByRole('button', { name: 'Withdraw annotation 1' }).click()
  await page.getByLabel('Why it is withdrawn').fill('Not our subject')
  await page.getByLabel('Why it is withdrawn').press('Enter')
  await page.getByText('Nobody has annotated these charts.').waitFor()
})

test('a viewer reads annotations, and has no way to write one', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/dyads/ARM-AZE', width: 390 })
  await page.getByRole('heading', { name: 'Annotations' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('button', { name: /^Annotate/ }).count()).toBe(0)
  await page.keyboard.press('a')
  expect(await page.getByRole('form', { name: 'Write an annotation' }).count()).toBe(0)
})

test('an annotation whose answer was lost is saved once, with what was typed since', async () => {
  const tolerate = LOST_ANSWER
  const { page } = await openPage({ role: 'analyst', path: '/dyads/ARM-AZE', width: 1280, tolerate })
  await annotate(page)
  await page.getByLabel('Date *').fill('2026-03-02')
  await page.getByLabel('What the charts should say').fill('Talks in Baku')
  await page.waitForLoadState('networkidle')
  await loseAnswer(page, '**/dyads/ARM-AZE')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/could not be reached/).waitFor()
  await page.getByLabel('What the charts should say').fill('Talks in Vienna')
  await page.getByRole('button', { name: 'Save' }).click()
  const list = page.getByRole('list', { name: 'Annotations', exact: true })
  await list.getByText('Talks in Vienna').waitFor()
  expect(await list.getByRole('listitem').count()).toBe(1)
})

test('what is typed in a second tab becomes an annotation of its own once the first tab saved the text that both had', async () => {
  const { page } = await openPage({ role: 'analyst', path: '/dyads/ARM-AZE', width: 1280 })
  const list = (tab: Page) => tab.getByRole('list', { name: 'Annotations', exact: true }).getByRole('listitem')
  await annotate(page)
  const before = await list(page).count()
  await page.getByLabel('Date *').fill('2026-03-09')
  await page.getByLabel('What the charts should say').fill('In the first tab')
  const second = await page.context().newPage()
  await second.goto(page.url())
  await annotate(second)
  await second.getByText('What you had typed is here again.').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await list(page).getByText('In the first tab').waitFor()
  // The second tab hears of it through the browser.
  await second.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('dyadwatch-annotation:')))
  await second.getByLabel('What the charts should say').fill('In the second tab')
  await second.getByRole('button', { name: 'Save' }).click()
  await list(second).getByText('In the second tab').waitFor()
  await list(second).getByText('In the first tab').waitFor()
  expect(await list(second).count()).toBe(before + 2)
})

test('a weekly check that could not be recorded keeps its week and what was typed', async () => {
  const { page } = await openPage({
    role: 'analyst',
    path: '/dyads/AZE-RUS',
    tolerate: [/Failed to load resource|ERR_/],
  })
  await keysReady(page)
  await page.getByText('Sources checked? Say so').click()
  const week = page.getByLabel('Week', { exact: true })
  const note = page.getByLabel('What was checked (optional)').first()
  const chosen = (await week.locator('option').nth(2).getAttribute('value')) ?? ''
  await week.selectOption(chosen)
  await note.fill('Report.az and APA')
  const record = page.getByRole('button', { name: 'Nothing more to report' }).first()
  await page.route('**/dyads/**', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.fallback(),
  )
  await record.press('Enter')
  await page.getByText(/^The server could not be reached/).waitFor()
  expect([await week.inputValue(), await note.inputValue()]).toEqual([chosen, 'Report.az and APA'])
  await page.unroute('**/dyads/**')
  await record.press('Enter')
  await page.getByText('Recorded.').waitFor()
  expect(await note.inputValue()).toBe('')
  await week.locator(`option[value="${chosen}"]`).waitFor({ state: 'detached' })
})
