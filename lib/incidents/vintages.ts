import { database } from '@/lib/db/client'
import type { IncidentRevision } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { lockDyad } from '@/lib/dyads/dyad-lock'
import { scoredColumnsOf } from './columns'
import { type IncidentState, inForceAfter, stateOf } from './state'

/** What was in force of one incident, and from which revision on. */
export interface VintageOf {
  revision: IncidentRevision
  inForce: number | null
  /** The state that counts; the proposed one where none does. */
  state: IncidentState
}

/** Replays the revisions of one incident, oldest first: an entry for each that changed what is in force. */
export function vintagesOf(revisions: IncidentRevision[]): VintageOf[] {
  const states = new Map(revisions.map((entry) => [entry.revision, stateOf(entry)]))
  const vintages: VintageOf[] = []
  let before: number | null = null
  for (const revision of revisions) {
    const own = stateOf(revision)
    const inForce = inForceAfter(before, revision.revision, own)
    if (inForce !== before) {
      const state = inForce === null ? own : states.get(inForce)
      if (!state)
        throw new Error(`revision ${revision.revision} of ${revision.incidentId} puts none that exists in force`)
      vintages.push({ revision, inForce, state })
    }
    before = inForce
  }
  return vintages
}

/** The stored row of a vintage. */
export function vintageRow({ revision, inForce, state }: VintageOf) {
  const columns = scoredColumnsOf(state)
  const { dyadId, incidentId, at } = revision
  const status = inForce === null ? 'none' : columns.status
  return { ...columns, status, dyadId, incidentId, revision: revision.revision, at, inForce }
}

/** Makes the vintages of a locked dyad anew from its revisions: O(its revisions). */
export async function rebuildVintages(tx: Transaction, dyadId: string): Promise<void> {
  const revisions = await tx.incidentRevision.findMany({
    where: { dyadId },
    orderBy: [{ incidentId: 'asc' }, { revision: 'asc' }],
  })
  const byIncident = new Map<string, IncidentRevision[]>()
  for (const entry of revisions) {
    const own = byIncident.get(entry.incidentId)
    if (own) own.push(entry)
    else byIncident.set(entry.incidentId, [entry])
  }
  const rows = [...byIncident.values()].flatMap((own) => vintagesOf(own).map(vintageRow))
  await tx.incidentVintage.deleteMany({ where: { dyadId } })
  await tx.incidentVintage.createMany({ data: rows })
}

/** Makes the vintages of dyads that have none yet: a record that an earlier version of the product wrote. Returns the dyads. */
export async function completeVintages(): Promise<string[]> {
  const prisma = await database()
  const dyads = await prisma.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dyad d WHERE NOT EXISTS (SELECT 1 FROM incident_vintage v WHERE v.dyad_id = d.id)
      AND EXISTS (SELECT 1 FROM incident_revision r WHERE r.dyad_id = d.id AND r.in_force IS NOT NULL)
    ORDER BY d.id`
  for (const { id } of dyads) {
    await inTransaction(async (tx) => {
      await lockDyad(tx, id, { create: false })
      await rebuildVintages(tx, id)
    })
  }
  return dyads.map(({ id }) => id)
}
