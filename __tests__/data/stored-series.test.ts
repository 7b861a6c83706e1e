import fc from 'fast-check'
import { todayUtc } from '@/lib/clock'
import { isoOf, weekStartOf } from '@/lib/core/calendar'
import { checkWeek } from '@/lib/coverage/commands'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { extendDyads } from '@/lib/dyads/extend'
import { dyadView } from '@/lib/dyads/queries'
import { createIncident, editIncident, retractIncident, type Written } from '@/lib/incidents/commands'
import { previewIncident } from '@/lib/incidents/preview'
import type { IncidentInput } from '@/lib/incidents/schema'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { approve, logApproved, makeIncident } from '../support/incidents'
import { rebuildDyad, storedSeries } from '../support/series'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

const codes = ['DIP+1', 'DIP+3', 'SEC+5', 'MED+4', 'ECO-3', 'CUL-5', 'CYB+3']
const incidents = fc.record({
  ago: fc.integer({ min: -1, max: 400 }),
  lasts: fc.option(fc.integer({ min: 0, max: 120 })),
  code: fc.constantFrom(...codes),
  away: fc.boolean(),
  mutual: fc.boolean(),
  credibility: fc.constantFrom(1, 2, 3, 5),
  ongoing: fc.boolean(),
})

function incidentOf(
  drawn: typeof incidents extends fc.Arbitrary<infer T> ? T : never,
  pair: [string, string],
): IncidentInput {
  const start = todayUtc() - drawn.ago
  const end = drawn.lasts === null || drawn.ongoing ? '' : isoOf(Math.min(start + drawn.lasts, todayUtc() + 1))
  const [actor, target] = drawn.away ? pair : [pair[1], pair[0]]
  const { code, mutual, credibility, ongoing } = drawn
  return makeIncident({ actor, target, code, mutual, credibility, ongoing, date: isoOf(start), dateEnd: end })
}

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('log' as const), incident: incidents, submit: fc.boolean() }),
    fc.record({ do: fc.constant('edit' as const), which: fc.nat(), incident: incidents }),
    fc.record({ do: fc.constant('retract' as const), which: fc.nat() }),
    fc.record({ do: fc.constant('check' as const), ago: fc.integer({ min: 0, max: 500 }), checked: fc.boolean() }),
  ),
  { minLength: 1, maxLength: 12 },
)

test('after any sequence of commands the stored series equals a rebuild to the last bit', async () => {
  const analyst = await viewerWith('analyst')
  let run = 0
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      // Each run has a dyad of its own: countries are plenty.
      const pair: [string, string] = [
        ['AZE', 'GEO', 'FRA', 'IND'][run % 4],
        ['RUS', 'TUR', 'USA', 'CHN', 'JPN'][Math.floor(run / 4) % 5],
      ]
      run++
      const written: Written[] = []
      for (const step of sequence) {
        const target = 'which' in step ? written[step.which % Math.max(1, written.length)] : undefined
        if (step.do === 'log') {
          const incident = incidentOf(step.incident, pair)
          written.push(
            step.submit
              ? await logApproved(incident, analyst)
              : await createIncident(analyst, { incident, submit: false }),
          )
        }
        if (step.do === 'check') {
          const dyadId = [...pair].sort().join('-')
          await checkWeek(
            analyst,
            { dyadId, weekStart: weekStartOf(todayUtc() - step.ago), checked: step.checked, note: '' },
            { create: true },
          )
        }
        if (!target || target.status === 'retracted') continue
        const base = { ...target, baseRevision: target.revision }
        if (step.do === 'edit') {
          const incident = incidentOf(step.incident, pair)
          Object.assign(target, await editIncident(analyst, { ...base, submit: true, reason: '', incident }))
        }
        if (step.do === 'retract') Object.assign(target, await retractIncident(analyst, { ...base, reason: 'drawn' }))
        if (target.status === 'in_review') Object.assign(target, await approve(target))
      }
      const dyadId = [...pair].sort().join('-')
      const kept = await storedSeries(dyadId)
      await rebuildDyad(dyadId)
      expect(await storedSeries(dyadId)).toEqual(kept)
    }),
    { numRuns: 20 },
  )
}, 180_000)

test('what the preview says is what the save does', async () => {
  const analyst = await viewerWith('analyst')
  const logged = makeIncident({ actor: 'ARM', target: 'AZE', date: isoOf(todayUtc() - 10), code: 'SEC+3' })
  await logApproved(logged, analyst)
  const incident = makeIncident({ actor: 'AZE', target: 'ARM', date: isoOf(todayUtc() - 8), code: 'DIP+4' })
  const preview = await previewIncident(analyst, incident)
  await logApproved(incident, analyst)
  const view = await dyadView(analyst, 'ARM-AZE')
  const week = view.weeks.find((entry) => entry.weekStart === preview.weekStart)
  expect(week?.close).toBe(preview.week.after.score)
  expect(view.today.score).toBe(preview.today.after.score)
  expect(preview.today.after.score).toBeGreaterThan(preview.today.before.score)
})

test('a week without incident or check is not checked, and a withdrawn check makes it so again', async () => {
  const analyst = await viewerWith('analyst')
  const old = makeIncident({ actor: 'KAZ', target: 'UZB', date: isoOf(todayUtc() - 60) })
  await logApproved(old, analyst)
  const weekStart = weekStartOf(todayUtc() - 30)
  const coverage = async () =>
    (await dyadView(analyst, 'KAZ-UZB')).weeks.find((week) => week.weekStart === weekStart)?.coverage
  expect(await coverage()).toBe('not_checked')
  await checkWeek(analyst, { dyadId: 'KAZ-UZB', weekStart, checked: true, note: '' })
  expect(await coverage()).toBe('checked')
  expect((await dyadView(analyst, 'KAZ-UZB')).shown.weekStart).toBe(weekStart)
  await checkWeek(analyst, { dyadId: 'KAZ-UZB', weekStart, checked: false, note: '' })
  expect(await coverage()).toBe('not_checked')
})

test('a series that runs out is made longer, and old weeks keep their bits', async () => {
  await logApproved(makeIncident({ actor: 'EGY', target: 'ETH' }))
  const before = await storedSeries('EGY-ETH')
  const prisma = await database()
  const cut = weekStartOf(todayUtc()) + 14
  await prisma.dyadWeek.deleteMany({ where: { dyadId: 'EGY-ETH', weekStart: { gt: cut } } })
  await prisma.dyadWeekDays.deleteMany({ where: { dyadId: 'EGY-ETH', weekStart: { gt: cut } } })
  await prisma.dyad.update({ where: { id: 'EGY-ETH' }, data: { seriesTo: cut } })
  expect(await extendDyads()).toEqual(['EGY-ETH'])
  expect(await storedSeries('EGY-ETH')).toEqual(before)
})
