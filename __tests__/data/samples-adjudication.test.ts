import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { editIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident, incidentHistory } from '@/lib/incidents/queries'
import { stateOf } from '@/lib/incidents/state'
import { publishFirstMethod } from '@/lib/method/store'
import { closeSample, submitCoding } from '@/lib/samples/commands'
import { adjudicationOf, codingsOf, getSample } from '@/lib/samples/queries'
import type { CodingChoice } from '@/lib/samples/schema'
import { startFreshDatabase } from '../support/database'
import { disputed, resolve, theirs } from '../support/disputed'
import { faultOf } from '../support/faults'
import { logApproved, makeIncident } from '../support/incidents'
import { code, drawnWith } from '../support/samples'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

test('a resolution is an approved revision that names the sample, counts at once and keeps all codings', async () => {
  const unit = await disputed({ note: 'a note of its own' })
  const { sampleId, dyadId, id, manager, date } = unit
  const desk = await adjudicationOf(manager, sampleId)
  expect(desk).toMatchObject({
    compared: 1,
    withheld: 0,
    unit: { ordinal: 1, hindrance: null, now: { code: 'DIP+2', date } },
  })
  expect(desk.unit?.codings.map((coding) => coding.code).sort()).toEqual(['DIP+2', 'MED+4'])
  const written = await resolve(manager, unit, theirs(date))
  expect(written).toEqual({ dyadId, id, revision: unit.revision + 1, status: 'approved' })
  const incident = await getIncident(manager, dyadId, id)
  expect(incident).toMatchObject({
    code: 'MED+4',
    rung: 4,
    credibility: 2,
    inForce: written.revision,
    selfApproved: false,
  })
  expect(incident.input.note).toBe('a note of its own')
  const [last] = await incidentHistory(manager, dyadId, id)
  expect(last).toMatchObject({ action: 'adjudicated', reason: 'the quote names the arrest', by: manager.name })
  const prisma = await database()
  const key = { dyadId_incidentId_revision: { dyadId, incidentId: id, revision: written.revision } }
  expect(stateOf(await prisma.incidentRevision.findUniqueOrThrow({ where: key })).sampleId).toBe(sampleId)
  const [sample] = await codingsOf(manager, dyadId, id)
  expect(sample).toMatchObject({ sampleId, resolvedRevision: written.revision })
  expect(sample.codings.map((coding) => coding.code).sort()).toEqual(['DIP+2', 'MED+4'])
  const { unitList } = await getSample(manager, sampleId)
  expect(unitList).toMatchObject([{ difference: 'coders', resolved: { revision: written.revision, by: manager.name } }])
})

test('where what counts stays, no revision is written and the reason stands in the thread', async () => {
  const unit = await disputed()
  const { sampleId, dyadId, id, manager, date, revision } = unit
  const kept = await resolve(manager, unit, { code: 'DIP+2', date, credibility: 1, confidence: 'high' })
  expect(kept.revision).toBe(revision)
  expect((await getIncident(manager, dyadId, id)).revision).toBe(revision)
  const prisma = await database()
  const comments = await prisma.incidentComment.findMany({ where: { dyadId, incidentId: id } })
  expect(comments.map(({ body }) => body)).toEqual([
    'Double coding “A sample”: what counts stays. the quote names the arrest',
  ])
  expect((await adjudicationOf(manager, sampleId)).unit).toMatchObject({
    resolved: { revision },
    hindrance: 'resolved',
  })
})

test('an open proposal is decided first', async () => {
  const unit = await disputed()
  const { dyadId, id, revision, manager } = unit
  const incident = makeIncident({ date: unit.date, title: 'A correction that waits' })
  const edited = await editIncident(await viewerWith('analyst'), {
    ...{ dyadId, id, baseRevision: revision },
    submit: true,
    reason: '',
    incident,
  })
  const fault = await faultOf(resolve(manager, { ...unit, revision: edited.revision }, theirs(unit.date)))
  expect(fault).toMatchObject({ code: 'INVALID', message: expect.stringContaining('waits to be decided') })
  expect((await adjudicationOf(manager, unit.sampleId)).unit).toMatchObject({ hindrance: 'proposal', resolved: null })
})

test('of two who resolve a unit at once one is told, and so is who did not see the latest revision', async () => {
  const unit = await disputed()
  const others = [unit.manager, await viewerWith('reviewer'), await viewerWith('admin')]
  const outcomes = await Promise.allSettled(others.map((viewer) => resolve(viewer, unit, theirs(unit.date))))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const stale = await faultOf(resolve(unit.manager, unit, theirs(unit.date)))
  expect(stale.code).toBe('CONFLICT')
  const seen = await faultOf(resolve(unit.manager, { ...unit, revision: unit.revision + 1 }, theirs(unit.date)))
  expect(seen).toMatchObject({ code: 'CONFLICT', message: 'Somebody resolved this unit already.' })
  expect(await incidentHistory(unit.manager, unit.dyadId, unit.id)).toHaveLength(unit.revision + 1)
})

test('a unit that a coder still has to hand in is not resolved before the sample is closed', async () => {
  const date = '2023-05-05'
  const { revision } = await logApproved(makeIncident({ title: 'Half coded', date }))
  const drawn = await drawnWith({ size: 1, filter: parseFilter({ from: date, to: date }) })
  await submitCoding(drawn.coders[0], code(drawn.sampleId, 1, { date, code: 'MED+4' }))
  const unit = { ...drawn, revision }
  expect((await faultOf(resolve(drawn.manager, unit, theirs(date)))).message).toContain('Not all coders')
  await closeSample(drawn.manager, drawn)
  expect((await resolve(drawn.manager, unit, theirs(date))).revision).toBe(revision + 1)
})

test('a chosen day outside the recorded interval makes the date exact; one after the end is refused', async () => {
  const interval = { datePrecision: 'interval' as const, dateEarliest: '2022-03-10', dateLatest: '2022-03-20' }
  const fields = { ...interval, date: '2022-03-15', dateEnd: '2022-04-30' }
  const { revision } = await logApproved(makeIncident({ title: 'Between two days', ...fields }))
  const drawn = await drawnWith({ size: 1, filter: parseFilter({ from: '2022-03-01', to: '2022-03-31' }) })
  for (const [index, coder] of drawn.coders.entries())
    await submitCoding(coder, code(drawn.sampleId, 1, { date: `2022-03-2${index + 4}` }))
  const unit = { ...drawn, revision }
  const seen = (date: string): CodingChoice => ({ code: 'DIP+2', date, credibility: 1, confidence: 'high' })
  const late = await faultOf(resolve(drawn.manager, unit, theirs('2022-05-02')))
  expect(late).toMatchObject({ code: 'INVALID', fieldErrors: { 'choice.dateEnd': ['The end lies before the start'] } })
  const { dyadId, id } = await resolve(drawn.manager, unit, seen('2022-03-25'))
  const { input } = await getIncident(drawn.manager, dyadId, id)
  expect(input).toMatchObject({ date: '2022-03-25', datePrecision: 'day', dateEarliest: '', dateLatest: '' })
})

test('coders who agree against the record are listed, and so are grades that differ and what nobody could code', async () => {
  const dates = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04']
  for (const date of dates) await logApproved(makeIncident({ title: `Listed ${date}`, date }))
  const { sampleId, coders, manager } = await drawnWith({
    size: 4,
    filter: parseFilter({ from: dates[0], to: dates[3] }),
  })
  const prisma = await database()
  const units = await prisma.codingUnit.findMany({ where: { sampleId } })
  const rows = await Promise.all(units.map(({ dyadId, incidentId: id }) => getIncident(manager, dyadId, id)))
  for (const [index, { ordinal }] of units.entries()) {
    const { date } = rows[index].input
    const place = dates.indexOf(date)
    for (const [which, coder] of coders.entries()) {
      const given = code(sampleId, ordinal, { date })
      if (place === 1) await submitCoding(coder, { ...given, code: 'MED+4' })
      else if (place === 2) await submitCoding(coder, { ...given, credibility: 1 + which })
      else if (place === 3) await submitCoding(coder, { sampleId, ordinal, codable: false, note: 'The page is gone' })
      else await submitCoding(coder, given)
    }
  }
  const { disagreements, compared } = await adjudicationOf(manager, sampleId)
  expect(compared).toBe(4)
  expect(disagreements.map(({ title, difference }) => `${title}: ${difference}`).sort()).toEqual([
    'Listed 2020-01-02: record',
    'Listed 2020-01-03: grades',
    'Listed 2020-01-04: uncodable',
  ])
})
