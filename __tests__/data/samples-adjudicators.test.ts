import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { approveIncident, undoApproval } from '@/lib/review/commands'
import { closeSample, submitCoding } from '@/lib/samples/commands'
import { adjudicationOf } from '@/lib/samples/queries'
import type { CodingChoice } from '@/lib/samples/schema'
import { setSelfApproval } from '@/lib/team/commands'
import { startFreshDatabase } from '../support/database'
import { disputed, resolve, theirs } from '../support/disputed'
import { faultOf } from '../support/faults'
import { logApproved, makeIncident } from '../support/incidents'
import { code, drawnWith } from '../support/samples'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

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
