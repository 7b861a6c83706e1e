import { may, ROLES } from '@/lib/auth/permissions'
import type { Reader } from '@/lib/db/transaction'

/** Who may read comments now: active accounts whose role sees unpublished work. */
const READERS = { active: true, role: { in: ROLES.filter((role) => may({ role }, 'incident:read-unpublished')) } }

/** Those among some logins who may read comments: their account ids by login. */
export async function readersByLogin(reader: Reader, logins: string[]): Promise<Map<string, string>> {
  if (logins.length === 0) return new Map()
  const where = { login: { in: logins }, ...READERS }
  const accounts = await reader.account.findMany({ where, select: { id: true, login: true } })
  return new Map(accounts.map(({ id, login }) => [login, id]))
}

/** Those among some accounts who may read comments. */
export async function readersAmong(reader: Reader, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const accounts = await reader.account.findMany({ where: { id: { in: ids }, ...READERS }, select: { id: true } })
  return accounts.map(({ id }) => id)
}

/** The people who may read comments, by name; at most `limit`. */
export async function readersByName(reader: Reader, limit: number): Promise<{ login: string; name: string }[]> {
  return reader.account.findMany({
    where: READERS,
    select: { login: true, name: true },
    orderBy: [{ name: 'asc' }, { login: 'asc' }],
    take: limit,
  })
}
