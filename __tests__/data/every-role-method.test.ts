import { randomUUID } from 'node:crypto'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { parseFilter } from '@/lib/incidents/filter'
import * as methodCommands from '@/lib/method/commands'
import * as methodPreview from '@/lib/method/preview'
import * as method from '@/lib/method/queries'
import * as remake from '@/lib/method/remake'
import { methodInUse, publishFirstMethod } from '@/lib/method/store'
import * as samples from '@/lib/samples/commands'
import * as sampleCsv from '@/lib/samples/csv'
import * as sampleQueries from '@/lib/samples/queries'
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
const nobody = { sampleId: randomUUID(), ordinal: 1 }
let incident: { dyadId: string; id: string }

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  incident = await logApproved(makeIncident())
})

const draft = () => ({ id: randomUUID(), baseRevision: 1 })
const parameters = async () => (await methodInUse(await database())).parameters
const coding = { code: 'DIP+2', date: isoOf(todayUtc()), credibility: 1, confidence: 'high' as const }

/** The queries and commands of the method and of samples. */
const CALLS: Calls = {
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
  agreementReport: { allowed: WRITERS, call: (viewer) => sampleQueries.agreementReport(viewer, [nobody.sampleId]) },
}

test('every exported query and command of these features stands in the table', () => {
  expectEveryFunction(CALLS, [method, methodCommands, methodPreview, remake, sampleCsv, sampleQueries, samples])
})

testEveryRole(CALLS)
