import type { Page } from 'playwright-core'

/*
 * The incident form as somebody without a mouse works it.
 */

/** Where an incident is logged. */
export const NEW = '/incidents/new'

/** Waits until the form takes keys, which is after it has looked for what was typed before. */
export async function formReady(page: Page): Promise<void> {
  await page.locator('form[data-ready]').waitFor()
}

/** Types into whatever holds the focus, then goes on with Tab. */
export async function fill(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

/** Presses Tab until the field of that id holds the focus: the way of somebody without a mouse. */
export async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached #${id}`)
}

/** Types a date into the field that holds the focus, in whichever order this browser's language puts day and month. */
export async function typeDate(page: Page, id: string, [year, month, day]: [string, string, string]): Promise<void> {
  await page.keyboard.type(`${month}${day}${year}`)
  if ((await page.locator(`#${id}`).inputValue()) !== `${year}-${month}-${day}`) {
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(`${day}${month}${year}`)
  }
  expect(await page.locator(`#${id}`).inputValue()).toBe(`${year}-${month}-${day}`)
}

/** The covered weeks of the trend with their closes, as its table says them. */
export async function weeklyCloses(page: Page): Promise<{ week: string; close: string }[]> {
  await page.goto('/dyads/AZE-RUS')
  const trend = page.getByRole('figure', { name: 'Weekly close' })
  // The chart is drawn by the browser: once it is there, the button beside it listens.
  await trend.locator('svg.recharts-surface').first().waitFor()
  await trend.getByRole('button', { name: 'Table of Weekly close' }).click()
  await trend.getByRole('rowheader', { name: '2025-W27' }).waitFor()
  const rows = await trend.locator('tbody tr').allTextContents()
  return rows.flatMap((text) => {
    const [, week, close] = /^(\d{4}-W\d\d)\d{4}-\d\d-\d\d(\d+\.\d)/.exec(text) ?? []
    return close === undefined ? [] : [{ week, close }]
  })
}

/** A whole incident from the keyboard alone, from the actor to the last source; the form is empty. */
export async function typeIncident(page: Page, title: string): Promise<void> {
  await tabTo(page, 'actor')
  await fill(page, 'rus')
  await tabTo(page, 'target')
  await fill(page, 'azerb')
  await tabTo(page, 'date')
  await typeDate(page, 'date', ['2025', '07', '06'])
  await tabTo(page, 'code')
  await fill(page, 'dip+4')
  await tabTo(page, 'confidence-high')
  await page.keyboard.press('Space')
  await tabTo(page, 'title')
  await fill(page, title)
  await tabTo(page, 'sources.0.outlet')
  await fill(page, 'Report.az')
  await tabTo(page, 'sources.0.reliability')
  await page.keyboard.type('B')
  await tabTo(page, 'credibility')
  await page.keyboard.type('2')
}
