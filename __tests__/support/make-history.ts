import { todayUtc } from '@/lib/clock'
import { closeStore, store } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { inTransaction } from '@/lib/db/transaction'
import { publishFirstMethod } from '@/lib/method/store'
import { HISTORY_DYAD, makeHistory } from './history'

/*
 * Writes the history of ARM-AZE, or of the dyad that is named, into the database that DATABASE_URL or DATA_DIR names, up to yesterday, for looking at the
 * pages that tell what was known when: `node --conditions=react-server --import tsx __tests__/support/make-history.ts [DYAD]`.
 * The embedded database must not be in use.
 */

const RealDate = Date

/** Makes this process take another moment for the present. */
function setClock(at: Date): void {
  const moment = at.getTime()
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(moment)
      else super(...given)
    }

    static override now(): number {
      return moment
    }
  } as DateConstructor
}

async function main(): Promise<void> {
  const opened = await store()
  await migrate(opened)
  await inTransaction(publishFirstMethod)
  const dyadId = process.argv[2] ?? HISTORY_DYAD
  const moments = await makeHistory(todayUtc(), setClock, dyadId)
  globalThis.Date = RealDate
  console.log(moments.length > 0 ? `${dyadId}: ${moments.length} writes` : `${dyadId} is there already`)
  await closeStore()
  process.exit(0)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
