import type { Link } from './chain'

/** What makes somebody an author of what is proposed. Told here anew, so that the writer is checked by another hand. */
const BY_AUTHORS: ReadonlySet<string> = new Set([
  'created',
  'imported',
  'edited',
  'submitted',
  'restored',
  'retraction-proposed',
])

interface Open {
  status: string
  inForce: number | null
  proposal: 'new' | 'correction' | 'retraction' | null
  authors: string[]
  submittedAt: Date | null
}

const NOTHING: Open = { status: '', inForce: null, proposal: null, authors: [], submittedAt: null }

/** What is proposed after a revision, by whom, and when it was last handed in. */
function openAfter(before: Open, { revision, state }: Link): Open {
  const settled = revision.inForce === revision.revision || state.status === 'retracted'
  const asked = state.proposal ?? (revision.inForce === null ? 'new' : 'correction')
  const writes = BY_AUTHORS.has(revision.action)
  const kept = before.proposal !== null || before.inForce === null || !writes ? before.authors : []
  const joins = writes && revision.byId !== null && !kept.includes(revision.byId)
  const waits = state.status === 'in_review'
  const handedIn = waits && before.status !== 'in_review' && revision.action !== 'reopened'
  return {
    status: state.status,
    inForce: revision.inForce,
    proposal: settled ? null : asked,
    authors: joins && revision.byId !== null ? [...kept, revision.byId] : kept,
    submittedAt: handedIn ? revision.at : (before.submittedAt ?? (waits ? revision.at : null)),
  }
}

/**
 * The columns of an incident's row that tell of its latest revision, replayed from its chain. An older version of the product
 * knew no proposals: up to `legacyUntil`, when this one took over, whoever made an incident was its author.
 */
export function headColumnsOf(links: readonly Link[], legacyUntil: Date | null) {
  const first = links[0].revision
  const last = links[links.length - 1]
  let open = NOTHING
  for (const link of links) {
    open = openAfter(open, link)
    const legacy = legacyUntil !== null && link.revision.at <= legacyUntil
    if (legacy) open.authors = first.byId === null ? [] : [first.byId]
  }
  const { status: headStatus, ...columns } = open
  return {
    ...columns,
    headStatus,
    revision: last.revision.revision,
    createdAt: first.at,
    createdById: first.byId,
    updatedAt: last.revision.at,
    updatedById: last.revision.byId,
  }
}
