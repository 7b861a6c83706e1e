import type { Page } from 'playwright-core'
import { expectAccessible, keysReady, openPage, screenshot } from '../support/browser'
import { approveAs, submit } from '../support/desk-api'

/** Puts the focus on a control as the Tab key would, and presses a key there. */
async function pressOn(page: Page, name: string | RegExp, key: string, role: 'button' | 'link' = 'button') {
  const control = page.getByRole(role, { name }).first()
  await control.focus()
  await page.keyboard.press(key)
}

async function chooseDyad(page: Page, country: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Dyads' }).focus()
  await page.keyboard.type(country)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Dyads on the list' }).getByText(country).waitFor()
}

/** Makes a list of one dyad, and stays on its page. */
async function makeList(page: Page, name: string): Promise<void> {
  await page.goto('/watch')
  await keysReady(page)
  await page.getByLabel('Name').fill(name)
  await chooseDyad(page, 'Russia')
  await pressOn(page, 'Make the list', 'Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('by keyboard: a list, a rule over it, a try on the record, and the rule is on', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/' })
  await keysReady(page)
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('heading', { level: 1, name: 'Watch' }).waitFor()
  await keysReady(page)
  await page.keyboard.press('l')
  await page.keyboard.type('The neighbours')
  await page.keyboard.press('Tab')
  // The field is emptied after each choice, and goes on with the focus.
  for (const country of ['Russia', 'Armenia']) {
    await page.keyboard.type(country)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Dyads on the list' }).getByText(country).waitFor()
  }
  await pressOn(page, 'Make the list', 'Enter')
  await page.getByRole('heading', { level: 1, name: 'The neighbours' }).waitFor()
  await screenshot(page, 'watch-list')
  await pressOn(page, 'Its week', 'Enter', 'link')
  await page.getByRole('heading', { level: 1, name: /^The neighbours in \d{4}-W\d\d$/ }).waitFor()
  await page.getByRole('link', { name: 'Azerbaijan – Russia' }).first().waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Week before/ }).press('Enter')
  await page.getByRole('link', { name: /^Week after/ }).waitFor()
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'The neighbours' })
    .press('Enter')
  await page.getByRole('heading', { level: 1, name: 'The neighbours', exact: true }).waitFor()
  await pressOn(page, 'New rule over it', 'Enter', 'link')
  await page.getByRole('heading', { level: 1, name: 'New rule' }).waitFor()
  await page.getByLabel('Name').focus()
  await page.keyboard.type('Strong media incidents')
  await page.getByLabel('Tell when').selectOption('incident')
  await page.getByLabel('in', { exact: true }).selectOption('media')
  await pressOn(page, 'Try it on the record', 'Enter')
  await page.getByText(/It would have told \d+ alerts/).waitFor()
  expect(await page.getByText('highest', { exact: true }).count()).toBeGreaterThan(0)
  await expectAccessible(page)
  await screenshot(page, 'watch-back-test')
  await pressOn(page, 'Save, still off', 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Strong media incidents' }).waitFor()
  await page.getByRole('button', { name: 'Switch on' }).waitFor()
  await keysReady(page)
  await page.keyboard.press('o')
  await page.getByText(/On since/).waitFor()
})

test('an alert comes live into every open window, and is put away, acknowledged and its rule muted by keyboard', async () => {
  const [first, second] = [await openPage({ role: 'viewer' }), await openPage({ role: 'viewer' })]
  const analyst = await openPage({ role: 'analyst', path: '/account' })
  // Each has heard what is there already, and listens for what comes.
  for (const [path, { page }] of [
    ['/codebook', first],
    ['/method', second],
  ] as const)
    await Promise.all([page.waitForResponse(/\/inbox\/news/), page.goto(path)])
  const key = await submit(analyst.context, { code: 'MED+4', title: 'A newsroom is searched' })
  await approveAs('reviewer', key)
  for (const { page } of [first, second]) {
    await page.getByText('Azerbaijan – Russia: an incident on 5 Jul 2025').waitFor()
    await page.getByRole('link', { name: /^Inbox\s*, 1 not read/ }).waitFor()
  }
  const { page } = first
  await screenshot(page, 'watch-live')
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('heading', { level: 1, name: 'Watch' }).waitFor()
  const alerts = page.getByRole('list', { name: 'Alerts, newest first' })
  await alerts.getByText('A newsroom is searched').waitFor()
  await expectAccessible(page)
  await screenshot(page, 'watch-alerts')
  await keysReady(page)
  await page.getByLabel('Name').fill('Half a na')
  await page.getByLabel('Name').blur()
  await makeList(second.page, 'Made beside it')
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await page.getByText('Nothing waits for you').waitFor()
  // The page was read anew, with the list that was made meanwhile: that empties no form.
  await page.getByRole('link', { name: 'Made beside it' }).waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe('Half a na')
  await pressOn(page, /^Snoozed/, 'Enter', 'link')
  await alerts.getByText(/snoozed until/).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await page.getByText('You have snoozed nothing.').waitFor()
  await second.page.getByRole('link', { name: 'Inbox', exact: true }).waitFor()
  await pressOn(page, 'All', 'Enter', 'link')
  await alerts.getByText(/acknowledged/).waitFor()
  await pressOn(page, 'Strong media incidents', 'Enter', 'link')
  await page.getByRole('button', { name: 'Mute', exact: true }).waitFor()
  await keysReady(page)
  await page.keyboard.press('m')
  await page.getByText('Muted by you').waitFor()
})

test('who switches what was changed elsewhere is told, and switches it from what stands there then', async () => {
  const [{ page: here }, { page: there }] = [await openPage({ role: 'viewer' }), await openPage({ role: 'viewer' })]
  for (const page of [here, there]) {
    await page.goto('/watch')
    await page.getByRole('link', { name: 'Strong media incidents' }).last().press('Enter')
    await page.getByRole('button', { name: 'Switch off' }).waitFor()
    await keysReady(page)
  }
  const rename = async (what: string, name: string) => {
    await there.getByLabel('Name').fill(name)
    await pressOn(there, `Save the ${what}`, 'Enter')
    await there.getByRole('heading', { level: 1, name }).waitFor()
  }
  await rename('rule', 'Strong media incidents of both')
  await pressOn(here, 'Switch off', 'Enter')
  await here.getByRole('alert').filter({ hasText: 'Somebody changed this rule meanwhile.' }).waitFor()
  await here.getByRole('heading', { level: 1, name: 'Strong media incidents of both' }).waitFor()
  await pressOn(here, 'Switch off', 'Enter')
  await here.getByRole('button', { name: 'Switch on' }).waitFor()
  // It is off already, and by whoever asks for it: that is no conflict.
  await pressOn(there, 'Switch off', 'Enter')
  await there.getByRole('button', { name: 'Switch on' }).waitFor()
  expect(await there.getByRole('main').getByRole('alert').count()).toBe(0)
  await pressOn(here, 'Switch on', 'Enter')
  await here.getByRole('button', { name: 'Switch off' }).waitFor()
  for (const page of [here, there]) {
    await page.goto('/watch')
    await page.getByRole('link', { name: 'Made beside it' }).press('Enter')
    await page.getByRole('button', { name: 'Archive' }).waitFor()
    await keysReady(page)
  }
  await rename('list', 'Made beside it, and renamed')
  await pressOn(here, 'Archive', 'Enter')
  await here.getByRole('alert').filter({ hasText: 'Somebody changed this list meanwhile.' }).waitFor()
  await here.getByRole('heading', { level: 1, name: 'Made beside it, and renamed' }).waitFor()
  await pressOn(here, 'Archive', 'Enter')
  await here.getByRole('button', { name: 'Bring back' }).waitFor()
})

test('a key that is pressed twice switches a rule once', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/watch' })
  await page.getByRole('link', { name: 'Strong media incidents' }).last().press('Enter')
  await page.getByRole('button', { name: 'Switch off' }).waitFor()
  await keysReady(page)
  let sent = 0
  await page.route('**/watch/rules/**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    sent++
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.fallback()
  })
  await page.keyboard.press('o')
  await page.keyboard.press('o')
  await page.getByRole('button', { name: 'Switch on' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(sent).toBe(1)
  expect(await page.getByRole('main').getByRole('alert').count()).toBe(0)
  await page.keyboard.press('o')
  await page.getByRole('button', { name: 'Switch off' }).waitFor()
})

test('at 390 px the form of a rule and the alerts do not scroll sideways', async () => {
  for (const path of ['/watch?show=all', '/watch/rules/new']) {
    const { page } = await openPage({ role: 'viewer', path, width: 390, theme: 'dark' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (path.endsWith('new')) {
      await page.getByRole('radio', { name: 'All dyads' }).check()
      await page.getByRole('button', { name: 'Try it on the record' }).click()
      await page.getByText(/It would have told/).waitFor()
    }
    await expectAccessible(page)
    await screenshot(page, `watch-390-${path.endsWith('new') ? 'rule' : 'alerts'}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
})
