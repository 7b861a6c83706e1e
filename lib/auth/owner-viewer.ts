import { database } from '@/lib/db/client'
import { mintViewer } from './mint-viewer'
import type { Viewer } from './viewer'

/**
 * The viewer in whose name something happens that they set up to happen by itself, by what their account may do now; null where it
 * is deactivated.
 */
export async function viewerOfOwner(accountId: string): Promise<Viewer | null> {
  const account = await (await database()).account.findUnique({
    where: { id: accountId },
    select: { id: true, login: true, name: true, role: true, active: true },
  })
  if (!account?.active) return null
  return mintViewer({ accountId: account.id, login: account.login, name: account.name, role: account.role })
}
