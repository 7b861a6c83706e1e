import type { Seal } from '@/lib/db/generated/client'
import type { SealKind, SealView } from './views'

/** A stored seal as it leaves the server. The database checks the kind. */
export function sealViewOf(seal: Seal, names: Map<string, string>): SealView {
  const { number, at, kind, byId, dyads, heads, root, previousHash, hash } = seal
  const by = byId === null ? null : (names.get(byId) ?? 'Unknown account')
  return { number, at: at.toISOString(), kind: kind as SealKind, by, dyads, heads, root, previousHash, hash }
}
