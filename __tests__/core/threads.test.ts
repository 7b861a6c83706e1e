import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Threads } from '@/lib/compute/threads'
import { isDeskError } from '@/lib/errors'

/** The longest that an answer of a thread may take here, its start included. */
const MOST_MS = 20_000
const MOST_WAITING = 3

let threads: Threads
beforeEach(() => {
  threads = new Threads({
    entry: '__tests__/support/threads-work.mjs',
    maxThreads: 1,
    idleMs: 1000,
    mostWaiting: MOST_WAITING,
  })
})
afterEach(() => threads.end())

const soon = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('nothing came')), MOST_MS).unref()),
  ])

const answer = (value: number, signal?: AbortSignal) => threads.run<number>({ value }, { name: 'answer', signal })
const refusal = (promise: Promise<unknown>) =>
  soon(promise).then(
    () => undefined,
    (error: unknown) => error,
  )

test('what waits has its turn when the work before it is given up, with and without a signal of its own', async () => {
  const stopping = new AbortController()
  const long = threads.run({}, { name: 'waitLong', signal: stopping.signal })
  const waiting = [answer(1), answer(2, new AbortController().signal)]
  setTimeout(() => stopping.abort(), 20)
  expect(await refusal(long)).toMatchObject({ name: 'AbortError' })
  expect(await soon(Promise.all(waiting))).toEqual([1, 2])
})

test('what waits has its turn when the thread before it breaks down', async () => {
  const broken = threads.run({}, { name: 'breakDown' })
  const waiting = answer(1)
  expect(await refusal(broken)).toMatchObject({ message: expect.stringContaining('7') })
  expect(await soon(waiting)).toBe(1)
})

test('work whose thread cannot be started is refused with the reason, and the next is done once one can be', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dyadwatch-threads-'))
  const entry = join(folder, 'entry.mjs')
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const other = new Threads({ entry, maxThreads: 1, idleMs: 1000, mostWaiting: MOST_WAITING })
  try {
    writeFileSync(entry, "import { add } from './add.mjs'\nexport default ({ value }) => add(value)\n")
    expect(await refusal(other.run({ value: 1 }, {}))).toMatchObject({ message: expect.stringContaining('add.mjs') })
    expect(told).toHaveBeenCalledWith(expect.stringContaining('[bug'), expect.anything())
    writeFileSync(join(folder, 'add.mjs'), 'export const add = (value) => value + 1\n')
    expect(await soon(other.run<number>({ value: 1 }, {}))).toBe(2)
  } finally {
    told.mockRestore()
    await other.end()
    rmSync(folder, { recursive: true })
  }
})

test('one that is given up while it waits is told at once and never begins', async () => {
  const [stopping, waiting] = [new AbortController(), new AbortController()]
  const long = threads.run({}, { name: 'waitLong', signal: stopping.signal })
  const never = answer(1, waiting.signal)
  waiting.abort()
  expect(await refusal(never)).toMatchObject({ name: 'AbortError' })
  stopping.abort()
  await refusal(long)
  expect(await soon(answer(2))).toBe(2)
})

test('more than may wait is refused with a sentence, and what waits is done', async () => {
  const stopping = new AbortController()
  const long = threads.run({}, { name: 'waitLong', signal: stopping.signal })
  const waiting = Array.from({ length: MOST_WAITING }, (_, value) => answer(value, stopping.signal))
  const refused = await refusal(answer(9, new AbortController().signal))
  expect(isDeskError(refused) && [refused.code, refused.message]).toEqual([
    'RATE_LIMITED',
    'The desk has too much to work out just now. Try again in a minute.',
  ])
  stopping.abort()
  for (const one of [long, ...waiting]) expect(await refusal(one)).toMatchObject({ name: 'AbortError' })
  expect(await soon(answer(4))).toBe(4)
})

test('what they work on and what waits for them ends with them', async () => {
  const works = [threads.run({}, { name: 'waitLong' }), answer(1)].map(refusal)
  await threads.end()
  for (const error of await Promise.all(works)) expect(error).toBeInstanceOf(Error)
})
