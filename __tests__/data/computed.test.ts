import { computed, contentHash } from '@/lib/compute/computed'
import { closePool, runTask } from '@/lib/compute/pool'
import type { TaskArgs } from '@/lib/compute/tasks'
import { dayOf } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { intervalsOf, simulate } from '@/lib/core/uncertainty'
import { database } from '@/lib/db/client'
import { caseIncidents } from '../core/uncertainty-case'
import { startFreshDatabase } from '../support/database'

const DYAD = 'AZE-RUS'
const days = [dayOf('2025-06-29'), dayOf('2025-07-06')]

startFreshDatabase()
afterAll(closePool)

const argsOf = (seed: number): TaskArgs<'dyadIntervals'> => [
  caseIncidents(),
  DYAD,
  days,
  DEFAULT_PARAMETERS,
  { mode: 'data', draws: 200, seed },
]

const kept = async () => (await database()).computed.findMany({ where: { dyadId: DYAD }, orderBy: { at: 'asc' } })

test('a thread answers to the last bit what the core answers here, and so does the store afterwards', async () => {
  const here = intervalsOf(
    simulate(caseIncidents(), DYAD, days, DEFAULT_PARAMETERS, { mode: 'data', draws: 200, seed: 7 }),
    days.length,
    DEFAULT_PARAMETERS,
  )
  expect(await runTask('dyadIntervals', argsOf(7))).toEqual(here)
  expect(await computed('dyadIntervals', DYAD, argsOf(7))).toEqual(here)
  const before = await kept()
  expect(before).toHaveLength(1)
  expect(await computed('dyadIntervals', DYAD, argsOf(7))).toEqual(here)
  expect(await kept()).toEqual(before)
})

test('a kept answer is given as it is kept, and another content asks anew', async () => {
  const prisma = await database()
  const hash = contentHash('dyadIntervals', argsOf(7))
  await prisma.computed.update({
    where: { dyadId_task_hash: { dyadId: DYAD, task: 'dyadIntervals', hash } },
    data: { answer: '[]' },
  })
  expect(await computed('dyadIntervals', DYAD, argsOf(7))).toEqual([])
  expect(await computed('dyadIntervals', DYAD, argsOf(8))).toHaveLength(2)
  expect(contentHash('dyadIntervals', argsOf(8))).not.toBe(hash)
})

test('two who ask at once for the same are answered by one run', async () => {
  const [first, second] = [computed('dyadIntervals', DYAD, argsOf(9)), computed('dyadIntervals', DYAD, argsOf(9))]
  expect(await first).toBe(await second)
})

test('the store keeps a number of answers and lets the oldest go', async () => {
  for (let seed = 100; seed < 145; seed++) await computed('dyadIntervals', DYAD, argsOf(seed))
  const hashes = (await kept()).map(({ hash }) => hash)
  expect(hashes).toHaveLength(40)
  expect(hashes).toContain(contentHash('dyadIntervals', argsOf(144)))
  expect(hashes).not.toContain(contentHash('dyadIntervals', argsOf(100)))
})

test('what a task throws reaches the one who asked, and nothing is kept', async () => {
  const bad: TaskArgs<'dyadIntervals'> = [caseIncidents(), 'FRA-USA', days, DEFAULT_PARAMETERS, { mode: 'data' }]
  await expect(computed('dyadIntervals', 'FRA-USA', bad)).rejects.toThrow(/RA-001 is not between FRA and USA/)
  expect(await (await database()).computed.count({ where: { dyadId: 'FRA-USA' } })).toBe(0)
})

test('a run that is called off ends, and its thread serves the next', async () => {
  const [incidents, dyadId, , params] = argsOf(1)
  const many = Array.from({ length: 400 }, (_, day) => days[0] - 400 + day)
  const stop = new AbortController()
  const long = runTask(
    'dyadIntervals',
    [incidents, dyadId, many, params, { mode: 'full', draws: 100_000 }],
    stop.signal,
  )
  setTimeout(() => stop.abort(), 50)
  await expect(long).rejects.toMatchObject({ name: 'AbortError' })
  expect(await runTask('dyadIntervals', argsOf(7))).toHaveLength(2)
})
