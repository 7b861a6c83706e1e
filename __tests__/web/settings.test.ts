import type { Page } from 'playwright-core'
import { credentials, keysReady, openPage } from '../support/browser'
import { lookAtAll } from '../support/every-look'

const TEAM = '/settings/team'

const zone = (page: Page) => page.getByLabel(/^Time zone/)
const approvers = (page: Page) => page.getByRole('region', { name: 'Who approves' })
const clock = (page: Page) => page.getByRole('region', { name: 'Whose clock' })
const save = (card: ReturnType<typeof clock>) => card.getByRole('button', { name: 'Save' }).press('Enter')

/** The team's settings in two windows. */
async function openTwo(): Promise<[Page, Page]> {
  const [{ page: first }, { page: second }] = [
    await openPage({ role: 'admin', path: TEAM }),
    await openPage({ role: 'admin', path: TEAM }),
  ]
  for (const page of [first, second]) await keysReady(page)
  return [first, second]
}

test('who approves is shown as it was chosen, and a page that is open elsewhere saves nothing over it unseen', async () => {
  const [here, there] = await openTwo()
  await approvers(there).getByLabel('One person is enough').check()
  await save(approvers(there))
  await there.getByText('Saved. It holds from the next approval on.').waitFor()
  expect(await approvers(there).getByLabel('One person is enough').isChecked()).toBe(true)
  await approvers(there).getByLabel('Two people').check()
  await save(approvers(there))
  await there.getByText('Saved. It holds from the next approval on.').waitFor()
  expect(await approvers(there).getByLabel('Two people').isChecked()).toBe(true)

  await approvers(here).getByLabel('One person is enough').check()
  await save(approvers(here))
  const note = approvers(here).getByRole('alert')
  await note.filter({ hasText: 'Somebody changed this setting meanwhile.' }).waitFor()
  expect(await approvers(here).getByLabel('One person is enough').isChecked()).toBe(true)
  await note.getByRole('button', { name: /^Keep mine/ }).press('Enter')
  await save(approvers(here))
  await here.getByText('Saved. It holds from the next approval on.').waitFor()
  await here.reload()
  expect(await approvers(here).getByLabel('One person is enough').isChecked()).toBe(true)
})

test('a time zone that somebody else saved is not saved over unseen, even once the page was read anew', async () => {
  const [here, there] = await openTwo()
  await zone(here).fill('Europe/Paris')
  await zone(there).fill('Asia/Baku')
  await save(clock(there))
  await clock(there).getByText('Saved.').waitFor()
  // Saving the other setting reads the page anew.
  await approvers(here).getByLabel('Two people').check()
  await save(approvers(here))
  await here.getByText('Saved. It holds from the next approval on.').waitFor()
  await save(clock(here))
  const note = clock(here).getByRole('alert')
  await note.getByText('Time zone, theirs: “Asia/Baku”').waitFor()
  expect(await zone(here).inputValue()).toBe('Europe/Paris')
  await lookAtAll(here, 'team-conflict')
  await note.getByRole('button', { name: /^Keep mine/ }).press('Enter')
  await save(clock(here))
  await clock(here).getByText('Saved.').waitFor()
  await here.reload()
  expect(await zone(here).inputValue()).toBe('Europe/Paris')
})

/** Lets nothing that the page sends arrive, until it is called. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  await page.route('**', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()))
  return () => page.unroute('**')
}

const openTolerant = async (role: 'admin' | 'viewer', path: string) => {
  const { page } = await openPage({ role, path, tolerate: [/Failed to load resource|ERR_/] })
  await keysReady(page)
  return page
}

test('accounts stay on the page while the desk cannot be reached, with what is typed and the password that was shown', async () => {
  const page = await openTolerant('admin', '/settings/accounts')
  const login = page.getByLabel('Login')
  const add = page.getByRole('button', { name: 'Add account' })
  await login.fill('first-guest')
  await page.getByLabel('Name').fill('A first guest')
  await add.press('Enter')
  const password = await page.getByRole('status').locator('code').textContent()
  expect(await login.inputValue()).toBe('')

  await login.fill('Second guest')
  await page.getByLabel('Name').fill('A second guest')
  await page.getByLabel('Role', { exact: true }).selectOption('reviewer')
  const typed = async () => [
    await login.inputValue(),
    await page.getByLabel('Name').inputValue(),
    await page.getByLabel('Role', { exact: true }).inputValue(),
  ]
  await add.press('Enter')
  // A login has no spaces.
  await page.locator('#login-error').waitFor()
  expect(await typed()).toEqual(['Second guest', 'A second guest', 'reviewer'])

  const reach = await cutOff(page)
  await add.press('Enter')
  await page.getByText('The server could not be reached').waitFor()
  expect(await typed()).toEqual(['Second guest', 'A second guest', 'reviewer'])
  await page.getByRole('button', { name: 'New password for viewer' }).press('Enter')
  await page.getByRole('button', { name: 'Make a new password' }).press('Enter')
  await page.getByText('it is not known whether the password was changed').waitFor()
  expect(await page.getByRole('status').locator('code').textContent()).toBe(password)
  await reach()
  await login.fill('second-guest')
  await add.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Password of second-guest' }).waitFor()
  expect(await typed()).toEqual(['', '', 'analyst'])
})

test('a password that is not changed yet stays typed, when it is refused and when the desk cannot be reached', async () => {
  const page = await openTolerant('viewer', '/account')
  const fields = [/^Password now/, /^New password \*/, /^New password again/].map((label) => page.getByLabel(label))
  const typed = () => Promise.all(fields.map((field) => field.inputValue()))
  const values = ['not the one', 'a password of my own', 'a password of my own']
  for (const [index, field] of fields.entries()) await field.fill(values[index])
  const change = page.getByRole('button', { name: 'Change password' })
  await change.press('Enter')
  await page.locator('#current-error').waitFor()
  expect(await typed()).toEqual(values)
  const reach = await cutOff(page)
  await page.getByRole('button', { name: 'Sign out everywhere' }).press('Enter')
  await page.getByText('The server could not be reached').waitFor()
  await fields[0].fill(credentials('viewer').password)
  await change.press('Enter')
  await page.getByText('The server could not be reached').nth(1).waitFor()
  expect(await typed()).toEqual([credentials('viewer').password, ...values.slice(1)])
  await reach()
  await change.press('Enter')
  await page.getByText('Password changed').waitFor()
  expect(await typed()).toEqual(['', '', ''])
})
