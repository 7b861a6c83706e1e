import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { baseUrl, expectAccessible, keysReady, openPage, screenshot } from '../support/browser'
import { approveAs, submit } from '../support/desk-api'

const search = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

/** Types into a field that chooses one of many, and takes the option in focus. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  await field.focus()
  await page.keyboard.type(text)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

test('dyads are chosen, read week by week, aligned and taken as a file, all by keyboard', async () => {
  const { page } = await openPage({ role: 'analyst', path: '/compare', width: 1440 })
  await page.getByText('No dyad is chosen.').waitFor()
  await keysReady(page)
  await choose(page, 'Add a dyad', 'azerb')
  await page.waitForURL((url) => url.searchParams.get('dyads') === 'ARM-AZE')
  await page.getByRole('figure', { name: 'Weekly closes' }).waitFor()
  // The field is empty again, and goes on with the focus.
  await page.waitForFunction(() => document.activeElement?.id === 'add-dyad')
  await choose(page, 'Add a dyad', 'Россия')
  await page.waitForURL((url) => url.searchParams.get('dyads') === 'ARM-AZE,AZE-RUS')

  const slider = page.getByRole('slider', { name: 'Weekly closes, week by week' })
  await slider.focus()
  await page.keyboard.press('Home')
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^20\d\d-W\d\d: .*ARM-AZE/)

  await page.getByRole('link', { name: 'weeks since the peak' }).press('Enter')
  await page.waitForURL((url) => url.searchParams.get('align') === 'peak')
  await page.getByText(/^Week 0: ARM-AZE 20\d\d-W\d\d, AZE-RUS 2025-W\d\d\.$/).waitFor()
  const places = page.getByRole('figure', { name: 'Place from week to week' })
  await places.getByRole('button', { name: 'Table' }).press('Enter')
  await places.getByRole('columnheader', { name: 'AZE-RUS' }).waitFor()
  await choose(page, 'Or by weeks since an incident', 'raid')
  await page.waitForURL((url) => url.searchParams.get('align')?.startsWith('AZE-RUS/') === true)
  await page.getByRole('list', { name: 'Incidents at week 0' }).getByRole('link').first().waitFor()
  await expectAccessible(page)
  await screenshot(page, 'compare-two-1440-light')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).press('Enter'),
  ])
  const [head, ...lines] = readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/)
  expect(head).toContain(
    'weeks since the incident,ARM-AZE week,ARM-AZE close,ARM-AZE place,ARM-AZE coverage,AZE-RUS week',
  )
  expect(lines.some((line) => line.startsWith('0,'))).toBe(true)

  await page.getByRole('link', { name: 'Take Armenia – Azerbaijan out' }).press('Enter')
  await page.waitForURL((url) => url.searchParams.get('dyads') === 'AZE-RUS')
})

test('rows of the overview are ticked with x and compared with c', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/' })
  await page.getByRole('table').waitFor()
  await keysReady(page)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Compare 1 dyad' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Compare 2 dyads' }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'overview-ticked-1280-light')
  await page.keyboard.press('c')
  await page.waitForURL((url) => url.pathname === '/compare')
  expect(search(page, 'dyads')?.split(',').sort()).toEqual(['ARM-AZE', 'AZE-RUS'])
})

test('the grid of countries is one stop of the Tab key: arrows move in it, Enter opens the dyad or the country', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/countries?with=AZE', width: 1440 })
  const grid = page.getByRole('grid')
  await grid.waitFor()
  await keysReady(page)
  const first = grid.getByRole('rowheader').first().getByRole('link')
  await first.focus()
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  expect(name).toMatch(/^Azerbaijan – (Russia|Armenia): −?\d+\.\d, \w+/)
  await page.getByText(name, { exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname.startsWith('/dyads/'))
  await page.getByRole('heading', { level: 1 }).getByRole('link', { name: 'Azerbaijan' }).press('Enter')
  await page.waitForURL((url) => url.pathname === '/countries/AZE')
  await page.getByRole('table', { name: /^Dyads of Azerbaijan/ }).waitFor()
  await page.getByRole('figure', { name: 'On the map' }).waitFor()
  await page.getByRole('link', { name: 'Compare them' }).press('Enter')
  await page.waitForURL((url) => url.pathname === '/compare')
})

test('at 390 pixels the grid scrolls by itself, and a comparison stays within the window', async () => {
  const { page } = await openPage({
    role: 'viewer',
    path: '/compare?dyads=AZE-RUS,ARM-AZE&range=all',
    width: 390,
    theme: 'dark',
  })
  await page.locator('svg[data-chart]').first().waitFor()
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.goto('/countries')
  await page.getByRole('grid').waitFor()
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('navigation', { name: 'Desk, menu' }).getByRole('link', { name: 'Compare' }).click()
  await page.waitForURL((url) => url.pathname === '/compare')
})

test('the file of a comparison is not for strangers, and nothing to compare is no file', async () => {
  const strangers = await fetch(`${baseUrl()}/api/v1/compare.csv?dyads=AZE-RUS`)
  expect(strangers.status).toBe(401)
  const { context } = await openPage({ role: 'viewer' })
  const nothing = await context.request.get(`${baseUrl()}/api/v1/compare.csv`)
  expect(nothing.status()).toBe(422)
})

/** What happened between six more pairs of countries: actor, target, and what how many days ago. */
const SIX: [actor: string, target: string, acts: [daysAgo: number, code: string][]][] = [
  [
    'CHN',
    'IND',
    [
      [150, 'SEC+4'],
      [40, 'DIP-2'],
    ],
  ],
  [
    'GRC',
    'TUR',
    [
      [120, 'DIP+3'],
      [60, 'SEC+3'],
    ],
  ],
  [
    'PAK',
    'IND',
    [
      [90, 'SEC+5'],
      [30, 'SEC+4'],
    ],
  ],
  [
    'ETH',
    'EGY',
    [
      [160, 'DIP+2'],
      [20, 'ECO+3'],
    ],
  ],
  ['PRK', 'KOR', [[100, 'SEC+5']]],
  [
    'SGP',
    'MYS',
    [
      [70, 'MED+2'],
      [10, 'LEG+3'],
    ],
  ],
]

test('eight dyads are told apart by stroke and name; small countries are found on the map and in the grid', async () => {
  const { page, context } = await openPage({ role: 'analyst', width: 1440 })
  for (const [actor, target, acts] of SIX) {
    for (const [daysAgo, code] of acts) {
      const fields = {
        actor,
        target,
        code,
        date: isoOf(todayUtc() - daysAgo),
        title: `${code} of ${actor} on ${target}`,
      }
      await approveAs('reviewer', await submit(context, fields))
    }
  }
  const dyads = ['AZE-RUS', 'ARM-AZE', 'CHN-IND', 'GRC-TUR', 'IND-PAK', 'EGY-ETH', 'KOR-PRK', 'MYS-SGP']
  await page.goto(`/compare?dyads=${dyads.join(',')}&range=26`)
  const overlay = page.getByRole('figure', { name: 'Weekly closes' })
  const key = overlay.getByRole('list', { name: 'Lines' }).getByRole('button')
  await overlay.locator('svg[data-chart]').waitFor()
  expect(await key.count()).toBe(8)
  const strokes = await key
    .locator('line')
    .evaluateAll((lines) =>
      lines.map((line) => [line.getAttribute('stroke-dasharray'), line.getAttribute('stroke-width')].join()),
    )
  expect(new Set(strokes).size).toBe(8)
  for (const dyadId of dyads.slice(1)) await overlay.locator('text', { hasText: dyadId }).waitFor()
  await key.nth(4).press('Enter')
  expect(await key.nth(4).getAttribute('aria-pressed')).toBe('true')
  await expectAccessible(page)
  await screenshot(page, 'compare-all-eight-1440-light')
  await page.setViewportSize({ width: 390, height: 900 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth)
  await screenshot(page, 'compare-all-eight-390-dark')

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/countries/SGP')
  await page.getByRole('figure', { name: 'On the map' }).locator('circle[r="6"]').first().waitFor()
  await page.getByRole('rowheader', { name: /Malaysia/ }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'country-small-1440-light')
  await page.goto('/countries?figure=direction')
  await page.getByRole('link', { name: /^Singapore towards Malaysia adds/ }).waitFor()
  await expectAccessible(page)
  await screenshot(page, 'countries-many-direction-1440-light')
  await page.goto('/countries')
  await page.getByRole('grid').waitFor()
  await screenshot(page, 'countries-many-1440-light')
})
