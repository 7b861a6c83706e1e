/**
 * Merkle trees in the shape of RFC 6962, section 2.1: one hash stands for a whole list. Leaves and inner nodes are hashed
 * under different prefixes, so that no node can be passed off as a leaf. The hash function is the caller's.
 */

/** A hash function, such as SHA-256. */
export type Hash = (bytes: Uint8Array) => Uint8Array

const LEAF = 0x00
const NODE = 0x01

function prefixed(prefix: number, ...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 1))
  bytes[0] = prefix
  let offset = 1
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

/** The hash of a leaf: what its place in the tree holds. */
export const leafHash = (leaf: Uint8Array, hash: Hash): Uint8Array => hash(prefixed(LEAF, leaf))

/** The largest power of two that is less than `count`, which is at least 2: where a list is split. */
function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

function rootWithin(leaves: readonly Uint8Array[], from: number, to: number, hash: Hash): Uint8Array {
  if (to - from === 1) return leaves[from]
  const middle = from + splitOf(to - from)
  return hash(prefixed(NODE, rootWithin(leaves, from, middle, hash), rootWithin(leaves, middle, to, hash)))
}

/** The root over leaves that are hashed already (`leafHash`), in their order; the hash of nothing for none. O(leaves). */
export const merkleRoot = (leaves: readonly Uint8Array[], hash: Hash): Uint8Array =>
  leaves.length === 0 ? hash(new Uint8Array()) : rootWithin(leaves, 0, leaves.length, hash)
