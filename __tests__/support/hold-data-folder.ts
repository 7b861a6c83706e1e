import { lockDataFolder } from '@/lib/db/data-folder-lock'
import { openEmbedded } from '@/lib/db/embedded'

/*
 * A process that takes a data folder, for the tests of its lock: `lock FOLDER` takes the lock alone, `open FOLDER` opens the database too.
 * Prints `held`, or `refused: ` and why, and then waits to be killed or for its standard input to end.
 */

async function main([what, folder]: string[]): Promise<void> {
  try {
    if (what === 'open') await openEmbedded(folder)
    else lockDataFolder(folder)
  } catch (error) {
    console.log(`refused: ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
  console.log('held')
  process.stdin.on('end', () => process.exit(0)).resume()
}

void main(process.argv.slice(2))
