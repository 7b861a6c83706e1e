import { openPage } from '../support/browser'

/** From margin to margin of the A4 sheet that globals.css lays pages out on, in pixels of 1/96 inch, rounded up. */
const SHEET = 696

/** Prints a page, and gives the right edges of its charts as the printer found them, from the left margin. */
async function printedCharts(path: string): Promise<number[]> {
  const { page } = await openPage({ role: 'viewer', path, width: 1440 })
  await page.locator('figure svg').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => {
    const notes = window as unknown as { found: number[] }
    notes.found = []
    // Heard after the charts, which listened first.
    window.addEventListener('beforeprint', () => {
      const charts = [...document.querySelectorAll('figure svg[data-chart], .recharts-wrapper > svg')]
      notes.found = charts.map((chart) => chart.getBoundingClientRect().width)
    })
  })
  await page.pdf({ preferCSSPageSize: true })
  return page.evaluate(() => (window as unknown as { found: number[] }).found)
}

test.each([
  '/dyads/AZE-RUS',
  '/dyads/ARM-AZE/certainty',
  '/dyads/AZE-RUS/patterns',
  '/dyads/AZE-RUS/ahead',
  '/compare?dyads=AZE-RUS,ARM-AZE&range=all',
])('no chart of %s is wider than the sheet on which it is printed', async (path) => {
  const widths = await printedCharts(path)
  expect(widths.length).toBeGreaterThan(0)
  expect(Math.max(...widths)).toBeLessThanOrEqual(SHEET)
})
