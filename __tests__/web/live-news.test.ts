import type { Page } from 'playwright-core'
import { keysReady, openPage } from '../support/browser'
import { approveAs, submit } from '../support/desk-api'

/** Switches a rule on that tells of each media incident. */
async function makeRule(): Promise<void> {
  const { page } = await openPage({ role: 'viewer', path: '/watch/rules/new' })
  await keysReady(page)
  await page.getByLabel('Name').fill('Media')
  await page.getByLabel('Tell when').selectOption('incident')
  await page.getByLabel('in', { exact: true }).selectOption('media')
  await page.getByRole('radio', { name: 'All dyads' }).check()
  await page.getByRole('button', { name: 'Save, still off' }).click()
  await page.getByRole('button', { name: 'Switch on' }).click()
  await page.getByText(/On since/).waitFor()
}

async function raiseAlert(date: string): Promise<void> {
  const { context } = await openPage({ role: 'analyst', path: '/account' })
  await approveAs('reviewer', await submit(context, { code: 'MED+4', title: 'A newsroom is searched', date }))
}

/** Opens a page that has heard what is there already, and listens for what comes. */
const goListening = (page: Page) => Promise.all([page.waitForResponse(/\/inbox\/news/), page.goto('/codebook')])

const noteOf = (page: Page, day: string) => page.getByText(`Azerbaijan – Russia: an incident on ${day}`)

test('news that could not be read are read again', async () => {
  await makeRule()
  const { page } = await openPage({ role: 'viewer', tolerate: [/status of 503/] })
  await goListening(page)
  let refused = 0
  await page.route('**/inbox/news', (route) => (refused++ < 2 ? route.fulfill({ status: 503 }) : route.fallback()))
  await raiseAlert('2025-07-07')
  await noteOf(page, '7 Jul 2025').waitFor()
  expect(refused).toBeGreaterThanOrEqual(3)
})
