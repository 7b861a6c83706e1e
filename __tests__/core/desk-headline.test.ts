import { type DeskHeadlineFacts, deskHeadline } from '@/lib/weeks/desk-headline'

const made = (parts: Partial<DeskHeadlineFacts> = {}): DeskHeadlineFacts => ({
  weekId: '2025-W27',
  inProgress: false,
  up: 5,
  down: 6,
  still: 1,
  most: { name: 'Azerbaijan–Russia', close: 80.87, change: 12.76, band: 'Crisis', record: true },
  ...parts,
})

test('the week of the desk says how many moved which way, and which moved most', () => {
  expect(deskHeadline(made())).toBe(
    'Of the 12 dyads checked in 2025-W27, 5 rose, 6 fell and 1 stood still. ' +
      'Azerbaijan–Russia moved most: it rose 12.8 to 80.9 (Crisis), its highest weekly close on record.',
  )
})

test('a fall is never said to be a rise, and sets no record', () => {
  const most = { name: 'A–B', close: 10, change: -3, band: 'Strained', record: true }
  const words = deskHeadline(made({ up: 0, down: 2, still: 0, most }))
  expect(words).toBe('Of the 2 dyads checked in 2025-W27, 2 fell. A–B moved most: it fell 3.0 to 10.0 (Strained).')
})

test('one dyad alone is not said to have moved most', () => {
  expect(deskHeadline(made({ up: 1, down: 0, still: 0 }))).toBe(
    'One dyad was checked in 2025-W27. Azerbaijan–Russia rose 12.8 to 80.9 (Crisis), its highest weekly close on record.',
  )
})

test('an unfinished week says so far and claims no record; nothing checked is said as that', () => {
  expect(deskHeadline(made({ inProgress: true }))).toMatch(/so far\. /)
  expect(deskHeadline(made({ inProgress: true }))).not.toContain('record')
  expect(deskHeadline(made({ up: 0, down: 0, still: 0, most: null }))).toBe('No dyad was checked in 2025-W27.')
})
