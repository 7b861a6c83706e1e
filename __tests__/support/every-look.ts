import type { Page } from 'playwright-core'
import type { Role } from '@/lib/auth/permissions'
import { expectAccessible, openPage, screenshot } from './browser'

const LOOKS = [
  { width: 1440, theme: 'light' },
  { width: 390, theme: 'dark' },
] as const
/** The other two pairs, which share their layout and their colours with the first; for whoever looks at the pictures. */
const MORE_LOOKS = [
  { width: 1440, theme: 'dark' },
  { width: 390, theme: 'light' },
] as const

type Look = (typeof LOOKS | typeof MORE_LOOKS)[number]

/** A page to look at: a name for its pictures, its path, and who opens it; nobody where the role is undefined. */
export type Place = [name: string, path: string, role: Role | undefined]

/** Turns an open page to a look, as somebody does who turns a window small and the light off, and says what is wrong with it there. */
async function lookAt(page: Page, name: string, { width, theme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.waitForFunction((dark) => document.documentElement.classList.contains('dark') === dark, theme === 'dark')
  // Charts are drawn anew once their room is measured.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))))
  await screenshot(page, `${name}-${width}-${theme}`)
  await expectAccessible(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([name, width, Math.max(0, overflow)]).toEqual([name, width, 0])
}

/** Turns an open page to each look, and says what is wrong with it there. Its window is left as wide as it was. */
export async function lookAtAll(page: Page, name: string): Promise<void> {
  const size = page.viewportSize()
  for (const look of process.env.SCREENSHOTS ? [...LOOKS, ...MORE_LOOKS] : LOOKS) await lookAt(page, name, look)
  if (size) await page.setViewportSize(size)
}

/** Gives each of some pages a test of its looks. */
export function testEveryLook(places: Place[]): void {
  test.each(places)(
    '%s has no accessibility violation, nor scrolls sideways, in any look',
    async (name, path, role) => {
      const { page } = await openPage({ role, path, width: LOOKS[0].width, tolerate: [/status of 404/] })
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      await lookAtAll(page, name)
    },
    120_000,
  )
}
