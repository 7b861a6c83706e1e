import { database } from '@/lib/db/client'
import { type IncidentRevision, Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'
import type { StoredIncidentRow } from '@/lib/incidents/record'

const DYADS_AT_ONCE = 200
const INCIDENTS_AT_ONCE = 200
/** A dyad's own transaction may read for so long. */
const READ_PATIENCE_MS = 15 * 60_000

/**
 * Reads at one moment: what others write meanwhile is not seen, and nobody waits for the reader.
 * @throws whatever `read` throws.
 */
export async function atOneMoment<T>(read: (tx: Transaction) => Promise<T>): Promise<T> {
  const prisma = await database()
  const isolationLevel = Prisma.TransactionIsolationLevel.RepeatableRead
  return prisma.$transaction(read, { isolationLevel, maxWait: 20_000, timeout: READ_PATIENCE_MS })
}

/** The ids of all dyads, a page at a time. */
export async function* everyDyadId(): AsyncGenerator<string> {
  const prisma = await database()
  let after = ''
  for (;;) {
    const page = await prisma.dyad.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: DYADS_AT_ONCE,
      select: { id: true },
    })
    for (const { id } of page) yield id
    if (page.length < DYADS_AT_ONCE) return
    after = page[page.length - 1].id
  }
}

/** Some incidents of a dyad and their revisions, oldest first, up to an instant where one is given. */
export interface IncidentPage {
  rows: StoredIncidentRow[]
  revisions: Map<string, IncidentRevision[]>
}

/** The incidents of a dyad with their revisions, a page at a time. */
export async function* incidentPages(tx: Transaction, dyadId: string, until?: Date): AsyncGenerator<IncidentPage> {
  let after = ''
  for (;;) {
    const rows = await tx.incident.findMany({
      where: { dyadId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: INCIDENTS_AT_ONCE,
    })
    const revisions = await tx.incidentRevision.findMany({
      where: { dyadId, incidentId: { in: rows.map(({ id }) => id) }, at: until && { lte: until } },
      orderBy: { revision: 'asc' },
    })
    yield { rows, revisions: groupedBy(revisions, ({ incidentId }) => incidentId) }
    if (rows.length < INCIDENTS_AT_ONCE) return
    after = rows[rows.length - 1].id
  }
}

/** Rows by a key, in the order in which they come. */
export function groupedBy<Key, Row>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
