import type { Viewer } from '@/lib/auth/viewer'
import { threadsOf } from '@/lib/comments/queries'
import { inTransaction } from '@/lib/db/transaction'
import { editIncident, retractIncident, type Written } from '@/lib/incidents/commands'
import { incidentsCsv } from '@/lib/incidents/csv'
import { parseFilter } from '@/lib/incidents/filter'
import { openProposal } from '@/lib/incidents/open-proposal'
import { previewIncident, previewRetraction } from '@/lib/incidents/preview'
import { getIncident, incidentHistory, listIncidents } from '@/lib/incidents/queries'
import { answerableIncidents, similarIncidents } from '@/lib/incidents/similar'
import { publishFirstMethod } from '@/lib/method/store'
import { returnIncident } from '@/lib/review/commands'
import { reviewItem, reviewQueue, waitingCount } from '@/lib/review/queries'
import { owedOf } from '@/lib/samples/blind'
import { addCoder, closeSample, excuseCoder, submitCoding } from '@/lib/samples/commands'
import { adjudicationOf, codingDesk, getSample, listSamples } from '@/lib/samples/queries'
import { startFreshDatabase } from '../support/database'
import { faultOf } from '../support/faults'
import { logApproved, makeIncident } from '../support/incidents'
import { accountOf, code, drawnWith } from '../support/samples'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

let month = 0

/** A sample of one new incident of a month of its own, for two reviewers. */
async function sampled() {
  month += 1
  const date = `2024-${String(month).padStart(2, '0')}-15`
  const incident = await logApproved(makeIncident({ title: `Blind ${month}`, date }))
  const filter = parseFilter({ from: date, to: date })
  const drawn = await drawnWith({ size: 1, filter, coderRoles: ['reviewer', 'reviewer'] })
  return { ...drawn, incident, date, filter }
}

const inputOf = (date: string) => makeIncident({ title: 'Changed', date })

/** Everything that would show a reader of the incident how the record codes it. */
function readings(viewer: Viewer, { dyadId, id, revision }: Written, date: string): Record<string, Promise<unknown>> {
  const write = { dyadId, id, baseRevision: revision - 1, submit: true, reason: 'as a test' }
  return {
    getIncident: getIncident(viewer, dyadId, id),
    incidentHistory: incidentHistory(viewer, dyadId, id),
    openProposal: openProposal(viewer, dyadId, id),
    threadsOf: threadsOf(viewer, dyadId, id),
    reviewItem: reviewItem(viewer, dyadId, id),
    previewRetraction: previewRetraction(viewer, { dyadId, id }),
    previewIncident: previewIncident(viewer, inputOf(date), { dyadId, id }),
    // A stale write is answered with what the record says now.
    editIncident: editIncident(viewer, { ...write, incident: inputOf(date) }),
    retractIncident: retractIncident(viewer, write),
    returnIncident: returnIncident(viewer, { ...write, comment: 'as a test' }),
  }
}

test('who owes a coding is refused how the record codes the incident, with the way to the desk', async () => {
  const { sampleId, coders, manager, incident, date } = await sampled()
  const [coder] = coders
  const { dyadId, id } = incident
  for (const [name, reading] of Object.entries(readings(coder, incident, date))) {
    const fault = await faultOf(reading)
    expect({ name, code: fault.code, message: fault.message }).toEqual({
      ...{ name, code: 'FORBIDDEN' },
      message: 'You are coding this incident in a sample. Hand in your coding first.',
    })
    expect(owedOf(fault)).toEqual({ dyadId, id, sampleId, ordinal: 1 })
  }
  expect(await getIncident(manager, dyadId, id)).toMatchObject({ code: 'DIP+2' })
  await submitCoding(coder, code(sampleId, 1, { date }))
  expect(await getIncident(coder, dyadId, id)).toMatchObject({ code: 'DIP+2' })
  expect((await faultOf(getIncident(coders[1], dyadId, id))).code).toBe('FORBIDDEN')
  await closeSample(manager, { sampleId })
  expect(await getIncident(coders[1], dyadId, id)).toMatchObject({ code: 'DIP+2' })
})

test('lists, files and suggestions leave out the coding that somebody is to make anew', async () => {
  const { sampleId, coders, manager, filter, date } = await sampled()
  const [coder] = coders
  const rows = async (viewer: Viewer) => (await listIncidents(viewer, filter)).rows
  const masked = { category: null, code: null, rung: null, persistence: null, points: 0, withheld: true }
  expect(await rows(coder)).toMatchObject([{ title: `Blind ${month}`, ...masked }])
  expect(await rows(manager)).toMatchObject([{ code: 'DIP+2', rung: 2 }])
  const csv = (viewer: Viewer) => new Response(incidentsCsv(viewer, filter)).text()
  expect(await csv(coder)).not.toContain('DIP+2')
  expect(await csv(manager)).toContain('DIP+2')
  const asked = { ...makeIncident({ title: `Blind ${month}`, date }), exclude: undefined }
  expect((await similarIncidents(coder, asked)).map(({ row }) => row)).toMatchObject([masked])
  const answerable = await answerableIncidents(coder, 'AZE-RUS', `Blind ${month}`)
  expect(answerable.filter(({ startDay }) => startDay === answerable[0].startDay)).toMatchObject([masked])
  await submitCoding(coder, code(sampleId, 1, { date }))
  expect(await rows(coder)).toMatchObject([{ code: 'DIP+2', rung: 2 }])
})

test('a correction of what a reviewer is to code anew is not in their queue', async () => {
  const { coders, manager, incident, date, filter, sampleId } = await sampled()
  const before = await Promise.all([waitingCount(coders[0]), waitingCount(manager)])
  const change = { ...incident, baseRevision: incident.revision, submit: true, reason: '', incident: inputOf(date) }
  await editIncident(await viewerWith('analyst'), change)
  expect((await reviewQueue(coders[0], filter, {})).entries).toEqual([])
  expect((await reviewQueue(manager, filter, {})).entries).toHaveLength(1)
  expect([await waitingCount(coders[0]), await waitingCount(manager)]).toEqual([before[0], before[1] + 1])
  await submitCoding(coders[0], code(sampleId, 1, { date }))
  expect((await reviewQueue(coders[0], filter, {})).entries).toHaveLength(1)
})

test('who is excused is waited for no more, and does not come back', async () => {
  const { sampleId, coders, manager, incident, date } = await sampled()
  const [stays, leaves] = coders
  const coder = { sampleId, coderId: accountOf(leaves) }
  await submitCoding(stays, code(sampleId, 1, { date, code: 'MED+4' }))
  const unit = async () => (await getSample(manager, sampleId)).unitList?.[0]
  expect(await unit()).toMatchObject({ codedBy: [stays.accountId], difference: null })
  await excuseCoder(manager, coder)
  expect((await faultOf(excuseCoder(manager, coder))).code).toBe('CONFLICT')
  expect((await faultOf(codingDesk(leaves, sampleId))).code).toBe('NOT_FOUND')
  expect((await faultOf(submitCoding(leaves, code(sampleId, 1)))).code).toBe('NOT_FOUND')
  expect(await getIncident(leaves, incident.dyadId, incident.id)).toMatchObject({ code: 'DIP+2' })
  expect((await faultOf(addCoder(manager, coder))).message).toContain('They were excused')
  const rows = (await listSamples(leaves)).rows.find(({ id }) => id === sampleId)
  expect(rows).toMatchObject({
    mine: false,
    coders: expect.arrayContaining([expect.objectContaining({ excused: true })]),
  })
})

test('one more coder is asked, told and waited for; not one who knows the incidents, or is idle', async () => {
  const { sampleId, coders, manager, date } = await sampled()
  for (const coder of coders)
    await submitCoding(coder, code(sampleId, 1, { date, code: coder === coders[0] ? 'DIP+2' : 'MED+4' }))
  const hindrance = async () => (await adjudicationOf(manager, sampleId)).unit?.hindrance
  expect(await hindrance()).toBeNull()
  const third = await viewerWith('analyst')
  await addCoder(manager, { sampleId, coderId: accountOf(third) })
  expect((await faultOf(addCoder(manager, { sampleId, coderId: accountOf(third) }))).code).toBe('CONFLICT')
  expect(await hindrance()).toBe('unfinished')
  expect(await codingDesk(third, sampleId)).toMatchObject({ done: 0, unit: { ordinal: 1 } })
  await excuseCoder(manager, { sampleId, coderId: accountOf(third) })
  expect(await hindrance()).toBeNull()
  const reader = await viewerWith('viewer', 'Rita Reader')
  expect((await faultOf(addCoder(manager, { sampleId, coderId: accountOf(reader) }))).message).toContain('cannot code')
  month += 1
  const author = await viewerWith('analyst')
  const own = `2024-${String(month).padStart(2, '0')}-15`
  await logApproved(makeIncident({ title: 'Known', date: own }), author)
  const drawn = await drawnWith({ size: 1, filter: parseFilter({ from: own, to: own }) })
  const known = await faultOf(addCoder(drawn.manager, { sampleId: drawn.sampleId, coderId: accountOf(author) }))
  expect(known).toMatchObject({ code: 'INVALID', message: 'They wrote, decided or coded 1 of its incidents before.' })
  await closeSample(drawn.manager, drawn)
  expect(
    (await faultOf(addCoder(drawn.manager, { sampleId: drawn.sampleId, coderId: accountOf(third) }))).message,
  ).toBe('This sample is closed.')
})
