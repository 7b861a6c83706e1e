import type { Viewer } from '@/lib/auth/viewer'
import { cancelPublication, startPublication } from '@/lib/briefings/commands'
import { startJob } from '@/lib/briefings/jobs'
import { getDraft, getExport, getPublication } from '@/lib/briefings/queries'
import { publishSchema } from '@/lib/briefings/schema'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { startBriefingDesk } from '../support/briefings/desk'
import { draftBy } from '../support/briefings/drafts'
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

/** Waits until a job is over. */
async function over<V extends { status: string }>(look: () => Promise<V>): Promise<V> {
  for (let n = 0; n < 400; n++) {
    const view = await look()
    if (view.status !== 'running') return view
    await pause(50)
  }
  throw new Error('it is not over')
}

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
  const id = await startJob(analyst, { draftId, revision: 1, format: 'md' }, async (beat) => {
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
    startJob(analyst, { draftId, revision: 1, format: 'md' }, async (beat) => {
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
