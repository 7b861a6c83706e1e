import { ensureFirstAccounts } from '@/lib/accounts/first-accounts'
import { closeStore, store } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { inTransaction } from '@/lib/db/transaction'
import { extendDyads } from '@/lib/dyads/extend'
import { env } from '@/lib/env'
import { completeVintages } from '@/lib/incidents/vintages'
import { publishFirstMethod } from '@/lib/method/store'
import { loadCase } from '@/prisma/seed'

/**
 * `npx dyadwatch setup`: brings the database up to date and fills it where it is empty: migrations, the first method
 * version, the case, one account per role. Safe to run again. Returns the exit code.
 */
export async function run(argv: string[]): Promise<number> {
  if (argv.length > 0) {
    console.error('usage: npx dyadwatch setup')
    return 2
  }
  try {
    const applied = await migrate(await store())
    if (applied.length > 0) console.log(`Database: applied ${applied.join(', ')}`)
    if (await inTransaction(publishFirstMethod)) console.log('Method: published the first version')
    const loaded = await loadCase()
    if (loaded > 0) console.log(`Case: loaded ${loaded} incidents of Russia–Azerbaijan`)
    const completed = await completeVintages()
    if (completed.length > 0) console.log(`Vintages: made for ${completed.length} dyads`)
    const extended = await extendDyads()
    if (extended.length > 0) console.log(`Series: brought up to date for ${extended.length} dyads`)
    await announceAccounts()
    return 0
  } finally {
    await closeStore()
  }
}

async function announceAccounts(): Promise<void> {
  const created = await ensureFirstAccounts(env().dataDir)
  if (created.length === 0) return
  console.log('\nAccounts, shown this once (also in accounts.txt of the data folder, for its owner alone):')
  for (const { login, role, password } of created) console.log(`  ${role.padEnd(9)} ${login.padEnd(9)} ${password}`)
  console.log('')
}
