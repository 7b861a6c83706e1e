import { randomUUID } from 'node:crypto'
import { madeBefore } from '@/lib/again'
import type { Viewer } from '@/lib/auth/viewer'
import {
  archiveTemplate,
  changeSchedule,
  changeTemplate,
  createSchedule,
  createTemplate,
  switchSchedule,
} from '@/lib/briefings/commands'
import { getSchedule, getTemplate } from '@/lib/briefings/queries'
import { newTemplateSchema } from '@/lib/briefings/schema'
import type { Written } from '@/lib/briefings/views'
import {
  archiveRule,
  archiveWatchlist,
  changeRule,
  changeWatchlist,
  createRule,
  createWatchlist,
  switchRule,
} from '@/lib/watch/commands'
import { getRule, getWatchlist } from '@/lib/watch/queries'
import { startBriefingDesk } from '../support/briefings/desk'
import { scheduleInput } from '../support/briefings/schedules'
import { faultOf } from '../support/faults'
import { png } from '../support/png'
import { viewerWith } from '../support/viewers'
import { MEDIA_AT_4 } from '../support/watch'

// What is sent again, since the answer to it was lost on the way.

jest.setTimeout(60_000)
startBriefingDesk()

/** Something that is made and changed, as far as its name goes. */
interface Kind {
  what: string
  create: (viewer: Viewer, requestId: string, name: string) => Promise<Written>
  change: (viewer: Viewer, id: string, baseRevision: number, name: string) => Promise<Written>
  archive: (viewer: Viewer, id: string, baseRevision: number) => Promise<Written>
  read: (viewer: Viewer, id: string) => Promise<{ name: string; revision: number; history: { action: string }[] }>
}

const list = (name: string) => ({ name, note: '', dyadIds: ['AZE-RUS'] })
const rule = (name: string) => {
  return { name, condition: MEDIA_AT_4, where: { reach: 'all' as const }, emails: [], webhookUrl: null }
}
const template = (name: string) => {
  const logo = png(3, 2).toString('base64')
  return newTemplateSchema.parse({ name, teamName: 'Team', language: 'en', mark: 'GREEN', logo })
}

const KINDS: Kind[] = [
  {
    what: 'list',
    create: (viewer, requestId, name) => createWatchlist(viewer, { scope: 'team', ...list(name), requestId }),
    change: (viewer, id, baseRevision, name) => changeWatchlist(viewer, { id, baseRevision, ...list(name) }),
    archive: (viewer, id, baseRevision) => archiveWatchlist(viewer, { id, baseRevision, archived: true }),
    read: getWatchlist,
  },
  {
    what: 'rule',
    create: (viewer, requestId, name) => createRule(viewer, { scope: 'team', ...rule(name), requestId }),
    change: (viewer, id, baseRevision, name) => changeRule(viewer, { id, baseRevision, ...rule(name) }),
    archive: (viewer, id, baseRevision) => archiveRule(viewer, { id, baseRevision, archived: true }),
    read: getRule,
  },
  {
    what: 'schedule',
    create: (viewer, requestId, name) => createSchedule(viewer, { ...scheduleInput({ name }), requestId }),
    change: (viewer, id, baseRevision, name) =>
      changeSchedule(viewer, { id, baseRevision, ...scheduleInput({ name }) }),
    archive: (viewer, id, baseRevision) => switchSchedule(viewer, { id, baseRevision, status: 'archived' }),
    read: async (viewer, id) => {
      const { state, ...schedule } = await getSchedule(viewer, id)
      return { ...schedule, name: state.name }
    },
  },
  {
    what: 'template',
    create: (viewer, requestId, name) => createTemplate(viewer, { ...template(name), requestId }),
    change: (viewer, id, baseRevision, name) => changeTemplate(viewer, { id, baseRevision, ...template(name) }),
    archive: (viewer, id, baseRevision) => archiveTemplate(viewer, { id, baseRevision, archived: true }),
    read: getTemplate,
  },
]

let ana: Viewer
let admin: Viewer

beforeAll(async () => {
  ana = await viewerWith('reviewer', 'Ana')
  admin = await viewerWith('admin', 'Ada')
})

describe.each(KINDS)('a $what that is made again under the same id', ({ create, change, read }) => {
  test('is made once, and says what was typed after the answer was lost', async () => {
    const id = randomUUID()
    expect(await create(ana, id, 'First')).toEqual({ id, revision: 1 })
    expect(await create(ana, id, 'First')).toEqual({ id, revision: 1 })
    expect(await create(ana, id, 'Corrected')).toEqual({ id, revision: 2 })
    expect(await create(ana, id, 'Corrected')).toEqual({ id, revision: 2 })
    const { name, history } = await read(ana, id)
    expect([name, history.map(({ action }) => action)]).toEqual(['Corrected', ['changed', 'created']])
  })

  test('stays as somebody changed it since, and its maker is told where it is', async () => {
    const id = randomUUID()
    await create(ana, id, 'First')
    await change(admin, id, 1, 'Of somebody else')
    const fault = await faultOf(create(ana, id, 'Corrected'))
    expect([fault.code, fault.message]).toEqual(['CONFLICT', expect.stringContaining('made already')])
    expect(madeBefore(fault.detail)).toBe(id)
    expect(await create(ana, id, 'Of somebody else')).toEqual({ id, revision: 2 })
    expect(await read(ana, id)).toMatchObject({ name: 'Of somebody else', revision: 2 })
  })

  test('is nobody else’s to change so', async () => {
    const id = randomUUID()
    await create(ana, id, 'First')
    expect((await faultOf(create(admin, id, 'First'))).code).toBe('CONFLICT')
    expect((await faultOf(create(admin, id, 'Other'))).code).toBe('CONFLICT')
    expect(await read(ana, id)).toMatchObject({ name: 'First', revision: 1 })
  })

  test('is made once by calls at the same moment', async () => {
    const id = randomUUID()
    const written = await Promise.all(['Same', 'Same', 'Same'].map((name) => create(ana, id, name)))
    expect(written).toEqual(Array(3).fill({ id, revision: 1 }))
    expect((await read(ana, id)).history).toHaveLength(1)
  })
})

describe.each(KINDS)('a change of a $what that is sent again', ({ create, change, archive, read }) => {
  test('is answered as done, and written once', async () => {
    const { id } = await create(ana, randomUUID(), 'First')
    expect(await change(ana, id, 1, 'Changed')).toEqual({ id, revision: 2 })
    expect(await change(ana, id, 1, 'Changed')).toEqual({ id, revision: 2 })
    expect(await change(ana, id, 2, 'Changed')).toEqual({ id, revision: 2 })
    expect(await archive(ana, id, 2)).toEqual({ id, revision: 3 })
    expect(await archive(ana, id, 2)).toEqual({ id, revision: 3 })
    expect((await read(ana, id)).history).toHaveLength(3)
  })

  test('is a conflict where something else stands there, or somebody else wrote it', async () => {
    const { id } = await create(ana, randomUUID(), 'First')
    await change(ana, id, 1, 'Changed')
    expect((await faultOf(change(ana, id, 1, 'Changed otherwise'))).code).toBe('CONFLICT')
    await change(admin, id, 2, 'Of somebody else')
    expect((await faultOf(change(ana, id, 1, 'Changed'))).code).toBe('CONFLICT')
    expect((await faultOf(change(ana, id, 2, 'Of somebody else'))).code).toBe('CONFLICT')
    expect(await read(ana, id)).toMatchObject({ name: 'Of somebody else', revision: 3 })
  })
})

test('a rule that is switched on twice from the same revision by the same person is on, and for others it is a conflict', async () => {
  const { id } = await createRule(ana, { scope: 'team', ...rule('Switched') })
  const on = { id, baseRevision: 1, on: true }
  expect(await switchRule(ana, on)).toEqual({ id, revision: 2 })
  expect(await switchRule(ana, on)).toEqual({ id, revision: 2 })
  expect((await faultOf(switchRule(ana, { ...on, on: false }))).code).toBe('CONFLICT')
  expect((await faultOf(switchRule(admin, on))).code).toBe('CONFLICT')
})

test('a template whose logo is left as it is is changed once, however often that is sent', async () => {
  const { id } = await createTemplate(ana, template('Logo'))
  const { logo: _, requestId: __, ...fields } = template('Another name')
  const change = { id, baseRevision: 1, ...fields }
  expect(await changeTemplate(ana, change)).toEqual({ id, revision: 2 })
  expect(await changeTemplate(ana, change)).toEqual({ id, revision: 2 })
  expect((await faultOf(changeTemplate(ana, { ...change, logo: null }))).code).toBe('CONFLICT')
})

test.each([
  ['list', createWatchlist, list('Whose')],
  ['rule', createRule, rule('Whose')],
] as const)('a %s that was made as somebody’s own does not become the team’s', async (_what, create, content) => {
  const requestId = randomUUID()
  const make = create as (viewer: Viewer, input: object) => Promise<Written>
  await make(ana, { scope: 'own', ...content, requestId })
  const fault = await faultOf(make(ana, { scope: 'team', ...content, requestId }))
  expect([fault.code, fault.message]).toEqual(['CONFLICT', expect.stringContaining('your own')])
  expect(madeBefore(fault.detail)).toBe(requestId)
})
