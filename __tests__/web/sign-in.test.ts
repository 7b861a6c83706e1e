import type { Page } from 'playwright-core'
import { baseUrl, credentials, expectAccessible, openPage, screenshot } from '../support/browser'

/** The browser itself reports a refused attempt in its console. */
const REFUSED = /status of 401/
/** A page that is open when its session ends asks for live news once more. */
const ENDED = /status of 401/

async function attempt(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Account').fill(login)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const failure = (page: Page) => page.locator('form [aria-live]').filter({ hasText: /\w/ })

test('without a session every address leads to the sign-in page, or is refused', async () => {
  for (const path of ['/', '/dyads/AZE-RUS', '/settings/accounts', '/no/such/page']) {
    const response = await fetch(baseUrl() + path, { redirect: 'manual' })
    expect([path, response.status]).toEqual([path, 303])
    expect(response.headers.get('location')).toMatch(/^\/sign-in/)
  }
  const api = await fetch(`${baseUrl()}/api/v1/incidents`)
  expect(api.status).toBe(401)
  expect(api.headers.get('content-type')).toBe('application/problem+json')
  expect((await fetch(`${baseUrl()}/api/health`)).status).toBe(200)
})

test('a made-up session cookie opens nothing', async () => {
  const headers = { cookie: 'next-auth.session-token=made-up' }
  const response = await fetch(`${baseUrl()}/account`, { headers, redirect: 'manual' })
  expect(response.headers.get('location')).toBe('/sign-in?next=%2Faccount')
})

test('every answer carries the security headers, and no two the same nonce', async () => {
  const nonces: string[] = []
  for (const path of ['/sign-in', '/sign-in', '/api/health', '/icon.svg']) {
    const { headers } = await fetch(baseUrl() + path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
    expect(policy).toContain("; worker-src 'self';")
    nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
  }
  expect(new Set(nonces).size).toBe(4)
})

test('signing in leads back to the page that was asked for', async () => {
  const { page, context } = await openPage({ path: '/account?from=a-link' })
  const { login, password } = credentials('reviewer')
  await attempt(page, login, password)
  await page.waitForURL(`${baseUrl()}/account?from=a-link`)
  const session = (await context.cookies()).find(({ name }) => name.endsWith('session-token'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
  'signing in never leads to %s',
  async (next) => {
    const { page } = await openPage({ role: 'viewer', path: `/sign-in?next=${encodeURIComponent(next)}` })
    expect(new URL(page.url()).origin).toBe(baseUrl())
  },
)

test('a failed attempt says so, keeps the account and takes the password again; the sixth has to wait', async () => {
  const { page } = await openPage({ path: '/sign-in', tolerate: [REFUSED] })
  const login = `nobody-${Date.now()}`
  await attempt(page, login, 'not a password')
  expect(await failure(page).textContent()).toBe('Account and password do not match.')
  expect(await page.getByLabel('Account').inputValue()).toBe(login)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password')
  for (let i = 2; i <= 6; i++) {
    const answered = page.waitForResponse((response) => response.url().includes('/callback/credentials'))
    await attempt(page, login, 'not a password')
    await answered
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  }
  expect(await failure(page).textContent()).toMatch(/^Too many attempts\. Try again in \d+ minutes\.$/)
})

test('an account that an admin makes works at once, and ends at once when it is deactivated', async () => {
  const { page: admin } = await openPage({ role: 'admin', path: '/settings/accounts' })
  const login = `guest-${Date.now()}`
  await admin.getByLabel('Login').fill(login)
  await admin.getByLabel('Name').fill('A guest')
  await admin.getByRole('button', { name: 'Add account' }).click()
  const password = (await admin.getByRole('status').locator('code').textContent()) ?? ''
  await expectAccessible(admin)

  const { page: guest } = await openPage({ path: '/sign-in?next=/account', tolerate: [ENDED] })
  await attempt(guest, login, password)
  await guest.waitForURL(`${baseUrl()}/account`)

  await admin.getByRole('button', { name: `Deactivate ${login}` }).click()
  await admin.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await admin.getByRole('button', { name: `Reactivate ${login}` }).waitFor()
  await guest.reload()
  expect(guest.url()).toBe(`${baseUrl()}/sign-in?next=%2Faccount`)
})

test('changing the password keeps this session and ends the others', async () => {
  const { page: admin } = await openPage({ role: 'admin', path: '/settings/accounts' })
  const login = `mover-${Date.now()}`
  await admin.getByLabel('Login').fill(login)
  await admin.getByLabel('Name').fill('A mover')
  await admin.getByRole('button', { name: 'Add account' }).click()
  const password = (await admin.getByRole('status').locator('code').textContent()) ?? ''

  const sessions = await Promise.all([1, 2].map(() => openPage({ path: '/sign-in?next=/account', tolerate: [ENDED] })))
  for (const { page } of sessions) {
    await attempt(page, login, password)
    await page.waitForURL(`${baseUrl()}/account`)
  }
  const [here, there] = sessions.map(({ page }) => page)
  await here.getByLabel('Password now').fill(password)
  await here.getByLabel('New password *', { exact: true }).fill('a password of my own')
  await here.getByLabel('New password again').fill('a password of my own')
  await here.getByRole('button', { name: 'Change password' }).click()
  await here.getByText('Password changed').waitFor()
  await here.reload()
  await here.getByRole('heading', { name: 'Your account' }).waitFor()
  await there.reload()
  expect(new URL(there.url()).pathname).toBe('/sign-in')
})

test.each(['viewer', 'analyst', 'reviewer'] as const)('the admin pages show a %s nothing', async (role) => {
  for (const path of ['/settings/accounts', '/settings/sign-ins']) {
    const { page } = await openPage({ role, path })
    await page.getByRole('heading', { name: 'Not for your role' }).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
  }
})

const LOOKS = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 390 },
] as const

test.each(LOOKS)('the sign-in page has no axe violation, $theme at $width px', async ({ theme, width }) => {
  const { page } = await openPage({ path: '/sign-in', theme, width })
  await page.getByLabel('Account').waitFor()
  await expectAccessible(page)
  await screenshot(page, `sign-in-${width}-${theme}`)
})

const PAGES = ['/account', '/settings/accounts', '/settings/sign-ins']

test.each(PAGES.flatMap((path) => LOOKS.map((look) => ({ path, ...look }))))(
  '$path has no axe violation, $theme at $width px',
  async ({ path, theme, width }) => {
    const { page } = await openPage({ role: 'admin', path, theme, width })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page)
    await screenshot(page, `${path.slice(1).replaceAll('/', '-')}-${width}-${theme}`)
  },
)
