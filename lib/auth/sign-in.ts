import 'server-only'
import { database } from '@/lib/db/client'
import type { PrismaClient } from '@/lib/db/generated/client'
import { addressBlock } from './client-address'
import { countAttempt, type Limited, type Limits, limitsOf } from './limits'
import type { RecordedOutcome } from './outcomes'
import { passwordOpens } from './passwords'

/** An attempt as it came in; nothing of it is checked yet. */
export interface SignInAttempt {
  login: string
  password: string
  address: string
  agent: string
}

/** Why not. An unknown account, a deactivated one and a wrong password are one answer. */
export type SignInRefusal = { outcome: 'wrong' } | { outcome: 'limited'; minutes: number }

export type SignInOutcome = { outcome: 'ok'; accountId: string; epoch: number } | SignInRefusal

const LOGIN_LENGTH = 200
const AGENT_LENGTH = 300

/** The text as PostgreSQL can hold it: no null character, no half of a surrogate pair. */
const storable = (text: string, length: number) =>
  Buffer.from(text.slice(0, length).replaceAll('\0', '')).toString('utf8')

/** A login as accounts are stored and attempts are counted: `Admin ` is `admin`. */
export function normaliseLogin(login: string): string {
  return storable(login.trim().toLowerCase(), LOGIN_LENGTH)
}

async function countBoth(limits: Limits, address: string, login: string): Promise<Limited> {
  // A limited address does not get to use up the attempts of accounts as well.
  return (await countAttempt(limits.address, addressBlock(address))) ?? countAttempt(limits.account, login)
}

async function note(prisma: PrismaClient, attempt: SignInAttempt, outcome: RecordedOutcome, accountId: string | null) {
  await prisma.signIn.create({
    data: {
      login: storable(attempt.login, LOGIN_LENGTH),
      accountId,
      address: attempt.address,
      outcome,
      agent: storable(attempt.agent, AGENT_LENGTH),
    },
  })
}

/**
 * Checks a login and a password, within the limits: five failures an account and thirty an address in 15 minutes, the same for
 * accounts that do not exist. A success gives back what it used up. Each attempt is recorded; of those past a limit only the
 * first in a window, so that a flood cannot fill the record.
 */
export async function signIn(attempt: SignInAttempt, limits?: Limits): Promise<SignInOutcome> {
  const prisma = await database()
  const counters = limits ?? limitsOf(prisma)
  const login = normaliseLogin(attempt.login)
  const limited = await countBoth(counters, attempt.address, login)
  if (limited) {
    if (limited.first) await note(prisma, attempt, 'limited', null)
    return { outcome: 'limited', minutes: limited.minutes }
  }
  const account = await prisma.account.findUnique({
    where: { login },
    select: { id: true, passwordHash: true, active: true, sessionEpoch: true },
  })
  const opens = await passwordOpens(account?.active ? account.passwordHash : undefined, attempt.password)
  if (!account || !opens) {
    await note(prisma, attempt, account && !account.active ? 'inactive' : 'wrong', account?.id ?? null)
    return { outcome: 'wrong' }
  }
  await counters.account.delete(login)
  await counters.address.reward(addressBlock(attempt.address))
  await note(prisma, attempt, 'ok', account.id)
  return { outcome: 'ok', accountId: account.id, epoch: account.sessionEpoch }
}
