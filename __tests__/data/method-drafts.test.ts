import { randomUUID } from 'node:crypto'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { createDraft, discardDraft, publishDraft, saveDraft } from '@/lib/method/commands'
import { getDraft, listDrafts, listVersions } from '@/lib/method/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { drafted, lastLogged, outcomeOf } from '../support/method'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

test('a draft starts from the version in use, and each save of it is one revision that the log tells of', async () => {
  const reviewer = await viewerWith('reviewer', 'Rana')
  const { id, revision } = await createDraft(reviewer, { title: 'Longer memory', note: 'Harm lasts.' })
  expect(await getDraft(reviewer, id)).toMatchObject({
    title: 'Longer memory',
    basedOn: '0.1',
    parameters: { ...DEFAULT_PARAMETERS, version: 'draft' },
    revision: 1,
    status: 'open',
    createdBy: 'Rana',
  })
  expect(await lastLogged()).toMatchObject({ action: 'method-drafted', subject: id, detail: { changes: {} } })
  const parameters = { ...DEFAULT_PARAMETERS, holdCap: 120 }
  const save = { id, baseRevision: revision, title: 'Longer hold', note: 'Harm lasts.', parameters }
  expect(await saveDraft(reviewer, save)).toEqual({ id, revision: 2 })
  expect(await lastLogged()).toMatchObject({
    action: 'method-draft-changed',
    subject: id,
    detail: { title: 'Longer hold', titleBefore: 'Longer memory', changes: { holdCap: { before: 90, after: 120 } } },
  })
  expect(await saveDraft(reviewer, { ...save, baseRevision: 2 })).toEqual({ id, revision: 2 })
  expect((await listDrafts(reviewer))[0]).toMatchObject({ id, changes: 1, status: 'open' })
})

test('a new draft that is sent again under its request id is one draft, and what was typed meanwhile is saved to it', async () => {
  const [reviewer, other] = [await viewerWith('reviewer'), await viewerWith('reviewer')]
  const requestId = randomUUID()
  const sent = { title: 'Sent twice', note: '', requestId }
  const made = (await listDrafts(reviewer)).length
  expect(await createDraft(reviewer, sent)).toEqual({ id: requestId, revision: 1 })
  expect(await createDraft(reviewer, sent)).toEqual({ id: requestId, revision: 1 })
  expect(await createDraft(reviewer, { ...sent, note: 'Typed on' })).toEqual({ id: requestId, revision: 2 })
  expect(await listDrafts(reviewer)).toHaveLength(made + 1)
  expect(await getDraft(reviewer, requestId)).toMatchObject({ note: 'Typed on', revision: 2 })
  await expect(createDraft(reviewer, { ...sent, title: 'Once more' })).rejects.toMatchObject({
    code: 'CONFLICT',
    detail: { note: 'Typed on' },
  })
  expect(await outcomeOf(createDraft(other, sent))).toBe('FORBIDDEN')
})

test('a draft can start from any version, and from none that was never published', async () => {
  const reviewer = await viewerWith('reviewer')
  const started = { title: 'From the first', note: '', basedOn: '0.1' }
  expect(await getDraft(reviewer, (await createDraft(reviewer, started)).id)).toMatchObject({ basedOn: '0.1' })
  expect(await outcomeOf(createDraft(reviewer, { ...started, basedOn: '7.7' }))).toBe('INVALID')
})

test('of two saves from one revision the second is refused with the first, and nothing of it is written', async () => {
  const [first, second] = [await viewerWith('reviewer', 'First'), await viewerWith('reviewer', 'Second')]
  const { id } = await drafted(DEFAULT_PARAMETERS)
  const save = (anchor: number) => ({
    id,
    baseRevision: 1,
    title: `Anchor ${anchor}`,
    note: '',
    parameters: { ...DEFAULT_PARAMETERS, anchor },
  })
  await saveDraft(first, save(3))
  await expect(saveDraft(second, save(4))).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'First changed this draft meanwhile.',
    detail: { revision: 2, status: 'open', title: 'Anchor 3', parameters: { anchor: 3 }, updatedBy: 'First' },
  })
  expect(await getDraft(second, id)).toMatchObject({ title: 'Anchor 3', parameters: { anchor: 3 }, revision: 2 })
})

test('two saves at the same time are one save and one conflict', async () => {
  const { id } = await drafted(DEFAULT_PARAMETERS)
  const viewers = [await viewerWith('reviewer'), await viewerWith('reviewer')]
  const tried = viewers.map((viewer, index) => {
    const parameters = { ...DEFAULT_PARAMETERS, anchor: 3 + index }
    return outcomeOf(saveDraft(viewer, { id, baseRevision: 1, title: 'At once', note: '', parameters }))
  })
  expect((await Promise.all(tried)).sort()).toEqual(['CONFLICT', 'done'])
})

test('a discarded draft stays to be read and takes nothing in any more', async () => {
  const admin = await viewerWith('admin')
  const { id } = await drafted({ ...DEFAULT_PARAMETERS, anchor: 3 })
  await discardDraft(admin, { id, baseRevision: 1 })
  expect(await getDraft(admin, id)).toMatchObject({ status: 'discarded', parameters: { anchor: 3 }, revision: 2 })
  expect(await lastLogged()).toMatchObject({ action: 'method-draft-discarded', subject: id })
  const save = { id, baseRevision: 2, title: 'Too late', note: '', parameters: DEFAULT_PARAMETERS }
  expect(await outcomeOf(saveDraft(admin, save))).toBe('CONFLICT')
  expect(await outcomeOf(discardDraft(admin, { id, baseRevision: 2 }))).toBe('CONFLICT')
  expect(await outcomeOf(publishDraft(admin, { id, baseRevision: 2, reason: 'Too late already' }))).toBe('CONFLICT')
  const prisma = await database()
  await expect(prisma.$executeRaw`DELETE FROM method_draft WHERE id = ${id}::uuid`).rejects.toThrow(/refused/)
})

test('what says the same as the version in use is not published, whatever it is called', async () => {
  const admin = await viewerWith('admin')
  const { id } = await drafted({ ...DEFAULT_PARAMETERS, version: '9.9' })
  await expect(publishDraft(admin, { id, baseRevision: 1, reason: 'No change at all' })).rejects.toMatchObject({
    code: 'INVALID',
    message: 'These are the parameters of version 0.1, which is in use already.',
  })
  expect((await listVersions(admin)).map((version) => version.id)).toEqual(['0.1'])
})

test('a draft that is no longer within the ranges is refused by field', async () => {
  const { id } = await drafted({ ...DEFAULT_PARAMETERS, base: 5 })
  const admin = await viewerWith('admin')
  await expect(publishDraft(admin, { id, baseRevision: 1, reason: 'Far too steep' })).rejects.toMatchObject({
    code: 'INVALID',
    fieldErrors: { base: ['More than 1, at most 4.'] },
  })
})
