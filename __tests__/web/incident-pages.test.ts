import { baseUrl, expectAccessible, openPage, screenshot } from '../support/browser'
import { NEW } from '../support/incident-form'

/** The looks that the test of every page leaves out. */
const WINDOWS = [
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 390 },
] as const

test.each(WINDOWS)(
  'list, form, incident and edit are accessible and do not overflow, $theme at $width px',
  async (window) => {
    const { theme, width } = window
    const { page } = await openPage({ role: 'analyst', width, height: 850, theme })
    for (const path of ['/incidents', NEW, '/incidents/AZE-RUS/RA-010', '/incidents/AZE-RUS/RA-010/edit']) {
      await page.goto(path)
      // By its role: what is still being streamed in stands in the page twice for a moment, and is hidden once.
      await page.getByRole('heading', { level: 1 }).waitFor()
      if (/new|edit/.test(path)) await page.locator('form[data-ready]').waitFor()
      await expectAccessible(page)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect({ path, overflow }).toEqual({ path, overflow: 0 })
      await screenshot(page, `incidents${path.slice('/incidents'.length).replaceAll('/', '-')}-${width}-${theme}`)
    }
  },
)

test('the CSV is exactly what the filter shows', async () => {
  const { page, context } = await openPage({ role: 'viewer', path: '/incidents?category=media&status=approved' })
  const shown = await page.locator('tbody tr').count()
  expect(shown).toBeGreaterThan(0)
  const href = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')
  const text = await (await context.request.get(`${baseUrl()}${href}`)).text()
  expect(text.trim().split(/\r?\n(?=\S)/).length - 1).toBe(shown)
  await page.getByRole('link', { name: /Take off the filter: Media/ }).click()
  await page.waitForURL((url) => !url.search.includes('category'))
  await page.goto('/incidents?q=nothingcanmatchthis')
  await page.getByText('Nothing matches').waitFor()
})
