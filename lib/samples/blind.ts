import type { Viewer } from '@/lib/auth/viewer'
import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError, isDeskError } from '@/lib/errors'

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
    JOIN coding_unit u ON u.sample_id = s.id
    WHERE c.account_id = ${viewer.accountId}::uuid AND c.excused_at IS NULL`
  return new Set(rows.map(keyOf))
}

/** A coding that a coder has not handed in yet. */
export interface OwedCoding {
  dyadId: string
  id: string
  sampleId: string
  ordinal: number
}

/** The codings that an account owes in open samples, narrowed by a condition over `coding_unit u`. */
const owedCodings = (accountId: string, narrowed: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT u.dyad_id AS "dyadId", u.incident_id AS id, u.sample_id::text AS "sampleId", u.ordinal FROM coding_coder c
  JOIN coding_sample s ON s.id = c.sample_id AND s.status = 'open'
  JOIN coding_unit u ON u.sample_id = s.id
  WHERE c.account_id = ${accountId}::uuid AND c.excused_at IS NULL AND ${narrowed}
    AND NOT EXISTS (SELECT 1 FROM coding g
      WHERE g.sample_id = u.sample_id AND g.ordinal = u.ordinal AND g.coder_id = c.account_id)`

/** A condition over `incident i`: the viewer does not owe a coding of it. */
export function notOwedBy(viewer: Viewer): Prisma.Sql {
  if (viewer.accountId === null) return Prisma.sql`TRUE`
  const same = Prisma.sql`u.dyad_id = i.dyad_id AND u.incident_id = i.id`
  return Prisma.sql`NOT EXISTS (${owedCodings(viewer.accountId, same)})`
}

/**
 * Incidents of which the viewer owes a coding, as `keyOf` names them: how the record codes these is kept from them. Bounded by
 * the units of their open samples.
 */
export async function owedBy(reader: Reader, viewer: Viewer): Promise<ReadonlySet<string>> {
  if (viewer.accountId === null) return new Set()
  const rows = await reader.$queryRaw<OwedCoding[]>(owedCodings(viewer.accountId, Prisma.sql`TRUE`))
  return new Set(rows.map(keyOf))
}

/**
 * Keeps what an incident says of its coding from those who are to code it anew.
 * @throws DeskError FORBIDDEN (detail: `{ owed: OwedCoding }`) while the viewer owes a coding of it.
 */
export async function refuseWhileOwed(
  reader: Reader,
  viewer: Viewer,
  { dyadId, id }: { dyadId: string; id: string },
): Promise<void> {
  if (viewer.accountId === null) return
  const same = Prisma.sql`u.dyad_id = ${dyadId} AND u.incident_id = ${id}`
  const [owed] = await reader.$queryRaw<OwedCoding[]>(
    Prisma.sql`${owedCodings(viewer.accountId, same)} ORDER BY s.at, s.id LIMIT 1`,
  )
  if (owed)
    throw new DeskError(
      'FORBIDDEN',
      'You are coding this incident in a sample. Hand in your coding first.',
      undefined,
      {
        owed,
      },
    )
}

/** The coding that a refusal of `refuseWhileOwed` waits for; undefined for any other error. */
export function owedOf(error: unknown): OwedCoding | undefined {
  if (!isDeskError(error) || typeof error.detail !== 'object' || error.detail === null) return undefined
  return 'owed' in error.detail ? (error.detail.owed as OwedCoding) : undefined
}

type CodedRow = { dyadId: string; id: string; category: unknown; code: unknown; rung: unknown; points: number }

/** Rows of a list without the coding of incidents that the viewer is to code anew; those say `withheld`. */
export async function maskedFor<Row extends CodedRow>(
  reader: Reader,
  viewer: Viewer,
  rows: Row[],
): Promise<(Row & { withheld?: true })[]> {
  const owed = await owedBy(reader, viewer)
  if (owed.size === 0) return rows
  const masked = { category: null, code: null, rung: null, persistence: null, points: 0, withheld: true as const }
  return rows.map((row) => (owed.has(keyOf(row)) ? { ...row, ...masked } : row))
}
