import { causesOf, idsOfWeek, type WatchCondition } from '@/lib/core/watch'
import { MONDAY } from './signals-case'
import { keysOf, watchFacts, watchIncident, watchWeeks } from './watch-case'

const ENTERS_SEVERE: WatchCondition = { kind: 'band', level: 3, orAbove: false, way: 'enters' }
const weekly = (closes: number[], parts: Parameters<typeof watchWeeks>[1] = {}) => ({
  weeks: watchWeeks(closes, parts),
})

test('a week that closes in the band after one outside of it enters, once for a stay', () => {
  const [cause, ...more] = causesOf(ENTERS_SEVERE, watchFacts(weekly([30, 62, 65, 64])))
  expect(more).toEqual([])
  expect(cause).toEqual({
    key: 'band:1970-W03:enters:3',
    day: MONDAY + 13,
    weekStart: MONDAY + 7,
    toldDay: MONDAY + 14,
    before: 30,
    after: 62,
    ids: [],
    facts: { kind: 'band', way: 'enters', bandBefore: 'Tense', bandAfter: 'Severe' },
  })
})

test('a band is left into either side, and a jump past it enters only a rule that also asks for the bands above', () => {
  const leaves: WatchCondition = { ...ENTERS_SEVERE, way: 'leaves' }
  expect(keysOf(leaves, weekly([62, 30]))).toEqual(['band:1970-W03:leaves:3'])
  expect(keysOf(leaves, weekly([62, 80]))).toEqual(['band:1970-W03:leaves:3'])
  expect(keysOf({ ...leaves, orAbove: true }, weekly([62, 80]))).toEqual([])
  expect(keysOf(ENTERS_SEVERE, weekly([30, 80]))).toEqual([])
  expect(keysOf({ ...ENTERS_SEVERE, orAbove: true }, weekly([30, 80]))).toEqual(['band:1970-W03:enters:3+'])
})

test('a week that nobody checked tells nothing, and the first week of a record moves from nowhere', () => {
  expect(keysOf(ENTERS_SEVERE, weekly([30, 62, 65], { 1: { coverage: 'not_checked' } }))).toEqual([])
  expect(keysOf(ENTERS_SEVERE, weekly([62]))).toEqual([])
})

test('a move counts by what is displayed, in the way that is asked for', () => {
  const move = (way: 'up' | 'down' | 'either'): WatchCondition => ({ kind: 'move', points: 10, way })
  expect(keysOf(move('up'), weekly([20, 29.96, 39.9]))).toEqual(['move:1970-W03'])
  expect(keysOf(move('down'), weekly([40, 30, 21]))).toEqual(['move:1970-W03'])
  expect(keysOf(move('either'), weekly([20, 30, 20]))).toEqual(['move:1970-W03', 'move:1970-W04'])
})

test('the incidents behind a week are those that moved it that way', () => {
  const incidents = [
    watchIncident('up', { startDay: MONDAY + 8 }),
    watchIncident('relief', { startDay: MONDAY + 9, rung: -2 }),
    watchIncident('earlier', { startDay: MONDAY + 2 }),
  ]
  const facts = watchFacts({ ...weekly([20, 40]), incidents })
  const [cause] = causesOf({ kind: 'move', points: 10, way: 'up' }, facts)
  expect(idsOfWeek(cause, facts)).toEqual(['up'])
  expect(idsOfWeek({ ...cause, before: 40, after: 20 }, facts)).toEqual(['relief'])
})

test('an incident is a cause by its own id, by rung, by category or by both; what has no points is none', () => {
  const incidents = [
    watchIncident('a'),
    watchIncident('b', { rung: 5, category: 'security' }),
    watchIncident('weak', { reliability: 'E', credibility: 5, rung: 5 }),
    watchIncident('draft', { status: 'in_review', rung: 5 }),
    watchIncident('relief', { rung: -4 }),
  ]
  const asked = (rung: number | null, category: 'media' | null) =>
    keysOf({ kind: 'incident', rung, category }, { incidents })
  expect(asked(4, null)).toEqual(['incident:a', 'incident:b'])
  expect(asked(null, 'media')).toEqual(['incident:a', 'incident:relief'])
  expect(asked(5, 'media')).toEqual([])
})

test('a first keeps its name when an earlier one is logged later', () => {
  const late = watchIncident('late', { startDay: MONDAY + 30 })
  const early = watchIncident('early', { startDay: MONDAY + 3 })
  const code: WatchCondition = { kind: 'first', of: 'code' }
  expect(keysOf(code, { incidents: [late] })).toEqual(['first:MED+4'])
  expect(keysOf(code, { incidents: [late, early] })).toEqual(['first:MED+4'])
  expect(keysOf({ kind: 'first', of: 'category' }, { incidents: [late, early] })).toEqual(['first:media'])
})

test('a front that is hit again is named by the day after which it was quiet', () => {
  const incidents = [watchIncident('old'), watchIncident('again', { startDay: MONDAY + 500 })]
  const front: WatchCondition = { kind: 'first', of: 'front' }
  const keys = ['front:media:after:nothing', 'front:media:after:1970-01-06']
  expect(keysOf(front, { incidents })).toEqual(keys)
  expect(keysOf(front, { incidents: [...incidents, watchIncident('sooner', { startDay: MONDAY + 490 })] })).toEqual(
    keys,
  )
})

test('a silence of incidents needs checked weeks in a row, and is told once however long it lasts', () => {
  const silence: WatchCondition = { kind: 'silence', weeks: 2, of: 'incidents' }
  const closes = [40, 38, 36, 34, 32]
  const first = { 0: { incidents: 2 } }
  expect(keysOf(silence, weekly(closes, first))).toEqual(['silence:incidents:after:1970-01-05'])
  const gap = { ...first, 3: { coverage: 'not_checked' as const } }
  expect(keysOf(silence, weekly([...closes, 30, 29], gap))).toEqual(['silence:incidents:after:1970-01-05'])
  const unknown = { ...first, 1: { coverage: 'not_checked' as const } }
  const [cause] = causesOf(silence, watchFacts(weekly(closes, unknown)))
  expect([cause.weekStart, cause.before, cause.after]).toEqual([MONDAY + 21, 40, 34])
})

test('a silence of checks is of weeks of which nothing is known', () => {
  const silence: WatchCondition = { kind: 'silence', weeks: 2, of: 'checks' }
  const none = { coverage: 'not_checked' as const }
  expect(keysOf(silence, weekly([9, 9, 9, 9], { 1: none, 2: none, 3: none }))).toEqual([
    'silence:checks:after:1970-01-05',
  ])
  expect(keysOf(silence, weekly([9, 9, 9], { 1: none }))).toEqual([])
})

test('what waits for review is told when it has waited so long, once for each time it is handed in', () => {
  const unreviewed: WatchCondition = { kind: 'unreviewed', days: 5 }
  const today = MONDAY + 70
  const waits = [
    { id: 'long', from: today - 5, until: null },
    { id: 'short', from: today - 4, until: null },
    { id: 'decided in time', from: today - 30, until: today - 25 },
    { id: 'decided late', from: today - 30, until: today - 24 },
  ]
  expect(keysOf(unreviewed, { waits })).toEqual(['unreviewed:decided late:1970-02-14', 'unreviewed:long:1970-03-11'])
})
