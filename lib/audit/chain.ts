import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import type { IncidentRevision } from '@/lib/db/generated/client'
import { columnsOf } from '@/lib/incidents/columns'
import { type IncidentState, inForceAfter, isIncidentState, revisionHash } from '@/lib/incidents/state'
import { differs, type Fault, hashDiffers } from './fault'

/** A revision whose place in its chain is proved. */
export interface Link {
  revision: IncidentRevision
  state: IncidentState
}

const hashOf = (entry: IncidentRevision): string => {
  const { dyadId, incidentId, revision, byId, action, reason, state, previousHash } = entry
  const content = { dyadId, incidentId, revision, byId, action, reason, state, previousHash }
  return revisionHash({ ...content, at: entry.at.toISOString(), batchId: entry.batchId ?? undefined })
}

/**
 * Follows the chain of one incident, oldest first: numbers without a gap, each on the hash before it, content that gives its hash,
 * times that rise, and what is in force by the one rule for it. Returns its links, or null where the chain is broken: what
 * follows from it cannot be told then.
 */
export function* chainFaults(incident: string, revisions: IncidentRevision[]): Generator<Fault, Link[] | null> {
  const links: Link[] = []
  let before: IncidentRevision | null = null
  let inForce: number | null = null
  let broken = false
  if (revisions.length === 0) {
    yield { place: incident, what: 'it has no revision' }
    return null
  }
  for (const revision of revisions) {
    const number = (before?.revision ?? 0) + 1
    if (revision.revision !== number) {
      yield { place: incident, what: `revision ${number} is missing` }
      return null
    }
    const place = `${incident}, revision ${number}`
    for (const fault of linkFaults(place, revision, before)) {
      broken = true
      yield fault
    }
    const { state } = revision
    const unreadable = whyUnreadable(state)
    if (unreadable !== null || !isIncidentState(state)) {
      yield { place, what: `it holds no incident that can be read (${unreadable})` }
      return null
    }
    inForce = inForceAfter(inForce, number, state)
    if (inForce !== null && !(inForce >= 1 && inForce <= number)) {
      yield { place, what: `it puts revision ${inForce} in force, which is not there` }
      return null
    }
    if (revision.inForce !== inForce) {
      broken = true
      yield differs(place, 'the revision in force is not what the states give', revision.inForce, inForce)
    }
    links.push({ revision, state })
    before = revision
  }
  return broken ? null : links
}

/** Why a state cannot be turned into an incident's row, or null when it can. */
function whyUnreadable(state: unknown): string | null {
  if (!isIncidentState(state)) return 'no status or no input'
  try {
    columnsOf(state, DEFAULT_PARAMETERS)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function* linkFaults(place: string, revision: IncidentRevision, before: IncidentRevision | null): Generator<Fault> {
  const computed = hashOf(revision)
  if (revision.hash !== computed)
    yield hashDiffers(place, 'its content does not give its hash', revision.hash, computed)
  const previous = before?.hash ?? ''
  if (revision.previousHash !== previous)
    yield hashDiffers(place, 'it does not follow on the revision before it', revision.previousHash, previous)
  if (before && revision.at <= before.at)
    yield { place, what: `it is not later than the revision before it (${revision.at.toISOString()})` }
}
