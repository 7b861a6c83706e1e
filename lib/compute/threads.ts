import 'server-only'
import { resolve } from 'node:path'
import PQueue from 'p-queue'
import { Piscina } from 'piscina'
import { DeskError, reportBug } from '@/lib/errors'

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
  readonly #make: () => Piscina
  readonly #queue: PQueue
  readonly #mostWaiting: number
  /** What stood in the way of a thread's start, by the pool that was given up for it. */
  readonly #broken = new WeakMap<Piscina, unknown>()
  #pool: Piscina | null = null
  #ended = false

  constructor({ entry, maxThreads, idleMs, mostWaiting, resourceLimits }: ThreadsOptions) {
    const filename = resolve(/*turbopackIgnore: true*/ process.cwd(), entry)
    this.#make = () => new Piscina({ filename, minThreads: 0, maxThreads, idleTimeout: idleMs, resourceLimits })
    this.#queue = new PQueue({ concurrency: maxThreads })
    this.#mostWaiting = mostWaiting
  }

  /**
   * Has work done when its turn comes.
   * @throws whatever the work throws, or stands in the way of its thread; Error AbortError, at once, when `signal` ends it; DeskError
   * RATE_LIMITED where too much waits.
   */
  async run<T>(work: object, options: RunOptions): Promise<T> {
    if (this.#queue.size >= this.#mostWaiting)
      throw new DeskError('RATE_LIMITED', 'The desk has too much to work out just now. Try again in a minute.')
    const signal = options.signal as AbortSignal | undefined
    return this.#queue.add(() => this.#begin<T>(work, options), { signal })
  }

  /** Ends them, with all that they work on or that waits for them. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#pool?.destroy()
  }

  async #begin<T>(work: object, options: RunOptions): Promise<T> {
    if (this.#ended) throw new Error('the threads were ended')
    this.#pool ??= this.#open()
    const pool = this.#pool
    try {
      return await pool.run(work, options)
    } catch (error) {
      throw this.#broken.get(pool) ?? error
    }
  }

  #open(): Piscina {
    const pool = this.#make()
    // A thread that cannot be started leaves its work where it is: only the end of its pool refuses it. The next work has another pool.
    pool.on('error', (error: unknown) => {
      reportBug(error)
      this.#broken.set(pool, error)
      if (this.#pool === pool) this.#pool = null
      void pool.destroy()
    })
    return pool
  }
}
