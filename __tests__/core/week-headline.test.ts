import fc from 'fast-check'
import { bandOfScore, DEFAULT_PARAMETERS, displayOf } from '@/lib/core/scoring'
import { type HeadlineFacts, weekHeadline } from '@/lib/weeks/headline'

const bandAt = (score: number) => bandOfScore(score, DEFAULT_PARAMETERS)

/** A checked week of the case that closed at 80.9 after 68.1. */
const made = (close: number, before: number | null, parts: Partial<HeadlineFacts> = {}): HeadlineFacts => ({
  name: 'Azerbaijan–Russia',
  weekId: '2025-W27',
  covered: true,
  inProgress: false,
  close,
  band: bandAt(close),
  before: before === null ? null : { close: before, band: bandAt(before) },
  record: null,
  drivers: ['Journalists arrested'],
  newIncidents: 3,
  lastCovered: null,
  ...parts,
})

test('a rise names its size, both bands, its record and what raised it', () => {
  const facts = made(80.9, 68.1, { record: { since: null }, drivers: ['A', 'B', 'C'] })
  expect(weekHeadline(facts)).toBe(
    'Azerbaijan–Russia rose 12.8 to 80.9 in 2025-W27, from Severe up to Crisis, its highest weekly close on record. ' +
      'It was raised most by “A”, “B” and “C”.',
  )
})

test('a fall without new incidents is said to be fading alone', () => {
  const facts = made(78.7, 80.9, { drivers: [], newIncidents: 0 })
  expect(weekHeadline(facts)).toBe(
    'Azerbaijan–Russia fell 2.2 to 78.7 in 2025-W27, and stays Crisis. There was no new incident: it fell by fading alone.',
  )
})

test('a fall in spite of new incidents says that older ones faded by more', () => {
  const facts = made(78.7, 80.9, { drivers: [], newIncidents: 1 })
  expect(weekHeadline(facts)).toContain('Older incidents faded by more than one new incident added.')
})

test('a change that is displayed as 0.0 is no movement', () => {
  expect(weekHeadline(made(50.04, 50.01))).toContain('stood still at 50.0')
})

test('a week that nobody checked has no movement, only the last checked figure', () => {
  const lastCovered = { weekId: '2025-W20', close: 36.1, band: 'Tense' }
  expect(weekHeadline(made(35, 36.1, { covered: false, lastCovered }))).toBe(
    'Nobody checked Azerbaijan–Russia in 2025-W27. The last checked figure is 36.1 (Tense), of 2025-W20.',
  )
})

test('an unfinished week says so far, and claims no record', () => {
  const words = weekHeadline(made(80.9, 68.1, { inProgress: true, record: { since: null } }))
  expect(words).toContain('so far in 2025-W27')
  expect(words).not.toContain('record')
})

test('the first week of a record has nothing to be compared with', () => {
  expect(weekHeadline(made(12, null))).toBe(
    'Azerbaijan–Russia stands at 12.0 (Strained) in 2025-W27, the first week of its record.',
  )
})

test('whatever the figures, it never says that it rose or was raised where the shown change is not up, nor the reverse', () => {
  const score = fc.double({ min: -99, max: 99, noNaN: true })
  fc.assert(
    fc.property(score, score, fc.boolean(), fc.nat(3), (close, before, inProgress, newIncidents) => {
      const drivers = newIncidents > 0 ? ['A'] : []
      const words = weekHeadline(made(close, before, { inProgress, newIncidents, drivers, record: { since: null } }))
      const change = displayOf(close - before)
      if (change <= 0) expect(words).not.toMatch(/\brose\b|\braised\b|highest/)
      if (change >= 0) expect(words).not.toMatch(/\bfell\b|\blowered\b/)
      if (change === 0) expect(words).toMatch(/stood still/)
    }),
  )
})
