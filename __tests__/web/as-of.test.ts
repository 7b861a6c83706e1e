import type { Page } from 'playwright-core'
import { todayUtc } from '@/lib/clock'
import { isoOf, weekIdOf } from '@/lib/core/calendar'
import { expectAccessible, keysReady, openPage, screenshot } from '../support/browser'

const DYAD = '/dyads/ARM-AZE'
/** A day in the middle of its history, which is told up to today. */
const THEN = isoOf(todayUtc() - 243)

const sliderOf = (page: Page) => page.getByRole('slider', { name: /^As known on/ })

/** The score in the head of the page, and the week that it is of. */
async function headOf(page: Page): Promise<{ week?: string; score?: string }> {
  const label = page.getByText(/^Tension score, /).first()
  const text = (await label.locator('..').textContent()) ?? ''
  const [, week, score] = /^Tension score, (\S+): (−?[\d.]+)/.exec(text) ?? []
  return { week, score }
}

test('the slider takes the page back by keyboard: figures of then, both lines, and what explains the difference', async () => {
  const { page } = await openPage({ role: 'viewer', path: `${DYAD}?range=all`, width: 1440 })
  await keysReady(page)
  await page.getByRole('heading', { level: 1, name: 'Armenia – Azerbaijan' }).waitFor()
  await page.locator('summary', { hasText: 'As known on' }).press('Enter')
  const slider = sliderOf(page)
  expect(await slider.getAttribute('aria-valuetext')).toBe('now')
  await slider.focus()
  for (let presses = 0; presses < 12; presses++) await page.keyboard.press('ArrowLeft')
  await page.waitForURL((url) => url.searchParams.has('asOf'))
  await page.getByText(/All figures, charts and incidents of this page are those of then/).waitFor()
  const trend = page.getByRole('figure', { name: 'Weekly close' })
  await trend.locator('svg.recharts-surface').first().waitFor()
  await trend.getByText('as said then').first().waitFor()
  await trend.getByText('as known now').first().waitFor()
  const difference = page.locator('#difference')
  await difference.getByRole('heading', { name: 'What we know now and did not then' }).waitFor()
  await page.getByRole('link', { name: 'of now, 0.1' }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'as-of-1440-light')
  await page.getByRole('link', { name: 'Back to now' }).press('Enter')
  await page.waitForURL((url) => !url.searchParams.has('asOf'))
})

test('the slider keeps its focus and follows every press, also one that comes while the page is on its way', async () => {
  const asked: string[] = []
  const { page } = await openPage({ role: 'viewer' })
  page.on('request', (request) => {
    if (request.url().endsWith('/stops')) asked.push(request.url())
  })
  const week = weekIdOf(todayUtc() - 42)
  await page.goto(`${DYAD}?week=${week}`)
  await page.getByRole('heading', { level: 1, name: 'Armenia – Azerbaijan' }).waitFor()
  await page.waitForLoadState('networkidle')
  // What nobody opens is not read.
  expect(asked).toEqual([])
  const details = page.locator('details', { hasText: 'As known on' })
  await details.locator('summary').press('Enter')
  const slider = sliderOf(page)
  await slider.focus()
  const last = Number(await slider.getAttribute('max'))
  const asOf = () => new URL(page.url()).searchParams.get('asOf')
  const isAt = async (stop: number) => {
    await page.waitForFunction(
      ([at]) => {
        const range = document.querySelector<HTMLInputElement>('main input[type="range"]')
        return range?.value === String(at) && range.getAttribute('aria-busy') === 'false'
      },
      [stop] as const,
    )
    expect(await slider.evaluate((range) => range === document.activeElement)).toBe(true)
  }
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL((url) => url.searchParams.has('asOf'))
  await isAt(last - 1)
  const first = asOf()
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL((url) => url.searchParams.get('asOf') !== first)
  await isAt(last - 2)
  await page.keyboard.press('ArrowLeft')
  await page.waitForTimeout(360)
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL((url) => (url.searchParams.get('asOf') ?? '') < (first ?? ''))
  await page.waitForFunction(() => document.querySelector('main output')?.textContent !== 'now')
  await isAt(last - 4)
  await page.keyboard.press('Home')
  await page.getByText(`The record of then has no week ${week}`).waitFor()
  await isAt(0)
  expect(new URL(page.url()).searchParams.get('week')).toBe(week)
  await page.keyboard.press('End')
  await page.waitForURL((url) => !url.searchParams.has('asOf'))
  await isAt(last)
  expect(await details.getAttribute('open')).not.toBeNull()
  expect(new URL(page.url()).searchParams.get('week')).toBe(week)
  expect(asked).toHaveLength(1)
})

test('the parts of the difference add up, its figures are those of the two pages, and each part leads to its history', async () => {
  const { page } = await openPage({ role: 'viewer', path: `${DYAD}?asOf=${THEN}&range=all` })
  const difference = page.locator('#difference')
  const rows = difference.locator('tbody tr')
  await rows.first().waitFor()
  const lead = (await difference.textContent()) ?? ''
  const [, week, said, known] = /Close of (\S+): ([−\d.]+) as said then, ([−\d.]+) as known now/.exec(lead) ?? []
  expect(known).not.toBe(said)
  expect(await headOf(page)).toEqual({ week, score: said })
  const { page: now } = await openPage({ role: 'viewer', path: `${DYAD}?week=${week}` })
  expect(await headOf(now)).toEqual({ week, score: known })
  const number = (text: string | undefined) => Number((text ?? '').replace('−', '-').replace(/[+▲]/g, ''))
  const effects = await rows.locator('td:first-child').allTextContents()
  const sum = effects.reduce((total, text) => total + number(text.trim()), 0)
  // Each is shown to one decimal.
  expect(Math.abs(sum - (number(known) - number(said)))).toBeLessThan(0.05 * (effects.length + 2))
  expect(effects.length).toBeGreaterThan(1)
  const widest = difference.locator('p', { hasText: 'Weeks that differ most' }).getByRole('link')
  expect(await widest.count()).toBeLessThanOrEqual(5)
  const target = (await widest.first().textContent()) ?? ''
  await widest.first().press('Enter')
  await page.waitForURL((url) => url.searchParams.get('week') === target && url.searchParams.has('asOf'))
  await difference
    .getByRole('link', { name: /^History/ })
    .first()
    .press('Enter')
  await page.waitForURL(/\/history$/)
})

test('a moment that cannot be shown is named with the reason, on the page of a dyad and on the overview', async () => {
  const { page } = await openPage({ role: 'viewer', path: `${DYAD}?asOf=2999-01-01` })
  await page.getByText('Not as of “2999-01-01”').waitFor()
  await page.getByText('That moment lies in the future. All figures below are those of now.').waitFor()
  await page.goto('/?asOf=someday')
  await page.getByText('Not as of “someday”').waitFor()
})

test('the vintage table is downloaded as it is read', async () => {
  const { page, context } = await openPage({ role: 'viewer', path: `${DYAD}/vintages` })
  const table = page.getByRole('table').first()
  await table.waitFor()
  const link = page.getByRole('link', { name: /CSV/ }).first()
  const href = (await link.getAttribute('href')) ?? ''
  const response = await context.request.get(new URL(href, page.url()).href)
  expect(response.headers()['content-disposition']).toContain('ARM-AZE-vintages-method-of-then.csv')
  const [head, ...lines] = (await response.text())
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  expect(head.slice(3).every((name) => /^(\d{4}-\d{2}|now) \(method [\d.]+\)$/.test(name))).toBe(true)
  const columns = (await table.locator('thead th').count()) - 1
  const shown = await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => /[−\d.]+$/.exec(cell.textContent ?? '')?.[0] ?? ''),
      ),
    )
  const told = (text: string | undefined) => (text ? Number(text).toFixed(1).replace('-', '−') : '')
  for (const [index, cells] of shown.slice(0, 20).entries()) {
    const said = lines[index].slice(-columns).map(told)
    expect([lines[index][1], cells.slice(1).map((text) => (text === '' ? '' : text))]).toEqual([lines[index][1], said])
  }
  expect(shown.flat().filter((text) => text !== '').length).toBeGreaterThan(100)
})
