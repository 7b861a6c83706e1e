import type { Page, Request } from 'playwright-core'
import { DRAFT_ID, LARGE_DRAFT_ID } from '../support/briefing-places'
import { baseUrl, expectAccessible, openPage, type PageOptions, screenshot } from '../support/browser'
import { chosen, composed, preview } from '../support/composer'
import { PdfFile } from '../support/pdf/read-pdf'

/** pdf.js' thread. */
const WORKER = /\/_next\/static\/.*pdf\.worker/
const PAGES = /\/api\/v1\/briefings\/draft\/[^/]+\/pages$/

const place = (id: string, options: PageOptions = {}) =>
  ({ role: 'reviewer', path: `/briefings/drafts/${id}`, ...options }) as const

const figures = (page: Page) => page.getByRole('figure', { name: /^Page \d+ of \d+$/ })
const drawing = (page: Page, number: number) =>
  figures(page)
    .nth(number - 1)
    .locator('canvas')
const drawn = (page: Page) => figures(page).locator('canvas').count()

/** What a page's drawing looks like, to be told from another. */
const lookOf = (page: Page, number: number): Promise<string> =>
  drawing(page, number).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())

/** Share of a drawing that is not white. */
const inkOf = (page: Page, number: number): Promise<number> =>
  drawing(page, number).evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let inked = 0
    for (let at = 0; at < data.length; at += 4) if (data[at] < 200) inked++
    return inked / (canvas.width * canvas.height)
  })

const press = (page: Page, name: 'Text' | 'Pages') => page.getByRole('button', { name, exact: true }).click()

async function pagesOf(page: Page): Promise<number> {
  const answer = await page.request.get(`${baseUrl()}/api/v1/briefings/draft/${DRAFT_ID}/pages`)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  return new PdfFile(await answer.body()).pages.length
}

test('pages are those of the PDF, follow an edit without a flash, and give way to the text that is stepped through', async () => {
  const { page, context } = await openPage({ role: 'reviewer', width: 1440 })
  const addresses: string[] = []
  context.on('request', (request) => addresses.push(request.url()))
  await page.goto(place(DRAFT_ID).path)
  await composed(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.getByText('sentence 2 of').waitFor()
  expect(addresses.filter((address) => WORKER.test(address))).toEqual([])
  // Somebody changes their mind before anything is there.
  for (const name of ['Pages', 'Text', 'Pages'] as const) await press(page, name)
  await drawing(page, 1).waitFor()
  // In a thread that comes from the desk, as all does.
  expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringMatching(WORKER)])
  expect(addresses.filter((address) => !address.startsWith(baseUrl()))).toEqual([])
  const count = await pagesOf(page)
  await page
    .getByRole('status')
    .filter({ hasText: `${count} pages` })
    .waitFor()
  expect(await figures(page).count()).toBe(count)
  expect(await figures(page).last().textContent()).toBe(`Page ${count} of ${count}`)
  expect(await inkOf(page, 1)).toBeGreaterThan(0.02)
  await expectAccessible(page)

  // From here on somebody watches whether page 1 is ever without a drawing.
  await figures(page)
    .first()
    .locator('div')
    .evaluate((sheet) => {
      new MutationObserver(() => {
        if (!sheet.querySelector('canvas')) console.error('The page was empty for a moment.')
      }).observe(sheet, { childList: true })
    })
  const before = await lookOf(page, 1)
  await page.evaluate(() => window.scrollTo({ top: 150, behavior: 'instant' }))
  await page.getByRole('button', { name: /^(Edit|Go on editing)/ }).click()
  const field = page.getByLabel('Your words for this sentence')
  await field.fill('These words are on the page as it prints.')
  const scrolled = await page.evaluate(() => window.scrollY)
  expect(scrolled).toBeGreaterThan(100)
  await field.press('Control+Enter')
  await expect(
    page.waitForFunction(
      ([was]) => document.querySelector<HTMLCanvasElement>('figure canvas')?.toDataURL() !== was,
      [before],
    ),
  ).resolves.toBeTruthy()
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Edit'))

  const ended = page.workers()[0].waitForEvent('close')
  await page.keyboard.press('j')
  await page.getByText('sentence 3 of').waitFor()
  await chosen(page).waitFor()
  expect(await figures(page).count()).toBe(0)
  await ended
  expect(page.workers()).toEqual([])
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
  await preview(page).getByText('These words are on the page as it prints.').waitFor()
  // Also from within the text.
  await page.keyboard.press('p')
  await drawing(page, 1).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Pages')
  // It is remembered, and what is stepped to does not change that.
  await page.keyboard.press('k')
  await chosen(page).waitFor()
  await page.reload()
  await composed(page)
  await drawing(page, 1).waitFor()
  await page.keyboard.press('?')
  await page.getByText('Show the pages as they print, or the text').waitFor()
})

test('an older answer is not waited for when the draft changed meanwhile', async () => {
  const { page } = await openPage(place(DRAFT_ID))
  await composed(page)
  const asked: Request[] = []
  const ended: [Request, string | undefined][] = []
  page.on('requestfailed', (request) => {
    if (PAGES.test(request.url())) ended.push([request, request.failure()?.errorText])
  })
  await page.route(PAGES, async (route, request) => {
    asked.push(request)
    // The first answer is never given.
    if (asked.length > 1) await route.continue()
  })
  await press(page, 'Pages')
  await page.getByText('Making the pages…').waitFor()
  await page.getByRole('button', { name: 'Leave Timeline out' }).click()
  await drawing(page, 1).waitFor()
  expect(asked.length).toBe(2)
  expect(ended).toEqual([[asked[0], 'net::ERR_ABORTED']])
})

test('pages that cannot be made are said to be so, those from before stay, and it can be tried again', async () => {
  const { page } = await openPage(place(DRAFT_ID, { tolerate: [/status of 409/] }))
  await composed(page)
  await press(page, 'Pages')
  await drawing(page, 1).waitFor()
  const answer = { status: 409, contentType: 'application/problem+json', json: { title: 'Come back at noon.' } }
  await page.route(PAGES, (route) => route.fulfill(answer))
  await page.getByRole('button', { name: 'Refresh data' }).click()
  const note = page.getByRole('status').filter({ hasText: 'Come back at noon.' })
  await note.getByText('These are the pages from before.').waitFor()
  expect(await inkOf(page, 1)).toBeGreaterThan(0.02)
  await expectAccessible(page)
  await page.unroute(PAGES)
  await note.getByRole('button', { name: 'Try again' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ pages$/ })
    .waitFor()
  expect(await page.getByText('Come back at noon.').count()).toBe(0)
})

test.each([
  [1440, 'dark', 2],
  [390, 'light', 1],
  [390, 'dark', 3],
] as const)(
  'pages are as wide as their column and sharp at %i pixels, %s, of a density of %i',
  async (width, theme, density) => {
    const { page } = await openPage(place(DRAFT_ID, { width, theme, density }))
    await composed(page)
    await press(page, 'Pages')
    await drawing(page, 1).waitFor()
    await figures(page).first().scrollIntoViewIfNeeded()
    await screenshot(page, `briefing-pages-${width}-${theme}`)
    const sheet = await figures(page).first().locator('div').boundingBox()
    const column = await page.getByRole('region', { name: 'Preview' }).boundingBox()
    expect(sheet?.width).toBe(column?.width)
    const { pixels, ground } = await drawing(page, 1).evaluate((element) => {
      const canvas = element as HTMLCanvasElement
      const [red, green, blue] = canvas.getContext('2d')?.getImageData(2, 2, 1, 1).data ?? []
      return { pixels: canvas.width, ground: [red, green, blue] }
    })
    expect(Math.abs(pixels - (sheet?.width ?? 0) * density)).toBeLessThan(1)
    expect(ground).toEqual([255, 255, 255])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await expectAccessible(page)
  },
)

test('of many pages only those near the window are drawn', async () => {
  const { page, context } = await openPage({ role: 'reviewer' })
  context.setDefaultTimeout(60_000)
  await page.goto(place(LARGE_DRAFT_ID).path)
  await composed(page)
  await press(page, 'Pages')
  await drawing(page, 1).waitFor()
  const count = await figures(page).count()
  expect(count).toBeGreaterThan(60)
  await figures(page).last().scrollIntoViewIfNeeded()
  await drawing(page, count).waitFor()
  expect(await drawn(page)).toBeLessThan(8)
  expect(await drawing(page, 1).count()).toBe(0)
}, 120_000)
