import { counted } from '@/bin/commands/counted'
import { closeStore } from '@/lib/db/client'
import { rebuildAll } from '@/lib/dyads/rebuild'

/** `npx dyadwatch rebuild`: the stored series anew from the record. Exit code 1 when it was not what the record says. */
export async function run(argv: string[]): Promise<number> {
  if (argv.length > 0) {
    console.error('usage: npx dyadwatch rebuild')
    return 2
  }
  try {
    const { dyads, different } = await rebuildAll()
    const outcome = different.length === 0 ? 'as it was, to the last bit' : `different for ${different.join(', ')}`
    console.log(`Series of ${counted(dyads, 'dyad')} made anew: ${outcome}`)
    return different.length === 0 ? 0 : 1
  } finally {
    await closeStore()
  }
}
