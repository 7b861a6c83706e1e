import type { Dyad, DyadMethod } from '@/lib/db/generated/client'
import { methodChangeHash } from '@/lib/dyads/method-then'
import { differs, type Fault, hashDiffers } from './fault'

/**
 * Follows by which methods a dyad was scored, oldest first: content that gives its hash, each on the hash before it, versions that
 * are published, each another than the one before, the last one that of the stored series.
 */
export function* dyadMethodFaults(
  dyad: Dyad,
  rows: readonly DyadMethod[],
  published: ReadonlySet<string>,
): Generator<Fault> {
  for (const [index, row] of rows.entries()) {
    const place = `${dyad.id}, method since ${row.at.toISOString()}`
    const before = index === 0 ? null : rows[index - 1]
    const [previous, computed] = [before?.hash ?? '', methodChangeHash(row)]
    if (row.hash !== computed) yield hashDiffers(place, 'its content does not give its hash', row.hash, computed)
    if (row.previousHash !== previous)
      yield hashDiffers(place, 'it does not follow on the one before it', row.previousHash, previous)
    if (!published.has(row.methodId)) yield { place, what: `method ${row.methodId} is not published` }
    if (row.methodId === before?.methodId) yield { place, what: 'it is the method of before' }
  }
  const latest = rows.at(-1)?.methodId ?? null
  const what = 'its method is not the one that its series came to last'
  if (dyad.methodId !== latest) yield differs(dyad.id, what, dyad.methodId, latest)
}
