import { lock } from '@/lib/db/locks'
import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import type { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'

/** What can be done to an account. */
export type AccountAction = 'created' | 'role' | 'deactivated' | 'reactivated' | 'password' | 'signed-out-everywhere'

/** Makes changes to accounts one after the other, so that of two admins who demote each other at once the second is refused. */
export async function lockAccounts(tx: Transaction): Promise<void> {
  await lock(tx, 'accounts')
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
