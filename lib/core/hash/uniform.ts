/**
 * Random numbers as a pure function of seed, draw and key (SCORING.md 2.7). No generator is advanced, so a number does not
 * depend on the order in which others are asked for, and a new key leaves the numbers of the other keys alone.
 */

/** The seed of every simulation unless another is given. */
export const DEFAULT_SEED = 20250707

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const GOLDEN_RATIO = 0x9e3779b1
const TWO_TO_32 = 2 ** 32

const encoder = new TextEncoder()

/** FNV-1a of the UTF-8 bytes of `text`, an unsigned 32-bit integer (Fowler, Noll and Vo). */
export function fnv1a32(text: string): number {
  let hash = FNV_OFFSET
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, FNV_PRIME)
  return hash >>> 0
}

/** The 32-bit finaliser of MurmurHash3 (Appleby): spreads each bit of `x` over all of them. */
export function fmix32(x: number): number {
  let hash = x ^ (x >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** What all numbers of one draw (0, 1, …) have in common; kept by loops that ask for many. */
export const drawStateOf = (seed: number, draw: number): number => fmix32(seed + Math.imul(draw, GOLDEN_RATIO))

/** The number of a draw for a key, 0 <= u < 1, from `drawStateOf(seed, draw)` and `fnv1a32(key)`. */
export const uniformFrom = (drawState: number, keyHash: number): number => fmix32(keyHash ^ drawState) / TWO_TO_32

/** u(k, key) of SCORING.md 2.7: the number of draw `draw` for `key`, 0 <= u < 1. */
export const uniformOf = (seed: number, draw: number, key: string): number =>
  uniformFrom(drawStateOf(seed, draw), fnv1a32(key))
