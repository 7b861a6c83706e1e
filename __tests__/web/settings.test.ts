import type { Page } from 'playwright-core'
import { keysReady, openPage } from '../support/browser'
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
