import { counted } from '@/bin/commands/counted'
import { refusalOf } from '@/bin/commands/database-refusal'
import { operator } from '@/lib/auth/operator'
import { closeStore } from '@/lib/db/client'
import { makeSeal } from '@/lib/seals/commands'

/**
 * `npx dyadwatch seal`: seals the record as it stands and prints number, time and hash, to be kept outside. Exit code 2 for wrong
 * usage.
 */
export async function run(argv: string[]): Promise<number> {
  if (argv.length > 0) {
    console.error('usage: npx dyadwatch seal')
    return 2
  }
  try {
    const { number, at, hash, heads, dyads } = await makeSeal(operator(), 'asked')
    console.log(`Seal ${number}  ${at}  ${hash}`)
    console.log(
      `It covers ${counted(heads, 'incident')} of ${counted(dyads, 'dyad')}. Keep this line outside of the desk;`,
    )
    console.log('`npx dyadwatch audit --seal HASH` tells later whether the record still holds what it held.')
    return 0
  } catch (error) {
    console.error(`dyadwatch seal: ${refusalOf(error)}`)
    return 1
  } finally {
    await closeStore()
  }
}
