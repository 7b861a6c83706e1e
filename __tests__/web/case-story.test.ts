import { openPage } from '../support/browser'

test('the dyad’s page tells of the raid’s week: how far, how high, since when, and by what', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/dyads/AZE-RUS?week=2025-W26' })
  await page.getByRole('heading', { level: 1, name: 'Azerbaijan – Russia' }).waitFor()
  const standing = page.getByText('Severe since 27 Jun 2025')
  await standing.waitFor()
  const text = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
  expect(text).toContain('68.1')
  expect(text).toContain('Tense or above since 3 Feb 2025')
  expect(text).toContain('Strained or above since 25 Dec 2024')
  expect(text).toContain('Highest weekly close on record')
  expect(text).toContain('Not checked since 2025-W28')
})

test('Azerbaijani and Cyrillic letters are drawn by the app’s own font', async () => {
  const { page } = await openPage({ role: 'viewer', path: '/incidents?q=%C9%99' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const loaded = await page.evaluate(async () => {
    const font = `15px ${getComputedStyle(document.body).fontFamily}`
    const faces = await Promise.all(['əğıİş', 'Россия'].map((text) => document.fonts.load(font, text)))
    return faces.map((list) => list.length > 0 && list.every(({ status }) => status === 'loaded'))
  })
  expect(loaded).toEqual([true, true])
})
