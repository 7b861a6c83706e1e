import type { Viewer } from '@/lib/auth/viewer'
import type { Reader } from '@/lib/db/transaction'

/** `AZE-RUS/AZE-RUS-7`: names an incident in a set. */
export const keyOf = ({ dyadId, id }: { dyadId: string; id: string }): string => `${dyadId}/${id}`

/**
 * Incidents that the viewer codes in a sample that is still open, as `keyOf` names them. How others coded these is kept from
 * the viewer everywhere, whatever their role and in whichever sample the others coded.
 */
export async function withheldFrom(reader: Reader, viewer: Viewer): Promise<ReadonlySet<string>> {
  if (viewer.accountId === null) return new Set()
  const rows = await reader.$queryRaw<{ dyadId: string; id: string }[]>`
    SELECT DISTINCT u.dyad_id AS "dyadId", u.incident_id AS id FROM coding_coder c
    JOIN coding_sample s ON s.id = c.sample_id AND s.status = 'open'
    JOIN coding_unit u ON u.sample_id = s.id WHERE c.account_id = ${viewer.accountId}::uuid`
  return new Set(rows.map(keyOf))
}
