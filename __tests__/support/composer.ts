import type { Page } from 'playwright-core'
import { keysReady } from './browser'

/*
 * The page on which a briefing is composed, in a browser.
 */

/** The document of the preview. */
export const preview = (page: Page) => page.frameLocator('iframe[title^="Preview"]')

/** The sentence of the preview that has the focus, or stands chosen. */
export const chosen = (page: Page) => preview(page).locator('[aria-current]')

/** Waits until the preview is drawn and takes keys. */
export async function composed(page: Page): Promise<void> {
  await keysReady(page)
  await preview(page).locator('[data-key]').first().waitFor({ state: 'attached' })
}
