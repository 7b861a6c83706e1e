import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import type { IncidentFilter } from '@/lib/incidents/filter'
import { conditions } from '@/lib/incidents/list-query'

/** An incident that can be drawn, with the revision that counts. */
export interface UnitKey {
  dyadId: string
  id: string
  revision: number
}

/** What a sample is drawn from: a filter, without what its coders know already where that is left out. */
export interface Population {
  filter: IncidentFilter
  coders: readonly string[]
  excludeOwn: boolean
}

/** Approved incidents that the filter shows; context has nothing to code. What the filter says of status does not matter. */
export const matching = (filter: IncidentFilter): Prisma.Sql =>
  Prisma.join(conditions({ ...filter, status: 'approved', kind: 'incident' }, false), ' AND ')

/**
 * The same without what one of the coders knows already: who wrote, approved or returned an incident, in any revision, or coded
 * it in a sample before, knows how it is coded.
 */
export function drawable({ filter, coders, excludeOwn }: Population): Prisma.Sql {
  if (!excludeOwn || coders.length === 0) return matching(filter)
  return Prisma.sql`${matching(filter)} AND NOT ${knownTo(coders)}`
}

/** A condition over `incident i`: one of these accounts wrote, decided or coded it. */
export const knownTo = (accounts: readonly string[]): Prisma.Sql => Prisma.sql`(
  EXISTS (SELECT 1 FROM incident_revision r WHERE r.dyad_id = i.dyad_id AND r.incident_id = i.id
    AND r.by_id = ANY (${[...accounts]}::uuid[]))
  OR EXISTS (SELECT 1 FROM coding_unit u JOIN coding g ON g.sample_id = u.sample_id AND g.ordinal = u.ordinal
    WHERE u.dyad_id = i.dyad_id AND u.incident_id = i.id AND g.coder_id = ANY (${[...accounts]}::uuid[])))`

/** How many incidents meet a condition. */
export async function countOf(reader: Reader, where: Prisma.Sql): Promise<number> {
  const [row] = await reader.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM incident i WHERE ${where}`
  return row.count
}

/**
 * The `size` incidents with the smallest hashes of seed and name, smallest first: as good as random, the same for the same seed,
 * and one more incident in the population moves no other's place. The database keeps no more than `size` of them.
 */
export function drawnFrom(reader: Reader, population: Population, seed: number, size: number): Promise<UnitKey[]> {
  return reader.$queryRaw<UnitKey[]>`
    SELECT i.dyad_id AS "dyadId", i.id, i.in_force AS revision FROM incident i WHERE ${drawable(population)}
    ORDER BY sha256(convert_to(${`${seed}:`} || i.dyad_id || '/' || i.id, 'UTF8')), i.dyad_id, i.id LIMIT ${size}`
}
