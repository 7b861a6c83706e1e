import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import type { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'

/** What can be done to an account. */
export type AccountAction = 'created' | 'role' | 'deactivated' | 'reactivated' | 'password' | 'signed-out-everywhere'

// Any number, the same in every process. Its lock makes changes to accounts one after the other, so that of two admins who demote
// each other at once the second is refused.
const ACCOUNTS_LOCK = 7_210_932

/** Takes the lock on accounts until the transaction ends. */
export async function lockAccounts(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ACCOUNTS_LOCK}::bigint)`
}

/** Appends what was done to an account; `by` is null for the product itself. */
export async function appendEvent(
  tx: Transaction,
  by: Viewer | null,
  accountId: string,
  action: AccountAction,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.accountEvent.create({ data: { accountId, byId: by?.accountId ?? null, action, detail } })
}
