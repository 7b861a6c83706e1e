import { randomUUID } from 'node:crypto'
import { parseActivityFilter } from '@/lib/activity/filter'
import { listActivity } from '@/lib/activity/queries'
import { madeBefore } from '@/lib/again'
import type { Viewer } from '@/lib/auth/viewer'
import { archiveDraft, changeDraft, editSentence, refreshDraft, takeBackEdit } from '@/lib/briefings/commands'
import { draftHistory, getDraft, listDrafts, renderingOfDraft } from '@/lib/briefings/queries'
import type { DraftConflict, Written } from '@/lib/briefings/views'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { startBriefingDesk } from '../support/briefings/desk'
import { draftBy, weeklySettings } from '../support/briefings/drafts'
import { firstKey, said } from '../support/briefings/said'
import { faultOf } from '../support/faults'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startBriefingDesk()

let analyst: Viewer
let other: Viewer

beforeAll(async () => {
  analyst = await viewerWith('analyst', 'Ada')
  other = await viewerWith('reviewer', 'Rahim')
})

test('a draft says what the record said when it was read, until it is refreshed; the edits stay', async () => {
  const { id } = await draftBy(analyst)
  const before = await renderingOfDraft(analyst, id)
  const key = firstKey(before.document)
  const rules = said(before.document, key)
  await editSentence(analyst, { id, baseRevision: 1, key, text: 'A quiet week, at 99.9.' })
  await logApproved(makeIncident({ title: 'Moscow closes the border', code: 'SEC+3', actor: 'RUS', target: 'AZE' }))
  expect((await renderingOfDraft(analyst, id)).figures).toEqual(before.figures)

  await refreshDraft(other, { id, baseRevision: 2 })
  const { document, figures, mismatches, draft } = await renderingOfDraft(analyst, id)
  expect(figures['AZE-RUS.close'].value).not.toBe(before.figures['AZE-RUS.close'].value)
  expect(said(document, key)).toContain('A quiet week, at 99.9.')
  expect(mismatches).toEqual([{ key, numbers: ['99.9'] }])
  expect(draft.edits).toMatchObject([{ key, name: 'Ada', rules }])
  expect(Object.keys(draft.edits[0].figures)).toContain('AZE-RUS.close')
  await takeBackEdit(other, { id, baseRevision: 3, key })
  const without = await renderingOfDraft(analyst, id)
  expect(without.mismatches).toEqual([])
  expect(said(without.document, key)).not.toContain('99.9')
  expect((await draftHistory(analyst, id)).map(({ action, by, refreshed }) => [action, by, refreshed])).toEqual([
    ['edit-taken-back', 'Rahim', false],
    ['refreshed', 'Rahim', true],
    ['sentence-edited', 'Ada', false],
    ['created', 'Ada', true],
  ])
})

test('a draft that is made again under the same id is made once, and is what was asked for after the answer was lost', async () => {
  const requestId = randomUUID()
  const first = await draftBy(analyst, { requestId })
  expect(await draftBy(analyst, { requestId })).toEqual(first)
  expect((await faultOf(draftBy(other, { requestId }))).message).toBe('This draft is somebody else’s already.')
  const corrected = { requestId, kind: 'special', toWeek: '2025-W28' } as const
  expect(await draftBy(analyst, corrected)).toEqual({ id: requestId, revision: 2 })
  expect(await draftBy(analyst, corrected)).toEqual({ id: requestId, revision: 2 })
  const { figures, draft } = await renderingOfDraft(analyst, requestId)
  expect([figures['briefing.from'].value, figures['briefing.week'].value]).toEqual(['2025-W27', '2025-W28'])
  expect(draft.settings).toEqual(weeklySettings({ kind: 'special', toWeek: '2025-W28' }))
  const late = await faultOf(draftBy(analyst, { requestId, mark: 'CLEAR' }))
  expect([late.code, madeBefore(late.detail)]).toEqual(['CONFLICT', requestId])
  const second = await draftBy(analyst, { requestId: randomUUID() })
  const replacing = await faultOf(draftBy(analyst, { requestId: second.id, supersedes: '2025-001' }))
  expect([replacing.message, madeBefore(replacing.detail)]).toEqual([
    'This draft was made already, to replace none. Go on from it there.',
    second.id,
  ])
  expect((await draftHistory(analyst, requestId)).map(({ action }) => action)).toEqual(['changed', 'created'])
})

test('a draft that is made by calls at the same moment is made once', async () => {
  const requestId = randomUUID()
  const made = await Promise.all([1, 2, 3].map(() => draftBy(analyst, { requestId })))
  expect(made).toEqual(Array(3).fill({ id: requestId, revision: 1 }))
})

test('two who edit different sentences do not get in each other’s way; the same one twice is a conflict with both', async () => {
  const { id } = await draftBy(analyst)
  const { document } = await renderingOfDraft(analyst, id)
  const [first, second] = document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => ('sentences' in block ? block.sentences : []))
    .map(({ key }) => key)
  await editSentence(analyst, { id, baseRevision: 1, key: first, text: 'Mine.' })
  await editSentence(other, { id, baseRevision: 1, key: second, text: 'Theirs.' })
  const stale = await faultOf(editSentence(other, { id, baseRevision: 1, key: first, text: 'Also theirs.' }))
  expect([stale.code, stale.message]).toEqual(['CONFLICT', 'Rahim changed this draft meanwhile.'])
  const { base, theirs } = stale.detail as DraftConflict
  expect(base.edits).toEqual([])
  expect(theirs.edits.map(({ text }) => text)).toEqual(['Mine.', 'Theirs.'])
})

test('two who change different settings do not get in each other’s way; the same one twice is a conflict with both', async () => {
  const { id } = await draftBy(analyst)
  const [key] = [firstKey((await renderingOfDraft(analyst, id)).document)]
  await editSentence(other, { id, baseRevision: 1, key, text: 'Theirs.' })
  expect(await changeDraft(analyst, { id, baseRevision: 1, mark: 'CLEAR' })).toEqual({ id, revision: 3 })
  expect(await changeDraft(other, { id, baseRevision: 1, sections: ['timeline', 'bluf'] })).toEqual({ id, revision: 4 })
  expect(await changeDraft(other, { id, baseRevision: 1, title: undefined, language: 'az' })).toEqual({
    id,
    revision: 5,
  })
  const late = await faultOf(changeDraft(other, { id, baseRevision: 2, title: 'Mine', mark: 'RED' }))
  expect([late.code, (late.detail as DraftConflict).theirs.settings.mark]).toEqual(['CONFLICT', 'CLEAR'])
  const { settings, edits } = await getDraft(analyst, id)
  expect(settings).toEqual({
    ...weeklySettings(),
    mark: 'CLEAR',
    sections: ['timeline', 'bluf'],
    language: 'az',
  })
  expect(edits.map(({ text }) => text)).toEqual(['Theirs.'])
  // The same again writes nothing.
  expect(await changeDraft(other, { id, baseRevision: 5, language: 'az' })).toEqual({ id, revision: 5 })
})

test('what was changed in a draft is done when it is sent again, and written once', async () => {
  const { id } = await draftBy(analyst)
  const key = firstKey((await renderingOfDraft(analyst, id)).document)
  const sendings: ((viewer: Viewer) => Promise<Written>)[] = [
    (viewer) => changeDraft(viewer, { id, baseRevision: 1, title: 'A title', mark: 'CLEAR' }),
    (viewer) => editSentence(viewer, { id, baseRevision: 2, key, text: 'Mine.' }),
    (viewer) => takeBackEdit(viewer, { id, baseRevision: 3, key }),
    (viewer) => archiveDraft(viewer, { id, baseRevision: 4, archived: true }),
  ]
  for (const [index, send] of sendings.entries()) {
    expect(await send(analyst)).toEqual({ id, revision: index + 2 })
    expect(await send(analyst)).toEqual({ id, revision: index + 2 })
  }
  const archive = { id, baseRevision: 4, archived: true }
  expect((await faultOf(archiveDraft(other, archive))).code).toBe('CONFLICT')
  expect(await draftHistory(analyst, id)).toHaveLength(5)
  await archiveDraft(other, { id, baseRevision: 5, archived: false })
})

test('a setting that does not fit those that the draft has by now is refused by its name', async () => {
  const { id } = await draftBy(analyst)
  const fault = await faultOf(changeDraft(analyst, { id, baseRevision: 1, toWeek: '2025-W28' }))
  expect([fault.code, Object.keys(fault.fieldErrors ?? {})]).toEqual(['INVALID', ['toWeek']])
  expect((await getDraft(analyst, id)).revision).toBe(1)
})

test('of two saves at once that start from the same state one comes first, and the other is told', async () => {
  const { id } = await draftBy(analyst)
  const save = (viewer: Viewer, title: string) => changeDraft(viewer, { id, baseRevision: 1, title })
  const results = await Promise.allSettled([save(analyst, 'One'), save(other, 'Other')])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await draftHistory(analyst, id)).toHaveLength(2)
})

test('another week is read from the record as of the draft’s own moment', async () => {
  const { id } = await draftBy(analyst)
  const before = await getDraft(analyst, id)
  await changeDraft(analyst, { id, baseRevision: 1, kind: 'special', toWeek: '2025-W28' })
  const { figures, draft } = await renderingOfDraft(analyst, id)
  expect(draft.asOf).toBe(before.asOf)
  expect([figures['briefing.from'].value, figures['briefing.week'].value]).toEqual(['2025-W27', '2025-W28'])
})

test('an archived draft is put aside, does not change, and can be brought back; nothing is deleted', async () => {
  const { id } = await draftBy(analyst)
  await archiveDraft(analyst, { id, baseRevision: 1, archived: true })
  expect((await listDrafts(analyst)).drafts.map((draft) => draft.id)).not.toContain(id)
  expect((await listDrafts(analyst, { show: 'archived' })).drafts.map((draft) => draft.id)).toContain(id)
  expect((await faultOf(refreshDraft(analyst, { id, baseRevision: 2 }))).code).toBe('INVALID')
  await archiveDraft(analyst, { id, baseRevision: 2, archived: false })
  expect((await getDraft(analyst, id)).status).toBe('open')
  const prisma = await database()
  await expect(prisma.$executeRaw`DELETE FROM briefing_draft`).rejects.toThrow(/append-only|refuse|may not|never/i)
  await expect(prisma.$executeRaw`UPDATE briefing_draft_revision SET action = 'x'`).rejects.toThrow()
  const { rows } = await listActivity(analyst, parseActivityFilter({ kind: 'briefing' }))
  expect(rows.map(({ action }) => action)).toContain('briefing-draft-archived')
})

test('drafts are read by pages of fifty, also where many share a moment and some are changed meanwhile', async () => {
  const { id } = await draftBy(analyst)
  const prisma = await database()
  const draft = await prisma.briefingDraft.findUniqueOrThrow({ where: { id } })
  const rows = Array.from({ length: 120 }, (_, index) => ({
    ...draft,
    id: randomUUID(),
    status: 'archived',
    state: draft.state as Prisma.InputJsonObject,
    updatedAt: new Date(Date.UTC(2020, 0, 1, 0, Math.floor(index / 40))),
  }))
  await prisma.briefingDraft.createMany({ data: rows })
  const page = (after?: string) => listDrafts(analyst, { show: 'archived', after })
  const first = await page()
  // The one that the first page ends with is not where it was any more when the second is asked for.
  await prisma.briefingDraft.update({ where: { id: first.drafts[49].id }, data: { updatedAt: new Date() } })
  const second = await page(first.next ?? undefined)
  const third = await page(second.next ?? undefined)
  expect([first, second, third].map(({ drafts }) => drafts.length)).toEqual([50, 50, 20])
  expect(third.next).toBeNull()
  const seen = [first, second, third].flatMap(({ drafts }) => drafts.map((one) => one.id))
  expect(new Set(seen)).toEqual(new Set(rows.map((one) => one.id)))
  const bogus = `2020-01-01T00:00:00.000Z_${'-'.repeat(36)}`
  for (const after of ['', 'not a cursor', bogus, id]) expect((await page(after)).drafts).toHaveLength(50)
})
