import 'server-only'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/client'
import type { BriefingRun } from '@/lib/db/generated/client'
import { reportBug } from '@/lib/errors'
import { formatPlural } from '@/lib/format'
import { notOver } from './end-run'

/** Whoever makes a briefing is taken for dead after so long without a word; then somebody else goes on. */
const LEASE_MS = 10 * 60_000
const MINUTE_MS = 60_000

/** How often whoever makes a briefing says that they do, and how long they may, waiting for a thread included. */
export interface Patience {
  beatMs: number
  longestMs: number
}
const PATIENCE: Patience = { beatMs: MINUTE_MS, longestMs: 30 * MINUTE_MS }

const leaseEnd = () => new Date(now().getTime() + LEASE_MS)

/**
 * A run, as long as it is in the hands of whoever claimed it: each claim counts one attempt, and only the latest may write. Whoever was
 * taken for dead and is not must not put off or open again what somebody else works on.
 */
export const inHand = (run: BriefingRun) => ({ ...notOver(run), attempts: run.attempts })

/** Takes one run for this process. */
export async function claim(): Promise<BriefingRun | null> {
  const prisma = await database()
  const [claimed] = await prisma.$queryRaw<{ scheduleId: string; dueAt: Date }[]>`
    UPDATE briefing_run r SET attempts = r.attempts + 1, next_at = ${leaseEnd()}
    FROM (SELECT schedule_id, due_at FROM briefing_run WHERE next_at <= ${now()} ORDER BY next_at, schedule_id LIMIT 1
      FOR UPDATE SKIP LOCKED) due
    WHERE r.schedule_id = due.schedule_id AND r.due_at = due.due_at
    RETURNING r.schedule_id::text AS "scheduleId", r.due_at AS "dueAt"`
  if (!claimed) return null
  const { scheduleId, dueAt } = claimed
  return prisma.briefingRun.findUniqueOrThrow({ where: { scheduleId_dueAt: { scheduleId, dueAt } } })
}

/**
 * Keeps a claimed run in this process's hands while it is worked on, however long it waits behind other files: nobody else delivers it
 * meanwhile. The work ends when the process stops, when somebody else has the run after all, and when it takes so long that it
 * would never end.
 */
export class Hold {
  /** Ends the work. */
  readonly signal: AbortSignal
  readonly #ending = new AbortController()
  readonly #beat: NodeJS.Timeout
  readonly #limit: NodeJS.Timeout
  #saying: Promise<unknown> = Promise.resolve()

  constructor(
    readonly run: BriefingRun,
    stopping: AbortSignal,
    patience: Partial<Patience> = {},
  ) {
    const { beatMs, longestMs } = { ...PATIENCE, ...patience }
    this.signal = AbortSignal.any([stopping, this.#ending.signal])
    this.#beat = setInterval(() => {
      this.#saying = this.#saying.then(() => this.#prolong()).catch((error: unknown) => reportBug(error))
    }, beatMs).unref()
    const tooLong = `It was not done within ${formatPlural(Math.ceil(longestMs / MINUTE_MS), 'minute')}.`
    this.#limit = setTimeout(() => this.#ending.abort(new Error(tooLong)), longestMs).unref()
  }

  async #prolong(): Promise<void> {
    const prisma = await database()
    const { count } = await prisma.briefingRun.updateMany({ where: inHand(this.run), data: { nextAt: leaseEnd() } })
    if (count === 0) this.#ending.abort(new Error('Somebody else has it in hand.'))
  }

  /** Why the work failed: why it was ended, where it was; threads and mailers say only that they were aborted. */
  causeOf(error: unknown): unknown {
    return this.#ending.signal.aborted ? this.#ending.signal.reason : error
  }

  /** Says nothing any more: what came of the run can be written. */
  async end(): Promise<void> {
    clearInterval(this.#beat)
    clearTimeout(this.#limit)
    await this.#saying
  }
}
