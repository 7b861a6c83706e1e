import fc from 'fast-check'
import { momentIn } from '@/components/briefings/schedule-words'
import { dueAfter, duesUntil, instantOf, wallOf } from '@/lib/briefings/due'

const due = (when: Parameters<typeof dueAfter>[0], after: string) => dueAfter(when, new Date(after)).toISOString()
const MONDAY = { weekday: 1, time: '07:00', timeZone: 'Asia/Baku' }

test('every Monday at seven in Baku is three in the morning in UTC', () => {
  expect(due(MONDAY, '2025-07-01T12:00:00Z')).toBe('2025-07-07T03:00:00.000Z')
  expect(due(MONDAY, '2025-07-07T02:59:59Z')).toBe('2025-07-07T03:00:00.000Z')
  expect(due(MONDAY, '2025-07-07T03:00:00Z')).toBe('2025-07-14T03:00:00.000Z')
})

test('the hour on the wall stays the same when clocks are changed between two Mondays', () => {
  const berlin = { ...MONDAY, timeZone: 'Europe/Berlin' }
  expect(due(berlin, '2025-03-24T06:00:00Z')).toBe('2025-03-31T05:00:00.000Z')
  expect(due(berlin, '2025-10-20T05:00:00Z')).toBe('2025-10-27T06:00:00.000Z')
})

test('an hour that the clocks leave out is made up an hour later on the wall', () => {
  const gap = { weekday: 7, time: '02:30', timeZone: 'Europe/Berlin' }
  // 02:30 does not come on 30 March 2025: at 02:00 the clocks show 03:00.
  expect(due(gap, '2025-03-29T00:00:00Z')).toBe('2025-03-30T01:30:00.000Z')
  expect(due(gap, '2025-03-30T01:30:00Z')).toBe('2025-04-06T00:30:00.000Z')
})

test('of an hour that the clocks show twice it is the first, and the second is not due again', () => {
  const overlap = { weekday: 7, time: '02:30', timeZone: 'Europe/Berlin' }
  expect(due(overlap, '2025-10-25T00:00:00Z')).toBe('2025-10-26T00:30:00.000Z')
  expect(due(overlap, '2025-10-26T00:30:00Z')).toBe('2025-11-02T01:30:00.000Z')
})

test('half an hour of daylight saving, and a day that an island left out, are no trouble', () => {
  expect(due({ weekday: 7, time: '02:15', timeZone: 'Australia/Lord_Howe' }, '2025-10-04T00:00:00Z')).toBe(
    '2025-10-04T15:45:00.000Z',
  )
  // Samoa had no 30 December 2011, a Friday: the week after has one again.
  const friday = dueAfter({ weekday: 5, time: '07:00', timeZone: 'Pacific/Apia' }, new Date('2011-12-24T00:00:00Z'))
  expect(friday.getTime()).toBeGreaterThan(Date.parse('2011-12-29T00:00:00Z'))
  expect(friday.getTime()).toBeLessThan(Date.parse('2012-01-01T00:00:00Z'))
})

test('due times rise by about a week each, show the time asked for, and none is left out', () => {
  const zones = fc.constantFrom(
    'Asia/Baku',
    'Europe/Moscow',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  )
  const when = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    time: fc.tuple(fc.integer({ min: 4, max: 23 }), fc.integer({ min: 0, max: 59 })),
    timeZone: zones,
    start: fc.date({ min: new Date('2000-01-01'), max: new Date('2037-01-01'), noInvalidDate: true }),
  })
  fc.assert(
    fc.property(when, ({ weekday, time: [hour, minute], timeZone, start }) => {
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      const first = dueAfter({ weekday, time, timeZone }, start)
      const next = dueAfter({ weekday, time, timeZone }, first)
      const wall = new Date(wallOf(first.getTime(), timeZone))
      expect([wall.getUTCDay() || 7, wall.getUTCHours(), wall.getUTCMinutes()]).toEqual([weekday, hour, minute])
      expect(first.getTime() - start.getTime()).toBeLessThanOrEqual(8 * 86_400_000)
      expect(Math.abs(next.getTime() - first.getTime() - 7 * 86_400_000)).toBeLessThanOrEqual(2 * 3_600_000)
      expect(instantOf(wall.getTime(), timeZone)).toBe(first.getTime())
    }),
    { numRuns: 200 },
  )
})

test('the due times that were missed are all told, the one of the moment itself, too', () => {
  const dues = duesUntil(MONDAY, new Date('2025-07-07T03:00:00Z'), new Date('2025-07-28T03:00:00Z'))
  expect(dues.map((date) => date.toISOString().slice(0, 10))).toEqual([
    '2025-07-07',
    '2025-07-14',
    '2025-07-21',
    '2025-07-28',
  ])
})

test('a moment is told on the clock of its zone, and in UTC where that zone is not known any more', () => {
  const at = '2025-07-14T03:00:00.000Z'
  expect(momentIn(at, 'Asia/Baku')).toBe('Mon, 14 Jul 2025, 07:00')
  expect(momentIn(at, 'Europe/Nowhere')).toBe('Mon, 14 Jul 2025, 03:00 UTC')
})
