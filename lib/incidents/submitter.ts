import type { Reader } from '@/lib/db/transaction'

/** The account that handed an incident in at `submittedAt`: whoever changed it since has not. Null for the command line too. */
export async function submitterOf(
  reader: Reader,
  { dyadId, id }: { dyadId: string; id: string },
  submittedAt: Date | null,
): Promise<string | null> {
  if (!submittedAt) return null
  // Each write of a dyad has an instant of its own, so this is one revision.
  const handedIn = await reader.incidentRevision.findFirst({
    where: { dyadId, incidentId: id, at: submittedAt },
    select: { byId: true },
  })
  return handedIn?.byId ?? null
}
