import { asOfComparison } from '@/lib/as-of/queries'
import type { Viewer } from '@/lib/auth/viewer'
import { now, todayUtc } from '@/lib/clock'
import { isoOf, weekEndOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import { inTransaction } from '@/lib/db/transaction'
import { dyadView } from '@/lib/dyads/queries'
import { editIncident, type Written } from '@/lib/incidents/commands'
import type { IncidentInput } from '@/lib/incidents/schema'
import { publishFirstMethod } from '@/lib/method/store'
import { standStillAt } from '../support/clock'
import { startFreshDatabase } from '../support/database'
import { approve, logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)

const DAY_MS = 86_400_000
const DYAD = 'AZE-RUS'

standStillAt(new Date(Date.now() + DAY_MS))
startFreshDatabase()

let analyst: Viewer
let moment: Date
let [recoded, uncounted] = ['', '']

/** An act of a third country, without points. */
const CONTEXT = { kind: 'context', dyadId: DYAD, actor: 'TUR', target: '', code: '' } as const

const pass = (days: number) => jest.setSystemTime(now().getTime() + days * DAY_MS)
const day = (ago: number) => isoOf(todayUtc() - ago)

/** Corrects an incident, and has it approved. */
async function correct({ dyadId, id, revision }: Written, incident: IncidentInput): Promise<Written> {
  const edit = { dyadId, id, baseRevision: revision, incident, submit: true, reason: 'Read again' }
  return approve(await editIncident(analyst, edit))
}

/** Three incidents are known at the moment; later two change their kind, one its rung and then its title, and one is coded late. */
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  analyst = await viewerWith('analyst')
  const [rung, kind] = [
    makeIncident({ date: day(30) }),
    makeIncident({ date: day(20), title: 'An act, or so it seemed' }),
  ]
  const words = { title: 'Only context, or so it seemed', date: day(20) }
  const told = makeIncident({ ...CONTEXT, ...words })
  const [first, second, third] = [
    await logApproved(rung, analyst),
    await logApproved(kind, analyst),
    await logApproved(told, analyst),
  ]
  pass(1)
  moment = now()
  pass(2)
  recoded = day(0)
  const again = await correct(first, { ...rung, code: 'DIP+4' })
  pass(2)
  uncounted = day(0)
  await correct(second, makeIncident({ ...CONTEXT, date: kind.date, title: kind.title }))
  await correct(third, makeIncident(words))
  pass(2)
  await correct(again, { ...rung, code: 'DIP+4', title: 'Only the title is new' })
  await logApproved(makeIncident({ date: day(60), title: 'Coded late' }), analyst)
})

test('what changed is named, and when it began to count so, whatever its title did since', async () => {
  const { parts } = await asOfComparison(analyst, DYAD, { moment, method: 'then' })
  const told = Object.fromEntries(parts.map(({ title, kind, at }) => [title, [kind, at.slice(0, 10)]]))
  expect(told).toEqual({
    'Only the title is new': ['corrected', recoded],
    'An act, or so it seemed': ['context', uncounted],
    'Only context, or so it seemed': ['counts', uncounted],
    'Coded late': ['late', day(0)],
  })
})

test('weeks before the record of then are in the line of now, and were not said', async () => {
  const { weeks } = await asOfComparison(analyst, DYAD, { moment, method: 'then' })
  const then = await dyadView(analyst, DYAD, { asOf: { moment, method: 'then' } })
  const present = await dyadView(analyst, DYAD)
  expect(weeks[0].weekStart).toBe(present.began)
  expect(weeks[0].weekStart).toBeLessThan(then.began)
  const before = weeks.filter(({ weekStart }) => weekStart < then.began)
  expect(before.map(({ said }) => said)).toEqual(before.map(() => null))
  expect(before[0].known).toBe(present.weeks[0].close)
})

test('a week that nobody had checked is told as such on either side', async () => {
  const asOf = { moment, method: 'then' } as const
  const ofWeek = async (ago: number) => {
    const { coverage } = await asOfComparison(analyst, DYAD, asOf, { week: weekIdOf(weekStartOf(todayUtc() - ago)) })
    return coverage
  }
  const first = await asOfComparison(analyst, DYAD, asOf, {
    week: weekIdOf((await dyadView(analyst, DYAD, { asOf })).began),
  })
  expect(first.coverage).toEqual({ said: 'incidents', known: 'incidents' })
  expect(weekEndOf(first.weekStart)).toBe(first.day)
  expect(await ofWeek(16)).toEqual({ said: 'not_checked', known: 'not_checked' })
})
