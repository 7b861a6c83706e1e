import type { Download, Page } from 'playwright-core'
import { DRAFT_ID, LARGE_DRAFT_ID } from '../support/briefing-places'
import { baseUrl, expectAccessible, keysReady, openPage, type PageOptions } from '../support/browser'
import { composed, preview } from '../support/composer'
import { LOST_ANSWER, loseAnswer } from '../support/lost-answer'

// Files and publications that take a while: given up, and while the desk does not answer.

/** A large draft takes a while to be composed, drawn and made into files. */
const LONG_MS = 60_000

/** Opens the large draft. */
async function openLarge(options: PageOptions = {}): Promise<Page> {
  const { page, context } = await openPage({ role: 'reviewer', ...options })
  context.setDefaultTimeout(LONG_MS)
  await page.goto(`/briefings/drafts/${LARGE_DRAFT_ID}`)
  await composed(page)
  return page
}

/** The address of what a request began. */
async function begun(page: Page, folder: string, begin: () => Promise<void>): Promise<string> {
  const answer = page.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith(folder))
  await begin()
  const { id }: { id: string } = await (await answer).json()
  return `${baseUrl()}/api/v1/briefings/${LARGE_DRAFT_ID}${folder}/${id}`
}

/** Keeps the first answer back that tells how far a job is, until it is let go. */
async function heldAnswer(page: Page, folder: string): Promise<() => Promise<void>> {
  let hold: (letGo: () => Promise<void>) => void = () => undefined
  const held = new Promise<() => Promise<void>>((resolve) => {
    hold = resolve
  })
  await page.route(
    new RegExp(`${folder}/[^/]+$`),
    async (route) => {
      const response = await route.fetch()
      hold(() => route.fulfill({ response }))
    },
    { times: 1 },
  )
  return async () => (await held)()
}

test('the export menu opens within the window, wherever its button stands', async () => {
  // A long title puts it on the left of a wide window, a short one on the right.
  for (const [draft, width] of [
    [DRAFT_ID, 390],
    [DRAFT_ID, 1440],
    [LARGE_DRAFT_ID, 1440],
  ] as const) {
    const { page } = await openPage({ role: 'reviewer', width, path: `/briefings/drafts/${draft}` })
    await keysReady(page)
    await page.getByRole('button', { name: 'Export' }).click()
    const box = await page.getByRole('list', { name: 'Formats' }).boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(8)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width - 8)
  }
}, 180_000)

test('an export that is given up while it is made leaves no file, and says so', async () => {
  const page = await openLarge()
  const downloads: Download[] = []
  page.on('download', (download) => downloads.push(download))
  const letGo = await heldAnswer(page, '/exports')
  await page.getByRole('button', { name: 'Export' }).click()
  const word = page.getByRole('button', { name: /^Word/ })
  const asking = page.waitForRequest((one) => one.method() === 'GET' && /\/exports\/[^/]+$/.test(one.url()))
  const address = await begun(page, '/exports', () => word.click())
  await page.getByRole('progressbar', { name: /^Progress of Word/ }).waitFor()
  await asking
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('status').filter({ hasText: 'Given up.' }).waitFor()
  expect(await page.getByRole('progressbar').count()).toBe(0)
  expect(await (await page.request.get(address)).json()).toMatchObject({ status: 'cancelled' })
  expect((await page.request.get(`${address}/file`)).status()).toBe(422)
  // The desk is free for the next one, which comes; the one before never does, nor is what was said of it before believed.
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Markdown/ }).click()
  const done = page.getByRole('status').filter({ hasText: 'Markdown is done and on its way.' })
  await done.waitFor()
  await coming
  await letGo()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(await done.count()).toBe(1)
  expect(await (await page.request.get(address)).json()).toMatchObject({ status: 'cancelled' })
  expect(downloads.map((download) => download.suggestedFilename())).toEqual([expect.stringMatching(/\.md$/)])
}, 180_000)

test('a publication that is given up while it is made publishes nothing, and the draft can be worked on', async () => {
  const page = await openLarge()
  const numbers = async () => {
    const { page: list } = await openPage({ role: 'reviewer', path: '/briefings' })
    return list.getByRole('table').getByRole('link').allTextContents()
  }
  const before = await numbers()
  await page.getByRole('button', { name: 'Publish' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish this briefing' })
  await dialog.getByRole('checkbox', { name: /^The mark is right/ }).check()
  const publish = dialog.getByRole('button', { name: 'Publish' })
  const address = await begun(page, '/publication', () => publish.click())
  await dialog.getByRole('progressbar', { name: 'Progress of the publication' }).waitFor()
  await dialog.getByRole('button', { name: 'Cancel', disabled: false }).click()
  await dialog.getByText('Given up. Nothing was published.').waitFor()
  expect(await (await page.request.get(address)).json()).toMatchObject({ status: 'cancelled', briefingId: null })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Leave Timeline out' }).click()
  await page.getByRole('status').filter({ hasText: 'All saved' }).waitFor()
  await preview(page).locator('h2', { hasText: 'Timeline' }).waitFor({ state: 'detached' })
  expect(await (await page.request.get(address)).json()).toMatchObject({ status: 'cancelled', briefingId: null })
  expect(await numbers()).toEqual(before)
}, 180_000)

/** Asks how far a job is. */
const ASKING = /\/(exports|publication)\/[^/]+$/

test('a file comes although the desk does not answer for a while', async () => {
  const page = await openLarge({ tolerate: [/502/] })
  await page.route(ASKING, (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }))
  await page.getByRole('button', { name: 'Export' }).click()
  const asked = page.waitForResponse((one) => one.status() === 502)
  await begun(page, '/exports', () => page.getByRole('button', { name: /^Word/ }).click())
  await asked
  await page.getByRole('alert').filter({ hasText: 'The desk does not answer.' }).waitFor()
  await page.getByRole('progressbar', { name: /^Progress of Word/ }).waitFor()
  // Another one cannot be asked for meanwhile; this one can be given up.
  expect(await page.getByRole('button', { name: /^Markdown/ }).isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: 'Cancel' }).isEnabled()).toBe(true)
  const coming = page.waitForEvent('download')
  await page.unroute(ASKING)
  expect((await coming).suggestedFilename()).toMatch(/\.docx$/)
  await page.getByRole('status').filter({ hasText: 'Word is done and on its way.' }).waitFor()
  expect(await page.getByRole('alert').filter({ hasText: 'The desk' }).count()).toBe(0)
}, 180_000)

test('a publication cannot be begun again while the desk does not answer, and is given up once it does', async () => {
  const page = await openLarge({ tolerate: LOST_ANSWER })
  await page.getByRole('button', { name: 'Publish' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish this briefing' })
  await dialog.getByRole('checkbox', { name: /^The mark is right/ }).check()
  await page.route(ASKING, (route) => route.abort('connectionreset'))
  const address = await begun(page, '/publication', () => dialog.getByRole('button', { name: 'Publish' }).click())
  await dialog.getByRole('alert').filter({ hasText: 'The desk does not answer.' }).waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByRole('alert').filter({ hasText: 'The desk did not answer when this was to be given up' }).waitFor()
  await dialog.getByRole('progressbar', { name: 'Progress of the publication' }).waitFor()
  expect(await dialog.getByRole('button', { name: 'Publishing…' }).isDisabled()).toBe(true)
  await expectAccessible(page)
  await page.unroute(ASKING)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByText('Given up. Nothing was published.').waitFor()
  expect(await (await page.request.get(address)).json()).toMatchObject({ status: 'cancelled', briefingId: null })
}, 180_000)

test('a file whose beginning was not answered is asked for again as the same, and is made once', async () => {
  const page = await openLarge({ tolerate: LOST_ANSWER })
  await loseAnswer(page, '**/exports')
  const lost = page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/exports'))
  await page.getByRole('button', { name: 'Export' }).click()
  const word = page.getByRole('button', { name: /^Word/ })
  await word.click()
  await page.getByRole('alert').filter({ hasText: 'Trying again is safe.' }).waitFor()
  const coming = page.waitForEvent('download')
  const address = await begun(page, '/exports', () => word.click())
  expect(address).toMatch(new RegExp(`/exports/${(await lost).postDataJSON().requestId}$`))
  expect((await coming).url()).toBe(`${address}/file`)
  // What is asked for once there was an answer is another one.
  expect(await begun(page, '/exports', () => word.click())).not.toBe(address)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('status').filter({ hasText: 'Given up.' }).waitFor()
}, 180_000)
