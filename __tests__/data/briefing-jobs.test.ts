import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/auth/viewer'
import { cancelPublication, startExport, startPublication } from '@/lib/briefings/commands'
import { startJob } from '@/lib/briefings/jobs'
import { getDraft, getExport, getPublication } from '@/lib/briefings/queries'
import { newPublicationSchema, publishSchema } from '@/lib/briefings/schema'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { startBriefingDesk } from '../support/briefings/desk'
import { draftBy } from '../support/briefings/drafts'
import { jobOf, over } from '../support/briefings/jobs'
import { faultOf } from '../support/faults'
import { viewerWith } from '../support/viewers'

// How a job ends: whoever asks is told what became of it, and nothing else became of it.

jest.setTimeout(60_000)
startBriefingDesk()

let analyst: Viewer
let reviewer: Viewer

beforeAll(async () => {
  analyst = await viewerWith('analyst', 'Ada')
  reviewer = await viewerWith('reviewer', 'Rahim')
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function publish(draftId: string) {
  const { id } = await startPublication(reviewer, publishSchema.parse({ id: draftId, baseRevision: 1 }))
  return over(() => getPublication(reviewer, id))
}

/** Has the database do something at each write of a kind, while `during` runs. */
async function withTrigger<T>(at: string, body: string, during: () => Promise<T>): Promise<T> {
  const prisma = await database()
  const table = Prisma.raw(at.split(' ON ')[1])
  await prisma.$executeRaw`CREATE FUNCTION meanwhile() RETURNS trigger LANGUAGE plpgsql AS ${Prisma.raw(`$$BEGIN ${body} RETURN NEW; END$$`)}`
  await prisma.$executeRaw`CREATE TRIGGER meanwhile ${Prisma.raw(at)} FOR EACH ROW EXECUTE FUNCTION meanwhile()`
  try {
    return await during()
  } finally {
    await prisma.$executeRaw`DROP TRIGGER meanwhile ON ${table}`
    await prisma.$executeRaw`DROP FUNCTION meanwhile()`
  }
}

// The seal is the last thing that is made before the briefing is frozen.
const GIVEN_UP = "UPDATE briefing_export SET status = 'cancelled' WHERE status = 'running';"
const BROKEN = "IF NEW.status = 'done' THEN RAISE EXCEPTION 'the disk is full'; END IF;"

test.each([
  ['is given up at the last moment', 'cancelled', 'AFTER INSERT ON seal', GIVEN_UP],
  ['cannot be told as done', 'failed', 'BEFORE UPDATE ON briefing_export', BROKEN],
])('a publication that %s is %s: nothing is published, and no number is used up', async (_, status, at, body) => {
  const first = await publish((await draftBy(analyst)).id)
  const { id: draftId } = await draftBy(analyst)
  const ended = await withTrigger(at, body, () => publish(draftId))
  await pause(700)
  expect(ended).toMatchObject({ status, briefingId: null })
  expect(await getPublication(reviewer, ended.id)).toEqual(ended)
  expect(await getDraft(analyst, draftId)).toMatchObject({ publishedAs: null, revision: 1 })
  const second = await publish(draftId)
  const prisma = await database()
  const [before, after] = await prisma.briefing.findMany({
    where: { id: { in: [String(first.briefingId), String(second.briefingId)] } },
    orderBy: [{ year: 'asc' }, { number: 'asc' }],
  })
  expect([after.number, after.previousHash]).toEqual([before.number + 1, before.hash])
})

test('a publication that is given up once it is published says that it is', async () => {
  const { id: draftId } = await draftBy(analyst)
  const done = await publish(draftId)
  expect(done).toMatchObject({ status: 'done', progress: 1 })
  expect(await cancelPublication(reviewer, done)).toEqual(done)
  expect((await getDraft(analyst, draftId)).publishedAs).toBe(done.briefingId)
})

test('one that was silent for too long has failed, and is not done after all', async () => {
  const { id: draftId } = await draftBy(analyst)
  const prisma = await database()
  const id = await startJob(analyst, jobOf(draftId), async () => async (beat) => {
    await prisma.briefingExport.update({ where: { id: beat.id }, data: { seenAt: new Date(Date.now() - 60_000) } })
    await beat.finish(prisma, { name: 'late.md', bytes: Buffer.from('late') })
  })
  await pause(700)
  expect(await getExport(analyst, id)).toMatchObject({
    status: 'failed',
    name: '',
    error: expect.stringMatching(/^The desk was stopped/),
  })
})

test('of many files that somebody asks for at once, three are made', async () => {
  const { id: draftId } = await draftBy(analyst)
  const prisma = await database()
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const asked = Array.from({ length: 6 }, () =>
    startJob(analyst, jobOf(draftId), async () => async (beat) => {
      await held
      await beat.finish(prisma, { name: 'held.md', bytes: Buffer.from('held') })
    }),
  )
  const answers = await Promise.allSettled(asked)
  letGo()
  const begun = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  expect(begun).toHaveLength(3)
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []))
  expect(refused).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED'])
  for (const id of begun) expect(await over(() => getExport(analyst, id))).toMatchObject({ status: 'done', error: '' })
})

/** How many jobs of a draft there are. */
async function jobsOf(draftId: string): Promise<number> {
  const prisma = await database()
  return prisma.briefingExport.count({ where: { draftId } })
}

test('a file that is asked for again under the same id is made once, also when both come at the same time', async () => {
  const { id: draftId } = await draftBy(analyst)
  const asked = { draftId, format: 'md' as const, requestId: randomUUID() }
  const [one, other] = await Promise.all([startExport(analyst, asked), startExport(analyst, asked)])
  expect([one.id, other.id]).toEqual([asked.requestId, asked.requestId])
  const done = await over(() => getExport(analyst, one.id))
  expect(done.status).toBe('done')
  expect(await startExport(analyst, asked)).toEqual(done)
  expect(await jobsOf(draftId)).toBe(1)
})

test('a publication that is asked for again under the same id is the one that was published meanwhile', async () => {
  const { id: draftId } = await draftBy(analyst)
  const input = newPublicationSchema.parse({ id: draftId, baseRevision: 1, requestId: randomUUID() })
  const [one, other] = await Promise.all([startPublication(reviewer, input), startPublication(reviewer, input)])
  expect([one.id, other.id]).toEqual([input.requestId, input.requestId])
  const done = await over(() => getPublication(reviewer, one.id))
  expect(done.briefingId).not.toBeNull()
  expect(await startPublication(reviewer, input)).toEqual(done)
  expect(await jobsOf(draftId)).toBe(1)
  // Another one is told what hinders it, as ever.
  const another = await faultOf(startPublication(reviewer, { ...input, requestId: randomUUID() }))
  expect(another.message).toContain(`was published as ${done.briefingId}`)
})

test('an id under which somebody else asked, or for something else, is refused, and tells nothing of that', async () => {
  const { id: draftId } = await draftBy(analyst)
  const asked = { draftId, format: 'md' as const, requestId: randomUUID() }
  await startExport(analyst, asked)
  const publication = newPublicationSchema.parse({ id: draftId, baseRevision: 1, requestId: asked.requestId })
  const refused = [
    startExport(reviewer, asked),
    startExport(analyst, { ...asked, format: 'html' }),
    startExport(analyst, { ...asked, draftId: (await draftBy(analyst)).id }),
    startPublication(reviewer, publication),
  ]
  for (const work of refused) expect((await faultOf(work)).code).toBe('CONFLICT')
  expect((await faultOf(startExport(reviewer, asked))).detail).toBeUndefined()
  expect(await jobsOf(draftId)).toBe(1)
  const early = newPublicationSchema.parse({ id: draftId, baseRevision: 1, requestId: randomUUID() })
  const { id } = await startPublication(reviewer, early)
  expect((await faultOf(startPublication(reviewer, { ...early, baseRevision: 2 }))).code).toBe('CONFLICT')
  expect(await over(() => getPublication(reviewer, id))).toMatchObject({ status: 'done' })
})
