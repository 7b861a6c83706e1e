import { mintViewer } from '@/lib/auth/mint-viewer'
import type { Viewer } from '@/lib/auth/viewer'
import { closeStore, database } from '@/lib/db/client'
import { KILL_RULES } from './kill-rules'
import { ruleOn } from './watch'

/*
 * Makes the rules of `kill-rules.ts` and switches them on, on the data folder that DATA_DIR names. The embedded database must not be
 * in use.
 */

async function firstAccount(login: string): Promise<Viewer> {
  const account = await (await database()).account.findUniqueOrThrow({ where: { login } })
  return mintViewer({ accountId: account.id, login, name: account.name, role: account.role })
}

async function main(): Promise<void> {
  for (const { by, name, scope, condition, where } of KILL_RULES)
    await ruleOn(await firstAccount(by), { name, scope, condition, where })
  await closeStore()
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
