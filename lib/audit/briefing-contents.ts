import { gunzipSync } from 'node:zlib'
import { sha256 } from '@/lib/briefings/content'
import type { Transaction } from '@/lib/db/transaction'
import { type Fault, hashDiffers } from './fault'

function hashOfPacked(packed: Uint8Array): string {
  try {
    return sha256(gunzipSync(packed))
  } catch {
    return ''
  }
}

/** Contents that a briefing names by their hash: each is there, and is what its hash says. */
export async function* contentFaults(tx: Transaction, place: string, hashes: readonly string[]): AsyncGenerator<Fault> {
  for (const hash of hashes) {
    const row = await tx.briefingContent.findUnique({ where: { hash }, select: { packed: true } })
    const computed = row ? hashOfPacked(row.packed) : ''
    if (computed !== hash) yield hashDiffers(place, 'a content that it names is not what its hash says', hash, computed)
  }
}
