import { aheadPath } from '@/components/what-if/ahead-path'
import { fallSentence } from '@/components/what-if/ahead-words'
import { toggledPath, withoutPath } from '@/components/what-if/without-path'
import { dayOf } from '@/lib/core/calendar'
import { hypotheticalWord, readHypotheticals, readStruck, strikesNothing } from '@/lib/what-if/schema'
import { CASE_BANDS } from './charts-case'

const now = { asOf: undefined, method: 'then', unreviewed: false } as const
const searchOf = (path: string) => {
  const params = new URLSearchParams(path.split('?')[1])
  return Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]))
}

test('what is struck out survives its address, whatever an outlet is called', () => {
  const struck = {
    incidents: ['RA-010'],
    outlets: ['Report.az', 'A&B = “C” +?'],
    categories: ['legal', 'cyber'] as const,
  }
  const path = withoutPath({ dyadId: 'AZE-RUS', week: '2025-W27', range: '26', struck, ...now })
  expect(readStruck(searchOf(path))).toEqual(struck)
  expect(path).toMatch(/^\/dyads\/AZE-RUS\/without\?week=2025-W27&range=26&incident=RA-010/)
})

test('striking out twice puts back, and what no address can say is as if it were not there', () => {
  const none = readStruck({ category: ['music'], incident: '', outlet: 'x'.repeat(300) })
  expect(strikesNothing(none)).toBe(true)
  const address = { dyadId: 'AZE-RUS', week: undefined, range: '52' as const, struck: none, ...now }
  const once = readStruck(searchOf(toggledPath(address, 'outlets', 'Meduza')))
  expect(once.outlets).toEqual(['Meduza'])
  expect(toggledPath({ ...address, struck: once }, 'outlets', 'Meduza')).toBe('/dyads/AZE-RUS/without')
})

const arrest = { actor: 'RUS', target: 'AZE', code: 'MED+4', day: dayOf('2026-12-10') }
const release = { actor: 'AZE', target: 'RUS', code: 'PPL-3', day: dayOf('2026-12-01') }

test('what is supposed survives its address, in the order of days, and two that are alike are two', () => {
  const path = aheadPath({ dyadId: 'AZE-RUS', supposed: [arrest, release, arrest], ...now })
  expect(hypotheticalWord(arrest)).toBe('RUS.AZE.MED+4.2026-12-10')
  expect(readHypotheticals(searchOf(path).add, 'AZE-RUS')).toEqual([release, arrest, arrest])
})

test('what is no incident between the two is not supposed', () => {
  const words = [
    'RUS.AZE.MED+9.2026-12-10',
    'RUS.ARM.MED+4.2026-12-10',
    'RUS.AZE.MED+4.2026-02-30',
    'RUS.AZE.MED+4',
    'x',
  ]
  expect(readHypotheticals(words, 'AZE-RUS')).toEqual([])
  expect(readHypotheticals(Array(60).fill('RUS.AZE.MED+4.2026-12-10'), 'AZE-RUS')).toHaveLength(20)
})

test('how a score fades is said as arithmetic, with the days on which its band changes', () => {
  const band = (name: string) => CASE_BANDS.find((one) => one.name === name) ?? CASE_BANDS[0]
  const step = (day: string, name: string) => ({ day: dayOf(day), daysAhead: 1, band: band(name) })
  expect(fallSentence(band('Tense'), [step('2026-01-09', 'Strained'), step('2026-03-01', 'Calm')])).toBe(
    'If nothing happens, fading alone takes it from Tense to Strained on 9 Jan 2026, and to Calm on 1 Mar 2026.',
  )
  expect(fallSentence(band('Calm'), [])).toBe('It stands in Calm, and stays there if nothing happens.')
})
