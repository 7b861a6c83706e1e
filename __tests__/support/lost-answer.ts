import type { Page } from 'playwright-core'

/** What the console says of it. */
export const LOST_ANSWER = [/ERR_CONNECTION_RESET/]

/** Lets the next save of a page through to the server, and loses the answer on its way back. */
export async function loseAnswer(page: Page, address: string): Promise<void> {
  let lost = false
  await page.route(address, async (route) => {
    if (lost || route.request().method() !== 'POST') return route.fallback()
    lost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
}
