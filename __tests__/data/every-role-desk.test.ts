import { randomUUID } from 'node:crypto'
import * as activityCsv from '@/lib/activity/csv'
import * as activityExport from '@/lib/activity/export'
import { activityFilterSchema } from '@/lib/activity/filter'
import * as activity from '@/lib/activity/queries'
import * as annotations from '@/lib/annotations/commands'
import * as annotationQueries from '@/lib/annotations/queries'
import * as asOf from '@/lib/as-of/queries'
import { ROLES, type Role } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import * as certainty from '@/lib/certainty/queries'
import { now, todayUtc } from '@/lib/clock'
import * as comments from '@/lib/comments/commands'
import * as commentQueries from '@/lib/comments/queries'
import * as compare from '@/lib/compare/queries'
import { readCompare } from '@/lib/compare/schema'
import { closePool } from '@/lib/compute/pool'
import { isoOf, weekStartFromId } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import * as inbox from '@/lib/inbox/commands'
import * as inboxQueries from '@/lib/inbox/queries'
import { parseFilter } from '@/lib/incidents/filter'
import * as openProposals from '@/lib/incidents/open-proposal'
import * as periods from '@/lib/incidents/periods'
import * as measures from '@/lib/measures/queries'
import * as methodCommands from '@/lib/method/commands'
import * as methodPreview from '@/lib/method/preview'
import * as method from '@/lib/method/queries'
import * as remake from '@/lib/method/remake'
import { methodInUse, publishFirstMethod } from '@/lib/method/store'
import * as patterns from '@/lib/patterns/queries'
import * as review from '@/lib/review/queries'
import * as samples from '@/lib/samples/commands'
import * as sampleCsv from '@/lib/samples/csv'
import * as sampleQueries from '@/lib/samples/queries'
import * as seals from '@/lib/seals/commands'
import * as sealQueries from '@/lib/seals/queries'
import * as weeks from '@/lib/weeks/queries'
import * as whatIf from '@/lib/what-if/queries'
import { readStruck } from '@/lib/what-if/schema'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
afterAll(closePool)

const EVERYBODY: Role[] = ['viewer', 'analyst', 'reviewer', 'admin']
const WRITERS: Role[] = ['analyst', 'reviewer', 'admin']
const REVIEWERS: Role[] = ['reviewer', 'admin']
const ADMINS: Role[] = ['admin']

const filter = parseFilter({})
const log = activityFilterSchema.parse({})
const nobody = { sampleId: randomUUID(), ordinal: 1 }
/** That of the incident. */
const week = weekStartFromId('2025-W27')
let incident: { dyadId: string; id: string }

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  incident = await logApproved(makeIncident())
})

const asOfNow = () => ({ moment: now(), method: 'then' as const })
const draft = () => ({ id: randomUUID(), baseRevision: 1 })
const annotation = () => ({ dyadId: incident.dyadId, id: randomUUID(), date: '2025-06-27', dateEnd: '', text: 'x' })
const parameters = async () => (await methodInUse(await database())).parameters
const coding = { code: 'DIP+2', date: isoOf(todayUtc()), credibility: 1, confidence: 'high' as const }

/**
 * The queries and commands of review, comments, inbox, log, as-of, seals, method and samples: who may ask. Those who may are
 * told what the record says, or that it holds no such thing; never that they may not.
 */
const CALLS: Record<string, { allowed: Role[]; call: (viewer: Viewer) => Promise<unknown> }> = {
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
  weekPage: {
    allowed: EVERYBODY,
    call: (viewer) => weeks.weekPage(viewer, incident.dyadId, '2025-W27'),
  },
  deskWeek: { allowed: EVERYBODY, call: (viewer) => weeks.deskWeek(viewer, { week: '2025-W27' }) },
  dyadMeasures: { allowed: EVERYBODY, call: (viewer) => measures.dyadMeasures(viewer, incident.dyadId) },
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
  asOfComparison: {
    allowed: EVERYBODY,
    call: (viewer) => asOf.asOfComparison(viewer, incident.dyadId, asOfNow()),
  },
  asOfMethods: { allowed: EVERYBODY, call: (viewer) => asOf.asOfMethods(viewer, incident.dyadId, now()) },
  countProposed: { allowed: WRITERS, call: (viewer) => asOf.countProposed(viewer, incident.dyadId) },
  recordStops: { allowed: EVERYBODY, call: (viewer) => asOf.recordStops(viewer, incident.dyadId) },
  compareDyads: {
    allowed: EVERYBODY,
    call: (viewer) => compare.compareDyads(viewer, readCompare({ dyads: incident.dyadId })),
  },
  countryGrid: { allowed: EVERYBODY, call: (viewer) => compare.countryGrid(viewer) },
  countryView: { allowed: EVERYBODY, call: (viewer) => compare.countryView(viewer, 'AZE') },
  vintageTable: { allowed: EVERYBODY, call: (viewer) => asOf.vintageTable(viewer, incident.dyadId) },
  dyadSignals: { allowed: EVERYBODY, call: (viewer) => patterns.dyadSignals(viewer, incident.dyadId) },
  dyadReciprocity: { allowed: EVERYBODY, call: (viewer) => patterns.dyadReciprocity(viewer, incident.dyadId) },
  dyadOutlook: { allowed: EVERYBODY, call: (viewer) => patterns.dyadOutlook(viewer, incident.dyadId) },
  makeSeal: { allowed: ADMINS, call: (viewer) => seals.makeSeal(viewer, 'asked') },
  findSeal: { allowed: WRITERS, call: (viewer) => sealQueries.findSeal(viewer, 'a'.repeat(64)) },
  listSeals: { allowed: WRITERS, call: (viewer) => sealQueries.listSeals(viewer) },
  createDraft: {
    allowed: REVIEWERS,
    call: (viewer) => methodCommands.createDraft(viewer, { title: 'A draft', note: '' }),
  },
  saveDraft: {
    allowed: REVIEWERS,
    call: async (viewer) =>
      methodCommands.saveDraft(viewer, { ...draft(), title: 'A draft', note: '', parameters: await parameters() }),
  },
  discardDraft: { allowed: REVIEWERS, call: (viewer) => methodCommands.discardDraft(viewer, draft()) },
  publishDraft: {
    allowed: ADMINS,
    call: (viewer) => methodCommands.publishDraft(viewer, { ...draft(), reason: 'because of the test' }),
  },
  currentMethod: { allowed: EVERYBODY, call: (viewer) => method.currentMethod(viewer) },
  listVersions: { allowed: EVERYBODY, call: (viewer) => method.listVersions(viewer) },
  getVersion: { allowed: EVERYBODY, call: (viewer) => method.getVersion(viewer, '0.1') },
  listDrafts: { allowed: REVIEWERS, call: (viewer) => method.listDrafts(viewer) },
  getDraft: { allowed: REVIEWERS, call: (viewer) => method.getDraft(viewer, randomUUID()) },
  previewChoices: { allowed: REVIEWERS, call: (viewer) => method.previewChoices(viewer) },
  previewDraft: {
    allowed: REVIEWERS,
    call: async (viewer) =>
      methodPreview.previewDraft(viewer, { dyadId: incident.dyadId, parameters: await parameters() }),
  },
  remakeProgress: { allowed: EVERYBODY, call: (viewer) => remake.remakeProgress(viewer) },
  rebuildStep: { allowed: ADMINS, call: (viewer) => remake.rebuildStep(viewer) },
  drawSample: {
    allowed: REVIEWERS,
    call: (viewer) => samples.drawSample(viewer, { title: 'A sample', filter, size: 1, coders: [] }),
  },
  submitCoding: {
    allowed: WRITERS,
    call: (viewer) => samples.submitCoding(viewer, { ...nobody, ...coding, codable: true, note: '' }),
  },
  addCoder: {
    allowed: REVIEWERS,
    call: (viewer) => samples.addCoder(viewer, { ...nobody, coderId: randomUUID() }),
  },
  excuseCoder: {
    allowed: REVIEWERS,
    call: (viewer) => samples.excuseCoder(viewer, { ...nobody, coderId: randomUUID() }),
  },
  agreementCsv: { allowed: WRITERS, call: (viewer) => sampleCsv.agreementCsv(viewer, [nobody.sampleId]) },
  codingsCsv: { allowed: WRITERS, call: (viewer) => sampleCsv.codingsCsv(viewer, [nobody.sampleId]) },
  closeSample: { allowed: REVIEWERS, call: (viewer) => samples.closeSample(viewer, nobody) },
  adjudicate: {
    allowed: REVIEWERS,
    call: (viewer) => samples.adjudicate(viewer, { ...nobody, baseRevision: 1, choice: coding, reason: 'test' }),
  },
  draftMeasuredMethod: {
    allowed: REVIEWERS,
    call: (viewer) => samples.draftMeasuredMethod(viewer, { sampleIds: [nobody.sampleId] }),
  },
  previewDraw: {
    allowed: REVIEWERS,
    call: (viewer) => sampleQueries.previewDraw(viewer, { filter, coders: [], excludeOwn: true }),
  },
  codersToChoose: { allowed: REVIEWERS, call: (viewer) => sampleQueries.codersToChoose(viewer) },
  listSamples: { allowed: WRITERS, call: (viewer) => sampleQueries.listSamples(viewer) },
  getSample: { allowed: WRITERS, call: (viewer) => sampleQueries.getSample(viewer, nobody.sampleId) },
  codingsOf: { allowed: WRITERS, call: (viewer) => sampleQueries.codingsOf(viewer, incident.dyadId, incident.id) },
  adjudicationOf: { allowed: REVIEWERS, call: (viewer) => sampleQueries.adjudicationOf(viewer, nobody.sampleId) },
  codingDesk: { allowed: WRITERS, call: (viewer) => sampleQueries.codingDesk(viewer, nobody.sampleId) },
  unitToCode: { allowed: WRITERS, call: (viewer) => sampleQueries.unitToCode(viewer, nobody.sampleId, 1) },
  certaintyLine: { allowed: EVERYBODY, call: (viewer) => certainty.certaintyLine(viewer, incident.dyadId, week) },
  dataIntervals: { allowed: EVERYBODY, call: (viewer) => certainty.dataIntervals(viewer, incident.dyadId, week) },
  intervalSeries: { allowed: EVERYBODY, call: (viewer) => certainty.intervalSeries(viewer, incident.dyadId) },
  weekCertainty: { allowed: EVERYBODY, call: (viewer) => certainty.weekCertainty(viewer, incident.dyadId, week) },
  weekSensitivity: { allowed: EVERYBODY, call: (viewer) => certainty.weekSensitivity(viewer, incident.dyadId, week) },
  halfLifeLines: { allowed: EVERYBODY, call: (viewer) => certainty.halfLifeLines(viewer, incident.dyadId, week) },
  weekSobol: { allowed: EVERYBODY, call: (viewer) => certainty.weekSobol(viewer, incident.dyadId, week) },
  weekRanks: { allowed: EVERYBODY, call: (viewer) => certainty.weekRanks(viewer, week) },
  withoutView: {
    allowed: EVERYBODY,
    call: (viewer) => whatIf.withoutView(viewer, incident.dyadId, week, { struck: readStruck({}) }),
  },
  aheadView: { allowed: EVERYBODY, call: (viewer) => whatIf.aheadView(viewer, incident.dyadId) },
  agreementReport: { allowed: WRITERS, call: (viewer) => sampleQueries.agreementReport(viewer, [nobody.sampleId]) },
}

const MODULES = [
  annotationQueries,
  annotations,
  measures,
  weeks,
  activity,
  activityCsv,
  activityExport,
  asOf,
  certainty,
  commentQueries,
  comments,
  compare,
  inbox,
  inboxQueries,
  method,
  methodCommands,
  methodPreview,
  openProposals,
  patterns,
  periods,
  remake,
  review,
  sampleCsv,
  sampleQueries,
  samples,
  sealQueries,
  seals,
  whatIf,
]

test('every exported query and command of these features stands in the table', () => {
  const exported = MODULES.flatMap((module) =>
    Object.entries(module).filter(([, value]) => typeof value === 'function'),
  )
  expect(exported.map(([name]) => name).sort()).toEqual(Object.keys(CALLS).sort())
})

describe.each(ROLES)('as %s', (role) => {
  test.each(Object.entries(CALLS))('%s is let in or refused as the table says', async (_, { allowed, call }) => {
    const viewer = await viewerWith(role)
    const outcome = await call(viewer).then(
      () => 'let in',
      (error: unknown) => {
        if (!isDeskError(error)) throw error
        return error.code === 'FORBIDDEN' ? 'FORBIDDEN' : 'let in'
      },
    )
    expect(outcome).toBe(allowed.includes(role) ? 'let in' : 'FORBIDDEN')
  })
})
