import { randomUUID } from 'node:crypto'
import { parseActivityFilter } from '@/lib/activity/filter'
import { listActivity } from '@/lib/activity/queries'
import { createAnnotation, editAnnotation, withdrawAnnotation } from '@/lib/annotations/commands'
import { annotationHistory, annotationsOf } from '@/lib/annotations/queries'
import { createAnnotationSchema, editAnnotationSchema } from '@/lib/annotations/schema'
import type { AnnotationConflict } from '@/lib/annotations/views'
import { auditRecord } from '@/lib/audit/record'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { dayOf } from '@/lib/core/calendar'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()

const DYAD = 'AZE-RUS'
let analyst: Viewer
let other: Viewer

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await logApproved(makeIncident())
  analyst = await viewerWith('analyst', 'Ada')
  other = await viewerWith('reviewer', 'Rahim')
})

/** Writes an annotation of Ada's; gives what an edit of it starts from. */
async function written(text: string, date = '2025-06-27', dateEnd = '') {
  const id = randomUUID()
  await createAnnotation(analyst, { dyadId: DYAD, id, date, dateEnd, text })
  return { dyadId: DYAD, id, date, dateEnd, text, baseRevision: 1, reason: 'because of the test' }
}

const shown = async (id: string, asOf?: Date) =>
  (await annotationsOf(analyst, DYAD, asOf && { asOf: { moment: asOf, method: 'then' } })).find((one) => one.id === id)

const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

test('an annotation says its days, its words and who wrote it, and keeps who changed it', async () => {
  const first = await written('Summit in Tianjin', '2025-08-31', '2025-09-01')
  expect(await shown(first.id)).toMatchObject({
    startDay: dayOf('2025-08-31'),
    endDay: dayOf('2025-09-01'),
    text: 'Summit in Tianjin',
    by: 'Ada',
    editedBy: null,
  })
  await editAnnotation(other, { ...first, dateEnd: '', text: 'Summit' })
  expect(await shown(first.id)).toMatchObject({
    endDay: null,
    text: 'Summit',
    by: 'Ada',
    editedBy: 'Rahim',
    revision: 2,
  })
})

test('a stale edit is refused with both states, and a repeated save writes nothing more', async () => {
  const first = await written('The raid')
  await editAnnotation(other, { ...first, text: 'The raid in Ekaterinburg' })
  const stale = await editAnnotation(analyst, { ...first, text: 'My words' }).catch((error: unknown) => error)
  if (!isDeskError(stale)) throw stale
  expect([stale.code, stale.message]).toEqual(['CONFLICT', 'Rahim changed this annotation meanwhile.'])
  expect(stale.detail as AnnotationConflict).toMatchObject({
    base: { text: 'The raid' },
    theirs: { revision: 2, text: 'The raid in Ekaterinburg', by: 'Rahim', reason: 'because of the test' },
  })
  const again = await written('Once')
  const { baseRevision: _, reason: __, ...content } = again
  expect(await createAnnotation(analyst, content)).toMatchObject({ revision: 1 })
  await expect(createAnnotation(other, content)).rejects.toMatchObject({ code: 'INVALID' })
  expect(await editAnnotation(analyst, again)).toMatchObject({ revision: 1 })
})

test('other words under the same id are an edit of the first ones, until somebody writes since', async () => {
  const { baseRevision: _, reason: __, ...first } = await written('First words')
  const corrected = { ...first, text: 'Corrected words' }
  expect(await createAnnotation(analyst, corrected)).toMatchObject({ revision: 2 })
  expect(await createAnnotation(analyst, corrected)).toMatchObject({ revision: 2 })
  expect(await createAnnotation(analyst, first)).toMatchObject({ revision: 1 })
  expect(await shown(first.id)).toMatchObject({ text: 'Corrected words', revision: 2 })
  await expect(createAnnotation(other, corrected)).rejects.toMatchObject({ code: 'INVALID' })

  const { baseRevision, reason, ...second } = await written('Second')
  await editAnnotation(other, { ...second, baseRevision, reason, text: 'Of Rahim' })
  const late = createAnnotation(analyst, { ...second, text: 'Of Ada' })
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT', detail: { theirs: { text: 'Of Rahim', revision: 2 } } })
  expect(await shown(second.id)).toMatchObject({ text: 'Of Rahim', revision: 2 })
})

test('an edit or a withdrawal that is sent again by the same person is done, and written once', async () => {
  const first = await written('Before')
  const edit = { ...first, text: 'After' }
  expect(await editAnnotation(analyst, edit)).toMatchObject({ revision: 2 })
  expect(await editAnnotation(analyst, edit)).toMatchObject({ revision: 2 })
  await expect(editAnnotation(other, edit)).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(editAnnotation(analyst, { ...edit, text: 'Otherwise' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(editAnnotation(analyst, { ...edit, reason: 'Otherwise' })).rejects.toMatchObject({ code: 'CONFLICT' })
  const away = { ...first, baseRevision: 2 }
  expect(await withdrawAnnotation(analyst, away)).toMatchObject({ revision: 3 })
  expect(await withdrawAnnotation(analyst, away)).toMatchObject({ revision: 3 })
  await expect(withdrawAnnotation(other, away)).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(editAnnotation(analyst, edit)).rejects.toMatchObject({ code: 'CONFLICT' })
  const history = (await annotationHistory(analyst, DYAD)).filter(({ id }) => id === first.id)
  expect(history.map(({ action }) => action)).toEqual(['withdrawn', 'edited', 'created'])
})

test('a withdrawn annotation leaves the charts and stays in the history, and nobody writes after it', async () => {
  const first = await written('A mistake')
  await withdrawAnnotation(other, first)
  expect(await shown(first.id)).toBeUndefined()
  const history = (await annotationHistory(analyst, DYAD)).filter(({ id }) => id === first.id)
  expect(history.map(({ action, by, text }) => [action, by, text])).toEqual([
    ['withdrawn', 'Rahim', 'A mistake'],
    ['created', 'Ada', 'A mistake'],
  ])
  await expect(editAnnotation(analyst, { ...first, baseRevision: 2 })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(withdrawAnnotation(analyst, first)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('as of a moment the annotations are those of then, in their words of then', async () => {
  const before = now()
  await pause()
  const first = await written('First words')
  await pause()
  const early = now()
  await pause()
  await editAnnotation(other, { ...first, text: 'Later words' })
  await pause()
  const late = now()
  await pause()
  await withdrawAnnotation(other, { ...first, baseRevision: 2 })
  expect(await shown(first.id, before)).toBeUndefined()
  expect(await shown(first.id, early)).toMatchObject({ text: 'First words', editedBy: null })
  expect(await shown(first.id, late)).toMatchObject({ text: 'Later words', editedBy: 'Rahim' })
  expect(await shown(first.id)).toBeUndefined()
  const then = await annotationHistory(analyst, DYAD, { asOf: { moment: early, method: 'then' } })
  expect(then.filter(({ id }) => id === first.id)).toHaveLength(1)
})

test('two edits at once make one revision and one conflict', async () => {
  const first = await written('At once')
  const edits = await Promise.allSettled(['One', 'Two'].map((text) => editAnnotation(analyst, { ...first, text })))
  expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await shown(first.id))?.revision).toBe(2)
})

test('the log tells of each write, and the audit finds the chain whole', async () => {
  const first = await written('Told in the log')
  await withdrawAnnotation(other, first)
  const { rows } = await listActivity(analyst, parseActivityFilter({ kind: 'annotation', dyad: DYAD }))
  expect(rows.slice(0, 2).map(({ action, by, subject, note }) => [action, by, subject, note])).toEqual([
    ['withdrawn', 'Rahim', 'Told in the log', 'because of the test'],
    ['created', 'Ada', 'Told in the log', ''],
  ])
  const { faults, counts } = await auditRecord()
  expect(faults).toEqual([])
  expect(counts.annotations).toBeGreaterThan(10)
})

test('what does not fit is refused by field: no text, a date that is none, an end before the start, no reason', () => {
  const id = randomUUID()
  const faults = (input: object) =>
    createAnnotationSchema
      .safeParse({ dyadId: DYAD, id, date: '2025-06-27', text: 'x', ...input })
      .error?.issues.map(({ path }) => path[0])
  expect(faults({ text: ' ' })).toEqual(['text'])
  expect(faults({ text: 'x'.repeat(281) })).toEqual(['text'])
  expect(faults({ text: 'a\u0000b' })).toEqual(['text'])
  expect(faults({ date: '2025-02-30' })).toEqual(['date'])
  expect(faults({ dateEnd: '2025-06-26' })).toEqual(['dateEnd'])
  const edit = { dyadId: DYAD, id, date: '2025-06-27', text: 'x', baseRevision: 1, reason: '' }
  expect(editAnnotationSchema.safeParse(edit).error?.issues.map(({ path }) => path[0])).toEqual(['reason'])
})

test('a dyad that nobody follows has no charts to annotate', async () => {
  const input = { dyadId: 'FRA-USA', id: randomUUID(), date: '2025-06-27', dateEnd: '', text: 'x' }
  await expect(createAnnotation(analyst, input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
