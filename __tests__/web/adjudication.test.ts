import type { Page } from 'playwright-core'
import { baseUrl, expectAccessible, keysReady, openPage, screenshot } from '../support/browser'
import { tabTo } from '../support/incident-form'
import { SAMPLE_TITLE } from '../support/sample-title'

/** Two people sign in and go from page to page in each of these. */
const PATIENCE = 150_000

/** Address of the sample that `make-sample.ts` drew. */
async function sampleOn(page: Page): Promise<string> {
  const open = page.getByRole('link', { name: SAMPLE_TITLE }).first()
  await open.waitFor()
  return (await open.getAttribute('href'))?.replace(/\/code.*$/, '') ?? ''
}

test(
  'neither the coding desk nor the incident shows a coder how it is coded',
  async () => {
    const { page: coder } = await openPage({ role: 'analyst', path: '/samples', width: 1440 })
    await coder.goto(`${await sampleOn(coder)}/code`)
    await coder.locator('#code').waitFor()
    const unit = coder.getByRole('article', { name: 'The unit' })
    const title = (await unit.getByRole('heading', { level: 2 }).textContent()) ?? ''
    const { context } = await openPage({ role: 'viewer' })
    const asked = await context.request.get(`${baseUrl()}/api/v1/incidents?q=${encodeURIComponent(title)}`)
    const { rows } = await asked.json()
    const recorded = rows.find((row: { title: string }) => row.title === title)
    const shown = await coder.content()
    // Neither what the other coder gave, nor what the record has, nor the way to it.
    for (const secret of ['LEG+2', recorded.code, recorded.id]) expect(shown).not.toContain(secret)
    const path = `/incidents/${recorded.dyadId}/${recorded.id}`
    for (const page of ['/history', '/edit', '']) {
      await coder.goto(`${path}${page}`)
      await coder.getByText('You are coding this incident in a sample').waitFor()
    }
    await expectAccessible(coder)
    await coder.getByRole('link', { name: 'Code it' }).click()
    await coder.locator('#code').waitFor()
  },
  PATIENCE,
)

test(
  'the last unit is coded blind by keyboard, and the differences are resolved by keyboard',
  async () => {
    const { page: coder } = await openPage({ role: 'analyst', path: '/samples', width: 1440 })
    const sample = await sampleOn(coder)
    await coder.goto(`${sample}/code`)
    await coder.locator('#code').waitFor()
    await expectAccessible(coder)
    await screenshot(coder, 'coding-1440-light')
    await coder.locator('#code').fill('MED+3')
    await coder.keyboard.press('Tab')
    await tabTo(coder, 'confidence-high')
    await coder.keyboard.press('Space')
    await coder.locator('#date').fill('2025-07-01')
    await coder.locator('#credibility').selectOption('2')
    await coder.keyboard.press('Control+Enter')
    await coder.locator('#code').waitFor({ state: 'detached' })

    const { page } = await openPage({ role: 'reviewer', path: `${sample}/adjudicate`, width: 1440 })
    const units = page.getByRole('region', { name: 'Units' })
    await units.waitFor()
    await keysReady(page, '[aria-label="Units"]')
    await expectAccessible(page)
    await screenshot(page, 'adjudicate-1440-light')
    const first = await units.locator('[aria-current]').textContent()
    await page.keyboard.press('1')
    await page.locator('#reason:focus').waitFor()
    await page.keyboard.type('The second coder read the source as it stands')
    await page.keyboard.press('Control+Enter')
    // Whatever came of it: a refusal would say why.
    const outcome = page.getByRole('status').or(page.getByRole('alert'))
    expect(await outcome.filter({ hasText: /\S/ }).first().textContent()).toMatch(/^Unit \d is resolved/)
    await page.waitForFunction(
      (before) => document.querySelector('[aria-label="Units"] [aria-current]')?.textContent !== before,
      first,
    )
  },
  PATIENCE,
)

test(
  'a choice of one’s own is announced before it is made, and what is typed outlives a reload',
  async () => {
    const { page } = await openPage({ role: 'reviewer', path: '/samples', width: 1440 })
    await page.goto(`${await sampleOn(page)}/adjudicate`)
    await page.getByRole('region', { name: 'Units' }).waitFor()
    await keysReady(page, '[aria-label="Units"]')
    await page.locator('#credibility').selectOption('6')
    await page.getByText('somebody else has to approve it').waitFor()
    await page.locator('#reason').fill('Typed before a reload')
    await page.reload()
    await page.waitForFunction(() => {
      const reason = document.querySelector<HTMLTextAreaElement>('#reason')
      return reason?.value === 'Typed before a reload'
    })
    expect(await page.locator('#credibility').inputValue()).toBe('6')
    await page.getByRole('button', { name: 'Send to review' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /Unit \d waits for review/ })
      .waitFor()
  },
  PATIENCE,
)

test(
  'the report of agreement compares two coders and is there as a file',
  async () => {
    const { page, context } = await openPage({ role: 'reviewer', path: '/samples/agreement', width: 1440 })
    await page.getByRole('button', { name: 'Compare these two' }).click()
    await page.getByText(/^Where .+ gave the row’s category, how often/).waitFor()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
    await screenshot(page, 'agreement-pair-1440-light')
    const href = await page.getByRole('link', { name: 'Codings, CSV' }).getAttribute('href')
    const file = await context.request.get(`${baseUrl()}${href}`)
    expect(file.headers()['content-disposition']).toContain('codings.csv')
    expect(await file.text()).toContain('LEG+2')
  },
  PATIENCE,
)
