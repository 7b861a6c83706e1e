import type { Viewer } from '@/lib/auth/viewer'
import { askedBrief } from '@/lib/briefings/asked-brief'
import { cancelExport, changeTemplate, createTemplate, startExport, startPublication } from '@/lib/briefings/commands'
import { startJob } from '@/lib/briefings/jobs'
import {
  briefFile,
  draftFile,
  draftPages,
  exportFile,
  getDraft,
  getExport,
  getPublication,
  getTemplate,
  listTemplates,
  renderingOfDraft,
} from '@/lib/briefings/queries'
import { changeTemplateSchema, newTemplateSchema, publishSchema } from '@/lib/briefings/schema'
import { database } from '@/lib/db/client'
import { problemResponse } from '@/lib/errors'
import { startBriefingDesk } from '../support/briefings/desk'
import { draftBy } from '../support/briefings/drafts'
import { jobOf, over } from '../support/briefings/jobs'
import { faultOf } from '../support/faults'
import { png } from '../support/png'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startBriefingDesk()

let analyst: Viewer
let reviewer: Viewer

beforeAll(async () => {
  analyst = await viewerWith('analyst', 'Ada')
  reviewer = await viewerWith('reviewer', 'Rahim')
})

test('an export is made in the background, and only whoever asked for it gets it', async () => {
  const { id: draftId } = await draftBy(analyst)
  const { id } = await startExport(analyst, { draftId, format: 'md' })
  const view = await over(() => getExport(analyst, id))
  expect(view).toMatchObject({ status: 'done', progress: 1, name: 'weekly_AZE-RUS_2025-W27_en.md' })
  const file = await exportFile(analyst, id)
  expect(Buffer.from(file.bytes)).toEqual(Buffer.from((await draftFile(analyst, draftId, 'md')).bytes))
  expect((await faultOf(getExport(reviewer, id))).code).toBe('NOT_FOUND')
  expect((await faultOf(exportFile(reviewer, id))).code).toBe('NOT_FOUND')
  expect((await faultOf(cancelExport(reviewer, { id }))).code).toBe('NOT_FOUND')
})

test('a look at the pages of a draft is the file that an export would be, and is not noted as one', async () => {
  const { id } = await draftBy(analyst)
  const prisma = await database()
  const noted = () => prisma.activity.count({ where: { action: 'exported', byId: analyst.accountId } })
  const before = await noted()
  const look = await draftPages(analyst, id)
  expect(await noted()).toBe(before)
  const file = await draftFile(analyst, id, 'pdf')
  expect(await noted()).toBe(before + 1)
  expect(look).toMatchObject({ name: file.name, mediaType: 'application/pdf', size: file.bytes.length })
})

test.each([
  ['its own', undefined],
  ['the server’s', new Error('the browser is gone')],
])('making pages that nobody waits for any more ends, for %s reason, and is no bug', async (_, reason) => {
  const { id } = await draftBy(analyst)
  const stopping = new AbortController()
  const work = draftPages(analyst, id, { signal: stopping.signal })
  stopping.abort(reason)
  const error = await work.catch((thrown: unknown) => thrown)
  expect(problemResponse(error, stopping.signal).status).toBe(499)
})

test('one that was given up has no file; one of which nothing is heard has failed', async () => {
  const { id: draftId } = await draftBy(analyst)
  const prisma = await database()
  const stamps = { byId: analyst.accountId, createdAt: new Date(), seenAt: new Date() }
  const row = { draftId, revision: 1, format: 'md', status: 'running', progress: 0.4, ...stamps }
  const [id, silent] = [crypto.randomUUID(), crypto.randomUUID()]
  await prisma.briefingExport.createMany({
    data: [
      { id, ...row },
      { id: silent, ...row, seenAt: new Date(Date.now() - 60_000) },
    ],
  })
  expect(await getExport(analyst, id)).toMatchObject({ status: 'running', progress: 0.4 })
  expect(await cancelExport(analyst, { id })).toMatchObject({ status: 'cancelled' })
  expect((await faultOf(exportFile(analyst, id))).code).toBe('INVALID')
  expect(await getExport(analyst, silent)).toMatchObject({ status: 'failed' })
})

test('work that is given up hears of it within a second, in whichever process it is', async () => {
  const { id: draftId } = await draftBy(analyst)
  let heard = false
  const id = await startJob(analyst, jobOf(draftId), async () => async (beat) => {
    beat.progress = 0.25
    await new Promise<void>((resolve) => beat.stopping.signal.addEventListener('abort', () => resolve()))
    heard = true
    throw beat.stopping.signal.reason
  })
  expect(await getExport(analyst, id)).toMatchObject({ status: 'running', progress: 0.25 })
  await cancelExport(analyst, { id })
  await new Promise((resolve) => setTimeout(resolve, 900))
  expect(heard).toBe(true)
  expect((await getExport(analyst, id)).status).toBe('cancelled')
})

test('a briefing is published in the background; what hinders it is said at once', async () => {
  const { id: draftId } = await draftBy(analyst)
  const input = publishSchema.parse({ id: draftId, baseRevision: 1 })
  expect((await faultOf(startPublication(reviewer, { ...input, baseRevision: 7 }))).code).toBe('INVALID')
  const { id } = await startPublication(reviewer, input)
  let view = await getPublication(reviewer, id)
  for (let n = 0; n < 400 && view.status === 'running'; n++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    view = await getPublication(reviewer, id)
  }
  expect(view).toMatchObject({ status: 'done', progress: 1, briefingId: expect.stringMatching(/-001$/) })
  expect((await getDraft(analyst, draftId)).publishedAs).toBe(view.briefingId)
  expect((await faultOf(getExport(reviewer, id))).code).toBe('NOT_FOUND')
  expect((await faultOf(startPublication(reviewer, input))).code).toBe('INVALID')
})

test('a briefing without a draft is made of what the address asks for', async () => {
  const viewer = await viewerWith('viewer')
  const asked = askedBrief(new URLSearchParams('dyads=AZE-RUS&week=2025-W27&language=ru&mark=AMBER'))
  const file = await briefFile(viewer, asked, 'md')
  const text = Buffer.from(file.bytes).toString()
  expect(file.name).toBe('weekly_AZE-RUS_2025-W27_ru.md')
  expect(text).toContain('TLP:AMBER')
  expect(text).toContain('Азербайджан – Россия')
})

const template = (fields: object = {}) =>
  newTemplateSchema.parse({
    name: 'Ministry',
    teamName: 'Caucasus desk',
    footer: 'For the minister',
    sections: { weekly: ['bluf', 'trend', 'sources'] },
    language: 'en',
    mark: 'GREEN',
    logo: null,
    ...fields,
  })

test('a template gives a document its team, footer, logo and parts; what else the logo’s file carried is dropped', async () => {
  const logo = png(40, 20)
  const { id } = await createTemplate(reviewer, template({ logo: logo.toString('base64') }))
  const draft = await draftBy(analyst, { templateId: id })
  const { document } = await renderingOfDraft(analyst, draft.id)
  expect(document.sections.map(({ key }) => key)).toEqual(['bluf', 'trend', 'sources'])
  expect(document.team).toMatchObject({ name: 'Caucasus desk', footer: 'For the minister' })
  expect(document.team.logo).toMatchObject({ width: 40, height: 20 })
  const kept = Buffer.from(document.team.logo?.png ?? '', 'base64')
  expect(kept.includes('secret')).toBe(false)
  expect(kept.length).toBeLessThan(logo.length)
  const { logo: _, requestId: __, ...fields } = template({ footer: 'Changed' })
  await changeTemplate(reviewer, changeTemplateSchema.parse({ id, baseRevision: 1, ...fields }))
  const changed = await getTemplate(analyst, id)
  expect([changed.footer, changed.logo?.width, changed.history.map(({ action }) => action)]).toEqual([
    'Changed',
    40,
    ['changed', 'created'],
  ])
  const stale = changeTemplateSchema.parse({ id, baseRevision: 1, ...fields, footer: 'Changed otherwise' })
  const { name, teamName, footer, sections, language, mark, logo: shown } = changed
  // With the logo as the page shows it, so that a form can take in all that it is told.
  expect(await faultOf(changeTemplate(reviewer, stale))).toMatchObject({
    code: 'CONFLICT',
    detail: { revision: 2, state: { name, teamName, footer, sections, language, mark, logo: shown } },
  })
  expect((await listTemplates(analyst)).map(({ name }) => name)).toContain('Ministry')
})

test.each([
  ['no picture', Buffer.from('<svg onload="alert(1)"/>'), 'The logo is not a PNG'],
  ['a broken checksum', (() => png(4, 4).fill(1, 60, 62))(), 'The logo’s file is damaged'],
  ['fewer pixels than it says', png(400, 400, Buffer.alloc(10)), 'The logo’s file is damaged'],
  ['more pixels than it says', png(4, 4, Buffer.alloc(100_000_000)), 'The logo’s file is damaged'],
  ['a side too long', png(5000, 1), 'The logo may have at most 4000 pixels a side'],
  ['an end too early', png(4, 4).subarray(0, 70), 'The logo’s file is damaged'],
])('a logo with %s is refused by its bytes', async (_, bytes, why) => {
  const refused = await faultOf(createTemplate(reviewer, template({ logo: bytes.toString('base64') })))
  expect(refused.fieldErrors).toEqual({ logo: [why] })
})
