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

/** Opens a page in a look and says what is wrong with it there. */
async function lookAt([name, path, role]: Place, { width, theme }: Look): Promise<void> {
  const { page } = await openPage({ role, path, width, theme, tolerate: [/status of 404/] })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  await screenshot(page, `${name}-${width}-${theme}`)
  await expectAccessible(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([name, width, Math.max(0, overflow)]).toEqual([name, width, 0])
}

/** Gives each of some pages a test of its looks. */
export function testEveryLook(places: Place[]): void {
  test.each(places)(
    '%s has no accessibility violation, nor scrolls sideways, in any look',
    async (...place) => {
      const looks = process.env.SCREENSHOTS ? [...LOOKS, ...MORE_LOOKS] : LOOKS
      // At once: each waits for the server more than it works.
      await Promise.all(looks.map((look) => lookAt(place, look)))
    },
    120_000,
  )
}
