import { randomUUID } from 'node:crypto'
import { madeBefore } from '@/lib/again'
import type { Viewer } from '@/lib/auth/viewer'
import { changeSchedule, changeTemplate, createSchedule, createTemplate } from '@/lib/briefings/commands'
import { getSchedule, getTemplate } from '@/lib/briefings/queries'
import { newTemplateSchema } from '@/lib/briefings/schema'
import type { Written } from '@/lib/briefings/views'
import { changeRule, changeWatchlist, createRule, createWatchlist } from '@/lib/watch/commands'
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
    read: getWatchlist,
  },
  {
    what: 'rule',
    create: (viewer, requestId, name) => createRule(viewer, { scope: 'team', ...rule(name), requestId }),
    change: (viewer, id, baseRevision, name) => changeRule(viewer, { id, baseRevision, ...rule(name) }),
    read: getRule,
  },
  {
    what: 'schedule',
    create: (viewer, requestId, name) => createSchedule(viewer, { ...scheduleInput({ name }), requestId }),
    change: (viewer, id, baseRevision, name) =>
      changeSchedule(viewer, { id, baseRevision, ...scheduleInput({ name }) }),
    read: async (viewer, id) => {
      const { state, ...schedule } = await getSchedule(viewer, id)
      return { ...schedule, name: state.name }
    },
  },
  {
    what: 'template',
    create: (viewer, requestId, name) => createTemplate(viewer, { ...template(name), requestId }),
    change: (viewer, id, baseRevision, name) => changeTemplate(viewer, { id, baseRevision, ...template(name) }),
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
