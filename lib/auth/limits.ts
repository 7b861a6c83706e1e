import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { PrismaClient } from '@/lib/db/generated/client'

const WINDOW_SECONDS = 15 * 60

/** Failed attempts that a window of 15 minutes allows. */
export const ALLOWED = { account: 5, address: 30, password: 5, link: 30 } as const

/**
 * What attempts are counted by: the login typed, the address they come from, the signed-in account whose password is asked again,
 * or the address that opens a link which was shared. */
export type Counted = keyof typeof ALLOWED

export type Limits = Record<Counted, RateLimiterPrisma>

/** What was found when an attempt was counted: null, or how long to wait, and whether it is the first one past the limit. */
export type Limited = { minutes: number; first: boolean } | null

/** Limiters over the database's own counters: each process has its instance, all share the counts. */
export function makeLimits(prisma: PrismaClient): Limits {
  const limiter = (counted: Counted) =>
    new RateLimiterPrisma({
      storeClient: prisma,
      tableName: 'rateLimiterFlexible',
      keyPrefix: `attempt-${counted}`,
      points: ALLOWED[counted],
      duration: WINDOW_SECONDS,
    })
  return {
    account: limiter('account'),
    address: limiter('address'),
    password: limiter('password'),
    link: limiter('link'),
  }
}

// A limiter sweeps old counters on a timer, so a store gets one set.
const made = new WeakMap<PrismaClient, Limits>()

/** This process's limiters on the store. */
export function limitsOf(prisma: PrismaClient): Limits {
  const limits = made.get(prisma) ?? makeLimits(prisma)
  made.set(prisma, limits)
  return limits
}

/** Counts an attempt before it is tried, so that guesses made at once are counted too. */
export async function countAttempt(limiter: RateLimiterPrisma, key: string): Promise<Limited> {
  try {
    await limiter.consume(key)
    return null
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    const minutes = Math.max(1, Math.ceil(reason.msBeforeNext / 60_000))
    return { minutes, first: reason.consumedPoints === limiter.points + 1 }
  }
}
