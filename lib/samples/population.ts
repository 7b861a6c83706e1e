import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import type { IncidentFilter } from '@/lib/incidents/filter'
import { conditions } from '@/lib/incidents/list-query'
import type { RevisionAction } from '@/lib/incidents/views'
import type { UnitKey } from './draw'

/** Revisions by which somebody wrote how an incident is coded. */
const WRITING: RevisionAction[] = ['created', 'imported', 'edited', 'restored', 'adjudicated']

/** What a sample is drawn from: a filter, without what is the coders' own where that is left out. */
export interface Population {
  filter: IncidentFilter
  coders: readonly string[]
  excludeOwn: boolean
}

/** Approved incidents that the filter shows; context has nothing to code. What the filter says of status does not matter. */
export const matching = (filter: IncidentFilter): Prisma.Sql =>
  Prisma.join(conditions({ ...filter, status: 'approved', kind: 'incident' }, false), ' AND ')

/** The same without what one of the coders wrote, in any revision: they would know how it was coded. */
export function drawable({ filter, coders, excludeOwn }: Population): Prisma.Sql {
  if (!excludeOwn || coders.length === 0) return matching(filter)
  return Prisma.sql`${matching(filter)} AND NOT EXISTS (
    SELECT 1 FROM incident_revision r WHERE r.dyad_id = i.dyad_id AND r.incident_id = i.id
      AND r.by_id = ANY (${[...coders]}::uuid[]) AND r.action = ANY (${WRITING}::text[]))`
}

/** How many incidents meet a condition. */
export async function countOf(reader: Reader, where: Prisma.Sql): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM incident i WHERE ${where}`
  return row.count
}

/** All that can be drawn, in no order. */
export function populationOf(reader: Reader, population: Population): Promise<UnitKey[]> {
  return reader.$queryRaw<UnitKey[]>`
    SELECT i.dyad_id AS "dyadId", i.id, i.in_force AS revision FROM incident i WHERE ${drawable(population)}`
}
