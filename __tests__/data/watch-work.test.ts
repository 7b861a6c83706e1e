import type { Viewer } from '@/lib/auth/viewer'
import { dayOf, weekStartOf } from '@/lib/core/calendar'
import { checkWeek } from '@/lib/coverage/commands'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident, editIncident, retractIncident } from '@/lib/incidents/commands'
import { publishFirstMethod } from '@/lib/method/store'
import { changeWatchlist, createWatchlist, switchRule } from '@/lib/watch/commands'
import { sweep } from '@/lib/watch/sweep'
import { workOff } from '@/lib/watch/work'
import { standStillAt } from '../support/clock'
import { startFreshDatabase } from '../support/database'
import { approve, logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'
import { inInbox, ruleOn, told } from '../support/watch'

standStillAt(new Date('2026-03-03T10:00:00Z'))
startFreshDatabase()
jest.setTimeout(60_000)
beforeAll(() => inTransaction(publishFirstMethod))

const at = (instant: string) => jest.setSystemTime(new Date(instant))
const media = (target: string, fields: Parameters<typeof makeIncident>[0] = {}) =>
  makeIncident({ actor: 'AZE', target, code: 'MED+4', date: '2026-03-02', ...fields })

/** Each test has a dyad of its own, so that none sees what another one wrote. */
const over = (dyadId: string) => ({ where: { reach: 'dyad' as const, dyadId } })

test('an approved incident is told once, with the numbers and the incident behind, and its note is gone', async () => {
  const ana = await viewerWith('viewer')
  const rule = await ruleOn(ana, over('ARM-AZE'))
  const written = await logApproved(media('ARM'))
  expect(await (await database()).watchPending.count()).toBe(1)
  expect(await workOff()).toBe(1)
  expect(await (await database()).watchPending.count()).toBe(0)
  expect(await told(rule.id)).toEqual([`ARM-AZE incident:${written.id}`])
  expect(await inInbox(ana)).toEqual([`ARM-AZE incident:${written.id}`])
  const alert = await (await database()).watchAlert.findFirstOrThrow({ where: { ruleId: rule.id } })
  expect(alert).toMatchObject({ before: 0, incidentIds: [written.id], day: dayOf('2026-03-02'), ruleRevision: 2 })
  expect(alert.after).toBeGreaterThan(1)
  expect(await workOff()).toBe(0)
})

test('what is due when the work is stopped is worked off later', async () => {
  const rule = await ruleOn(await viewerWith('viewer'), over('AZE-FIN'))
  const written = await logApproved(media('FIN'))
  expect(await workOff(AbortSignal.abort())).toBe(0)
  expect(await told(rule.id)).toEqual([])
  await workOff()
  expect(await told(rule.id)).toEqual([`AZE-FIN incident:${written.id}`])
})

test('what waits for review is not told, nor is a cause told again when its incident is corrected or comes back', async () => {
  const analyst = await viewerWith('analyst')
  const rule = await ruleOn(analyst, over('AZE-GEO'))
  const waiting = await createIncident(analyst, { incident: media('GEO'), submit: true })
  await workOff()
  expect(await told(rule.id)).toEqual([])
  const approved = await approve(waiting)
  await workOff()
  const [first] = await told(rule.id)
  const change = { ...approved, baseRevision: approved.revision, submit: true, reason: 'a better title' }
  const edited = await editIncident(analyst, { ...change, incident: media('GEO', { title: 'Another title' }) })
  const corrected = await approve(edited)
  await workOff()
  const gone = await approve(
    await retractIncident(analyst, { ...corrected, baseRevision: corrected.revision, reason: 'it was not so' }),
  )
  expect(gone.status).toBe('retracted')
  await workOff()
  expect(await told(rule.id)).toEqual([first])
})

test('what the record held before the rule was switched on is not news, but what only now meets it is', async () => {
  const analyst = await viewerWith('analyst')
  const strong = await logApproved(media('IRN'), analyst)
  const weak = await logApproved(media('IRN', { code: 'MED+2' }), analyst)
  await workOff()
  at('2026-03-03T10:00:01Z')
  const rule = await ruleOn(analyst, over('AZE-IRN'))
  at('2026-03-03T10:00:02Z')
  for (const [written, code] of [
    [strong, 'MED+5'],
    [weak, 'MED+4'],
  ] as const) {
    const edit = { ...written, baseRevision: written.revision, submit: true, reason: 'coded anew' }
    await approve(await editIncident(analyst, { ...edit, incident: media('IRN', { code }) }))
  }
  await workOff()
  expect(await told(rule.id)).toEqual([`AZE-IRN incident:${weak.id}`])
})

test('a first is told once, whatever earlier one is logged afterwards', async () => {
  const ana = await viewerWith('analyst')
  await logApproved(media('KAZ', { code: 'DIP+2' }))
  at('2026-03-03T10:00:03Z')
  const rule = await ruleOn(ana, { ...over('AZE-KAZ'), condition: { kind: 'first', of: 'code' } })
  at('2026-03-03T10:00:04Z')
  await logApproved(media('KAZ', { date: '2026-03-01' }))
  await workOff()
  await logApproved(media('KAZ', { date: '2026-02-01' }))
  await logApproved(media('KAZ', { code: 'DIP+2', date: '2026-01-01' }))
  await workOff()
  expect(await told(rule.id)).toEqual(['AZE-KAZ first:MED+4'])
})

test('the week under way is told when it is over, by the sweep of the new day, and once however it is recomputed', async () => {
  at('2026-03-05T10:00:00Z')
  const ana = await viewerWith('viewer')
  const move = await ruleOn(ana, { ...over('AZE-TUR'), condition: { kind: 'move', points: 2, way: 'up' } })
  await logApproved(media('TUR', { date: '2026-02-20', code: 'DIP+2' }))
  const behind = await logApproved(media('TUR'))
  await workOff()
  expect(await told(move.id)).toEqual([])
  at('2026-03-08T23:59:00Z')
  await sweep()
  await workOff()
  expect(await told(move.id)).toEqual([])
  at('2026-03-09T00:01:00Z')
  expect(await sweep()).toBe(true)
  expect(await sweep()).toBe(false)
  await workOff()
  expect(await told(move.id)).toEqual(['AZE-TUR move:2026-W10'])
  const alert = await (await database()).watchAlert.findFirstOrThrow({ where: { ruleId: move.id } })
  expect(alert.incidentIds).toEqual([behind.id])
  expect(alert.after ?? 0).toBeGreaterThan(alert.before ?? 0)
  await logApproved(media('TUR', { date: '2026-03-04' }))
  await workOff()
  expect(await told(move.id)).toEqual(['AZE-TUR move:2026-W10'])
})

test('a week that nobody checked is told once it is checked, and a silence after so many checked weeks', async () => {
  at('2026-03-10T10:00:00Z')
  const analyst = await viewerWith('analyst')
  for (let n = 0; n < 6; n++) await logApproved(media('UZB', { code: 'SEC+4', date: '2026-03-09' }), analyst)
  const falls = await ruleOn(analyst, { ...over('AZE-UZB'), condition: { kind: 'move', points: 1, way: 'down' } })
  const silent: Parameters<typeof ruleOn>[1] = { condition: { kind: 'silence', weeks: 2, of: 'incidents' } }
  const silence = await ruleOn(analyst, { ...over('AZE-UZB'), ...silent })
  at('2026-03-30T10:00:00Z')
  await sweep()
  await workOff()
  expect(await told(falls.id)).toEqual([])
  for (const date of ['2026-03-16', '2026-03-23'])
    await checkWeek(analyst, { dyadId: 'AZE-UZB', weekStart: weekStartOf(dayOf(date)), checked: true, note: '' })
  await workOff()
  expect(await told(silence.id)).toEqual(['AZE-UZB silence:incidents:after:2026-03-09'])
  expect((await told(falls.id)).length).toBeGreaterThan(0)
  await workOff()
  expect(await told(silence.id)).toHaveLength(1)
})

test('what waits too long is told, but only to those who may see what is not published', async () => {
  at('2026-04-01T10:00:00Z')
  const [reviewer, viewer] = [await viewerWith('reviewer'), await viewerWith('viewer')]
  const rule = await ruleOn(reviewer, { ...over('AZE-BLR'), scope: 'team', condition: { kind: 'unreviewed', days: 3 } })
  const { id } = await createIncident(await viewerWith('analyst'), { incident: media('BLR'), submit: true })
  for (const day of ['03', '04', '05']) {
    at(`2026-04-${day}T00:01:00Z`)
    await sweep()
    await workOff()
    expect(await told(rule.id)).toEqual(day === '03' ? [] : [`AZE-BLR unreviewed:${id}:2026-04-01`])
  }
  expect(await inInbox(reviewer)).toEqual([`AZE-BLR unreviewed:${id}:2026-04-01`])
  expect(await inInbox(viewer)).toEqual([])
})

test('a rule over a list looks at the dyads on it, each from when it was put there', async () => {
  const ana = await viewerWith('viewer')
  const lists = { scope: 'own' as const, name: 'Neighbours', note: '' }
  const list = await createWatchlist(ana, { ...lists, dyadIds: ['AZE-MDA'] })
  const rule = await ruleOn(ana, { where: { reach: 'list', listId: list.id } })
  at('2026-04-06T10:00:01Z')
  const there = await logApproved(media('MDA'))
  await logApproved(media('UKR'))
  await workOff()
  at('2026-04-06T10:00:02Z')
  const change = { id: list.id, baseRevision: 1, name: 'Neighbours', note: '', dyadIds: ['AZE-MDA', 'AZE-UKR'] }
  await changeWatchlist(ana, change)
  at('2026-04-06T10:00:03Z')
  const late = await logApproved(media('UKR'))
  await workOff()
  expect(await told(rule.id)).toEqual([`AZE-MDA incident:${there.id}`, `AZE-UKR incident:${late.id}`])
})

test('a rule that is off tells nothing, also not afterwards', async () => {
  const ana = await viewerWith('viewer')
  const rule = await ruleOn(ana, over('AZE-POL'))
  const off = await switchRule(ana, { id: rule.id, baseRevision: rule.revision, on: false })
  await logApproved(media('POL'))
  await workOff()
  at('2026-04-06T11:00:00Z')
  await switchRule(ana, { id: rule.id, baseRevision: off.revision, on: true })
  await sweep()
  await workOff()
  expect(await told(rule.id)).toEqual([])
})

test('many workers at once over many notes tell each cause once', async () => {
  const people: Viewer[] = [await viewerWith('viewer'), await viewerWith('analyst')]
  const rules = [await ruleOn(people[0], over('AZE-SRB')), await ruleOn(people[1], over('AZE-SRB'))]
  const causes: string[] = []
  for (let n = 0; n < 12; n++) causes.push(`AZE-SRB incident:${(await logApproved(media('SRB'))).id}`)
  await Promise.all([workOff(), workOff(), workOff(), workOff()])
  for (const rule of rules) expect(await told(rule.id)).toEqual(causes.sort())
  for (const person of people) expect(await inInbox(person)).toEqual(causes.sort())
})

test('work that dies on the way leaves neither alert nor gap: the next try does all of it', async () => {
  const ana = await viewerWith('viewer')
  const rule = await ruleOn(ana, over('AZE-SVN'))
  const { id } = await logApproved(media('SVN'))
  const prisma = await database()
  const broken = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await prisma.$executeRaw`ALTER TABLE watch_delivery RENAME TO watch_delivery_away`
  await prisma.$executeRaw`ALTER TABLE inbox_item RENAME TO inbox_item_away`
  await workOff()
  await prisma.$executeRaw`ALTER TABLE inbox_item_away RENAME TO inbox_item`
  await prisma.$executeRaw`ALTER TABLE watch_delivery_away RENAME TO watch_delivery`
  expect(broken).toHaveBeenCalled()
  broken.mockRestore()
  expect(await told(rule.id)).toEqual([])
  expect(await prisma.watchPending.count({ where: { dyadId: 'AZE-SVN' } })).toBe(1)
  at('2026-04-06T12:00:00Z')
  await workOff()
  expect(await told(rule.id)).toEqual([`AZE-SVN incident:${id}`])
  expect(await inInbox(ana)).toEqual([`AZE-SVN incident:${id}`])
})

test('a rule that cannot be read keeps no other from telling, and tells what it had to tell once it can be read', async () => {
  const ana = await viewerWith('viewer')
  const [bad, good] = [await ruleOn(ana), await ruleOn(ana, over('AZE-HRV'))]
  const prisma = await database()
  const where = { id: bad.id }
  const { condition } = await prisma.watchRule.findUniqueOrThrow({ where })
  await prisma.watchRule.update({ where, data: { condition: { kind: 'of another version' } } })
  const broken = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const { id } = await logApproved(media('HRV', { date: '2026-04-05' }))
  const alerts = [`AZE-HRV incident:${id}`]
  expect(await workOff()).toBe(1)
  expect(broken).toHaveBeenCalledTimes(1)
  broken.mockRestore()
  expect(await told(good.id)).toEqual(alerts)
  await prisma.watchRule.update({ where, data: { condition: condition as object } })
  at('2026-04-06T12:15:00Z')
  expect(await workOff()).toBe(1)
  expect([await told(bad.id), await told(good.id)]).toEqual([alerts, alerts])
  expect(await prisma.watchPending.count({ where: { dyadId: 'AZE-HRV' } })).toBe(0)
})
