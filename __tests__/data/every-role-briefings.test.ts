import { randomUUID } from 'node:crypto'
import { askedBrief } from '@/lib/briefings/asked-brief'
import * as commands from '@/lib/briefings/commands'
import * as queries from '@/lib/briefings/queries'
import { newScheduleSchema, newTemplateSchema, publishSchema } from '@/lib/briefings/schema'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { startBriefingDesk } from '../support/briefings/desk'
import { draftBy, weeklySettings } from '../support/briefings/drafts'
import { type Calls, EVERYBODY, REVIEWERS, testEveryRole, WRITERS } from '../support/every-role'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startBriefingDesk()

let draft: string
let published: string

beforeAll(async () => {
  const reviewer = await viewerWith('reviewer')
  const { id } = await draftBy(reviewer)
  published = (await commands.publishBriefing(reviewer, publishSchema.parse({ id, baseRevision: 1 }))).id
  draft = (await draftBy(reviewer)).id
})

const nothing = () => ({ id: randomUUID(), baseRevision: 1 })
const ofDraft = () => ({ id: draft, baseRevision: 1 })
const brief = () => askedBrief(new URLSearchParams('dyads=AZE-RUS&week=2025-W27'))
const endDate = isoOf(todayUtc())
const template = newTemplateSchema.parse({ name: 'T', teamName: 'Team', language: 'en', mark: 'GREEN', logo: null })
const schedule = newScheduleSchema.parse({
  name: 'Weekly',
  kind: 'weekly',
  of: { by: 'dyads', dyadIds: ['AZE-RUS'] },
  language: 'en',
  mark: 'GREEN',
  publish: true,
  emails: [],
  folder: false,
  formats: ['md'],
})
const knock = () => ({ token: randomUUID(), address: randomUUID() })

/** Every query and command of briefings. Those who may are told what there is, or that there is no such thing. */
const CALLS: Calls = {
  createDraft: { allowed: WRITERS, call: (viewer) => draftBy(viewer) },
  changeDraft: {
    allowed: WRITERS,
    call: (viewer) => commands.changeDraft(viewer, { ...ofDraft(), ...weeklySettings() }),
  },
  reviseBriefing: { allowed: WRITERS, call: (viewer) => commands.reviseBriefing(viewer, { briefingId: published }) },
  editSentence: {
    allowed: WRITERS,
    call: (viewer) => commands.editSentence(viewer, { ...ofDraft(), key: 'none', text: 'x' }),
  },
  takeBackEdit: { allowed: WRITERS, call: (viewer) => commands.takeBackEdit(viewer, { ...ofDraft(), key: 'none' }) },
  refreshDraft: { allowed: WRITERS, call: (viewer) => commands.refreshDraft(viewer, nothing()) },
  archiveDraft: {
    allowed: WRITERS,
    call: (viewer) => commands.archiveDraft(viewer, { ...ofDraft(), archived: false }),
  },
  startExport: {
    allowed: WRITERS,
    call: (viewer) => commands.startExport(viewer, { draftId: randomUUID(), format: 'md' }),
  },
  cancelExport: { allowed: WRITERS, call: (viewer) => commands.cancelExport(viewer, { id: randomUUID() }) },
  publishBriefing: {
    allowed: REVIEWERS,
    call: (viewer) => commands.publishBriefing(viewer, publishSchema.parse(nothing())),
  },
  startPublication: {
    allowed: REVIEWERS,
    call: (viewer) => commands.startPublication(viewer, publishSchema.parse(nothing())),
  },
  cancelPublication: { allowed: REVIEWERS, call: (viewer) => commands.cancelPublication(viewer, { id: randomUUID() }) },
  getPublication: { allowed: REVIEWERS, call: (viewer) => queries.getPublication(viewer, randomUUID()) },
  shareBriefing: {
    allowed: REVIEWERS,
    call: (viewer) => commands.shareBriefing(viewer, { briefingId: published, endDate }),
  },
  shareDyad: {
    allowed: REVIEWERS,
    call: (viewer) => commands.shareDyad(viewer, { dyadId: 'AZE-RUS', endDate, mark: 'GREEN' }),
  },
  revokeLink: { allowed: REVIEWERS, call: (viewer) => commands.revokeLink(viewer, { id: randomUUID() }) },
  createTemplate: { allowed: REVIEWERS, call: (viewer) => commands.createTemplate(viewer, template) },
  changeTemplate: {
    allowed: REVIEWERS,
    call: (viewer) => commands.changeTemplate(viewer, { ...nothing(), ...template }),
  },
  archiveTemplate: {
    allowed: REVIEWERS,
    call: (viewer) => commands.archiveTemplate(viewer, { ...nothing(), archived: true }),
  },
  createSchedule: { allowed: REVIEWERS, call: (viewer) => commands.createSchedule(viewer, schedule) },
  changeSchedule: {
    allowed: REVIEWERS,
    call: (viewer) => commands.changeSchedule(viewer, { ...nothing(), ...schedule }),
  },
  switchSchedule: {
    allowed: REVIEWERS,
    call: (viewer) => commands.switchSchedule(viewer, { ...nothing(), status: 'off' }),
  },
  listDrafts: { allowed: WRITERS, call: (viewer) => queries.listDrafts(viewer) },
  getDraft: { allowed: WRITERS, call: (viewer) => queries.getDraft(viewer, draft) },
  draftHistory: { allowed: WRITERS, call: (viewer) => queries.draftHistory(viewer, draft) },
  renderingOfDraft: { allowed: WRITERS, call: (viewer) => queries.renderingOfDraft(viewer, draft) },
  draftFile: { allowed: WRITERS, call: (viewer) => queries.draftFile(viewer, draft, 'md') },
  draftPages: { allowed: WRITERS, call: (viewer) => queries.draftPages(viewer, draft) },
  getExport: { allowed: WRITERS, call: (viewer) => queries.getExport(viewer, randomUUID()) },
  exportFile: { allowed: WRITERS, call: (viewer) => queries.exportFile(viewer, randomUUID()) },
  listTemplates: { allowed: WRITERS, call: (viewer) => queries.listTemplates(viewer) },
  getTemplate: { allowed: WRITERS, call: (viewer) => queries.getTemplate(viewer, randomUUID()) },
  listLinks: { allowed: REVIEWERS, call: (viewer) => queries.listLinks(viewer) },
  listSchedules: { allowed: REVIEWERS, call: (viewer) => queries.listSchedules(viewer) },
  getSchedule: { allowed: REVIEWERS, call: (viewer) => queries.getSchedule(viewer, randomUUID()) },
  listBriefings: { allowed: EVERYBODY, call: (viewer) => queries.listBriefings(viewer) },
  getBriefing: { allowed: EVERYBODY, call: (viewer) => queries.getBriefing(viewer, published) },
  briefingFile: { allowed: EVERYBODY, call: (viewer) => queries.briefingFile(viewer, published, 'md') },
  downloadBriefing: { allowed: EVERYBODY, call: (viewer) => queries.downloadBriefing(viewer, published, 'md') },
  briefFile: { allowed: EVERYBODY, call: (viewer) => queries.briefFile(viewer, brief(), 'md') },
  briefFiles: { allowed: EVERYBODY, call: (viewer) => queries.briefFiles(viewer, brief(), ['md']) },
  // They ask for a token, and for nobody.
  sharedBriefing: { allowed: EVERYBODY, call: () => queries.sharedBriefing(knock()) },
  sharedDyad: { allowed: EVERYBODY, call: () => queries.sharedDyad(knock()) },
  sharedFile: { allowed: EVERYBODY, call: () => queries.sharedFile(knock(), 'md') },
  sharedSubject: { allowed: EVERYBODY, call: () => queries.sharedSubject(knock()) },
  // What the settings offer; no data.
  deliveriesOffered: { allowed: EVERYBODY, call: async () => queries.deliveriesOffered() },
}

test('every query and command of briefings is asked', () => {
  const exported = [commands, queries].flatMap((module) => Object.keys(module))
  expect(exported.sort()).toEqual(Object.keys(CALLS).sort())
})

testEveryRole(CALLS)
