import { type AskedJob, FollowedJob, type Job } from '@/components/briefings/follow-job'

// A desk whose answers come, are lost, or are something else's.

const BASE = '/api/exports'
const body = { requestId: 'r1' }

const running = (progress = 0): Job => ({ id: 'j1', status: 'running', progress, error: '' })
const done: Job = { ...running(1), status: 'done' }
const cancelled: Job = { ...running(), status: 'cancelled' }

const says = (job: Job) => () => Promise.resolve(Response.json(job))
const refuses = (status: number, title: string) => () => Promise.resolve(Response.json({ title }, { status }))
const page = (status: number) => () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status }))
const lost = () => Promise.reject(new TypeError('Failed to fetch'))

/** A desk that answers to each kind of request in turn, and goes on with the last answer. */
function follow(answers: Record<'POST' | 'GET' | 'DELETE', (() => Promise<Response>)[]>) {
  const asked: string[] = []
  const heard: AskedJob<Job>[] = []
  const files: Job[] = []
  jest.spyOn(globalThis, 'fetch').mockImplementation((address, { method = 'GET' } = {}) => {
    asked.push(`${method} ${address}`)
    const queue = answers[method as keyof typeof answers]
    return (queue.length > 1 ? (queue.shift() ?? lost) : queue[0])()
  })
  const props = {
    base: BASE,
    body,
    tell: (told: AskedJob<Job>) => heard.push(told),
    done: (job: Job) => files.push(job),
  }
  return { followed: new FollowedJob<Job>(props), asked, heard, files, last: () => heard.at(-1) }
}

beforeEach(() => {
  jest.useFakeTimers()
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
})

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

test.each([
  ['are lost', lost],
  ['are a proxy’s', page(502)],
  ['are a bug’s', refuses(500, 'Something went wrong (abc)')],
  ['are no JSON', page(200)],
])('a file comes although answers %s for a while', async (_, fault) => {
  const desk = follow({ POST: [says(running())], GET: [says(running(0.3)), fault, fault, says(done)], DELETE: [lost] })
  await desk.followed.begin()
  await jest.advanceTimersByTimeAsync(1500)
  // It is still there with how far it was, and may be given up.
  expect(desk.last()).toEqual({ job: running(0.3), error: '', note: expect.stringMatching(/does not answer/) })
  await jest.advanceTimersByTimeAsync(4100)
  expect(desk.last()).toEqual({ job: done, error: '', note: '' })
  expect(desk.files).toEqual([done])
  await jest.advanceTimersByTimeAsync(60_000)
  expect(desk.asked).toEqual([`POST ${BASE}`, ...Array.from({ length: 4 }, () => `GET ${BASE}/j1`)])
})

test('what the desk says itself ends it: there is nothing more to ask for', async () => {
  const desk = follow({
    POST: [says(running())],
    GET: [refuses(404, 'There is no such export.'), says(done)],
    DELETE: [lost],
  })
  await desk.followed.begin()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(desk.last()).toEqual({ job: null, error: 'There is no such export.', note: '' })
  expect([desk.asked.length, desk.files]).toEqual([2, []])
})

test('giving up that does not come through is said, and it is asked for until it is over', async () => {
  const desk = follow({ POST: [says(running())], GET: [says(running(0.5))], DELETE: [lost, says(cancelled)] })
  await desk.followed.begin()
  await desk.followed.cancel()
  const note = expect.stringMatching(/may go on/)
  expect(desk.last()).toEqual({ job: running(), error: '', note })
  await jest.advanceTimersByTimeAsync(1500)
  expect(desk.last()).toEqual({ job: running(0.5), error: '', note })
  expect(desk.asked.filter((one) => one.startsWith('GET')).length).toBeGreaterThan(1)
  await desk.followed.cancel()
  expect(desk.last()).toEqual({ job: cancelled, error: '', note: '' })
  const { length } = desk.asked
  await jest.advanceTimersByTimeAsync(60_000)
  expect([desk.asked.length, desk.files]).toEqual([length, []])
})

test('its end is heard of while giving it up is not answered, and once', async () => {
  let answer: (response: Response) => void = () => undefined
  const late = () =>
    new Promise<Response>((resolve) => {
      answer = resolve
    })
  const desk = follow({ POST: [says(running())], GET: [says(done)], DELETE: [late] })
  await desk.followed.begin()
  const giving = desk.followed.cancel()
  await jest.advanceTimersByTimeAsync(800)
  expect(desk.last()?.job).toEqual(done)
  answer(Response.json(done))
  await giving
  expect(desk.files).toEqual([done])
})

test.each([
  ['is lost', lost, false],
  ['is a proxy’s', page(502), false],
  ['is the desk’s', refuses(429, 'Wait for them first.'), true],
])('a beginning whose answer %s ends it, and tells whether the desk answered', async (_, answer, answered) => {
  const desk = follow({ POST: [answer], GET: [says(done)], DELETE: [lost] })
  await desk.followed.begin()
  expect(desk.last()).toMatchObject({
    job: null,
    error: expect.stringMatching(answered ? /Wait/ : /Trying again is safe/),
  })
  expect(desk.followed.answered).toBe(answered)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(desk.asked).toEqual([`POST ${BASE}`])
})

test('one that was left asks and tells no more', async () => {
  const desk = follow({ POST: [says(running())], GET: [says(done)], DELETE: [lost] })
  await desk.followed.begin()
  const { length } = desk.heard
  desk.followed.leave()
  await jest.advanceTimersByTimeAsync(60_000)
  expect([desk.asked.length, desk.heard.length, desk.files]).toEqual([1, length, []])
})
