import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Role } from '@/lib/auth/permissions'
import { firstAccount } from './server'
import { startDesk } from './web-desk'

/*
 * What a browser test works with: one desk and one Chromium a file, pages that are signed in already, and a test that fails on any
 * error in the browser's console, whatever else it asserts.
 */

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface PageOptions {
  /** Who is signed in; nobody where it is left out. */
  role?: Role
  /** Of the window, in pixels. */
  width?: number
  height?: number
  /** Pixels of the screen in one of the window's, a side. */
  density?: number
  theme?: 'light' | 'dark'
  /** Where to go first. */
  path?: string
  /** Messages of the console that belong to the test, such as the 403 that it asks for. */
  tolerate?: RegExp[]
}

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>

let desk: Awaited<ReturnType<typeof startDesk>> | undefined
let browser: Promise<Browser> | undefined
let contexts: BrowserContext[] = []
let complaints: string[] = []
const cookies = new Map<Role, Promise<Cookies>>()

function theDesk(): Awaited<ReturnType<typeof startDesk>> {
  if (!desk) throw new Error('The desk of this file has not started.')
  return desk
}

// The first page of a file signs in first, with a server that has just started.
jest.setTimeout(180_000)

beforeAll(async () => {
  desk = await startDesk()
})

afterEach(async () => {
  const heard = complaints
  const open = contexts
  complaints = []
  contexts = []
  await Promise.all(open.map((context) => context.close()))
  expect(heard).toEqual([])
})

afterAll(async () => {
  await (await browser)?.close()
  await desk?.end()
})

/** Address of the server under test, without a slash at the end. */
export function baseUrl(): string {
  return theDesk().server.url
}

/** Login and password of the role's account on the server under test. */
export function credentials(role: Role): { login: string; password: string } {
  return firstAccount(theDesk().dataDir, role)
}

function launch(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: process.env.CHROMIUM_PATH, headless: true, args: ARGUMENTS })
  return browser
}

function listen(page: Page, tolerate: RegExp[]): void {
  const hear = (what: string) => {
    if (!tolerate.some((pattern) => pattern.test(what))) complaints.push(`${page.url()}: ${what}`)
  }
  page.on('console', (message) => {
    if (message.type() === 'error') hear(`${message.text()} [${message.location().url}]`)
  })
  page.on('pageerror', (error) => hear(String(error)))
}

/** Fills in the sign-in form and waits to be let in. */
export async function signIn(page: Page, role: Role): Promise<void> {
  const { login, password } = credentials(role)
  await page.goto(`${baseUrl()}/sign-in`)
  await page.getByLabel('Account').fill(login)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** What never comes fails a test; what a busy machine takes a while for does not. */
function waitPatiently(context: BrowserContext): void {
  context.setDefaultTimeout(60_000)
  context.setDefaultNavigationTimeout(60_000)
}

/** The cookies of a signed-in role: got through the form once a file of tests, however many pages ask at once. */
function signedIn(role: Role): Promise<Cookies> {
  const got = cookies.get(role) ?? cookiesOf(role)
  cookies.set(role, got)
  // One that failed is no answer to the next test.
  got.catch(() => cookies.delete(role))
  return got
}

async function cookiesOf(role: Role): Promise<Cookies> {
  const context = await (await launch()).newContext()
  waitPatiently(context)
  await signIn(await context.newPage(), role)
  const state = await context.storageState()
  await context.close()
  return state
}

/**
 * Makes `goto` and `reload` of a page wait for all of it. What arrives late stands hidden at the end of the page until React moves it to its place, some
 * frames after the browser says that it has loaded.
 */
function goToWholePages(page: Page): void {
  const [go, again] = [page.goto.bind(page), page.reload.bind(page)]
  const whole = () =>
    page.waitForFunction(() => !document.querySelector('template[id^="B:"], body > [hidden][id^="S:"]'))
  page.goto = async (...where) => {
    const answer = await go(...where)
    await whole()
    return answer
  }
  page.reload = async (...how) => {
    const answer = await again(...how)
    await whole()
    return answer
  }
}

/** Opens a page in a window of its own. Errors in its console fail the test that is running. */
export async function openPage(options: PageOptions = {}): Promise<{ page: Page; context: BrowserContext }> {
  const { role, width = 1280, height = 900, density = 1, theme = 'light', path, tolerate = [] } = options
  const context = await (await launch()).newContext({
    baseURL: baseUrl(),
    viewport: { width, height },
    deviceScaleFactor: density,
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    storageState: role && (await signedIn(role)),
    acceptDownloads: true,
  })
  contexts.push(context)
  waitPatiently(context)
  context.on('page', (page) => {
    listen(page, tolerate)
    goToWholePages(page)
  })
  const page = await context.newPage()
  if (path) await page.goto(path)
  return { page, context }
}

/** Fails with a list that people can read when axe finds a violation of WCAG 2 A or AA, or of its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  // A table that scrolls becomes a stop of the Tab key once the page's scripts have measured it.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('[data-scroll]')].every(
      (box) => box.scrollWidth <= box.clientWidth || box.tabIndex === 0,
    ),
  )
  // Legacy mode asks each frame by itself and puts nothing together afterwards: with no frames the same answer in a third of the time. And
  // so does, once more, not to be told of each element that is as it should be.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(' ')}: ${node.any[0]?.message ?? node.failureSummary}`)
    return `${id}: ${help}\n${places.join('\n')}`
  })
  expect(found).toEqual([])
}

/** With SCREENSHOTS=1, keeps a picture of the whole page in `screenshots/`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return
  const path = join(process.cwd(), 'screenshots', `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
}

/** Waits until the page takes keys: React has taken over what the server drew at a place, by default the page's heading. */
export async function keysReady(page: Page, selector = 'main h1'): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction((place) => {
    const element = document.querySelector(place)
    return element !== null && Object.keys(element).some((key) => key.startsWith('__reactProps'))
  }, selector)
  // The marks are there before the page listens: that is done when the browser has nothing left to do, which it does not always say.
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestIdleCallback(() => done())
        setTimeout(done, 500)
      }),
  )
}
