import { saveEdit } from '@/components/incidents/form/save-edit'
import { type Saved, saveNew } from '@/components/incidents/form/save-new'
import type { ActionResult } from '@/lib/form-action'
import { type CreateInput, type EditInput, type IncidentInput, incidentSchema } from '@/lib/incidents/schema'

const incident = (title: string, more: Partial<IncidentInput> = {}): IncidentInput => ({
  ...incidentSchema.parse({
    actor: 'AZE',
    target: 'RUS',
    date: '2025-07-01',
    code: 'MED+4',
    credibility: 1,
    confidence: 'high',
    title,
    sources: [{ outlet: 'Report.az', reliability: 'C' }],
  }),
  ...more,
})

const requestId = '6a1f4f0e-5f5b-4f0e-9d0a-3f5b0e1c2d3e'

/** A desk as the record behaves: one incident a request id, each edit a revision of it. */
function makeDesk() {
  const record = new Map<string, { written: Saved; input: IncidentInput }>()
  const create = async ({ incident: input, requestId: id = '', submit }: CreateInput): Promise<ActionResult<Saved>> => {
    const status = submit ? ('approved' as const) : ('draft' as const)
    const entry = record.get(id) ?? {
      written: { dyadId: 'AZE-RUS', id: `X-${record.size + 1}`, revision: 1, status },
      input,
    }
    record.set(id, entry)
    return { ok: true, data: entry.written }
  }
  const edit = async ({ id, baseRevision, incident: input, submit }: EditInput): Promise<ActionResult<Saved>> => {
    const [key, entry] = [...record].find(([, { written }]) => written.id === id) ?? []
    if (!entry || key === undefined || entry.written.revision !== baseRevision) {
      return { ok: false, code: 'CONFLICT', message: 'Stale.' }
    }
    const written = {
      ...entry.written,
      revision: baseRevision + 1,
      status: submit ? ('approved' as const) : ('draft' as const),
    }
    record.set(key, { written, input })
    return { ok: true, data: written }
  }
  return { record, create, edit }
}

test('a save repeated after a lost answer makes one incident', async () => {
  const desk = makeDesk()
  const first = incident('Newsroom raided')
  await desk.create({ incident: first, requestId, submit: true })
  const result = await saveNew(desk, { incident: first, submit: true, requestId, attempt: first })
  expect(result).toMatchObject({ ok: true, data: { revision: 1 } })
  expect(desk.record.size).toBe(1)
})

test('words typed after a lost answer are not lost: they follow as an edit of the one incident', async () => {
  const desk = makeDesk()
  const first = incident('Newsroom raided')
  await desk.create({ incident: first, requestId, submit: true })
  const result = await saveNew(desk, {
    incident: incident('Newsroom raided and sealed'),
    submit: true,
    requestId,
    attempt: first,
  })
  expect(result).toMatchObject({ ok: true, data: { revision: 2, status: 'approved' } })
  expect([...desk.record.values()].map(({ input }) => input.title)).toEqual(['Newsroom raided and sealed'])
})

test('the same holds when the first try never arrived', async () => {
  const desk = makeDesk()
  const entry = { incident: incident('Sealed'), submit: true, requestId, attempt: incident('Raided') }
  expect(await saveNew(desk, entry)).toMatchObject({ ok: true, data: { status: 'approved' } })
  expect([...desk.record.values()].map(({ input }) => input.title)).toEqual(['Sealed'])
})

test('what was tried for another pair is left alone: an incident never moves between dyads', async () => {
  const desk = makeDesk()
  const other = incident('For another pair', { target: 'ARM' })
  const result = await saveNew(desk, { incident: incident('For this pair'), submit: true, requestId, attempt: other })
  expect(result).toMatchObject({ ok: true, data: { revision: 1 } })
})

describe('an edit whose answer was lost, with more typed since', () => {
  const [tried, typed] = [incident('Tried'), incident('Typed since')]
  const edit = { dyadId: 'AZE-RUS', id: 'X-1', baseRevision: 1, incident: typed, submit: false, reason: 'wording' }

  /** A desk at revision 2, which somebody wrote. */
  function deskAt(input: IncidentInput, own: boolean) {
    const asked: EditInput[] = []
    const theirs = { revision: 2, status: 'in_review', own, input }
    const send = async (sent: EditInput): Promise<ActionResult<Saved>> => {
      asked.push(sent)
      if (sent.baseRevision !== 2)
        return { ok: false, code: 'CONFLICT', message: 'Stale.', detail: { base: tried, theirs } }
      return { ok: true, data: { dyadId: 'AZE-RUS', id: 'X-1', revision: 3, status: 'in_review' } }
    }
    return { asked, send }
  }

  test('goes on from what that try wrote, and stays in review', async () => {
    const { asked, send } = deskAt(tried, true)
    expect(await saveEdit(send, edit, tried)).toMatchObject({ ok: true, data: { revision: 3 } })
    expect(asked).toEqual([edit, { ...edit, baseRevision: 2, submit: true }])
  })

  test.each([
    ['somebody else wrote the same', deskAt(tried, false), tried],
    ['something else stands there', deskAt(incident('From another tab'), true), tried],
    ['nothing was in doubt', deskAt(tried, true), null],
  ])('is a conflict where %s', async (_what, { asked, send }, attempt) => {
    expect(await saveEdit(send, edit, attempt)).toMatchObject({ ok: false, code: 'CONFLICT' })
    expect(asked).toEqual([edit])
  })
})
