import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { closePool } from '@/lib/compute/pool'
import { dayOf, isoOf, weekIdOf, weekStartFromId, weekStartOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { editIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident } from '@/lib/incidents/queries'
import type { IncidentInput } from '@/lib/incidents/schema'
import { publishFirstMethod } from '@/lib/method/store'
import { dyadOutlook, dyadReciprocity, dyadSignals } from '@/lib/patterns/queries'
import type { LadderMove } from '@/lib/patterns/views'
import { loadCase } from '@/prisma/seed'
import golden from '../golden/reference-scores.json'
import { standStillAt } from '../support/clock'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { drawnWith } from '../support/samples'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
// A Wednesday, so that a week is running.
standStillAt(new Date('2026-11-25T12:00:00Z'))
startFreshDatabase()
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await loadCase()
})
afterAll(closePool)

const DYAD = 'AZE-RUS'
/** Moves as the ladder pairs them: each answer after what it answers. */
const pairsOf = (ladder: LadderMove[]) =>
  ladder.flatMap(({ id, answers }) => (answers ? [`${answers.id} → ${id}`] : []))

test('the cyberattack answers the closing of the Russian House, and the arrests answer the raid', async () => {
  const { ladder, allAnswers, drawnAnswers } = await dyadReciprocity(await viewerWith('viewer'), DYAD)
  expect(pairsOf(ladder)).toEqual(expect.arrayContaining(['RA-004 → RA-005', 'RA-010 → RA-020', 'RA-010 → RA-022']))
  expect([drawnAnswers, allAnswers]).toEqual([17, golden.reciprocity.links.length])
  const move = (id: string) => ladder.find((one) => one.id === id)
  expect(move('RA-005')).toMatchObject({
    title: expect.stringMatching(/cyber/i),
    direction: 'backward',
    answers: { title: expect.stringContaining('Russian House'), lagDays: 13, rungChange: -1, otherCategory: true },
  })
  expect(move('RA-010')).toMatchObject({
    answered: { moves: 9, points: expect.closeTo(44, 9), ratio: expect.closeTo(3, 9) },
  })
  expect(move('RA-020')?.title).toMatch(/arrest/i)
})

test('every link of the reference is on the ladder, with its lag, rungs, category and sides', async () => {
  const { ladder } = await dyadReciprocity(await viewerWith('viewer'), DYAD)
  const told = ladder.flatMap(({ id, answers }) =>
    answers
      ? [
          {
            response: id,
            trigger: answers.id,
            lagDays: answers.lagDays,
            rungChange: answers.rungChange,
            crossCategory: answers.otherCategory,
            reversedDirection: !answers.sameSide,
          },
        ]
      : [],
  )
  expect(told).toHaveLength(golden.reciprocity.links.length)
  expect(told).toEqual(expect.arrayContaining(golden.reciprocity.links))
})

test('answers are judged over the record up to its last covered week, and the case has too few moves to judge', async () => {
  const view = await dyadReciprocity(await viewerWith('viewer'), DYAD)
  expect(view.span).toEqual({ firstDay: dayOf('2024-11-25'), lastDay: dayOf('2025-07-06') })
  expect(view.uncheckedWeeks).toBe(0)
  expect(view.rates?.forward).toMatchObject({ moves: 16, tooFew: true })
  expect(view.rates?.backward).toMatchObject({ moves: 8, tooFew: true })
  expect(view.tests?.forward?.p).toBeGreaterThan(0)
  expect(view.granger).toMatchObject({ kind: 'untested', reason: 'too-few-weeks' })
})

test('a change point falls within a week of 27 June 2025', async () => {
  const { signals, levels } = await dyadSignals(await viewerWith('viewer'), DYAD)
  const changes = signals.flatMap((signal) => (signal.kind === 'changePoint' ? [signal] : []))
  expect(changes.map(({ weekStart }) => weekIdOf(weekStart))).toEqual(golden.changePoints.bySigma['5'].toReversed())
  const near = changes.find(({ weekStart }) => Math.abs(weekStart - dayOf('2025-06-27')) <= 7)
  expect(near?.after).toBeGreaterThan((near?.before ?? 0) + 15)
  expect(near?.incidents.map(({ id }) => id)).toContain('RA-010')
  expect(levels.map(({ from }) => weekIdOf(from))).toEqual(['2024-W48', ...golden.changePoints.bySigma['5']])
  expect(levels.at(-1)?.to).toBe(weekStartFromId('2025-W27'))
})

test('signals are told of weeks that are over and covered, with the incidents behind them', async () => {
  const { signals, weeks, withheld } = await dyadSignals(await viewerWith('viewer'), DYAD)
  expect(weekIdOf(weeks.at(-1)?.weekStart ?? 0)).toBe('2025-W27')
  expect(withheld).toBe(0)
  const of = (week: string) => signals.filter(({ weekStart }) => weekStart === weekStartFromId(week))
  expect(of('2025-W26').map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['record', 'jump', 'bandUp', 'topRung']),
  )
  expect(of('2025-W26').find(({ kind }) => kind === 'record')?.incidents[0]).toMatchObject({ id: 'RA-010' })
  expect(of('2025-W27').find(({ kind }) => kind === 'record')).toMatchObject({ since: null })
  expect(signals.map(({ weekStart }) => weekStart)).toEqual(
    signals.map(({ weekStart }) => weekStart).toSorted((a, b) => b - a),
  )
})

test('as of a moment the patterns are those of the record of then', async () => {
  const viewer = await viewerWith('viewer')
  const asOf = { moment: new Date(Date.now() + 60_000), method: 'then' as const }
  const [now, then] = [await dyadReciprocity(viewer, DYAD), await dyadReciprocity(viewer, DYAD, { asOf })]
  expect(then).toEqual(now)
  expect(await dyadSignals(viewer, DYAD, { asOf })).toEqual(await dyadSignals(viewer, DYAD))
  const early = { moment: new Date(0), method: 'then' as const }
  await expect(dyadSignals(viewer, DYAD, { asOf: early })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an unknown dyad has no patterns', async () => {
  const viewer = await viewerWith('viewer')
  for (const query of [dyadSignals, dyadReciprocity, dyadOutlook]) {
    await expect(query(viewer, 'FRA-USA')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})

test('the forecast starts from the last covered week, is kept by its content, and says that the record was not kept up', async () => {
  const viewer = await viewerWith('viewer')
  const outlook = await dyadOutlook(viewer, DYAD)
  expect(outlook).toMatchObject({ origin: { weekStart: weekStartFromId('2025-W27') }, stale: true, coveredWeeks: 32 })
  expect(outlook.forecasts.map(({ model }) => model)).toEqual(['persistence', 'decayOnly', 'resampledInflow'])
  for (const { weeks } of outlook.forecasts) {
    expect(weeks.map(({ weekStart }) => weekIdOf(weekStart))).toEqual(['2025-W28', '2025-W29', '2025-W30', '2025-W31'])
    for (const { p10, p25, p50, p75, p90 } of weeks) {
      expect([p10, p25, p50, p75, p90]).toEqual([p10, p25, p50, p75, p90].toSorted((a, b) => a - b))
    }
  }
  const kept = async () => (await database()).computed.count({ where: { dyadId: DYAD, task: 'dyadOutlook' } })
  expect(await kept()).toBe(1)
  expect(await dyadOutlook(viewer, DYAD)).toEqual(outlook)
  expect(await kept()).toBe(1)
})

test('a preview counts what is proposed, for those who may see it', async () => {
  const analyst = await viewerWith('analyst')
  const { input, revision } = await getIncident(analyst, DYAD, 'RA-019')
  const incident = { ...input, respondsTo: '', respondsBasis: '' as const }
  await editIncident(analyst, {
    dyadId: DYAD,
    id: 'RA-019',
    baseRevision: revision,
    incident,
    submit: true,
    reason: '',
  })
  const preview = await dyadReciprocity(analyst, DYAD, { unreviewed: true })
  expect([preview.allAnswers, (await dyadReciprocity(analyst, DYAD)).allAnswers]).toEqual([16, 17])
  await expect(dyadReciprocity(await viewerWith('viewer'), DYAD, { unreviewed: true })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('who codes incidents anew is told of no rung, category or points of theirs', async () => {
  const { coders, manager } = await drawnWith({ size: 24, filter: parseFilter({ dyad: DYAD }) })
  const [open, blind] = [await dyadReciprocity(manager, DYAD), await dyadReciprocity(coders[0], DYAD)]
  expect(blind.ladder.map(({ id }) => id)).toEqual(open.ladder.map(({ id }) => id))
  for (const { withheld, code, rung, category, points, answers, answered } of blind.ladder) {
    expect({ withheld, code, rung, category, points, answered }).toEqual({
      withheld: true,
      code: null,
      rung: null,
      category: null,
      points: 0,
      answered: null,
    })
    expect(answers?.rungChange ?? null).toBeNull()
    expect(answers?.otherCategory ?? null).toBeNull()
  }
  const signals = await dyadSignals(coders[0], DYAD)
  const all = (await dyadSignals(manager, DYAD)).signals
  const telling = all.filter(({ kind }) => kind === 'newFront' || kind === 'topRung')
  expect(telling.length).toBeGreaterThan(0)
  expect(signals.withheld).toBe(telling.length)
  expect(signals.signals).toEqual(all.filter((signal) => !telling.includes(signal)))
})

test('the running week is on the ladder and judged by nothing; a week between that nobody checked is said', async () => {
  const viewer = await viewerWith('viewer')
  const today = todayUtc()
  const act = (daysAgo: number, fields: Partial<IncidentInput> = {}) =>
    logApproved(makeIncident({ actor: 'ARM', target: 'TUR', date: isoOf(today - daysAgo), ...fields }))
  await act(28)
  const trigger = await act(14, { code: 'SEC+5' })
  const turn = { actor: 'TUR', target: 'ARM', respondsTo: trigger.id, respondsBasis: 'source' as const }
  const answer = await act(0, { ...turn, code: 'SEC+5' })
  const { closed, ...told } = await both(viewer)
  const lastWeek = weekStartOf(today - 14)
  expect(closed).toBe(lastWeek)
  expect(told.reciprocity).toMatchObject({ span: { lastDay: lastWeek + 6 }, uncheckedWeeks: 1, allAnswers: 1 })
  expect(told.reciprocity.rates?.backward.moves).toBe(0)
  expect(told.reciprocity.ladder.at(-1)).toMatchObject({ id: answer.id, answers: { id: trigger.id, lagDays: 14 } })
  const tops = told.signals.filter(({ kind }) => kind === 'topRung')
  expect(tops.map(({ ids }) => ids)).toEqual([[trigger.id]])
  const outlook = await dyadOutlook(viewer, 'ARM-TUR')
  expect(outlook).toMatchObject({ origin: { weekStart: lastWeek }, coveredWeeks: 2, verdict: { kind: 'too-short' } })
})

/** The signals and answers of ARM-TUR, with the last week that was judged. */
async function both(viewer: Viewer) {
  const { signals, weeks } = await dyadSignals(viewer, 'ARM-TUR')
  const reciprocity = await dyadReciprocity(viewer, 'ARM-TUR')
  return { signals, reciprocity, closed: weeks.at(-1)?.weekStart }
}
