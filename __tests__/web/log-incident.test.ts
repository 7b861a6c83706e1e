import type { Page } from 'playwright-core'
import { baseUrl, expectAccessible, openPage, screenshot, signIn } from '../support/browser'
import { approveAs } from '../support/desk-api'
import { fill, formReady, NEW, tabTo, typeIncident, weeklyCloses } from '../support/incident-form'

test('an analyst logs an incident by keyboard alone, and once it is approved the dyad’s last week changes', async () => {
  const { page, context } = await openPage({ role: 'analyst' })
  // However busy the machine is, what the entry would do is waited for.
  await context.addInitScript(() => {
    AbortSignal.timeout = () => new AbortController().signal
  })
  const before = await weeklyCloses(page)
  await page.goto(NEW)
  await formReady(page)
  await typeIncident(page, 'Consul told to leave within two days')
  await page.getByTestId('effect').getByText('2025-W27').waitFor()
  await screenshot(page, 'log-incident')
  await page.keyboard.press('Control+Enter')
  const message = (await page.getByTestId('new-close').textContent()) ?? ''
  const [, from, to] = /close ([\d.]+) → ([\d.]+)/.exec(message) ?? []
  const link = await page.getByRole('link', { name: /Consul told to leave/ }).getAttribute('href')
  expect(await weeklyCloses(page)).toEqual(before)
  await approveAs('reviewer', { dyadId: 'AZE-RUS', id: link?.split('/').at(-1) ?? '' })
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

/** From now on what the page stores is never stored to the end: a read keeps each write waiting for as long as the page lives. */
const storeNothingToTheEnd = (page: Page) =>
  page.evaluate(() => {
    IDBObjectStore.prototype.put = function readForEver(this: IDBObjectStore) {
      const read = this.count()
      read.onsuccess = () => void readForEver.call(this)
      return read as IDBRequest<IDBValidKey>
    }
  })

test('what was being stored when the page was left is there again, too', async () => {
  const { page } = await openPage({ role: 'analyst', path: NEW })
  await formReady(page)
  await storeNothingToTheEnd(page)
  await tabTo(page, 'title')
  await page.keyboard.type('Half stored')
  // Longer than the form waits before it stores what is typed.
  await page.waitForTimeout(600)
  await page.reload()
  await page.getByText(/Restored what you had typed at \d\d:\d\d/).waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Half stored')
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
  const held = (of: Page) => of.evaluate(async () => (await navigator.locks.query()).held?.length)
  const both = await held(page)
  await second.close()
  // The browser gives the lock of a closed tab back by itself.
  while ((await held(page)) === both) await page.waitForTimeout(50)
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
  await formReady(page)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: /the words did not/ }).waitFor()
  const list = await context.request.get(`${baseUrl()}/api/v1/incidents?q=%22answer+got+lost%22`)
  const { rows } = await list.json()
  expect(rows.map((row: { title: string }) => row.title)).toEqual(['The answer got lost, the words did not'])
})

test('keys that come while an entry is being saved go into nothing, and the next entry takes them once it is there', async () => {
  const { page, context } = await openPage({ role: 'analyst', path: NEW })
  await formReady(page)
  await typeIncident(page, 'Saved while somebody typed')
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/incidents/new', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await page.getByLabel('Title').focus()
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByRole('button', { name: 'Saving…' }).waitFor()
  await page.keyboard.type('njg l')
  await page.keyboard.press('Enter')
  expect(await page.getByLabel('Title').inputValue()).toBe('Saved while somebody typed')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('title')
  letGo()
  await page.getByRole('link', { name: /Saved while somebody typed/ }).waitFor()
  await page.keyboard.type('dip+2')
  expect(await page.locator('#code').inputValue()).toBe('dip+2')
  const list = await context.request.get(`${baseUrl()}/api/v1/incidents?q=%22while+somebody+typed%22`)
  expect((await list.json()).rows).toHaveLength(1)
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
