import { expectAccessible, openPage, screenshot } from '../support/browser'
import { tabTo } from '../support/incident-form'
import { SAMPLE_TITLE } from '../support/sample-title'

test('the last unit is coded blind by keyboard, and the differences are resolved by keyboard', async () => {
  const { page: coder } = await openPage({ role: 'analyst', path: '/samples', width: 1440 })
  const open = coder.getByRole('link', { name: SAMPLE_TITLE }).first()
  await open.waitFor()
  const sample = (await open.getAttribute('href'))?.replace(/\/code.*$/, '') ?? ''
  await coder.goto(`${sample}/code`)
  await coder.locator('#code').waitFor()
  expect(await coder.locator('main').textContent()).not.toContain('LEG+2')
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
  await page.waitForLoadState('networkidle')
  await expectAccessible(page)
  await screenshot(page, 'adjudicate-1440-light')
  const first = await units.locator('[aria-current]').textContent()
  await page.keyboard.press('1')
  await page.keyboard.type('The second coder read the source as it stands')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('status')
    .filter({ hasText: /Unit \d is resolved/ })
    .waitFor()
  await page.waitForFunction(
    (before) => document.querySelector('[aria-label="Units"] [aria-current]')?.textContent !== before,
    first,
  )
})
