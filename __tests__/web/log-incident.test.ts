import type { Page } from 'playwright-core'
import { baseUrl, expectAccessible, openPage, screenshot, signIn } from '../support/browser'

const NEW = '/incidents/new'

/** Waits until the form takes keys, which is after it has looked for what was typed before. */
async function formReady(page: Page): Promise<void> {
  await page.locator('form[data-ready]').waitFor()
}

/** Types into whatever holds the focus, then goes on with Tab. */
async function fill(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

/** Presses Tab until the field of that id holds the focus: the way of somebody without a mouse. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached #${id}`)
}

/** Types a date into the field that holds the focus, in whichever order this browser's language puts day and month. */
async function typeDate(page: Page, id: string, [year, month, day]: [string, string, string]): Promise<void> {
  await page.keyboard.type(`${month}${day}${year}`)
  if ((await page.locator(`#${id}`).inputValue()) !== `${year}-${month}-${day}`) {
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(`${day}${month}${year}`)
  }
  expect(await page.locator(`#${id}`).inputValue()).toBe(`${year}-${month}-${day}`)
}

/** The covered weeks of the trend with their closes, as its table says them. */
async function weeklyCloses(page: Page): Promise<{ week: string; close: string }[]> {
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
async function typeIncident(page: Page, title: string): Promise<void> {
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

test('an analyst logs an incident by keyboard alone and the dyad’s last week changes', async () => {
  const { page } = await openPage({ role: 'analyst' })
  const before = await weeklyCloses(page)
  await page.goto(NEW)
  await formReady(page)
  await typeIncident(page, 'Consul told to leave within two days')
  await page.getByTestId('effect').getByText('2025-W27').waitFor()
  await screenshot(page, 'log-incident')
  await page.keyboard.press('Control+Enter')
  const message = (await page.getByTestId('new-close').textContent()) ?? ''
  const [, from, to] = /now ([\d.]+) → ([\d.]+)/.exec(message) ?? []
  const after = await weeklyCloses(page)
  expect(before.find(({ week }) => week === '2025-W27')?.close).toBe(from)
  expect(after.find(({ week }) => week === '2025-W27')?.close).toBe(to)
  const [lastBefore, lastAfter] = [before.at(-1), after.at(-1)]
  expect(lastAfter?.week).toBe(lastBefore?.week)
  expect(Number(lastAfter?.close)).toBeGreaterThan(Number(lastBefore?.close))
})

test('what was typed when the page was reloaded is there again, and can be set aside and had back', async () => {
  const { page } = await openPage({ role: 'analyst', path: NEW })
  await formReady(page)
  await tabTo(page, 'title')
  await page.keyboard.type('Half a title, then the power fai')
  await page.reload()
  await page.getByText(/Restored what you had typed at \d\d:\d\d/).waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Half a title, then the power fai')
  await page.getByRole('button', { name: 'Start afresh' }).press('Enter')
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await page.getByText(/Restored what you had typed/).waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Half a title, then the power fai')
})

test('two tabs never write one draft, and a tab that was closed leaves its draft to the next', async () => {
  const { page, context } = await openPage({ role: 'analyst', path: NEW })
  await formReady(page)
  await page.getByLabel('Title').fill('Typed in the first tab')
  const second = await context.newPage()
  await second.goto(NEW)
  await formReady(second)
  expect(await second.getByLabel('Title').inputValue()).toBe('')
  await second.getByLabel('Title').fill('Typed in the second tab')
  await page.reload()
  await page.getByText(/Restored/).waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Typed in the first tab')
  await second.waitForTimeout(400)
  await second.close()
  const third = await context.newPage()
  await third.goto(NEW)
  await third.getByText(/Restored/).waitFor()
  expect(await third.getByLabel('Title').inputValue()).toBe('Typed in the second tab')
})

test('save and next keeps pair, date and source, clears what told of the one act, and goes on at the indicator', async () => {
  const { page } = await openPage({ role: 'analyst', path: NEW })
  await formReady(page)
  await typeIncident(page, 'First of a series')
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByText('First of a series').waitFor()
  await formReady(page)
  expect(await page.getByLabel('Title').inputValue()).toBe('')
  expect(await page.locator('#actor').inputValue()).toBe('Russia')
  expect(await page.locator('#date').inputValue()).toBe('2025-07-06')
  expect(await page.locator('[id="sources.0.outlet"]').inputValue()).toBe('Report.az')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('code')
  await fill(page, 'med+2')
  await tabTo(page, 'title')
  await page.keyboard.type('Second of a series')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: /Second of a series/ }).waitFor()
})

test('faults are said at their fields and in a summary, the first one holds the focus, and nothing typed is dropped', async () => {
  const { page } = await openPage({ role: 'analyst', path: NEW })
  await formReady(page)
  await tabTo(page, 'title')
  await page.keyboard.type('A title and nothing else')
  await page.keyboard.press('Control+Enter')
  const summary = page.getByRole('alert').filter({ hasText: 'Some fields need another look' })
  await summary.getByRole('link', { name: 'Indicator' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'actor')
  expect(await page.locator('#actor-error').textContent()).toContain('Choose the actor')
  expect(await page.getByLabel('Title').inputValue()).toBe('A title and nothing else')
  await summary.getByRole('link', { name: 'Indicator' }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('code')
  await expectAccessible(page)
})

test('a session that ended keeps the text: signing in elsewhere lets the same save through, once', async () => {
  const { page, context } = await openPage({ tolerate: [/401|403|Failed to load resource/] })
  await signIn(page, 'analyst')
  await page.goto(NEW)
  await formReady(page)
  await typeIncident(page, 'Typed before the session ended')
  await context.clearCookies()
  await page.keyboard.press('Control+Enter')
  const way = page.getByRole('link', { name: /Sign in again/ })
  await way.waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Typed before the session ended')
  expect(await way.getAttribute('target')).toBe('_blank')
  const other = await context.newPage()
  await signIn(other, 'analyst')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: /Typed before the session ended/ }).waitFor()
  const list = await context.request.get(`${baseUrl()}/api/v1/incidents?q=%22before+the+session+ended%22`)
  expect((await list.json()).rows).toHaveLength(1)
})

test('a save whose answer was lost can be repeated: one incident comes of it, with the words typed since', async () => {
  const { page, context } = await openPage({ role: 'analyst', path: NEW, tolerate: [/Failed to load|fetch/] })
  await formReady(page)
  await typeIncident(page, 'The answer got lost')
  // The request reaches the server, its answer never reaches the page.
  await page.route('**/incidents/new', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    await route.abort()
  })
  await page.keyboard.press('Control+Enter')
  await page.getByText(/it is not known whether this was saved/).waitFor()
  await page.unroute('**/incidents/new')
  await page.getByLabel('Title').fill('The answer got lost, the words did not')
  await page.reload()
  await page.getByText(/Restored/).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: /the words did not/ }).waitFor()
  const list = await context.request.get(`${baseUrl()}/api/v1/incidents?q=%22answer+got+lost%22`)
  const { rows } = await list.json()
  expect(rows.map((row: { title: string }) => row.title)).toEqual(['The answer got lost, the words did not'])
})

test('likely duplicates are shown while typing, and stop nobody', async () => {
  const { page } = await openPage({ role: 'analyst', path: `${NEW}?actor=AZE&target=RUS&date=2025-07-01` })
  await formReady(page)
  await page.getByLabel('Title').fill('Local media call the journalists FSB staff')
  const similar = page.getByTestId('similar')
  await similar
    .getByRole('link', { name: /This is the same: open it/ })
    .first()
    .waitFor()
  expect(await similar.getByRole('link').first().getAttribute('target')).toBe('_blank')
  expect(await page.getByRole('button', { name: 'Submit', exact: true }).isEnabled()).toBe(true)
})

test('logging the answer starts with actor and target swapped and the two linked', async () => {
  const { page } = await openPage({ role: 'analyst', path: '/incidents/AZE-RUS/RA-010' })
  await page.getByRole('link', { name: 'Log the answer' }).press('Enter')
  await formReady(page)
  expect(page.url()).toContain('answers=AZE-RUS/RA-010')
  const [actor, target] = [page.locator('#actor'), page.locator('#target')]
  expect([await actor.inputValue(), await target.inputValue()].sort()).toEqual(['Azerbaijan', 'Russia'])
  expect(await page.locator('#respondsTo').inputValue()).toContain('RA-010')
  expect(await page.locator('#respondsBasis-analyst').isChecked()).toBe(true)
})

test('a stale edit is put side by side with the other’s and merges by choice', async () => {
  const path = '/incidents/AZE-RUS/RA-017/edit'
  const { page: mine } = await openPage({ role: 'analyst', path })
  const { page: theirs } = await openPage({ role: 'reviewer', path })
  await formReady(mine)
  await formReady(theirs)
  await theirs.getByLabel('Title').fill('Their title')
  await theirs.locator('#credibility').selectOption('3')
  await theirs.keyboard.press('Control+Enter')
  await theirs.getByText('Saved as revision 2').waitFor()
  await mine.getByLabel('Title').fill('My title')
  await mine.getByLabel('Summary').fill('My summary')
  await mine.keyboard.press('Control+Enter')
  const dialog = mine.getByRole('dialog', { name: /changed this incident while you were editing/ })
  await dialog.getByText('My title').waitFor()
  await dialog.getByText('Their title').waitFor()
  await expectAccessible(mine)
  await screenshot(mine, 'merge')
  await dialog.getByRole('radio', { name: /’s/ }).check()
  await dialog.getByRole('button', { name: 'Save the merge' }).press('Enter')
  await mine.getByText('Saved as revision 3').waitFor()
  await mine.goto('/incidents/AZE-RUS/RA-017')
  await mine.getByRole('heading', { level: 1, name: 'Their title' }).waitFor()
  await mine.getByText('My summary').first().waitFor()
  expect(await mine.locator('#history').textContent()).toContain('My summary')
})

test('a stale edit can overwrite the other’s instead, and both stay in the history', async () => {
  const path = '/incidents/AZE-RUS/RA-018/edit'
  const { page: mine } = await openPage({ role: 'analyst', path })
  const { page: theirs } = await openPage({ role: 'reviewer', path })
  await formReady(mine)
  await formReady(theirs)
  await theirs.getByLabel('Title').fill('Overwritten title')
  await theirs.keyboard.press('Control+Enter')
  await theirs.getByText('Saved as revision 2').waitFor()
  await mine.getByLabel('Title').fill('Final title')
  await mine.keyboard.press('Control+Enter')
  await mine.getByRole('button', { name: 'Overwrite with mine' }).press('Enter')
  await mine.getByText('Saved as revision 3').waitFor()
  await mine.goto('/incidents/AZE-RUS/RA-018')
  await mine.getByRole('heading', { level: 1, name: 'Final title' }).waitFor()
  expect(await mine.locator('#history').textContent()).toContain('Overwritten title')
})

test('a retracted incident stays visible, struck and with its reason', async () => {
  const { page } = await openPage({ role: 'analyst', path: '/incidents/AZE-RUS/RA-019' })
  await page.getByRole('button', { name: 'Retract' }).press('Enter')
  await page.getByLabel('Why it is retracted').fill('It was the same act as RA-018')
  await page.getByRole('dialog').getByRole('button', { name: 'Retract' }).press('Enter')
  await page.getByText('Retracted: it adds nothing to the score').waitFor()
  await page.getByText('It was the same act as RA-018').first().waitFor()
  expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0)
  await page.goto('/incidents?status=retracted')
  await page.getByRole('row').filter({ hasText: 'Retracted' }).first().waitFor()
})

const WINDOWS = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 390 },
  { theme: 'dark', width: 390 },
] as const

test.each(WINDOWS)(
  'list, form, incident and edit are accessible and do not overflow, $theme at $width px',
  async (window) => {
    const { theme, width } = window
    const { page } = await openPage({ role: 'analyst', width, height: 850, theme })
    for (const path of ['/incidents', NEW, '/incidents/AZE-RUS/RA-010', '/incidents/AZE-RUS/RA-010/edit']) {
      await page.goto(path)
      await page.locator(/new|edit/.test(path) ? 'form[data-ready]' : 'h1').waitFor()
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
