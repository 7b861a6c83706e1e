import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { editIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident, incidentHistory } from '@/lib/incidents/queries'
import { stateOf } from '@/lib/incidents/state'
import { publishFirstMethod } from '@/lib/method/store'
import { approveIncident, undoApproval } from '@/lib/review/commands'
import { adjudicate, closeSample, submitCoding } from '@/lib/samples/commands'
import { adjudicationOf, codingsOf, getSample } from '@/lib/samples/queries'
import type { CodingChoice } from '@/lib/samples/schema'
import { setSelfApproval } from '@/lib/team/commands'
import { startFreshDatabase } from '../support/database'
import { faultOf } from '../support/faults'
import { logApproved, makeIncident } from '../support/incidents'
import { code, drawnWith } from '../support/samples'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

let month = 0

/** A sample of one new incident that two coders coded differently: `MED+4` against the record's `DIP+2`. */
async function disputed(fields: Parameters<typeof makeIncident>[0] = {}, coderRoles?: ('analyst' | 'reviewer')[]) {
  month += 1
  const date = `2024-${String(month).padStart(2, '0')}-15`
  const incident = await logApproved(makeIncident({ title: `Disputed ${month}`, date, ...fields }))
  const drawn = await drawnWith({ size: 1, filter: parseFilter({ from: date, to: date }), coderRoles })
  const { sampleId, coders } = drawn
  await submitCoding(coders[0], code(sampleId, 1, { date, note: 'as the record has it' }))
  await submitCoding(coders[1], code(sampleId, 1, { code: 'MED+4', date, credibility: 2, confidence: 'low' }))
  const { dyadId, id, revision } = incident
  return { ...drawn, dyadId, id, date, revision }
}

const theirs = (date: string): CodingChoice => ({ code: 'MED+4', date, credibility: 2, confidence: 'low' })

const resolve = (
  viewer: Viewer,
  { sampleId, revision }: { sampleId: string; revision: number },
  choice: CodingChoice,
) => adjudicate(viewer, { sampleId, ordinal: 1, baseRevision: revision, choice, reason: 'the quote names the arrest' })

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

test('who coded in the sample does not decide in it, unless the team’s setting says so', async () => {
  const unit = await disputed({}, ['reviewer', 'analyst'])
  const [coder] = unit.coders
  expect((await faultOf(resolve(coder, unit, theirs(unit.date)))).code).toBe('FORBIDDEN')
  const admin = await viewerWith('admin')
  await setSelfApproval(admin, { selfApproval: true, baseRevision: 0 })
  expect((await faultOf(resolve(coder, unit, theirs(unit.date)))).message).toBe(
    'You code this incident in a sample that is still open.',
  )
  await closeSample(unit.manager, unit)
  await resolve(coder, unit, theirs(unit.date))
  await setSelfApproval(admin, { selfApproval: false, baseRevision: 1 })
  expect(await getIncident(coder, unit.dyadId, unit.id)).toMatchObject({ code: 'MED+4', selfApproved: true })
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

test('who wrote what the incident says does not resolve it, unless the team’s setting says so; then it is marked', async () => {
  const author = await viewerWith('reviewer', 'Author')
  const date = '2021-02-03'
  const { dyadId, id, revision } = await logApproved(makeIncident({ title: 'By a reviewer', date }), author)
  const drawn = await drawnWith({ size: 1, filter: parseFilter({ from: date, to: date }) })
  for (const coder of drawn.coders)
    await submitCoding(coder, code(drawn.sampleId, 1, { code: 'MED+4', date, credibility: 2, confidence: 'low' }))
  const unit = { ...drawn, revision }
  // Both coders agree against the record: that is listed, and not the author's to dismiss.
  const keeping: CodingChoice = { code: 'DIP+2', date, credibility: 1, confidence: 'high' }
  for (const choice of [keeping, theirs(date)]) {
    expect(await faultOf(resolve(author, unit, choice))).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('You wrote what this incident says'),
    })
  }
  expect((await adjudicationOf(author, drawn.sampleId)).unit).toMatchObject({
    difference: 'record',
    hindrance: 'author',
  })
  const admin = await viewerWith('admin')
  const prisma = await database()
  const setting = await prisma.teamSetting.findFirst()
  await setSelfApproval(admin, { selfApproval: true, baseRevision: setting?.revision ?? 0 })
  await resolve(author, unit, theirs(date))
  await setSelfApproval(admin, { selfApproval: false, baseRevision: (setting?.revision ?? 0) + 1 })
  expect(await getIncident(author, dyadId, id)).toMatchObject({ code: 'MED+4', selfApproved: true })
})

test('a choice that nobody else made waits for review; its approval resolves the unit, and taking that back opens it', async () => {
  const unit = await disputed()
  const { sampleId, dyadId, id, date, manager, revision } = unit
  const own: CodingChoice = { code: 'LEG+2', date, credibility: 3, confidence: 'low' }
  const written = await resolve(manager, unit, own)
  expect(written).toMatchObject({ status: 'in_review', revision: revision + 1 })
  expect(await getIncident(manager, dyadId, id)).toMatchObject({
    code: 'DIP+2',
    inForce: revision,
    proposal: 'correction',
  })
  const unitNow = async () => (await adjudicationOf(manager, sampleId)).unit
  expect(await unitNow()).toMatchObject({ hindrance: 'proposal', resolved: null })
  const seen = { dyadId, id, baseRevision: written.revision }
  expect((await faultOf(approveIncident(manager, { ...seen, comment: '' }))).code).toBe('FORBIDDEN')
  const reviewer = await viewerWith('reviewer')
  const approved = await approveIncident(reviewer, { ...seen, comment: '' })
  expect(await getIncident(manager, dyadId, id)).toMatchObject({ code: 'LEG+2', inForce: approved.revision })
  expect(await unitNow()).toMatchObject({ hindrance: 'resolved', resolved: { revision: approved.revision } })
  const back = { dyadId, id, baseRevision: approved.revision, reason: 'too early' }
  await undoApproval(reviewer, back)
  expect(await unitNow()).toMatchObject({ hindrance: 'proposal', resolved: null })
})

test('a coding’s indicator with the record’s other parts is a choice of one’s own', async () => {
  const unit = await disputed()
  const mixed: CodingChoice = { code: 'MED+4', date: unit.date, credibility: 1, confidence: 'high' }
  expect(await resolve(unit.manager, unit, mixed)).toMatchObject({ status: 'in_review' })
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
