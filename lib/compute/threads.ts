import 'server-only'
import { resolve } from 'node:path'
import PQueue from 'p-queue'
import { Piscina } from 'piscina'
import { DeskError } from '@/lib/errors'

/** Which threads there are. */
interface ThreadsOptions {
  /** Their entry, from the project's folder. */
  entry: string
  maxThreads: number
  /** A thread that has had nothing to do for so long ends. */
  idleMs: number
  /** Beyond this many waiting works one more is refused: something asks faster than it reads. */
  mostWaiting: number
  resourceLimits?: { maxOldGenerationSizeMb: number; maxYoungGenerationSizeMb: number }
}

type RunOptions = NonNullable<Parameters<Piscina['run']>[1]>

/**
 * Threads that are there only while they are needed. Work waits in a queue of its own and never in Piscina's: one that may have no
 * thread at all leaves what waits for one whose work was aborted, or that broke, waiting for ever, and does not count it.
 */
export class Threads {
  readonly #pool: Piscina
  readonly #queue: PQueue
  readonly #mostWaiting: number
  #ended = false

  constructor({ entry, maxThreads, idleMs, mostWaiting, resourceLimits }: ThreadsOptions) {
    const filename = resolve(/*turbopackIgnore: true*/ process.cwd(), entry)
    this.#pool = new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: idleMs, resourceLimits })
    this.#queue = new PQueue({ concurrency: maxThreads })
    this.#mostWaiting = mostWaiting
  }

  /**
   * Has work done when its turn comes.
   * @throws whatever the work throws; Error AbortError, at once, when `signal` ends it; DeskError RATE_LIMITED where too much waits.
   */
  async run<T>(work: object, options: RunOptions): Promise<T> {
    if (this.#queue.size >= this.#mostWaiting)
      throw new DeskError('RATE_LIMITED', 'The desk has too much to work out just now. Try again in a minute.')
    const begin = (): Promise<T> => {
      if (this.#ended) throw new Error('the threads were ended')
      return this.#pool.run(work, options)
    }
    return this.#queue.add(begin, { signal: options.signal as AbortSignal | undefined })
  }

  /** Ends them, with all that they work on or that waits for them. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#pool.destroy()
  }
}
