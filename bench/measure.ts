/** Median of some numbers; NaN for none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Milliseconds that `work` takes, `rounds` times. */
export async function timesOf(rounds: number, work: (round: number) => unknown): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await work(round)
    times.push(performance.now() - start)
  }
  return times
}

/**
 * Milliseconds of processor time that `work` takes: for work of one thread that waits for nothing, so that what else the
 * machine does weighs less.
 */
export function processorTimeOf(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** One line of the report: two medians of the same run, in milliseconds, and their ratio. Ratios travel between machines. */
export interface Line {
  what: string
  against: string
  ms: number
  baseMs: number
}

/** A line as a row of a Markdown table. */
export function rowOf({ what, against, ms, baseMs }: Line): string {
  const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  return `| ${what} | ${against} | ${number(ms)} ms | ${number(baseMs)} ms | ${(ms / baseMs).toFixed(2)} |`
}

/** A deterministic stream of numbers in [0, 1): mulberry32, so that each run scores the same log. */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
