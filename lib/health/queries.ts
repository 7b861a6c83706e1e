import 'server-only'
import { database } from '@/lib/db/client'

/**
 * Asks the database for nothing, to see that it answers. Needs no viewer: it tells nothing about anybody.
 * @throws whatever the connection throws.
 */
export async function askDatabase(): Promise<void> {
  await (await database()).$queryRaw`SELECT 1`
}
