import type { Transaction } from '@/lib/db/transaction'
import type { Fault } from './fault'

/** Something that an account did: where it stands, and the account's id. */
export interface Deed {
  place: string
  byId: string | null
}

/** Accounts that are known to be there: each is asked for once. */
export class KnownAccounts {
  private readonly known = new Set<string>()

  /** A fault for each deed of an account that is not there. */
  async *faults(tx: Transaction, deeds: readonly Deed[]): AsyncGenerator<Fault> {
    const ids = new Set(deeds.map(({ byId }) => byId))
    const asked = [...ids].filter((id) => id !== null && !this.known.has(id)).filter((id) => id !== null)
    const found = asked.length === 0 ? [] : await tx.account.findMany({ where: { id: { in: asked } } })
    for (const { id } of found) this.known.add(id)
    for (const { place, byId } of deeds) {
      if (byId !== null && !this.known.has(byId)) yield { place, what: `account ${byId} is not there` }
    }
  }
}
