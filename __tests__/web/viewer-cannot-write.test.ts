import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { baseUrl, openPage } from '../support/browser'

const REFUSALS = [/Failed to load resource/]

const INCIDENT = {
  kind: 'incident',
  actor: 'AZE',
  target: 'RUS',
  date: '2025-07-05',
  code: 'MED+2',
  credibility: 2,
  confidence: 'high',
  title: 'Logged only to be copied',
  sources: [{ outlet: 'Report.az', reliability: 'C' }],
}

/** A body that each route which takes a POST would act on, were it sent by somebody who may. */
const BODIES: Record<string, unknown> = {
  '/api/v1/briefings/[id]/exports': { format: 'md' },
  '/api/v1/briefings/[id]/publication': { baseRevision: 1 },
  '/api/v1/dyads/[dyad]/annotations': { id: crypto.randomUUID(), date: '2025-07-05', text: 'Written by a viewer' },
  '/api/v1/incidents': { incident: { ...INCIDENT, title: 'Logged by a viewer' }, submit: true },
  '/api/v1/incidents/preview': { incident: INCIDENT },
  '/api/v1/incidents/similar': { incident: INCIDENT },
  '/api/v1/samples/preview': { filter: {}, coders: [], excludeOwn: true },
  '/api/v1/review/approve': { dyadId: 'AZE-RUS', id: 'RA-010', baseRevision: 1, comment: '' },
  '/api/v1/review/return': { dyadId: 'AZE-RUS', id: 'RA-010', baseRevision: 1, comment: 'By a viewer' },
}

/** What asks with a POST and writes nothing, also for a viewer. */
const QUESTIONS: Record<string, unknown> = {
  '/api/v1/watch/back-test': {
    condition: { kind: 'move', points: 10, way: 'up' },
    where: { reach: 'dyad', dyadId: 'AZE-RUS' },
  },
}

/** The addresses of the routes under `app/api/v1` that take a POST, from the files themselves. */
function postRoutes(): string[] {
  const root = join(process.cwd(), 'app/api/v1')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  return files
    .filter((file) => /export (const|async function|function) POST\b/.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => `/api/v1/${file.replace(/\/?route\.ts$/, '')}`)
}

/** Sends a POST from inside the page, as its own scripts would. */
async function post(page: Page, path: string, body: string, headers: Record<string, string>) {
  return page.evaluate(
    async ([url, content, head]) => {
      const response = await fetch(url, { method: 'POST', body: content, headers: head })
      return { status: response.status, text: await response.text() }
    },
    [path, body, headers] as const,
  )
}

interface Captured {
  path: string
  action: string
  body: string
}

/** What the page sends when a server action is called. */
function actionOf(request: Request): Captured {
  const { pathname } = new URL(request.url())
  return { path: pathname, action: request.headers()['next-action'] ?? '', body: request.postData() ?? '' }
}

const isAction = (request: Request) => request.method() === 'POST' && 'next-action' in request.headers()

/** The whole record of the dyad, as anybody who may read sees it. */
async function recordOf(context: BrowserContext): Promise<unknown[]> {
  const response = await context.request.get(`${baseUrl()}/api/v1/incidents?dyad=AZE-RUS&sort=recorded`)
  const { rows } = await response.json()
  expect(rows.length).toBeGreaterThan(20)
  const annotations = await context.request.get(`${baseUrl()}/api/v1/dyads/AZE-RUS/annotations`)
  return [...rows, await annotations.json()]
}

test('a viewer is offered nothing to write with', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/incidents' })
  expect(await page.getByRole('link', { name: /New incident|Log an incident/ }).count()).toBe(0)
  await page.goto('/incidents/AZE-RUS/RA-010')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByRole('link', { name: /Edit|Log the answer/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: /retract/i }).count()).toBe(0)
  await page.goto('/dyads/AZE-RUS')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByRole('link', { name: 'Log incident' }).count()).toBe(0)
})

test('the pages with the form refuse a viewer', async () => {
  const { page } = await openPage({ role: 'viewer' })
  for (const path of ['/incidents/new', '/incidents/AZE-RUS/RA-010/edit']) {
    await page.goto(path)
    await page.getByText('Your role (viewer) may not do this.').waitFor()
    expect(await page.locator('main form, main input').count()).toBe(0)
  }
})

test('every route that takes a POST answers a viewer 403 and a stranger 401, and the record stays as it was', async () => {
  const routes = postRoutes()
  expect(routes.sort()).toEqual([...Object.keys(BODIES), ...Object.keys(QUESTIONS)].sort())
  const { page, context } = await openPage({ role: 'viewer', path: '/incidents', tolerate: REFUSALS })
  const { page: strangers } = await openPage({ path: '/sign-in', tolerate: REFUSALS })
  const { page: analysts } = await openPage({ role: 'analyst', path: '/incidents' })
  const before = await recordOf(context)
  const json = { 'content-type': 'application/json' }
  for (const [route, content] of Object.entries({ ...BODIES, ...QUESTIONS })) {
    const path = route.replace('[dyad]', 'AZE-RUS').replace('[id]', crypto.randomUUID())
    const body = JSON.stringify(content)
    const forViewer = route in QUESTIONS ? 200 : 403
    expect({ route, status: (await post(page, path, body, json)).status }).toEqual({ route, status: forViewer })
    expect({ route, status: (await post(strangers, path, body, json)).status }).toEqual({ route, status: 401 })
  }
  expect(await recordOf(context)).toEqual(before)
  // The bodies are good: the same preview is answered to somebody who may.
  const preview = '/api/v1/incidents/preview'
  expect((await post(analysts, preview, JSON.stringify(BODIES[preview]), json)).status).toBe(200)
})

test('a server action replayed with a viewer’s cookies, or with none, is refused and changes nothing', async () => {
  const { page: analyst } = await openPage({ role: 'analyst', path: '/incidents/new' })
  await analyst.locator('form[data-ready]').waitFor()
  const captured: Captured[] = []
  analyst.on('request', (request) => {
    if (isAction(request)) captured.push(actionOf(request))
  })
  await fillIncident(analyst)
  await analyst.keyboard.press('Control+Enter')
  const link = analyst.getByRole('link', { name: /Logged only to be copied/ })
  await link.waitFor()
  const path = (await link.getAttribute('href')) ?? ''
  await analyst.goto(`${path}/edit`)
  await analyst.locator('form[data-ready]').waitFor()
  await analyst.getByLabel('Summary').fill('Changed once')
  await analyst.keyboard.press('Control+Enter')
  await analyst.getByText('Saved as revision 2').waitFor()
  await analyst.goto(path)
  await analyst.getByRole('button', { name: 'Retract' }).click()
  await analyst.getByLabel('Why it is retracted').fill('Made for a test')
  await analyst.getByRole('dialog').getByRole('button', { name: 'Retract' }).click()
  await analyst.getByText('Retracted: it adds nothing to the score').waitFor()
  expect(captured).toHaveLength(3)

  const { page: viewer, context } = await openPage({ role: 'viewer', path: '/incidents', tolerate: REFUSALS })
  const { page: stranger } = await openPage({ path: '/sign-in', tolerate: REFUSALS })
  const before = await recordOf(context)
  for (const { path: address, action, body } of captured.map(aimedAnew)) {
    const headers = { 'next-action': action, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8' }
    expect((await post(viewer, address, body, headers)).text).toContain('"code":"FORBIDDEN"')
    expect((await post(stranger, address, body, headers)).text).not.toContain('"ok":true')
  }
  expect(await recordOf(context)).toEqual(before)
})

/** The same call as something that would work, were it allowed: a new incident, or the latest revision of another one. */
function aimedAnew({ path, action, body }: Captured): Captured {
  const anew = body
    .replace(/"requestId":"[^"]+"/, `"requestId":"${crypto.randomUUID()}"`)
    .replace(/"id":"AZE-RUS-\d+"/, '"id":"RA-020"')
    .replace(/"baseRevision":\d+/, '"baseRevision":1')
    .replace('Logged only to be copied', 'Replayed by a viewer')
  expect(anew).not.toBe(body)
  return { path, action, body: anew }
}

/** Fills the form in with what a copy needs. */
async function fillIncident(page: Page): Promise<void> {
  for (const [id, text] of [
    ['actor', 'AZE'],
    ['target', 'RUS'],
    ['code', 'MED+2'],
  ]) {
    await page.locator(`#${id}`).fill(text)
    await page.keyboard.press('Tab')
  }
  await page.locator('#date').fill('2025-07-05')
  await page.locator('#confidence-high').check()
  await page.getByLabel('Title').fill('Logged only to be copied')
  await page.locator('[id="sources.0.outlet"]').fill('Report.az')
  await page.locator('[id="sources.0.reliability"]').selectOption('C')
  await page.locator('#credibility').selectOption('2')
}
