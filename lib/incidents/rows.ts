import { z } from 'zod'
import { CATEGORIES, CONFIDENCES, CREDIBILITIES, RELIABILITIES } from '@/lib/core/codebook'
import type { Reader } from '@/lib/db/transaction'
import { nameOf, namesOf } from './names'
import { DATE_PRECISIONS, KINDS, PROPOSALS, STATUSES } from './schema'
import type { IncidentRow } from './views'

/** Narrows the text columns to their vocabularies: the database's checks say the same. */
const storedSchema = z.object({
  dyadId: z.string(),
  id: z.string(),
  revision: z.number(),
  status: z.enum(STATUSES),
  headStatus: z.enum(STATUSES),
  inForce: z.number().nullable(),
  proposal: z.enum(PROPOSALS).nullable(),
  selfApproved: z.boolean(),
  kind: z.enum(KINDS),
  actor: z.string(),
  target: z.string().nullable(),
  mutual: z.boolean(),
  category: z.enum(CATEGORIES).nullable(),
  code: z.string().nullable(),
  rung: z.number().nullable(),
  persistence: z.enum(['short', 'medium', 'long']).nullable(),
  startDay: z.number(),
  endDay: z.number().nullable(),
  ongoing: z.boolean(),
  datePrecision: z.enum(DATE_PRECISIONS),
  reliability: z.enum(RELIABILITIES),
  credibility: z.literal(CREDIBILITIES),
  confidence: z.enum(CONFIDENCES),
  title: z.string(),
  points: z.number(),
})

/** Columns that a list needs. */
export const ROW_COLUMNS = {
  dyadId: true,
  id: true,
  revision: true,
  status: true,
  headStatus: true,
  inForce: true,
  proposal: true,
  selfApproved: true,
  kind: true,
  actor: true,
  target: true,
  mutual: true,
  category: true,
  code: true,
  rung: true,
  persistence: true,
  startDay: true,
  endDay: true,
  ongoing: true,
  datePrecision: true,
  reliability: true,
  credibility: true,
  confidence: true,
  title: true,
  points: true,
  createdById: true,
  updatedAt: true,
} as const

export interface StoredIncident extends Record<string, unknown> {
  createdById: string | null
  updatedAt: Date
}

/** Rows of the database as list entries, with the author's name. One more read, bounded by the rows. */
export async function incidentRows(reader: Reader, stored: StoredIncident[]): Promise<IncidentRow[]> {
  const names = await namesOf(
    reader,
    stored.map((row) => row.createdById),
  )
  return stored.map((row) => {
    const parsed = storedSchema.parse(row)
    const author = nameOf(names, row.createdById)
    return { ...parsed, target: parsed.target ?? '', author, updatedAt: row.updatedAt.toISOString() }
  })
}

/** The rows of some incidents of one or more dyads, in the order of the keys; a key without a row is left out. */
export async function rowsByKey(reader: Reader, keys: { dyadId: string; id: string }[]): Promise<IncidentRow[]> {
  if (keys.length === 0) return []
  const stored = await reader.incident.findMany({
    where: { OR: groupByDyad(keys) },
    select: ROW_COLUMNS,
  })
  const rows = new Map((await incidentRows(reader, stored)).map((row) => [`${row.dyadId}/${row.id}`, row]))
  return keys.map((key) => rows.get(`${key.dyadId}/${key.id}`)).filter((row) => row !== undefined)
}

function groupByDyad(keys: { dyadId: string; id: string }[]) {
  const ids = new Map<string, string[]>()
  for (const { dyadId, id } of keys) ids.set(dyadId, [...(ids.get(dyadId) ?? []), id])
  return [...ids].map(([dyadId, list]) => ({ dyadId, id: { in: list } }))
}
