import { baseUrl, expectAccessible, openPage, screenshot } from '../support/browser'
import { tabTo } from '../support/incident-form'
import { SAMPLE_TITLE } from '../support/sample-title'

test('the last unit is coded blind by keyboard, and the differences are resolved by keyboard', async () => {
  const { page: coder } = await openPage({ role: 'analyst', path: '/samples', width: 1440 })
  const open = coder.getByRole('link', { name: SAMPLE_TITLE }).first()
  await open.waitFor()
  const sample = (await open.getAttribute('href'))?.replace(/\/code.*$/, '') ?? ''
  await coder.goto(`${sample}/code`)
  await coder.locator('#code').waitFor()
  // Neither what the other coder gave nor what the record has is on the page.
  const title =
    (await coder.getByRole('article', { name: 'The unit' }).getByRole('heading', { level: 2 }).textContent()) ?? ''
  const { page: reader, context } = await openPage({ role: 'viewer', path: '/incidents' })
  const asked = await context.request.get(`${baseUrl()}/api/v1/incidents?q=${encodeURIComponent(title)}`)
  const { rows } = await asked.json()
  const recorded: { dyadId: string; id: string; code: string } = rows.find(
    (row: { title: string }) => row.title === title,
  )
  await reader.close()
  const shown = await coder.content()
  for (const code of ['LEG+2', recorded.code])
    expect(shown.replace(/<datalist[\s\S]*?<\/datalist>/g, '')).not.toContain(code)
  expect(shown).not.toContain(recorded.id)
  const path = `/incidents/${recorded.dyadId}/${recorded.id}`
  for (const page of ['', '/history', '/edit']) {
    await coder.goto(`${path}${page}`)
    await coder.getByText('You are coding this incident in a sample').waitFor()
  }
  await coder.getByRole('link', { name: 'Code it' }).click()
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
  await page.waitForLoadState('networkidle')
  await expectAccessible(page)
  await screenshot(page, 'adjudicate-1440-light')
  // A choice of one's own is announced before it is made, and what is typed outlives a reload.
  await page.locator('#credibility').selectOption('6')
  await page.getByText('somebody else has to approve it').waitFor()
  await page.getByRole('button', { name: 'Send to review' }).waitFor()
  await page.locator('#reason').fill('Typed before a reload')
  await page.reload()
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#reason')?.value === 'Typed before a reload',
  )
  expect(await page.locator('#credibility').inputValue()).toBe('6')
  await page.locator('#reason').fill('')
  await page.locator('#reason').press('Escape')
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
