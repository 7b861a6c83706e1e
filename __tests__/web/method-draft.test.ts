import type { Page } from 'playwright-core'
import { expectAccessible, openPage, screenshot } from '../support/browser'

/** Drafts a change of the one number that no score and no band of the desk depends on. Leaves the page at the draft. */
async function draft(page: Page, title: string, rungError: string): Promise<string> {
  await page.goto('/method/drafts/new')
  await page.getByLabel('Title').fill(title)
  await page.locator('[name="rungError.low"]').fill(rungError)
  await page.getByRole('button', { name: 'Save draft' }).press('Enter')
  await page.waitForURL(/\/method\/drafts\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

test('a method is drafted and previewed on real dyads, and only an admin is offered to publish it', async () => {
  const { page } = await openPage({ role: 'reviewer', path: '/method/drafts/new', width: 1440 })
  await page.getByLabel('Title').fill('A narrower Crisis band')
  await page.locator('[name="bandLimits.crisis"]').fill('85')
  await page.getByRole('button', { name: 'Save draft' }).press('Enter')
  await page.waitForURL(/\/method\/drafts\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: /Preview \d+ dyads?/ }).press('Enter')
  await page.locator('#band-weeks').waitFor()
  const previewed = page.getByRole('table', { name: /draft/ }).filter({ hasText: 'Azerbaijan – Russia' })
  await previewed.first().waitFor()
  await expectAccessible(page)
  await screenshot(page, 'method-preview-1440-light')
  expect(await page.getByRole('button', { name: /Publish/ }).count()).toBe(0)
  const { page: admin } = await openPage({ role: 'admin', path: new URL(page.url()).pathname })
  await admin.getByRole('button', { name: 'Publish…' }).waitFor()
  await admin.goto('/method')
  await admin.getByRole('link', { name: 'A narrower Crisis band' }).waitFor()
})

test('a draft that is saved twice in a row is one draft', async () => {
  const { page } = await openPage({ role: 'reviewer', path: '/method/drafts/new' })
  await page.getByLabel('Title').fill('Pressed twice')
  await page.locator('[name="rungError.high"]').fill('0.07')
  await page.route('**/method/drafts/new**', async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  const save = page.getByRole('button', { name: 'Save draft' })
  await save.evaluate((button: HTMLButtonElement) => {
    button.form?.requestSubmit()
    button.form?.requestSubmit()
  })
  await page.waitForURL(/\/method\/drafts\/[0-9a-f-]{36}/)
  await page.goto('/method')
  const drafts = page.getByRole('link', { name: 'Pressed twice' })
  await drafts.first().waitFor()
  expect(await drafts.count()).toBe(1)
})

test('an admin publishes a method with a reason; one that comes too late is compared with it without a reload', async () => {
  const [{ page: early }, { page: late }] = [await openPage({ role: 'admin' }), await openPage({ role: 'admin' })]
  await draft(early, 'Coders agree more', '0.35')
  await draft(late, 'Coders agree less', '0.45')
  const publish = async (page: Page, reason: string) => {
    await page.getByRole('button', { name: 'Publish…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Publish as the next version' })
    await dialog.getByLabel('Reason').fill(reason)
    await dialog.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
    return dialog
  }
  await publish(early, 'Measured on the first sample')
  await early.waitForURL((url) => url.pathname === '/method')
  const version = early.locator('#versions li').first()
  await version.getByText('Measured on the first sample').waitFor()
  const name = (await version.getByRole('heading').textContent()) ?? ''
  const [id] = /\d+\.\d+/.exec(name) ?? []
  await early.getByText(`Every score is made by version ${id} now.`).waitFor()
  await expectAccessible(early)

  const dialog = await publish(late, 'Measured on the second sample')
  await dialog.getByText(`Version ${id} was published meanwhile. Compare the draft with it first.`).waitFor()
  await dialog.getByRole('columnheader', { name: id, exact: true }).waitFor()
  await dialog.getByRole('row', { name: /Rung error: low confidence.*0\.35.*0\.45/ }).waitFor()
  expect(await dialog.getByLabel('Reason').inputValue()).toBe('Measured on the second sample')
  await dialog.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
  await late.waitForURL((url) => url.pathname === '/method')
  await late.locator('#versions li').first().getByText('Measured on the second sample').waitFor()
})
