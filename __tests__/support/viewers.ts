import { mintViewer } from '@/lib/auth/mint-viewer'
import type { Role } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'

let made = 0

/** Makes an account with the role in this file's database, and the proof of it that queries and commands ask for. */
export async function viewerWith(role: Role, name = `Some ${role}`): Promise<Viewer> {
  const login = `${role}-${++made}`
  const prisma = await database()
  const account = await prisma.account.create({ data: { login, name, role, passwordHash: 'x' } })
  return mintViewer({ accountId: account.id, login, name, role })
}
