import { expectAccessible, openPage, screenshot } from '../support/browser'

test('a method is drafted and previewed on real dyads, and only an admin is offered to publish it', async () => {
  const { page } = await openPage({ role: 'reviewer', path: '/method/drafts/new', width: 1440 })
  await page.getByLabel('Title').fill('A narrower Crisis band')
  await page.locator('[name="bandLimits.crisis"]').fill('85')
  await page.getByRole('button', { name: 'Save draft' }).press('Enter')
  await page.waitForURL(/\/method\/drafts\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: /Preview \d+ dyads?/ }).press('Enter')
  await page.locator('#band-weeks').waitFor()
  await page.getByText('Azerbaijan – Russia').first().waitFor()
  await expectAccessible(page)
  await screenshot(page, 'method-preview-1440-light')
  expect(await page.getByRole('button', { name: /Publish/ }).count()).toBe(0)
  const { page: admin } = await openPage({ role: 'admin', path: new URL(page.url()).pathname })
  await admin.getByRole('button', { name: 'Publish…' }).waitFor()
  await admin.goto('/method')
  await admin.getByRole('link', { name: 'A narrower Crisis band' }).waitFor()
})
