import { Prisma } from '@/lib/db/generated/client'
import type { ActivityFilter } from './filter'
import { actionsOf, SOURCES, type Source } from './sources'

const sql = Prisma.sql

/** Where a page ended. */
export interface ActivityCursor {
  at: string
  source: number
  k1: string
  k2: string
  k3: string
}

/** What of a source comes after a cursor: its index is entered at the instant, and only what shares it is looked at twice. */
function afterCondition(source: Source, index: number, cursor: ActivityCursor): Prisma.Sql {
  if (index < cursor.source) return sql`s.at < ${cursor.at}::timestamptz`
  if (index > cursor.source) return sql`s.at <= ${cursor.at}::timestamptz`
  const { k1, k2, k3 } = source
  return sql`s.at <= ${cursor.at}::timestamptz AND (s.at < ${cursor.at}::timestamptz
    OR (${k1}, ${k2}) > (${cursor.k1}, ${cursor.k2})
    OR ((${k1}, ${k2}) = (${cursor.k1}, ${cursor.k2}) AND ${k3} < ${cursor.k3}::bigint))`
}

function conditionsOf(source: Source, filter: ActivityFilter): Prisma.Sql[] {
  const where: Prisma.Sql[] = source.where ? [source.where] : []
  if (filter.person === 'none') where.push(sql`${source.person} IS NULL`)
  else if (filter.person) where.push(sql`${source.person} = ${filter.person}::uuid`)
  if (filter.dyad && source.dyad) where.push(sql`${source.dyad} = ${filter.dyad}`)
  if (filter.from) where.push(sql`s.at >= ${`${filter.from}T00:00:00Z`}::timestamptz`)
  if (filter.to) where.push(sql`s.at < ${`${filter.to}T00:00:00Z`}::timestamptz + interval '1 day'`)
  return where
}

interface Part {
  index: number
  source: Source
  /** The one action that it tells of; all where none is said. */
  action?: string
}

/** The sources that a filter asks for, one part an action where it narrows them by action: each part enters an index. */
function partsOf({ kind, dyad }: ActivityFilter, signIns: boolean): Part[] {
  return [...SOURCES.entries()].flatMap(([index, source]): Part[] => {
    if (source.kinds.includes('sign-in') && !signIns) return []
    if (dyad !== undefined && source.dyad === null) return []
    if (kind === undefined) return [{ index, source }]
    if (!source.kinds.includes(kind)) return []
    return source.kindOf ? actionsOf(source, kind).map((action) => ({ index, source, action })) : [{ index, source }]
  })
}

/** The newest entries of one part that a filter shows, at most `limit`. */
function entriesOf(
  { index, source, action }: Part,
  filter: ActivityFilter,
  { cursor, limit }: { cursor: ActivityCursor | null; limit: number },
): Prisma.Sql {
  const where = conditionsOf(source, filter)
  if (action !== undefined) where.push(sql`s.action = ${action}`)
  if (cursor) where.push(afterCondition(source, index, cursor))
  const { k1, k2, k3 } = source
  // It is one person anyway; said first, it lets the index by person give the order also of what nobody did.
  const byPerson = filter.person ? sql`${source.person},` : Prisma.empty
  return sql`(SELECT s.at, ${index}::int AS source, ${k1} AS k1, ${k2} AS k2, ${k3}::bigint AS k3, ${source.person} AS "byId",
      ${source.action} AS action, ${source.dyad ?? sql`NULL::text`} AS "dyadId", ${source.incident} AS "incidentId",
      ${source.subject} AS subject, ${source.note} AS note, ${source.address} AS address, ${source.detail} AS detail
    FROM ${source.from} ${where.length > 0 ? sql`WHERE ${Prisma.join(where, ' AND ')}` : Prisma.empty}
    ORDER BY ${byPerson} s.at DESC, ${k1}, ${k2}, ${k3} DESC LIMIT ${limit})`
}

/**
 * The statement for a page of the log: the newest of each source, put together and cut again. Each part gives at most `limit`
 * rows off an index on their instant, by person, dyad or action where the filter names one, so a page costs the same whatever the
 * log holds and wherever the page is. A filter that names several of them reads past what only one of them narrows. Null where
 * the filter asks for nothing that the viewer may see.
 */
export function activityStatement(
  filter: ActivityFilter,
  { cursor, limit, signIns }: { cursor: ActivityCursor | null; limit: number; signIns: boolean },
): Prisma.Sql | null {
  const parts = partsOf(filter, signIns).map((part) => entriesOf(part, filter, { cursor, limit }))
  if (parts.length === 0) return null
  return sql`SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) entries
    ORDER BY at DESC, source, k1, k2, k3 DESC LIMIT ${limit}`
}
