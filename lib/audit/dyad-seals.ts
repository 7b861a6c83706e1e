import type { IncidentRevision, SealDyad, WeeklyCheck } from '@/lib/db/generated/client'
import { byCodeUnits, checksLeaf, dyadRoot, headLeaf } from '@/lib/seals/leaves'
import { differs, type Fault, hashDiffers } from './fault'

/** When an incident had which leaf: from the seal of that index on, until its next entry. */
type Heads = { seal: number; leaf: Uint8Array }[]

/**
 * The seals of one dyad, made again from revisions and checks that are handed in one after the other. Keeps a hash for each
 * incident and seal that saw it change, and nothing of its content.
 */
export class DyadSeals {
  private readonly incidents = new Map<string, Heads>()

  /** `seals` are in the order of their numbers. */
  constructor(private readonly seals: readonly SealDyad[]) {}

  /** Takes the revisions of one incident, oldest first. */
  add(revisions: readonly IncidentRevision[]): void {
    const heads: Heads = []
    let next = 0
    for (const [seal, { at }] of this.seals.entries()) {
      const before = next
      while (next < revisions.length && revisions[next].at <= at) next++
      if (next > before) heads.push({ seal, leaf: headLeaf(revisions[next - 1]) })
    }
    if (heads.length > 0) this.incidents.set(revisions[0].incidentId, heads)
  }

  /** Compares each seal of the dyad with what was known at its instant: O(seals × incidents). */
  *faults(checks: readonly WeeklyCheck[]): Generator<Fault> {
    const incidents = [...this.incidents].sort(([a], [b]) => byCodeUnits(a, b)).map(([, heads]) => heads)
    const current = incidents.map((): Uint8Array | null => null)
    const next = incidents.map(() => 0)
    for (const [index, seal] of this.seals.entries()) {
      for (const [place, heads] of incidents.entries()) {
        const head = heads.at(next[place])
        if (next[place] >= heads.length || head?.seal !== index) continue
        current[place] = head.leaf
        next[place]++
      }
      const leaves = current.filter((leaf) => leaf !== null)
      const root = dyadRoot(leaves, checksLeaf(checks.filter(({ at }) => at <= seal.at)))
      yield* sealFaults(seal, this.seals[index - 1], { heads: leaves.length, root })
    }
  }
}

function* sealFaults(
  seal: SealDyad,
  before: SealDyad | undefined,
  { heads, root }: { heads: number; root: string },
): Generator<Fault> {
  const place = `${seal.dyadId}, seal ${seal.sealNumber} of ${seal.at.toISOString()}`
  if (before && seal.at <= before.at) yield { place, what: 'it is not later than the seal of the dyad before it' }
  if (seal.heads !== heads) yield differs(place, 'it covers another number of incidents', seal.heads, heads)
  const what = 'the incidents and weekly checks known then do not give its root'
  if (seal.root !== root) yield hashDiffers(place, what, seal.root, root)
}
