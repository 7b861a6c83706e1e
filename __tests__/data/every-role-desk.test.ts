import { randomUUID } from 'node:crypto'
import * as activityCsv from '@/lib/activity/csv'
import * as activityExport from '@/lib/activity/export'
import { activityFilterSchema } from '@/lib/activity/filter'
import * as activity from '@/lib/activity/queries'
import * as annotations from '@/lib/annotations/commands'
import * as annotationQueries from '@/lib/annotations/queries'
import { now } from '@/lib/clock'
import * as comments from '@/lib/comments/commands'
import * as commentQueries from '@/lib/comments/queries'
import { inTransaction } from '@/lib/db/transaction'
import * as inbox from '@/lib/inbox/commands'
import * as inboxQueries from '@/lib/inbox/queries'
import { parseFilter } from '@/lib/incidents/filter'
import * as openProposals from '@/lib/incidents/open-proposal'
import * as periods from '@/lib/incidents/periods'
import { publishFirstMethod } from '@/lib/method/store'
import * as review from '@/lib/review/queries'
import * as seals from '@/lib/seals/commands'
import * as sealQueries from '@/lib/seals/queries'
import { startFreshDatabase } from '../support/database'
import {
  ADMINS,
  type Calls,
  EVERYBODY,
  expectEveryFunction,
  REVIEWERS,
  testEveryRole,
  WRITERS,
} from '../support/every-role'
import { logApproved, makeIncident } from '../support/incidents'

startFreshDatabase()

const filter = parseFilter({})
const log = activityFilterSchema.parse({})
let incident: { dyadId: string; id: string }

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  incident = await logApproved(makeIncident())
})

const annotation = () => ({ dyadId: incident.dyadId, id: randomUUID(), date: '2025-06-27', dateEnd: '', text: 'x' })

/** The queries and commands of review, comments, annotations, inbox, log, proposals and seals. */
const CALLS: Calls = {
  reviewQueue: { allowed: REVIEWERS, call: (viewer) => review.reviewQueue(viewer, filter, {}) },
  reviewItem: { allowed: REVIEWERS, call: (viewer) => review.reviewItem(viewer, incident.dyadId, incident.id) },
  waitingCount: { allowed: REVIEWERS, call: (viewer) => review.waitingCount(viewer) },
  batchCandidates: { allowed: REVIEWERS, call: (viewer) => review.batchCandidates(viewer, filter) },
  recentBatches: { allowed: REVIEWERS, call: (viewer) => review.recentBatches(viewer) },
  addComment: {
    allowed: WRITERS,
    call: (viewer) => comments.addComment(viewer, { ...incident, threadOf: null, body: 'Seen' }),
  },
  resolveThread: { allowed: WRITERS, call: (viewer) => comments.resolveThread(viewer, { ...incident, thread: 99 }) },
  reopenThread: { allowed: WRITERS, call: (viewer) => comments.reopenThread(viewer, { ...incident, thread: 99 }) },
  threadsOf: {
    allowed: WRITERS,
    call: (viewer) => commentQueries.threadsOf(viewer, incident.dyadId, incident.id),
  },
  mentionable: { allowed: WRITERS, call: (viewer) => commentQueries.mentionable(viewer) },
  annotationsOf: { allowed: EVERYBODY, call: (viewer) => annotationQueries.annotationsOf(viewer, incident.dyadId) },
  annotationHistory: {
    allowed: EVERYBODY,
    call: (viewer) => annotationQueries.annotationHistory(viewer, incident.dyadId),
  },
  createAnnotation: {
    allowed: WRITERS,
    call: (viewer) => annotations.createAnnotation(viewer, annotation()),
  },
  editAnnotation: {
    allowed: WRITERS,
    call: (viewer) => annotations.editAnnotation(viewer, { ...annotation(), baseRevision: 1, reason: 'x' }),
  },
  withdrawAnnotation: {
    allowed: WRITERS,
    call: (viewer) => annotations.withdrawAnnotation(viewer, { ...annotation(), baseRevision: 1, reason: 'x' }),
  },
  inboxCount: { allowed: EVERYBODY, call: (viewer) => inboxQueries.inboxCount(viewer) },
  inboxNews: { allowed: EVERYBODY, call: (viewer) => inboxQueries.inboxNews(viewer) },
  listNotices: { allowed: EVERYBODY, call: (viewer) => inboxQueries.listNotices(viewer, { show: 'all' }) },
  waitingFor: { allowed: EVERYBODY, call: (viewer) => inboxQueries.waitingFor(viewer) },
  markRead: { allowed: EVERYBODY, call: (viewer) => inbox.markRead(viewer, { id: randomUUID() }) },
  markAllRead: { allowed: EVERYBODY, call: (viewer) => inbox.markAllRead(viewer, { until: now().toISOString() }) },
  listActivity: { allowed: WRITERS, call: (viewer) => activity.listActivity(viewer, log) },
  everyActivity: { allowed: WRITERS, call: (viewer) => activity.everyActivity(viewer, log).next() },
  activityPeople: { allowed: WRITERS, call: (viewer) => activity.activityPeople(viewer) },
  activityCsv: { allowed: WRITERS, call: (viewer) => new Response(activityCsv.activityCsv(viewer, log)).text() },
  logExport: { allowed: EVERYBODY, call: (viewer) => activityExport.logExport(viewer, { subject: 'series' }) },
  openProposal: {
    allowed: EVERYBODY,
    call: (viewer) => openProposals.openProposal(viewer, incident.dyadId, incident.id),
  },
  inForcePeriods: {
    allowed: EVERYBODY,
    call: (viewer) => periods.inForcePeriods(viewer, incident.dyadId, incident.id),
  },
  makeSeal: { allowed: ADMINS, call: (viewer) => seals.makeSeal(viewer, 'asked') },
  findSeal: { allowed: WRITERS, call: (viewer) => sealQueries.findSeal(viewer, 'a'.repeat(64)) },
  listSeals: { allowed: WRITERS, call: (viewer) => sealQueries.listSeals(viewer) },
}

test('every exported query and command of these features stands in the table', () => {
  expectEveryFunction(CALLS, [
    annotationQueries,
    annotations,
    activity,
    activityCsv,
    activityExport,
    commentQueries,
    comments,
    inbox,
    inboxQueries,
    openProposals,
    periods,
    review,
    sealQueries,
    seals,
  ])
})

testEveryRole(CALLS)
