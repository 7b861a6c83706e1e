import type { Role } from '@/lib/auth/permissions'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { expectAccessible, openPage, screenshot } from '../support/browser'

const ahead = (days: number) => isoOf(todayUtc() + days)
const supposed = new URLSearchParams([
  ['add', `AZE.ARM.SEC+5.${ahead(20)}`],
  ['add', `ARM.AZE.DIP-3.${ahead(90)}`],
])

const PAGES: [name: string, path: string, role: Role | undefined][] = [
  ['sign-in', '/sign-in', undefined],
  ['overview', '/', 'viewer'],
  ['overview-not-checked', '/?week=2026-W40', 'viewer'],
  ['dyad', '/dyads/AZE-RUS', 'analyst'],
  ['dyad-days', '/dyads/AZE-RUS?grain=day&range=26', 'viewer'],
  ['dyad-whole-record', '/dyads/AZE-RUS?range=all&week=2026-W10', 'viewer'],
  ['dyad-unknown', '/dyads/FRA-USA', 'viewer'],
  ['incidents', '/incidents', 'viewer'],
  ['incidents-filtered', '/incidents?q=sputnik&category=media&rungMin=2&sort=points', 'analyst'],
  ['incidents-none', '/incidents?q=nothing+like+this', 'viewer'],
  ['incident', '/incidents/AZE-RUS/RA-010', 'analyst'],
  ['incident-new', '/incidents/new?actor=AZE&target=RUS', 'analyst'],
  ['incident-answer', '/incidents/new?answers=AZE-RUS%2FRA-010', 'analyst'],
  ['incident-edit', '/incidents/AZE-RUS/RA-005/edit', 'analyst'],
  ['incident-refused', '/incidents/new', 'viewer'],
  ['codebook', '/codebook', 'viewer'],
  ['codebook-search', '/codebook?q=arrest', 'viewer'],
  ['indicator', '/codebook/MED%2B4', 'viewer'],
  ['method', '/method', 'viewer'],
  ['account', '/account', 'viewer'],
  ['settings-accounts', '/settings/accounts', 'admin'],
  ['settings-sign-ins', '/settings/sign-ins', 'admin'],
  ['settings-team', '/settings/team', 'admin'],
  ['review', '/review', 'reviewer'],
  ['review-refused', '/review', 'analyst'],
  ['inbox', '/inbox', 'analyst'],
  ['activity', '/activity', 'admin'],
  ['seals', '/seals', 'admin'],
  ['seals-check', `/seals?hash=${'a'.repeat(64)}`, 'analyst'],
  ['seals-refused', '/seals', 'viewer'],
  ['incident-history', '/incidents/ARM-AZE/ARM-AZE-6/history', 'analyst'],
  ['incident-history-viewer', '/incidents/AZE-RUS/RA-010/history', 'viewer'],
  ['overview-as-of', '/?asOf=2026-06-30', 'viewer'],
  ['dyad-as-of', '/dyads/ARM-AZE?asOf=2026-03-31&range=all', 'viewer'],
  ['dyad-as-of-refused', '/dyads/ARM-AZE?asOf=2999-01-01', 'viewer'],
  ['dyad-as-of-nothing', '/dyads/AZE-RUS?asOf=2025-01-31', 'viewer'],
  ['dyad-unreviewed', '/dyads/ARM-AZE?unreviewed=1', 'analyst'],
  ['dyad-week', '/dyads/AZE-RUS/weeks/2025-W27', 'analyst'],
  ['dyad-week-not-checked', '/dyads/AZE-RUS/weeks/2025-W40', 'viewer'],
  ['dyad-week-as-of', '/dyads/ARM-AZE/weeks/2026-W20?asOf=2026-06-30', 'viewer'],
  ['dyad-week-unknown', '/dyads/AZE-RUS/weeks/2019-W01', 'viewer'],
  ['measures', '/dyads/AZE-RUS/measures', 'viewer'],
  ['measures-as-of', '/dyads/ARM-AZE/measures?asOf=2026-06-30', 'viewer'],
  ['desk-week', '/weeks/2025-W27', 'viewer'],
  ['desk-week-latest', '/weeks', 'viewer'],
  ['dyad-vintages', '/dyads/ARM-AZE/vintages', 'viewer'],
  ['dyad-certainty', '/dyads/AZE-RUS/certainty', 'viewer'],
  ['dyad-certainty-sobol', '/dyads/ARM-AZE/certainty?sobol=1&ranks=1', 'viewer'],
  ['dyad-certainty-as-of', '/dyads/ARM-AZE/certainty?asOf=2026-03-31', 'viewer'],
  ['dyad-without', '/dyads/ARM-AZE/without?category=security&outlet=Report.az', 'viewer'],
  ['dyad-without-nothing', '/dyads/AZE-RUS/without', 'analyst'],
  ['dyad-ahead', '/dyads/ARM-AZE/ahead', 'viewer'],
  ['dyad-ahead-supposed', `/dyads/ARM-AZE/ahead?${supposed}`, 'viewer'],
  ['dyad-certainty-unknown', '/dyads/FRA-USA/certainty', 'viewer'],
  ['patterns', '/dyads/AZE-RUS/patterns', 'viewer'],
  ['patterns-history', '/dyads/ARM-AZE/patterns', 'analyst'],
  ['patterns-as-of', '/dyads/ARM-AZE/patterns?asOf=2026-03-31', 'viewer'],
  ['patterns-as-of-nothing', '/dyads/AZE-RUS/patterns?asOf=2025-01-31', 'viewer'],
  ['patterns-unreviewed', '/dyads/ARM-AZE/patterns?unreviewed=1', 'analyst'],
  ['patterns-unknown', '/dyads/FRA-USA/patterns', 'viewer'],
  ['method-version', '/method/versions/0.1', 'viewer'],
  ['method-draft-new', '/method/drafts/new', 'reviewer'],
  ['watch', '/watch', 'reviewer'],
  ['watch-rule-new', '/watch/rules/new', 'reviewer'],
  ['watch-unknown', '/watch/rules/00000000-0000-4000-8000-000000000000', 'viewer'],
  ['samples', '/samples', 'reviewer'],
  ['samples-new', '/samples/new', 'reviewer'],
  ['agreement', '/samples/agreement', 'analyst'],
  ['compare-none', '/compare', 'viewer'],
  ['compare-one', '/compare?dyads=AZE-RUS&range=all', 'viewer'],
  ['compare-three', '/compare?dyads=AZE-RUS,ARM-AZE,FRA-USA&align=peak', 'viewer'],
  [
    'compare-eight',
    '/compare?dyads=AZE-RUS,ARM-AZE,FRA-USA,CHN-IND,GRC-TUR,IND-PAK,ETH-EGY,EGY-ETH,KOR-PRK,CHN-JPN&range=all&align=AZE-RUS/RA-010',
    'analyst',
  ],
  ['country', '/countries/AZE', 'viewer'],
  ['country-week', '/countries/RUS?week=2025-W27', 'viewer'],
  ['country-as-of', '/countries/ARM?asOf=2026-06-30', 'viewer'],
  ['country-none', '/countries/SGP', 'viewer'],
  ['country-unknown', '/countries/QQQ', 'viewer'],
  ['countries', '/countries', 'viewer'],
  ['countries-direction', '/countries?figure=direction&with=AZE', 'viewer'],
  ['settings-refused', '/settings/accounts', 'analyst'],
]

const LOOKS = [
  { width: 1440, theme: 'light' },
  { width: 390, theme: 'dark' },
] as const
/** The other two pairs, which share their layout and their colours with the first; for whoever looks at the pictures. */
const MORE_LOOKS = [
  { width: 1440, theme: 'dark' },
  { width: 390, theme: 'light' },
] as const

type Look = (typeof LOOKS | typeof MORE_LOOKS)[number]

/** Opens a page in a look and says what is wrong with it there. */
async function lookAt([name, path, role]: (typeof PAGES)[number], { width, theme }: Look): Promise<void> {
  const { page } = await openPage({ role, path, width, theme, tolerate: [/status of 404/] })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  await screenshot(page, `${name}-${width}-${theme}`)
  await expectAccessible(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([name, width, Math.max(0, overflow)]).toEqual([name, width, 0])
}

test.each(PAGES)(
  '%s has no accessibility violation, nor scrolls sideways, in any look',
  async (...page) => {
    const looks = process.env.SCREENSHOTS ? [...LOOKS, ...MORE_LOOKS] : LOOKS
    // At once: each waits for the server more than it works.
    await Promise.all(looks.map((look) => lookAt(page, look)))
  },
  120_000,
)
