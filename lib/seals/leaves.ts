import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'
import { type Hash, leafHash, merkleRoot } from '@/lib/core/merkle'

/*
 * What a seal is made over: every leaf is canonical JSON, every hash SHA-256. Times are ISO 8601 with milliseconds. These
 * shapes never change: seals that were kept outside are checked against them.
 */

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest()

/** The hash of a leaf that holds some content. */
const leafOf = (content: unknown): Uint8Array => leafHash(Buffer.from(canonicalJson(content)), sha256)

const rootOf = (leaves: Uint8Array[]): string => Buffer.from(merkleRoot(leaves, sha256)).toString('hex')

/** Text by its code units: the order of leaves, whatever collation a database has. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The latest revision of an incident; its hash covers all revisions before. */
export interface Head {
  dyadId: string
  incidentId: string
  revision: number
  hash: string
}

/** The leaf of one incident. */
export const headLeaf = ({ dyadId, incidentId, revision, hash }: Head): Uint8Array =>
  leafOf({ dyadId, incidentId, revision, hash })

/** One statement about a week, as it is stored. */
export interface CheckEntry {
  dyadId: string
  weekStart: number
  revision: number
  checked: boolean
  note: string
  at: Date
  byId: string | null
}

/** The one leaf over all weekly checks of a dyad, withdrawn ones too, by week and revision. */
export function checksLeaf(checks: readonly CheckEntry[]): Uint8Array {
  const rows = [...checks].sort((a, b) => a.weekStart - b.weekStart || a.revision - b.revision)
  return leafOf({
    checks: rows.map(({ dyadId, weekStart, revision, checked, note, at, byId }) => ({
      dyadId,
      weekStart,
      revision,
      checked,
      note,
      at: at.toISOString(),
      byId,
    })),
  })
}

/** The root of a dyad, in hex: the leaves of its incidents in the order of their ids, then the one of its checks. O(incidents). */
export const dyadRoot = (heads: readonly Uint8Array[], checks: Uint8Array): string => rootOf([...heads, checks])

/** What a seal takes of a dyad. */
export interface SealedDyad {
  dyadId: string
  at: Date
  heads: number
  root: string
}

/** The leaf of a dyad. */
export const dyadLeaf = ({ dyadId, at, heads, root }: SealedDyad): Uint8Array =>
  leafOf({ dyadId, at: at.toISOString(), heads, root })

/** What a seal takes of a published method. */
export interface SealedMethod {
  id: string
  hash: string
  reason: string
  publishedAt: Date
  byId: string | null
  basedOn: string | null
}

/** The order in which methods were published: a seal covers the first so many. */
export const AS_PUBLISHED = [{ publishedAt: 'asc' as const }, { id: 'asc' as const }]

/** The leaf of a method version. */
export const methodLeaf = ({ id, hash, reason, publishedAt, byId, basedOn }: SealedMethod): Uint8Array =>
  leafOf({ method: id, hash, reason, publishedAt: publishedAt.toISOString(), byId, basedOn })

/** The root of a seal, in hex: the leaves of its dyads in the order of their ids, then those of the methods as they were published. */
export const sealRoot = (dyads: readonly Uint8Array[], methods: readonly Uint8Array[]): string =>
  rootOf([...dyads, ...methods])

/** A seal as its hash covers it. */
export interface SealContent {
  number: number
  at: Date
  kind: string
  dailyDay: number | null
  byId: string | null
  dyads: number
  heads: number
  root: string
  previousHash: string
}

/** SHA-256 in hex over the canonical content of a seal, the hash of the one before within it. */
export function sealHash({ number, at, kind, dailyDay, byId, dyads, heads, root, previousHash }: SealContent): string {
  const content = { number, at: at.toISOString(), kind, dailyDay, byId, dyads, heads, root, previousHash }
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
