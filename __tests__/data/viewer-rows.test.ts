import type { Viewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { weekParts } from '@/lib/dyads/queries'
import { createIncident, editIncident, retractIncident } from '@/lib/incidents/commands'
import { incidentsCsv } from '@/lib/incidents/csv'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident, listIncidents } from '@/lib/incidents/queries'
import { STATUSES } from '@/lib/incidents/schema'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()

let analyst: Viewer
let viewer: Viewer
/** Instants at which the three that count were approved. */
let approvedAt: string[]

/** Three that count: one as it is, one with a correction that waits, one with a retraction that waits; and a new one. */
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  analyst = await viewerWith('analyst')
  viewer = await viewerWith('viewer')
  await logApproved(makeIncident({ title: 'As it is' }))
  const corrected = await logApproved(makeIncident({ title: 'Corrected' }))
  const retracted = await logApproved(
    makeIncident({ title: 'Retracted', respondsTo: corrected.id, respondsBasis: 'source' }),
  )
  const revisions = await (await database()).incidentRevision.findMany({
    where: { revision: 2 },
    orderBy: { incidentId: 'asc' },
  })
  approvedAt = revisions.map(({ at }) => at.toISOString())
  const incident = makeIncident({ title: 'Nobody may know' })
  await editIncident(analyst, { ...corrected, baseRevision: 2, incident, submit: true, reason: '' })
  await retractIncident(analyst, { ...retracted, baseRevision: 2, reason: 'A false report' })
  await createIncident(analyst, { incident, submit: true })
}, 30_000)

const IN_FORCE = { revision: 2, inForce: 2, status: 'approved', headStatus: 'approved', proposal: null }

const rowsOf = async (who: Viewer, query: Record<string, string>) =>
  (await listIncidents(who, parseFilter({ ...query, sort: 'recorded', order: 'asc' }))).rows

test('a viewer’s list says of each incident what is in force, and nothing of what is proposed', async () => {
  expect(await rowsOf(viewer, {})).toMatchObject(
    ['As it is', 'Corrected', 'Retracted'].map((title, index) => ({
      ...IN_FORCE,
      title,
      updatedAt: approvedAt[index],
    })),
  )
  expect((await rowsOf(analyst, {})).map(({ proposal }) => proposal)).toEqual([null, 'correction', 'retraction', 'new'])
})

test('a filter by status finds for a viewer by what is in force alone', async () => {
  const found = await Promise.all(STATUSES.map(async (status) => (await rowsOf(viewer, { status })).length))
  expect(Object.fromEntries(STATUSES.map((status, index) => [status, found[index]]))).toEqual({
    draft: 0,
    in_review: 0,
    returned: 0,
    approved: 3,
    retracted: 0,
  })
  expect(await rowsOf(analyst, { status: 'in_review' })).toHaveLength(3)
})

test('a viewer cannot ask who writes what is proposed', async () => {
  const writer = analyst.accountId ?? ''
  expect(await rowsOf(viewer, { writer })).toEqual([])
  expect(await rowsOf(analyst, { writer })).toHaveLength(3)
})

test('a viewer’s incident, its answers and what it answers are told the same way', async () => {
  const incident = await getIncident(viewer, 'AZE-RUS', 'AZE-RUS-2')
  expect(incident).toMatchObject({ ...IN_FORCE, revisions: 2, updatedAt: approvedAt[1], input: { title: 'Corrected' } })
  expect(incident.answers).toMatchObject([{ ...IN_FORCE, id: 'AZE-RUS-3', updatedAt: approvedAt[2] }])
  expect((await getIncident(viewer, 'AZE-RUS', 'AZE-RUS-3')).respondsTo).toMatchObject({
    ...IN_FORCE,
    id: 'AZE-RUS-2',
    updatedAt: approvedAt[1],
  })
})

test('the incidents of a week on the dyad’s page are told the same way', async () => {
  const { incidents } = await weekParts(viewer, 'AZE-RUS', dayOf('2025-06-30'))
  expect(incidents).toHaveLength(3)
  for (const { row } of incidents) expect(row).toMatchObject(IN_FORCE)
})

test('a viewer’s CSV has the revision in force and its instant', async () => {
  const text = await new Response(incidentsCsv(viewer, parseFilter({ sort: 'recorded', order: 'asc' }))).text()
  const lines = text.trim().split(/\r?\n/).slice(1)
  expect(lines.map((line) => line.split(',').slice(-2))).toEqual(approvedAt.map((at) => ['2', at]))
})
