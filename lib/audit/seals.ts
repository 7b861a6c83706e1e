import type { MethodVersion, Seal } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'
import { byCodeUnits, dyadLeaf, methodLeaf, type SealedDyad, sealHash, sealRoot } from '@/lib/seals/leaves'
import { differs, type Fault, hashDiffers } from './fault'
import { groupedBy } from './pages'

const SEALS_AT_ONCE = 200

/** What a seal is made over, brought up to date seal by seal. */
interface Sealed {
  dyads: Map<string, SealedDyad & { leaf: Uint8Array }>
  methods: MethodVersion[]
  methodLeaves: Uint8Array[]
  /** How many methods the last seal covered. */
  methodsCovered: number
}

/**
 * Follows the chain of seals up to a number: numbers without a gap, each on the hash before it, content that gives its hash,
 * times that rise, and each root from what the dyads and methods of then were sealed with. That those are what the record
 * holds is told dyad by dyad (`DyadSeals`). O(seals × dyads).
 */
export async function* sealChainFaults(
  tx: Transaction,
  methods: MethodVersion[],
  upTo: number,
): AsyncGenerator<Fault, number> {
  const sealed: Sealed = { dyads: new Map(), methods, methodLeaves: methods.map(methodLeaf), methodsCovered: 0 }
  let before: Seal | null = null
  let count = 0
  for (let from = 1; from <= upTo; from += SEALS_AT_ONCE) {
    const numbers = { gte: from, lte: Math.min(upTo, from + SEALS_AT_ONCE - 1) }
    const seals = await tx.seal.findMany({ where: { number: numbers }, orderBy: { number: 'asc' } })
    const rows = groupedBy(await tx.sealDyad.findMany({ where: { sealNumber: numbers } }), (row) => row.sealNumber)
    for (const seal of seals) {
      const number = (before?.number ?? 0) + 1
      if (seal.number !== number) {
        yield { place: `seal ${number}`, what: 'it is missing' }
        return count
      }
      for (const row of rows.get(number) ?? []) sealed.dyads.set(row.dyadId, { ...row, leaf: dyadLeaf(row) })
      yield* linkFaults(seal, before)
      yield* contentFaults(seal, sealed)
      before = seal
      count++
    }
  }
  return count
}

function* linkFaults(seal: Seal, before: Seal | null): Generator<Fault> {
  const place = `seal ${seal.number}`
  const computed = sealHash(seal)
  if (seal.hash !== computed) yield hashDiffers(place, 'its content does not give its hash', seal.hash, computed)
  const previous = before?.hash ?? ''
  if (seal.previousHash !== previous)
    yield hashDiffers(place, 'it does not follow on the seal before it', seal.previousHash, previous)
  if (before && seal.at <= before.at) yield { place, what: 'it is not later than the seal before it' }
}

function* contentFaults(seal: Seal, sealed: Sealed): Generator<Fault> {
  const place = `seal ${seal.number}`
  const dyads = [...sealed.dyads.values()].sort((a, b) => byCodeUnits(a.dyadId, b.dyadId))
  const heads = dyads.reduce((sum, dyad) => sum + dyad.heads, 0)
  if (seal.dyads !== dyads.length) yield differs(place, 'it covers another number of dyads', seal.dyads, dyads.length)
  if (seal.heads !== heads) yield differs(place, 'it covers another number of incidents', seal.heads, heads)
  const leaves = dyads.map(({ leaf }) => leaf)
  // A method may have been published by another process at the moment of the seal: the root itself tells how many it covers.
  for (let count = sealed.methodsCovered; count <= sealed.methods.length; count++) {
    if (sealRoot(leaves, sealed.methodLeaves.slice(0, count)) !== seal.root) continue
    sealed.methodsCovered = count
    return
  }
  const known = sealed.methods.filter(({ publishedAt }) => publishedAt <= seal.at).length
  const root = sealRoot(leaves, sealed.methodLeaves.slice(0, known))
  yield hashDiffers(place, 'its dyads and the methods published then do not give its root', seal.root, root)
}
