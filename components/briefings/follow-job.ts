import { UNREACHABLE } from '@/components/review/review-words'
import type { ExportStatus } from '@/lib/briefings/views'

/** How often it is asked how far a job is, and how soon again where there was no answer. */
const ASK_EVERY_MS = 700
const ASK_AGAIN_MS = 2000

const NO_ANSWER =
  'The desk does not answer. It may be going on with this all the same, and is asked again every two seconds.'
const NOT_GIVEN_UP = 'The desk did not answer when this was to be given up, so it may go on. You can try that again.'

/** What every job of the desk tells of itself. */
export interface Job {
  id: string
  status: ExportStatus
  /** 0…1. */
  progress: number
  error: string
}

/** A job that was asked for. */
export interface AskedJob<J extends Job> {
  /** How far it is; null until the desk has begun, and where it tells nothing of it any more. */
  job: J | null
  /** Why there is none, or why it failed. */
  error: string
  /** What stands in the way while it runs. */
  note: string
}

/** What the desk says instead of an answer; `final` where asking again changes nothing. */
class Refusal extends Error {
  constructor(
    message: string,
    readonly final: boolean,
  ) {
    super(message)
  }
}

async function answerOf<J extends Job>(response: Response): Promise<J> {
  if (response.ok) return response.json()
  // Whatever stands before the desk may answer in its place, and in no JSON.
  const problem: { title?: string } = await response.json().catch(() => ({}))
  throw new Refusal(problem.title ?? UNREACHABLE, response.status < 500)
}

const isFinal = (error: unknown): error is Refusal => error instanceof Refusal && error.final

/** Whether a job is not over. */
export const isRunning = ({ status }: Job): boolean => status === 'running' || status === 'waiting'

interface FollowProps<J extends Job> {
  /** The address of the API at which such jobs are begun. */
  base: string
  /** What is asked for. The id makes the same of it where it is asked for again. */
  body: { requestId: string }
  /** Hears of every change, until the job is over or `leave` was called. */
  tell: (asked: AskedJob<J>) => void
  /** Hears once that it is done. */
  done: (job: J) => void
}

/**
 * One job at an address of the API: begins it, asks how far it is until it is over, or gives it up. A job that is known goes on whether
 * or not an answer comes through, so it is asked for until the desk itself says that there is nothing to be told.
 */
export class FollowedJob<J extends Job> {
  /** Whether the desk answered what began it. */
  answered = false
  readonly #props: FollowProps<J>
  #job: J | null = null
  #note = ''
  #left = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(props: FollowProps<J>) {
    this.#props = props
  }

  async begin(): Promise<void> {
    const { base, body, tell } = this.#props
    tell({ job: null, error: '', note: '' })
    try {
      const job = await this.#send('POST', base, body)
      this.answered = true
      this.#hear(job)
    } catch (error) {
      this.answered = isFinal(error)
      this.#end(error)
    }
  }

  /** Gives it up. It is asked for meanwhile, so that its end is heard of also where this does not come through. */
  async cancel(): Promise<void> {
    if (this.#job === null || this.#left) return
    this.#note = ''
    try {
      this.#hear(await this.#send('DELETE', this.#address(this.#job), {}))
    } catch (error) {
      if (isFinal(error)) return this.#end(error)
      this.#note = NOT_GIVEN_UP
      this.#missed(error, NOT_GIVEN_UP)
    }
  }

  /** Asks no more, and tells no more: also not what is answered to what was asked before. */
  leave(): void {
    this.#left = true
    clearTimeout(this.#timer)
  }

  async #ask(job: J): Promise<void> {
    try {
      this.#hear(await answerOf<J>(await fetch(this.#address(job))))
    } catch (error) {
      if (isFinal(error)) return this.#end(error)
      this.#missed(error, this.#note || NO_ANSWER)
      this.#askIn(ASK_AGAIN_MS, job)
    }
  }

  #hear(job: J): void {
    if (this.#left) return
    const { tell, done } = this.#props
    this.#job = job
    if (isRunning(job)) {
      this.#askIn(ASK_EVERY_MS, job)
      tell({ job, error: '', note: this.#note })
    } else {
      this.leave()
      tell({ job, error: job.error, note: '' })
      if (job.status === 'done') done(job)
    }
  }

  #missed(error: unknown, note: string): void {
    if (this.#left) return
    console.warn('The desk did not answer.', error)
    this.#props.tell({ job: this.#job, error: '', note })
  }

  #end(error: unknown): void {
    if (this.#left) return
    this.leave()
    console.warn('The desk did not do it.', error)
    this.#props.tell({ job: null, error: error instanceof Refusal ? error.message : UNREACHABLE, note: '' })
  }

  #askIn(ms: number, job: J): void {
    if (this.#left) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(job), ms)
  }

  readonly #address = ({ id }: Job): string => `${this.#props.base}/${id}`

  async #send(method: 'POST' | 'DELETE', address: string, body: object): Promise<J> {
    const headers = { 'content-type': 'application/json' }
    return answerOf<J>(await fetch(address, { method, headers, body: JSON.stringify(body) }))
  }
}
