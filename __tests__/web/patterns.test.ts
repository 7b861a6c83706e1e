import type { Page } from 'playwright-core'
import { todayUtc } from '@/lib/clock'
import { dayOf, formatDay, isoOf } from '@/lib/core/calendar'
import { expectAccessible, keysReady, openPage, screenshot } from '../support/browser'

const CASE = '/dyads/AZE-RUS/patterns'
/** A day in the middle of the other dyad's history, which is told up to today. */
const THEN = isoOf(todayUtc() - 243)

const ladderOf = (page: Page) => page.getByRole('list', { name: 'Moves in order of time' })

/** Waits until all three parts have come. */
async function whole(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Patterns' }).waitFor()
  await page.getByRole('heading', { name: /^What stood out/ }).waitFor()
  await ladderOf(page).waitFor()
  await page.getByRole('heading', { name: 'How these models did so far' }).waitFor()
}

test('the tab of a dyad leads to its patterns, and the ladder pairs the Russian House with the cyberattack and the raid with the arrests', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/dyads/AZE-RUS' })
  await page
    .getByRole('navigation', { name: 'Pages of this dyad' })
    .getByRole('link', { name: 'Patterns' })
    .press('Enter')
  await whole(page)
  const moves = ladderOf(page).getByRole('link')
  const cyber = moves.filter({ hasText: /cyber.*Answers “.*Russian House.*13 days later/i })
  expect(await cyber.count()).toBe(1)
  expect(await moves.filter({ hasText: /arrest.*Answers “.*raid.*4 days later/i }).count()).toBeGreaterThan(0)
  await page.getByText('Too few to judge: Azerbaijan has 16 and Russia 8 moves, and it takes 10 a side.').waitFor()
  await cyber.press('Enter')
  await page.waitForURL('**/incidents/AZE-RUS/RA-005')
})

test('a change point near 27 June 2025 is marked, told with its numbers, and leads to its week', async () => {
  const { page } = await openPage({ role: 'viewer', path: CASE })
  await whole(page)
  const table = page.getByRole('table', { name: 'Signals, latest week first' })
  const row = table.getByRole('row', { name: /2025-W26.*Change point/ })
  expect(await row.textContent()).toMatch(/mean level [\d.]+ → [\d.]+/)
  const slider = page.getByRole('slider', { name: 'Weekly close and its change points, week by week' })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^2025-W26, close .* change point: mean level/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/dyads/AZE-RUS?week=2025-W26')
  await page.goBack()
  await whole(page)
  await row.getByRole('link', { name: /2025-W26/ }).press('Enter')
  await page.waitForURL('**/dyads/AZE-RUS?week=2025-W26')
})

test('j and k walk through the rows and the ladder by keyboard', async () => {
  const { page } = await openPage({ role: 'viewer', path: CASE })
  await whole(page)
  await keysReady(page)
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await page.keyboard.press('j')
  expect(await focused()).toContain('2025-W27')
  await ladderOf(page).getByRole('link').first().focus()
  const first = await focused()
  await page.keyboard.press('j')
  const second = await focused()
  expect(second).not.toBe(first)
  await page.keyboard.press('k')
  expect(await focused()).toBe(first)
})

test('the forecast says that it is not from today where the record was not kept up, and stands beside its scores', async () => {
  const { page } = await openPage({ role: 'viewer', path: CASE })
  await whole(page)
  await page
    .getByText(/The four weeks after it are past and nobody checked them: this is not a forecast from today/)
    .waitFor()
  const models = page.getByRole('table', { name: 'How each model did so far' })
  expect(await models.getByRole('rowheader').allTextContents()).toEqual([
    expect.stringContaining('Persistence'),
    expect.stringContaining('Decay only'),
    expect.stringContaining('Decay and resampled weeks'),
  ])
  await page.getByText(/They say nothing of how sure today’s score is/).waitFor()
  await page.getByText('A Hawkes process is fitted only from 200 incidents on.').waitFor()
})

test('as of a day the page is of the record of then, and leads back to now; its files are of the same reading', async () => {
  const { page, context } = await openPage({ role: 'viewer', path: '/dyads/ARM-AZE/patterns' })
  await keysReady(page)
  await page.locator('summary', { hasText: 'As known on' }).press('Enter')
  await page.getByLabel('End of a day (UTC)').fill(THEN)
  await page.getByRole('button', { name: 'Show' }).press('Enter')
  await page.waitForURL((url) => url.searchParams.get('asOf') === THEN)
  await page.getByText(`As known on the end of ${formatDay(dayOf(THEN))}`, { exact: true }).waitFor()
  const tabs = page.getByRole('navigation', { name: 'Pages of this dyad' })
  expect(await tabs.getByRole('link', { name: 'Score' }).getAttribute('href')).toBe(`/dyads/ARM-AZE?asOf=${THEN}`)
  const csv = await page.getByRole('link', { name: 'All signals as CSV' }).getAttribute('href')
  const answer = await context.request.get(csv ?? '')
  expect(answer.headers()['content-disposition']).toContain(`ARM-AZE-signals-as-of-${THEN}-method-of-then.csv`)
  expect(await answer.text()).toMatch(
    new RegExp(`ARM-AZE,${THEN}T23:59:59.999Z,0.1,"as of then, method of then",20\\d\\d-W\\d\\d`),
  )
  const json = await page.getByRole('link', { name: /as JSON/ }).getAttribute('href')
  const told = await (await context.request.get(json ?? '')).json()
  expect(told).toMatchObject({ dyad: 'ARM-AZE', asOf: `${THEN}T23:59:59.999Z`, method: '0.1', windowDays: 14 })
  await page.getByRole('link', { name: 'Back to now' }).press('Enter')
  await page.waitForURL((url) => url.pathname.endsWith('/patterns') && !url.searchParams.has('asOf'))
})

test('everything is there at 390 pixels, and the ladder as a table and as a picture', async () => {
  const { page } = await openPage({ role: 'viewer', path: CASE, width: 390, theme: 'dark' })
  await whole(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await screenshot(page, 'patterns-own-390-dark')
  const ladder = page.getByRole('figure', { name: 'Move and answer' })
  const download = page.waitForEvent('download')
  await ladder.getByRole('button', { name: 'Download Move and answer as svg' }).press('Enter')
  expect((await download).suggestedFilename()).toBe('AZE-RUS-move-and-answer.svg')
  await ladder.getByRole('button', { name: 'Table of Move and answer' }).press('Enter')
  await ladder.getByRole('table', { name: 'Coded answers between the two sides' }).waitFor()
})
