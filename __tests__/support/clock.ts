/** Only the clock is set: everything that waits goes on to wait. */
const NOT_FAKED = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const satisfies readonly FakeableAPI[]

/**
 * Gives the test file that calls it a clock that stands still until `jest.setSystemTime` moves it. Call it before the database
 * opens: the embedded one goes by this clock too, and must not see it run backwards.
 */
export function standStillAt(now: Date): void {
  jest.useFakeTimers({ now, doNotFake: [...NOT_FAKED] })
  afterAll(() => jest.useRealTimers())
}
