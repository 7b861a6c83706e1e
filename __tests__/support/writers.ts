import type { IncidentInput } from '@/lib/incidents/schema'

/*
 * Many people at work on one record at once: some log new incidents and correct shared ones, others approve. What they do goes
 * through a `Desk`: the commands of this process, or a server over HTTP.
 */

export interface Address {
  dyadId: string
  id: string
}

/** An incident as somebody sees it before they write. */
export interface Seen extends Address {
  revision: number
  headStatus: string
  input: IncidentInput
}

/** What became of a write: the new revision's number, or why there is none and one has to look again. */
export type Outcome = { revision: number } | 'conflict' | 'not waiting'

/** One person's way to the record. Whatever is none of the expected outcomes must be thrown. */
export interface Desk {
  log: (dyadId: string, title: string) => Promise<Address>
  see: (address: Address) => Promise<Seen>
  edit: (seen: Seen, incident: IncidentInput, reason: string) => Promise<Outcome>
  approve: (seen: Seen, comment: string) => Promise<Outcome>
}

/** A write that was answered as done. `word` is in its reason, and of an edit in the note from then on. */
export interface Done extends Address {
  action: 'created' | 'edited' | 'approved'
  revision: number
  word: string
}

export interface Work {
  /** Incidents that everybody writes to. */
  shared: Address[]
  rounds: number
  /** Begins every word of this person, so that no two people write the same. */
  name: string
}

/** Looks again after a conflict so many times before it gives up. */
const PATIENCE = 500

/** Looks at the incident and writes from what it sees, again and again until nobody was faster. Null where nothing waits. */
async function persist(desk: Desk, address: Address, write: (seen: Seen) => Promise<Outcome>): Promise<number | null> {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const outcome = await write(await desk.see(address))
    if (outcome === 'not waiting') return null
    if (outcome !== 'conflict') return outcome.revision
  }
  throw new Error(`${address.id} was changed by others ${PATIENCE} times in a row`)
}

/** Somebody who logs incidents and corrects shared ones. */
export async function writeAlong(desk: Desk, { shared, rounds, name }: Work): Promise<Done[]> {
  const done: Done[] = []
  const offset = Number(/\d+$/.exec(name)?.[0] ?? 0)
  for (let round = 0; round < rounds; round++) {
    const target = shared[(offset + round) % shared.length]
    const created = `${name}-new${round}`
    const address = await desk.log(target.dyadId, `Logged by ${created}`)
    done.push({ ...address, action: 'created', revision: 1, word: created })
    const word = `${name}-edit${round}`
    const revision = await persist(desk, target, (seen) =>
      desk.edit(seen, { ...seen.input, note: `${seen.input.note} ${word}`.trim() }, word),
    )
    if (revision === null) throw new Error(`nobody could correct ${target.id}`)
    done.push({ ...target, action: 'edited', revision, word })
  }
  return done
}

/** Somebody who approves whatever waits of the shared incidents. */
export async function approveAlong(desk: Desk, { shared, rounds, name }: Work): Promise<Done[]> {
  const done: Done[] = []
  const offset = Number(/\d+$/.exec(name)?.[0] ?? 0)
  for (let round = 0; round < rounds * 2; round++) {
    const target = shared[(offset + round) % shared.length]
    const word = `${name}-approval${round}`
    const revision = await persist(desk, target, async (seen) =>
      seen.headStatus === 'in_review' ? desk.approve(seen, word) : 'not waiting',
    )
    if (revision !== null) done.push({ ...target, action: 'approved', revision, word })
  }
  return done
}
