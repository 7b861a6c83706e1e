import type { Reader } from '@/lib/db/transaction'

/** Names of accounts by id: one read, bounded by the ids that are asked for. */
export async function namesOf(reader: Reader, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const accounts = await reader.account.findMany({ where: { id: { in: known } }, select: { id: true, name: true } })
  return new Map(accounts.map((account) => [account.id, account.name]))
}

/** Who that was; an entry without an account came from the command line, as the loaded case does. */
export function nameOf(names: Map<string, string>, id: string | null): string {
  return id === null ? 'Case file' : (names.get(id) ?? 'Unknown account')
}
