import type { Page } from 'playwright-core'
import { keysReady, openPage } from '../support/browser'
import { approveAs, submit } from '../support/desk-api'

/** More tabs than a browser opens connections to one desk. */
const TABS = 8

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

/** A window without a screen shows all of its tabs at once: a page is told here that it is hidden, or seen again. */
const turn = (page: Page, state: DocumentVisibilityState) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

const noteOf = (page: Page, day: string) => page.getByText(`Azerbaijan – Russia: an incident on ${day}`)

test('tabs that are hidden hold no connection, and show what came meanwhile when they are looked at', async () => {
  await makeRule()
  const { page: first, context } = await openPage({ role: 'viewer' })
  await goListening(first)
  let last = first
  for (let tab = 1; tab < TABS; tab++) {
    await Promise.all([
      last.waitForEvent('requestfailed', (sent) => sent.url().endsWith('/api/live')),
      turn(last, 'hidden'),
    ])
    last = await context.newPage()
    await goListening(last)
  }
  await raiseAlert('2025-07-05')
  await noteOf(last, '5 Jul 2025').waitFor()
  expect(await noteOf(first, '5 Jul 2025').count()).toBe(0)
  await turn(first, 'visible')
  await noteOf(first, '5 Jul 2025').waitFor()
  await first.getByRole('link', { name: /^Inbox\s*, 1 not read/ }).waitFor()
})

test('a tab that was opened in the background shows what came before it was looked at', async () => {
  const { page } = await openPage({ role: 'viewer' })
  await page.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
  })
  let streams = 0
  page.on('request', (sent) => {
    if (sent.url().endsWith('/api/live')) streams++
  })
  await goListening(page)
  await raiseAlert('2025-07-06')
  expect(streams).toBe(0)
  await turn(page, 'visible')
  await noteOf(page, '6 Jul 2025').waitFor()
  expect(streams).toBe(1)
})

test('news that could not be read are read again', async () => {
  const { page } = await openPage({ role: 'viewer', tolerate: [/status of 503/] })
  await goListening(page)
  let refused = 0
  await page.route('**/inbox/news', (route) => (refused++ < 2 ? route.fulfill({ status: 503 }) : route.fallback()))
  await raiseAlert('2025-07-07')
  await noteOf(page, '7 Jul 2025').waitFor()
  expect(refused).toBeGreaterThanOrEqual(3)
})
