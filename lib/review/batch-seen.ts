import type { Viewer } from '@/lib/auth/viewer'
import { Prisma } from '@/lib/db/generated/client'
import type { Reader, Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import type { IncidentFilter } from '@/lib/incidents/filter'
import { conditions } from '@/lib/incidents/list-query'
import { notOwedBy } from '@/lib/samples/blind'

/** What a filter shows of the queue that the viewer may approve; not what they are to code anew. */
export function queueConditions(viewer: Viewer, filter: IncidentFilter, selfApproval: boolean): Prisma.Sql {
  const where = conditions({ ...filter, status: 'in_review' }, true)
  where.push(notOwedBy(viewer))
  if (!selfApproval) where.push(notOwn(viewer))
  return Prisma.join(where, ' AND ')
}

/** That the viewer wrote no part of `incident i`. */
export const notOwn = ({ accountId }: Viewer): Prisma.Sql =>
  accountId === null ? Prisma.sql`TRUE` : Prisma.sql`NOT (${accountId}::uuid = ANY (i.authors))`

/**
 * What a bulk approval takes of it: new incidents alone. A filter looks at what is in force, so of a correction or a
 * retraction it would judge what is to be replaced.
 */
export const batchConditions = (viewer: Viewer, filter: IncidentFilter, selfApproval: boolean): Prisma.Sql =>
  Prisma.sql`${queueConditions(viewer, filter, selfApproval)} AND i.proposal = 'new'`

/** Which incidents at which revisions: how many, and a digest that no other such set has. */
export interface Seen {
  count: number
  digest: string
}

const seenColumns = (dyadId: Prisma.Sql, id: Prisma.Sql, revision: Prisma.Sql): Prisma.Sql => Prisma.sql`
  count(*)::int AS count,
  encode(sha256(convert_to(coalesce(string_agg(json_build_array(${dyadId}, ${id}, ${revision})::text, ','
    ORDER BY ${dyadId} COLLATE "C", ${id} COLLATE "C"), ''), 'UTF8')), 'hex') AS digest`

/** What a bulk approval would take in now. */
export async function seenNow(reader: Reader, where: Prisma.Sql): Promise<Seen> {
  const columns = seenColumns(Prisma.sql`i.dyad_id`, Prisma.sql`i.id`, Prisma.sql`i.revision`)
  const [seen] = await reader.$queryRaw<Seen[]>`SELECT ${columns} FROM incident i WHERE ${where}`
  return seen
}

/**
 * Writes down what a new batch takes in. It is what its maker saw or nothing: the digest is taken of what was written down,
 * and the steps approve that alone, whatever comes in or changes meanwhile.
 * @throws DeskError CONFLICT (detail: the count) when it is something else.
 */
export async function keepSeen(tx: Transaction, batchId: string, where: Prisma.Sql, asked: Seen): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO review_batch_item (dyad_id, batch_id, incident_id, revision)
    SELECT i.dyad_id, ${batchId}::uuid, i.id, i.revision FROM incident i WHERE ${where}`
  const columns = seenColumns(Prisma.sql`b.dyad_id`, Prisma.sql`b.incident_id`, Prisma.sql`b.revision`)
  const [{ count, digest }] = await tx.$queryRaw<Seen[]>`
    SELECT ${columns} FROM review_batch_item b WHERE b.batch_id = ${batchId}::uuid`
  if (count === asked.count && digest === asked.digest) return
  const what =
    count === asked.count
      ? 'Some of what you were shown has changed since.'
      : `The queue changed: ${count} match now, not ${asked.count}.`
  throw new DeskError('CONFLICT', `${what} Nothing was approved. Look again before you approve.`, undefined, { count })
}
