import { madeBefore } from '@/lib/again'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident, retractIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { getIncident } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { approveIncident } from '@/lib/review/commands'
import { drawSample, submitCoding } from '@/lib/samples/commands'
import { drawnFrom } from '@/lib/samples/population'
import { previewDraw } from '@/lib/samples/queries'
import { startFreshDatabase } from '../support/database'
import { faultOf } from '../support/faults'
import { approve, makeIncident } from '../support/incidents'
import { accountOf, code, drawnWith, fifteenProtests, unitsOf } from '../support/samples'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

let author: Viewer

beforeAll(async () => {
  author = await viewerWith('analyst', 'Author')
  await fifteenProtests(author)
}, 60_000)

/** Takes an incident out of what other tests draw from. */
async function retire(key: { dyadId: string; id: string }): Promise<void> {
  const { revision } = await getIncident(author, key.dyadId, key.id)
  await approve(await retractIncident(author, { ...key, baseRevision: revision, reason: 'made for one test' }))
}

test('the same seed draws the same units in the same order, another seed others', async () => {
  const { sampleId, manager, coders } = await drawnWith({ size: 6, seed: 7 })
  const again = await drawSample(manager, {
    title: 'Again',
    filter: parseFilter({}),
    size: 6,
    seed: 7,
    coders: coders.map(accountOf),
  })
  const other = await drawnWith({ size: 6, seed: 8 })
  expect(again).toMatchObject({ units: 6, population: 15, seed: 7 })
  expect(await unitsOf(again.sampleId)).toEqual(await unitsOf(sampleId))
  expect(await unitsOf(other.sampleId)).not.toEqual(await unitsOf(sampleId))
})

test('one more incident moves no other’s place, and each is as likely to be drawn as any other', async () => {
  const prisma = await database()
  const population = (from: string) => ({
    filter: parseFilter({ from, to: '2025-07-15' }),
    coders: [],
    excludeOwn: false,
  })
  const [all, without] = [population('2025-07-01'), population('2025-07-02')]
  const ids = (units: { id: string }[]) => units.map(({ id }) => id)
  const drawn = ids(await drawnFrom(prisma, all, 7, 15))
  const fewer = ids(await drawnFrom(prisma, without, 7, 14))
  expect(fewer).toEqual(drawn.filter((id) => fewer.includes(id)))
  expect(ids(await drawnFrom(prisma, all, 7, 4))).toEqual(drawn.slice(0, 4))
  const times = new Map(drawn.map((id) => [id, 0]))
  for (let seed = 0; seed < 300; seed++) {
    for (const { id } of await drawnFrom(prisma, all, seed, 5)) times.set(id, (times.get(id) ?? 0) + 1)
  }
  // 300 draws of 5 from 15: 100 each, with a standard deviation of 8.
  for (const count of times.values()) expect(Math.abs(count - 100)).toBeLessThan(40)
}, 30_000)

test('what a coder decided or coded before is not drawn for them either', async () => {
  const date = '2021-05-05'
  const { dyadId, id, revision } = await createIncident(author, {
    incident: makeIncident({ title: 'Decided by a coder', date }),
    submit: true,
  })
  const decider = await viewerWith('reviewer')
  await approveIncident(decider, { dyadId, id, baseRevision: revision, comment: '' })
  const filter = parseFilter({ from: date, to: date })
  const { sampleId, coders, manager } = await drawnWith({ size: 1, filter })
  const drawable = (viewer: Viewer) => previewDraw(manager, { filter, coders: [accountOf(viewer)], excludeOwn: true })
  expect(await drawable(decider)).toEqual({ matching: 1, drawable: 0 })
  expect(await drawable(coders[0])).toEqual({ matching: 1, drawable: 1 })
  await submitCoding(coders[0], code(sampleId, 1))
  expect(await drawable(coders[0])).toEqual({ matching: 1, drawable: 0 })
  expect(await drawable(coders[1])).toEqual({ matching: 1, drawable: 1 })
  await retire({ dyadId, id })
})

test('the same draw sent twice makes one sample', async () => {
  const [manager, coders] = [await viewerWith('reviewer'), [await viewerWith('analyst'), await viewerWith('analyst')]]
  const requestId = crypto.randomUUID()
  const draw = { title: 'Sent twice', filter: parseFilter({}), size: 2, coders: coders.map(accountOf), requestId }
  const [first, ...later] = await Promise.all([1, 2, 3].map(() => drawSample(manager, draw)))
  expect(later).toEqual([first, first])
  const prisma = await database()
  expect(await prisma.codingSample.count({ where: { title: 'Sent twice' } })).toBe(1)
})

test('a sample stays as it was first sent, and who asks for another under its id is told where it is', async () => {
  const [manager, coders] = [await viewerWith('reviewer'), [await viewerWith('analyst'), await viewerWith('analyst')]]
  const requestId = crypto.randomUUID()
  const draw = { title: 'First', filter: parseFilter({}), size: 2, coders: coders.map(accountOf), requestId }
  const { sampleId } = await drawSample(manager, draw)
  const third = accountOf(await viewerWith('analyst'))
  const changes = [
    { title: 'Corrected' },
    { filter: parseFilter({ from: '2025-07-02' }) },
    { size: 3 },
    { coders: [draw.coders[0], third] },
    { excludeOwn: false },
    { seed: 1 },
  ]
  for (const change of changes) {
    const fault = await faultOf(drawSample(manager, { ...draw, ...change }))
    expect([fault.code, fault.message]).toEqual(['CONFLICT', expect.stringContaining('“First”, 2 units')])
    expect(madeBefore(fault.detail)).toBe(sampleId)
  }
  expect(await drawSample(manager, { ...draw, coders: draw.coders.toReversed() })).toMatchObject({ sampleId })
  const foreign = await faultOf(drawSample(await viewerWith('reviewer'), draw))
  expect([foreign.code, madeBefore(foreign.detail)]).toEqual(['CONFLICT', null])
})

test('what a coder wrote is not drawn, unless it may be', async () => {
  const [manager, coder] = [await viewerWith('reviewer'), await viewerWith('analyst')]
  const coders = [accountOf(author), accountOf(coder)]
  const filter = parseFilter({})
  expect(await previewDraw(manager, { filter, coders, excludeOwn: true })).toEqual({ matching: 15, drawable: 0 })
  expect(await previewDraw(manager, { filter, coders, excludeOwn: false })).toEqual({ matching: 15, drawable: 15 })
  const fault = await faultOf(drawSample(manager, { title: 'Own', filter, coders, size: 1 }))
  expect(fault).toMatchObject({ code: 'INVALID', fieldErrors: { size: ['Nothing matches that can be drawn.'] } })
  const drawn = await drawSample(manager, { title: 'Own too', filter, coders, size: 3, excludeOwn: false })
  expect(drawn).toMatchObject({ units: 3, population: 15 })
})

test('the filter narrows what is drawn from, and only people who can code are asked', async () => {
  const [manager, coder] = [await viewerWith('reviewer'), await viewerWith('analyst')]
  const filter = parseFilter({ from: '2025-07-14' })
  const coders = [accountOf(coder), accountOf(manager)]
  expect(await previewDraw(manager, { filter, coders, excludeOwn: true })).toEqual({ matching: 2, drawable: 2 })
  expect((await faultOf(drawSample(manager, { title: 'Too many', filter, coders, size: 3 }))).message).toBe(
    'Only 2 can be drawn.',
  )
  const reader = await viewerWith('viewer', 'Rita Reader')
  const idle = await faultOf(
    drawSample(manager, { title: 'Idle', filter, coders: [coders[0], accountOf(reader)], size: 1 }),
  )
  expect(idle).toMatchObject({ code: 'INVALID', message: expect.stringContaining('Rita Reader cannot code') })
})

test('coders are told of the sample, and the log keeps how it was drawn', async () => {
  const { sampleId, coders } = await drawnWith({ size: 4, seed: 3, title: 'Told' })
  const prisma = await database()
  const items = await prisma.inboxItem.findMany({ where: { accountId: accountOf(coders[0]) } })
  expect(items).toMatchObject([{ kind: 'sample', detail: { sampleId, title: 'Told', units: 4 } }])
  const activity = await prisma.activity.findFirst({ where: { subject: sampleId } })
  expect(activity).toMatchObject({ action: 'sample-drawn', detail: { population: 15, seed: 3, units: 4 } })
})
