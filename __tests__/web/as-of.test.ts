import { expectAccessible, openPage, screenshot } from '../support/browser'

const DYAD = '/dyads/ARM-AZE'

test('the slider takes the page back by keyboard: figures of then, both lines, and what explains the difference', async () => {
  const { page } = await openPage({ role: 'viewer', path: `${DYAD}?range=all`, width: 1440 })
  await page.getByRole('heading', { level: 1, name: 'Armenia – Azerbaijan' }).waitFor()
  const scoreNow = await page.locator('main').textContent()
  await page.locator('summary', { hasText: 'As known on' }).press('Enter')
  const slider = page.getByRole('slider', { name: /As known on/ })
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
  await expectAccessible(page)
  await screenshot(page, 'as-of-1440-light')
  expect(await page.locator('main').textContent()).not.toBe(scoreNow)
  await page.getByRole('link', { name: 'Back to now' }).press('Enter')
  await page.waitForURL((url) => !url.searchParams.has('asOf'))
})

test('the parts of the difference add up, and each leads to the history of its incident', async () => {
  const { page } = await openPage({ role: 'viewer', path: `${DYAD}?asOf=2026-03-31&range=all` })
  const difference = page.locator('#difference')
  const rows = difference.locator('tbody tr')
  await rows.first().waitFor()
  const lead = (await difference.textContent()) ?? ''
  const [, said, known] = /: ([−\d.]+) as said then, ([−\d.]+) as known now/.exec(lead) ?? []
  const number = (text: string | undefined) => Number((text ?? '').replace('−', '-').replace(/[+▲]/g, ''))
  const effects = await rows.locator('td:first-child').allTextContents()
  const sum = effects.reduce((total, text) => total + number(text.trim()), 0)
  // Each is shown to one decimal.
  expect(Math.abs(sum - (number(known) - number(said)))).toBeLessThan(0.05 * (effects.length + 2))
  expect(effects.length).toBeGreaterThan(1)
  await difference
    .getByRole('link', { name: /^History/ })
    .first()
    .press('Enter')
  await page.waitForURL(/\/history$/)
})

test('the vintage table is downloaded as it is read', async () => {
  const { page, context } = await openPage({ role: 'viewer', path: `${DYAD}/vintages` })
  await page.getByRole('table').first().waitFor()
  const href = await page.getByRole('link', { name: /CSV/ }).first().getAttribute('href')
  const text = await (await context.request.get(new URL(href ?? '', page.url()).href)).text()
  const [head] = text.trim().split(/\r?\n/)
  expect(head.split(',').length).toBeGreaterThan(10)
})
