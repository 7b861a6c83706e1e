import { parseActivityFilter } from '@/lib/activity/filter'
import { listActivity } from '@/lib/activity/queries'
import { auditRecord } from '@/lib/audit/record'
import type { Viewer } from '@/lib/auth/viewer'
import { askedBrief } from '@/lib/briefings/asked-brief'
import { changeDraft, editSentence, publishBriefing, reviseBriefing } from '@/lib/briefings/commands'
import { sha256 } from '@/lib/briefings/content'
import {
  briefFiles,
  briefingFile,
  draftHistory,
  getBriefing,
  getDraft,
  listBriefings,
  renderingOfDraft,
} from '@/lib/briefings/queries'
import { EXPORT_FORMATS } from '@/lib/briefings/render/formats'
import { publishSchema } from '@/lib/briefings/schema'
import type { Written } from '@/lib/briefings/views'
import { database } from '@/lib/db/client'
import { startBriefingDesk } from '../support/briefings/desk'
import { draftBy, weeklySettings } from '../support/briefings/drafts'
import { firstKey } from '../support/briefings/said'
import { faultOf } from '../support/faults'
import { logApproved, makeIncident } from '../support/incidents'
import { drawnWith } from '../support/samples'
import { whileTampered } from '../support/tamper'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startBriefingDesk()

let analyst: Viewer
let reviewer: Viewer
/** The briefing that the tests look at: published first. */
let first: string

const publish = ({ id, revision }: Written, fields: { reason?: string; unmatchedSeen?: boolean } = {}) =>
  publishBriefing(reviewer, publishSchema.parse({ id, baseRevision: revision, ...fields }))

beforeAll(async () => {
  analyst = await viewerWith('analyst', 'Ada')
  reviewer = await viewerWith('reviewer', 'Rahim')
  first = (await publish(await draftBy(analyst))).id
})

test('a published briefing holds its document, its seal and the bytes of every format, each by its hash', async () => {
  const viewer = await viewerWith('viewer')
  const briefing = await getBriefing(viewer, first)
  expect(first).toMatch(/^\d{4}-001$/)
  expect(briefing.document.title).toBe('Azerbaijan – Russia: week 2025-W27')
  expect(briefing.files.map(({ format }) => format)).toEqual(EXPORT_FORMATS)
  for (const { format, name, size, sha256: told } of briefing.files) {
    const file = await briefingFile(viewer, first, format)
    expect([file.name, file.bytes.length, sha256(file.bytes)]).toEqual([name, size, told])
    expect(name).toMatch(new RegExp(`^briefing-${first}\\.`))
  }
  expect(briefing.seal).toMatchObject({ number: 1 })
  expect((await getDraft(analyst, briefing.draftId)).publishedAs).toBe(first)
  expect(
    (await faultOf(changeDraft(analyst, { id: briefing.draftId, baseRevision: 2, ...weeklySettings() }))).code,
  ).toBe('INVALID')
})

test.each(['briefing', 'briefing_file', 'briefing_content', 'briefing_draft_revision', 'briefing_event'])(
  'the database refuses to change, delete or truncate %s',
  async (table) => {
    const prisma = await database()
    if (table === 'briefing_event')
      await prisma.$executeRaw`INSERT INTO briefing_event VALUES (gen_random_uuid(), 1, 'link', now(), NULL, 'x', '{}')`
    const refuses = (statement: string) => expect(prisma.$executeRawUnsafe(statement)).rejects.toThrow()
    const column = table === 'briefing_content' ? 'at = now()' : table === 'briefing_file' ? "name = 'x'" : null
    await refuses(`UPDATE ${table} SET ${column ?? 'at = now()'}`)
    await refuses(`DELETE FROM ${table}`)
    await refuses(`TRUNCATE ${table} CASCADE`)
  },
)

test('an edited sentence with a number that the data does not have is published only by somebody who looked', async () => {
  const draft = await draftBy(analyst)
  const key = firstKey((await renderingOfDraft(analyst, draft.id)).document)
  const edited = await editSentence(analyst, { id: draft.id, baseRevision: 1, key, text: 'It stood at 123.4.' })
  const refused = await faultOf(publish(edited))
  expect(refused.detail).toEqual({ mismatches: [{ key, numbers: ['123.4'] }] })
  const { id } = await publish(edited, { unmatchedSeen: true })
  const { document } = await getBriefing(reviewer, id)
  expect(JSON.stringify(document)).toContain('It stood at 123.4.')
})

test('a newer briefing replaces an older one, with a reason and what changed by the rules; the older one says so', async () => {
  await logApproved(makeIncident({ actor: 'RUS', target: 'AZE', code: 'SEC+3', title: 'Moscow closes the border' }))
  const revised = await reviseBriefing(analyst, { briefingId: first })
  expect((await faultOf(publish(revised))).fieldErrors).toEqual({ reason: ['Say why it replaces the other.'] })
  const { id } = await publish(revised, { reason: 'An incident came in late' })
  const { changes, supersedes, reason } = await getBriefing(analyst, id)
  expect([supersedes, reason]).toEqual([first, 'An incident came in late'])
  expect(changes?.added).toHaveLength(1)
  expect([changes?.changed, changes?.retracted, changes?.methods]).toEqual([[], [], []])
  const close = changes?.figures.find((figure) => figure.id === 'AZE-RUS.close')
  expect(Number(close?.after)).toBeGreaterThan(Number(close?.before))
  expect((await getBriefing(analyst, first)).supersededBy).toBe(id)
  expect((await faultOf(reviseBriefing(analyst, { briefingId: first }))).message).toContain(`was replaced by ${id}`)
  const { rows } = await listActivity(analyst, parseActivityFilter({ kind: 'briefing' }))
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['briefing-drafted', 'briefing-published', 'briefing-superseded']),
  )
})

test('two who publish at once get numbers that follow one another, and the same draft is published once', async () => {
  const drafts = [await draftBy(analyst), await draftBy(analyst)]
  const published = await Promise.all(drafts.map((draft) => publish(draft)))
  const numbers = published.map(({ id }) => Number(id.split('-')[1])).sort((a, b) => a - b)
  expect(numbers[1] - numbers[0]).toBe(1)
  const draft = await draftBy(analyst)
  const results = await Promise.allSettled([publish(draft), publish(draft)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('briefings are found by words, dyad, kind and language, and paged by their number', async () => {
  const viewer = await viewerWith('viewer')
  const all = await listBriefings(viewer)
  expect(all.briefings.length).toBeGreaterThan(3)
  expect(all.briefings.map(({ id }) => id)).toEqual(
    all.briefings
      .map(({ id }) => id)
      .sort()
      .reverse(),
  )
  const found = async (filter: Parameters<typeof listBriefings>[1]) =>
    (await listBriefings(viewer, filter)).briefings.map(({ id }) => id)
  expect(await found({ q: 'border closes' })).not.toContain(first)
  expect((await found({ q: 'summons ambass' })).length).toBe(all.briefings.length)
  expect(await found({ q: "'); DROP TABLE" })).toEqual([])
  expect(await found({ dyad: 'ARM-AZE' })).toEqual([])
  expect(await found({ kind: 'weekly', language: 'en', dyad: 'AZE-RUS' })).toHaveLength(all.briefings.length)
  expect(await found({ after: all.briefings[1].id })).toEqual(all.briefings.slice(2).map(({ id }) => id))
})

test('who is to code incidents of a dyad blind is told no briefing of it before', async () => {
  const draft = await draftBy(analyst)
  const { coders } = await drawnWith({ size: 1, coderRoles: ['analyst', 'reviewer'] })
  const brief = askedBrief(new URLSearchParams('dyads=AZE-RUS&week=2025-W27'))
  const attempts = coders.flatMap((coder) => [
    getBriefing(coder, first),
    briefingFile(coder, first, 'md'),
    renderingOfDraft(coder, draft.id),
    getDraft(coder, draft.id),
    draftHistory(coder, draft.id),
    briefFiles(coder, brief, ['md']),
    draftBy(coder),
  ])
  for (const attempt of attempts) expect((await faultOf(attempt)).code).toBe('FORBIDDEN')
  const [, reviewing] = coders
  const input = publishSchema.parse({ id: draft.id, baseRevision: draft.revision })
  expect((await faultOf(publishBriefing(reviewing, input))).code).toBe('FORBIDDEN')
})

test('the audit recomputes published briefings, and names what was tampered with', async () => {
  const clean = await auditRecord({ most: 10 })
  expect(clean.faults).toEqual([])
  expect(clean.counts.briefings).toBeGreaterThan(3)
  const tampered = async (table: string, column: string, value: string, where: string) =>
    whileTampered({ table, column, where }, value, async () => (await auditRecord()).faults.map(({ place }) => place))
  const { evidenceHash } = await getBriefing(analyst, first)
  const place = `briefing ${first}`
  expect(await tampered('briefing', 'title', `'Another title'`, `id = '${first}'`)).toEqual([place])
  expect(
    await tampered('briefing_file', 'bytes', `'\\x00'::bytea`, `briefing_id = '${first}' AND format = 'md'`),
  ).toEqual([place])
  expect(await tampered('briefing_content', 'packed', `'\\x00'::bytea`, `hash = '${evidenceHash}'`)).toEqual([place])
  const where = `draft_id = (SELECT draft_id FROM briefing WHERE id = '${first}') AND revision = 2`
  expect(await tampered('briefing_draft_revision', 'action', `'changed'`, where)).toEqual([
    expect.stringContaining('briefing draft'),
  ])
})
