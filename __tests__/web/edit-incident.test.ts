import type { Page } from 'playwright-core'
import { baseUrl, expectAccessible, keysReady, openPage, screenshot } from '../support/browser'
import { approveAs, submit } from '../support/desk-api'
import { formReady } from '../support/incident-form'
import { LOST_ANSWER, loseAnswer } from '../support/lost-answer'

/** The same incident, open for editing by an analyst and by a reviewer. */
async function twoEditors(id: string): Promise<{ mine: Page; theirs: Page }> {
  const path = `/incidents/AZE-RUS/${id}/edit`
  const { page: mine } = await openPage({ role: 'analyst', path })
  const { page: theirs } = await openPage({ role: 'reviewer', path })
  await formReady(mine)
  await formReady(theirs)
  return { mine, theirs }
}

const merging = (page: Page) => page.getByRole('dialog', { name: /this incident while you were editing/ })

/** What the page of an incident's history says, every revision with what it changed. */
async function historyOf(page: Page, id: string): Promise<string> {
  await page.goto(`/incidents/AZE-RUS/${id}/history`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return (await page.locator('main').textContent()) ?? ''
}

test('of two people who edit one incident neither loses a word, in a field that both typed in or not', async () => {
  const { mine, theirs } = await twoEditors('RA-017')
  await theirs.getByLabel('Title').fill('Their title')
  await theirs.getByLabel('Summary').fill('Their summary')
  await theirs.locator('#credibility').selectOption('3')
  await theirs.locator('[id="sources.0.quote"]').fill('Their quote')
  await theirs.getByLabel('Reason for the change').fill('Their reason')
  await theirs.keyboard.press('Control+Enter')
  await theirs.getByText('Saved as revision 2').waitFor()
  await mine.getByLabel('Title').fill('My title')
  await mine.getByLabel('Summary').fill('My summary')
  await mine.locator('#credibility').selectOption('4')
  await mine.locator('[id="sources.0.quote"]').fill('My quote')
  await mine.getByLabel('Reason for the change').fill('My reason')
  await mine.keyboard.press('Control+Enter')
  const dialog = merging(mine)
  await dialog.getByText('Their reason: “Their reason”').waitFor()
  const part = (name: string) => dialog.getByRole('group', { name })
  for (const [name, my, their] of [
    ['Title', 'My title', 'Their title'],
    ['Summary', 'My summary', 'Their summary'],
    ['Information credibility', '4', '3'],
    ['Sources', 'My quote', 'Their quote'],
  ]) {
    const said = await part(name).textContent()
    expect([name, said]).toEqual([name, expect.stringContaining(my)])
    expect([name, said]).toEqual([name, expect.stringContaining(their)])
  }
  const save = dialog.getByRole('button', { name: 'Save the merge' })
  expect(await save.isDisabled()).toBe(true)
  await expectAccessible(mine)
  await part('Title').getByRole('radio', { name: /’s/ }).check()
  await part('Summary').getByRole('radio', { name: /Both/ }).check()
  await dialog.getByLabel('Summary out of both').fill('Their summary, then my summary')
  await part('Information credibility').getByRole('radio', { name: /Mine/ }).check()
  expect(await save.isDisabled()).toBe(true)
  await part('Sources')
    .getByRole('radio', { name: /Keep both/ })
    .check()
  await expectAccessible(mine)
  await screenshot(mine, 'merge')
  await save.press('Enter')
  await mine.getByText('Saved as revision 3').waitFor()
  // What was given up for theirs is at hand, also after a reload.
  await mine.getByText(/My title, typed at .*, before you took theirs/).waitFor()
  await mine.reload()
  await formReady(mine)
  expect(await mine.getByLabel('Title').inputValue()).toBe('Their title')
  await mine.getByText(/My title, typed at .*, before you took theirs/).waitFor()

  const { context } = await openPage({ role: 'reviewer' })
  const { input } = await (await context.request.get(`${baseUrl()}/api/v1/incidents/AZE-RUS/RA-017`)).json()
  expect(input).toMatchObject({ title: 'Their title', summary: 'Their summary, then my summary', credibility: 4 })
  const quotes = input.sources.map(({ quote }: { quote: string }) => quote)
  expect(quotes).toEqual(expect.arrayContaining(['Their quote', 'My quote']))
  const history = await historyOf(theirs, 'RA-017')
  for (const words of ['Their title', 'Their summary', 'Their quote', 'Their reason', 'My quote', 'My reason'])
    expect(history.replaceAll(/\s+/g, ' ')).toContain(words)
  // Both wrote part of it, so a third approves it.
  await approveAs('admin', { dyadId: 'AZE-RUS', id: 'RA-017' })
  await mine.goto('/incidents/AZE-RUS/RA-017')
  await mine.getByRole('heading', { level: 1, name: 'Their title' }).waitFor()

  await mine.goto('/incidents/AZE-RUS/RA-017/edit')
  await mine.getByRole('button', { name: 'Go on with it' }).press('Enter')
  await mine.getByText(/Restored what you had typed/).waitFor()
  expect(await mine.getByLabel('Title').inputValue()).toBe('My title')
  expect(await mine.getByLabel('Summary').inputValue()).toBe('My summary')
})

test('a stale edit can overwrite the other’s instead, and both stay in the history', async () => {
  const { mine, theirs } = await twoEditors('RA-018')
  await theirs.getByLabel('Title').fill('Overwritten title')
  await theirs.locator('#credibility').selectOption('5')
  await theirs.keyboard.press('Control+Enter')
  await theirs.getByText('Saved as revision 2').waitFor()
  await mine.getByLabel('Title').fill('Final title')
  await mine.keyboard.press('Control+Enter')
  await mine.getByRole('button', { name: 'Overwrite with mine' }).press('Enter')
  await mine.getByText('Saved as revision 3').waitFor()
  const history = await historyOf(mine, 'RA-018')
  for (const words of ['Overwritten', 'Final', 'Information credibility']) expect(history).toContain(words)
})

test('what an edit does to a retraction that was proposed meanwhile is said, and must be agreed to', async () => {
  const { page: mine } = await openPage({ role: 'analyst', path: '/incidents/AZE-RUS/RA-016/edit' })
  await formReady(mine)
  const { page: theirs } = await openPage({ role: 'reviewer', path: '/incidents/AZE-RUS/RA-016' })
  await theirs.getByRole('button', { name: 'Propose to retract' }).press('Enter')
  await theirs.getByLabel('Why it should be retracted').fill('It never happened')
  await theirs.getByRole('dialog').getByRole('button', { name: 'Propose to retract' }).press('Enter')
  await theirs.getByText(/Waiting for review: retraction by/).waitFor()
  await mine.getByLabel('Summary').fill('It did happen')
  await mine.keyboard.press('Control+Enter')
  const dialog = merging(mine)
  await dialog.getByText(/proposes to retract it: “It never happened”/).waitFor()
  const buttons = ['Save the merge', 'Overwrite with mine'].map((name) => dialog.getByRole('button', { name }))
  for (const button of buttons) expect(await button.isDisabled()).toBe(true)
  await expectAccessible(mine)
  await screenshot(mine, 'merge-retraction')
  await dialog.getByRole('button', { name: 'Back to the form' }).press('Enter')
  expect(await mine.getByLabel('Summary').inputValue()).toBe('It did happen')
  await mine.getByLabel('Summary').focus()
  await mine.keyboard.press('Control+Enter')
  await dialog.getByLabel('Replace the proposal to retract it').check()
  await buttons[0].press('Enter')
  await mine.getByText('Saved as revision 3').waitFor()
  expect(await historyOf(mine, 'RA-016')).toContain('“It never happened”')
})

test('an incident that is retracted while somebody edits it does not take the form away under their hands', async () => {
  const { context, page: mine } = await openPage({ role: 'analyst' })
  const { dyadId, id } = await submit(context, { title: 'Edited while it was retracted' })
  const news = () => mine.waitForResponse(/\/inbox\/news/)
  await Promise.all([news(), mine.goto(`/incidents/${dyadId}/${id}/edit`)])
  await formReady(mine)
  await mine.getByLabel('Summary').fill('Still being written')
  await mine.getByRole('heading', { level: 1 }).click()
  const { page: theirs } = await openPage({ role: 'reviewer', path: `/incidents/${dyadId}/${id}` })
  await keysReady(theirs)
  await theirs.getByRole('button', { name: 'Retract', exact: true }).press('Enter')
  await theirs.getByLabel('Why it is retracted').fill('Not an act of a state')
  await Promise.all([
    news(),
    theirs.getByRole('dialog').getByRole('button', { name: 'Retract', exact: true }).press('Enter'),
  ])
  // Time enough for the page to be brought up to date, were it to be.
  await mine.waitForTimeout(1500)
  expect(await mine.getByLabel('Summary').inputValue()).toBe('Still being written')
  await mine.getByLabel('Summary').press('Control+Enter')
  await merging(mine)
    .getByText(/retracted it: “Not an act of a state”/)
    .waitFor()
})

test('a retraction waits for review; approved, the incident stays visible, struck and with its reason', async () => {
  const { page } = await openPage({ role: 'analyst', path: '/incidents/AZE-RUS/RA-019' })
  await page.getByRole('button', { name: 'Propose to retract' }).press('Enter')
  await page.getByLabel('Why it should be retracted').fill('It was the same act as RA-018')
  await page.getByRole('dialog').getByRole('button', { name: 'Propose to retract' }).press('Enter')
  await page.getByText(/Waiting for review: retraction by/).waitFor()
  await approveAs('reviewer', { dyadId: 'AZE-RUS', id: 'RA-019' })
  await page.reload()
  await page.getByText('Retracted: it adds nothing to the score').waitFor()
  await page
    .getByText(/It was the same act as RA-018/)
    .first()
    .waitFor()
  expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0)
  await page.goto('/incidents?status=retracted')
  await page.getByRole('row').filter({ hasText: 'Retracted' }).first().waitFor()
})

test('a reason that somebody’s change made stale is kept, and sent again for what is there now', async () => {
  const { page: mine } = await openPage({ role: 'analyst', path: '/incidents/AZE-RUS/RA-015' })
  await mine.getByRole('button', { name: 'Propose to retract' }).press('Enter')
  await mine.getByLabel('Why it should be retracted').fill('Reported twice')
  const { page: theirs } = await openPage({ role: 'reviewer', path: '/incidents/AZE-RUS/RA-015/edit' })
  await formReady(theirs)
  await theirs.getByLabel('Summary').fill('Another summary')
  await theirs.keyboard.press('Control+Enter')
  await theirs.getByText('Saved as revision 2').waitFor()
  const dialog = mine.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Propose to retract' }).press('Enter')
  await dialog.getByText(/changed this incident meanwhile/).waitFor()
  await dialog.getByText(/The correction that is open is dropped/).waitFor()
  expect(await mine.getByLabel('Why it should be retracted').inputValue()).toBe('Reported twice')
  await dialog.getByRole('button', { name: 'Propose to retract' }).press('Enter')
  await mine.getByText(/Waiting for review: retraction by/).waitFor()
})

test('a reason without a change is not lost: it is said that nothing else changed', async () => {
  const { page } = await openPage({ role: 'analyst', path: '/incidents/AZE-RUS/RA-014/edit' })
  await formReady(page)
  await page.getByLabel('Reason for the change').fill('A second thought')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('alert')
    .getByText(/Nothing else changed/)
    .first()
    .waitFor()
  expect(await page.getByLabel('Reason for the change').inputValue()).toBe('A second thought')
})

test('an edit whose answer was lost is saved with what was typed since, and is no conflict with oneself', async () => {
  const path = '/incidents/AZE-RUS/RA-006/edit'
  const { page } = await openPage({ role: 'analyst', path, tolerate: LOST_ANSWER })
  await formReady(page)
  await page.waitForLoadState('networkidle')
  await loseAnswer(page, `**${path}`)
  await page.getByLabel('Summary').fill('What arrived')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/could not be reached/)
    .first()
    .waitFor()
  await page.getByLabel('Summary').fill('What was typed since')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Saved as revision 3').waitFor()
  expect(await merging(page).count()).toBe(0)
  const history = await historyOf(page, 'RA-006')
  expect(history).toContain('What arrived')
  expect(history).toContain('was typed since')
})

test('text that cannot be kept is refused by the field, over the API too, and the record stays as it was', async () => {
  const { context } = await openPage({ role: 'analyst' })
  const url = `${baseUrl()}/api/v1/incidents/AZE-RUS/RA-013`
  const { input, revision } = await (await context.request.get(url)).json()
  const put = async (incident: unknown, reason: string) => {
    const data = { baseRevision: revision, incident, submit: true, reason }
    const response = await context.request.put(url, { data, headers: { origin: baseUrl() } })
    return { status: response.status(), errors: Object.keys((await response.json()).errors ?? {}) }
  }
  const title = { ...input, title: 'Half of a pair \ud83d' }
  expect(await put(title, 'wording')).toEqual({ status: 422, errors: ['incident.title'] })
  const summary = { ...input, summary: 'Nothing\0here' }
  expect(await put(summary, 'wording')).toEqual({ status: 422, errors: ['incident.summary'] })
  const changed = { ...input, summary: 'Another' }
  expect(await put(changed, 'because \udc00')).toEqual({ status: 422, errors: ['reason'] })
  expect((await (await context.request.get(url)).json()).revision).toBe(revision)
})
