import 'server-only'
import { authorize, may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { DeskError } from '@/lib/errors'
import { refuseWhileOwed } from '@/lib/samples/blind'
import { mayDrop } from './drop'
import { nameOf, namesOf } from './names'
import { PROPOSALS, type Proposal, STATUSES, type Status } from './schema'
import { submitterOf } from './submitter'

/** What is proposed beyond what counts: by whom, and where it stands. Instants are ISO 8601. */
export interface OpenProposal {
  proposal: Proposal
  /** Status of the latest revision: draft, in review or returned. */
  status: Status
  /** Who wrote it. */
  authors: string[]
  /** The viewer is one of them. */
  own: boolean
  /** Who handed it in last, and when; null where nobody did. */
  submittedAt: string | null
  submittedBy: string | null
  /** The viewer may take it back: by withdrawing it where something else counts, else by retracting the incident. */
  mayDrop: boolean
  /** Something else counts, and the viewer may drop the proposal. */
  mayWithdraw: boolean
  last: { revision: number; by: string; at: string; reason: string }
}

/**
 * What an incident's latest revision asks for; null where it asks for nothing, or the viewer may not see unpublished work.
 * @throws DeskError FORBIDDEN, also while the viewer owes a coding of it; NOT_FOUND.
 */
export async function openProposal(viewer: Viewer, dyadId: string, id: string): Promise<OpenProposal | null> {
  authorize(viewer, 'incident:read')
  if (!may(viewer, 'incident:read-unpublished')) return null
  const prisma = await database()
  await refuseWhileOwed(prisma, viewer, { dyadId, id })
  const row = await prisma.incident.findUnique({
    where: { dyadId_id: { dyadId, id } },
    select: { revision: true, headStatus: true, inForce: true, proposal: true, authors: true, submittedAt: true },
  })
  if (!row) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  const proposal = PROPOSALS.find((known) => known === row.proposal)
  const status = STATUSES.find((known) => known === row.headStatus)
  if (!proposal || !status) return null
  const last = await prisma.incidentRevision.findUniqueOrThrow({
    where: { dyadId_incidentId_revision: { dyadId, incidentId: id, revision: row.revision } },
    select: { revision: true, byId: true, at: true, reason: true },
  })
  const handedInBy = await submitterOf(prisma, { dyadId, id }, row.submittedAt)
  const names = await namesOf(prisma, [...row.authors, last.byId, handedInBy])
  const own = viewer.accountId !== null && row.authors.includes(viewer.accountId)
  const drops = may(viewer, 'incident:edit') && mayDrop(viewer, row)
  return {
    proposal,
    status,
    authors: row.authors.map((author) => nameOf(names, author)),
    own,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    submittedBy: row.submittedAt ? nameOf(names, handedInBy) : null,
    mayDrop: drops,
    mayWithdraw: row.inForce !== null && drops,
    last: {
      revision: last.revision,
      by: nameOf(names, last.byId),
      at: last.at.toISOString(),
      reason: last.reason,
    },
  }
}
