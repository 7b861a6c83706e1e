import { dayOf } from '@/lib/core/calendar'
import { codesCalled, indicatorOf } from '@/lib/core/codebook'
import { Prisma } from '@/lib/db/generated/client'
import type { IncidentFilter } from './filter'
import type { Status } from './schema'

const SORT_COLUMN = {
  date: Prisma.sql`i.start_day`,
  recorded: Prisma.sql`i.created_at`,
  points: Prisma.sql`i.points`,
  title: Prisma.sql`i.title`,
} as const

const SORT_TYPE = {
  date: Prisma.sql`int`,
  recorded: Prisma.sql`timestamptz`,
  points: Prisma.sql`double precision`,
  title: Prisma.sql`text`,
} as const

/** Where a page ended: the sort column's value as text, and the row's key. */
interface Cursor {
  value: string
  dyadId: string
  id: string
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.dyadId, cursor.id])).toString('base64url')
}

/** A cursor from an address; undefined when it is not one, and then the list starts at its beginning. */
export function decodeCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'string'))
      return undefined
    return { value: parts[0], dyadId: parts[1], id: parts[2] }
  } catch {
    return undefined
  }
}

/**
 * Words as a prefix search: each must begin some word of the incident, or of what today's codebook calls its code. The code is
 * among the incident's words, so that one index answers for both.
 */
function searchQuery(text: string): string {
  const words = new Set(text.normalize('NFC').match(/[\p{L}\p{N}]+/gu))
  const alternatives = [...words].map((word) => [`${word}:*`, ...codesCalled(word).map((code) => `'${code}'`)])
  return alternatives.map((either) => `(${either.join(' | ')})`).join(' & ')
}

/** What waits, or is in the making, is told by the latest revision; what counts, by the state in force: all that others see. */
function statusCondition(status: Status, unpublished: boolean): Prisma.Sql {
  const counted = !unpublished || status === 'approved' || status === 'retracted'
  return counted ? Prisma.sql`i.status = ${status}` : Prisma.sql`i.head_status = ${status}`
}

/** How it came into the record is what its first revision did. */
function originCondition(origin: 'imported' | 'logged'): Prisma.Sql {
  const imported = Prisma.sql`EXISTS (SELECT 1 FROM incident_revision first WHERE first.dyad_id = i.dyad_id
    AND first.incident_id = i.id AND first.revision = 1 AND first.action = 'imported')`
  return origin === 'imported' ? imported : Prisma.sql`NOT ${imported}`
}

/** The conditions of a filter over `incident i`; without `unpublished` only what was ever approved is shown. */
export function conditions(filter: IncidentFilter, unpublished: boolean): Prisma.Sql[] {
  const where: Prisma.Sql[] = []
  if (!unpublished) where.push(Prisma.sql`i.in_force IS NOT NULL`)
  if (filter.dyad) where.push(Prisma.sql`i.dyad_id = ${filter.dyad}`)
  if (filter.category) where.push(Prisma.sql`i.category = ${filter.category}`)
  if (filter.code && indicatorOf(filter.code)) where.push(Prisma.sql`i.code = ${filter.code}`)
  if (filter.rungMin !== undefined) where.push(Prisma.sql`i.rung >= ${filter.rungMin}`)
  if (filter.rungMax !== undefined) where.push(Prisma.sql`i.rung <= ${filter.rungMax}`)
  if (filter.status) where.push(statusCondition(filter.status, unpublished))
  if (filter.kind) where.push(Prisma.sql`i.kind = ${filter.kind}`)
  if (filter.from) where.push(Prisma.sql`i.start_day >= ${dayOf(filter.from)}`)
  if (filter.to) where.push(Prisma.sql`i.start_day <= ${dayOf(filter.to)}`)
  if (filter.author === 'none') where.push(Prisma.sql`i.created_by IS NULL`)
  else if (filter.author) where.push(Prisma.sql`i.created_by = ${filter.author}::uuid`)
  if (filter.writer) where.push(unpublished ? Prisma.sql`${filter.writer}::uuid = ANY (i.authors)` : Prisma.sql`FALSE`)
  if (filter.origin) where.push(originCondition(filter.origin))
  if (filter.direction) {
    const [actor, target] = filter.direction.split('>')
    where.push(
      Prisma.sql`((i.actor = ${actor} AND i.target = ${target}) OR (i.mutual AND i.actor = ${target} AND i.target = ${actor}))`,
    )
  }
  const search = filter.q ? searchQuery(filter.q) : ''
  if (search) where.push(Prisma.sql`i.search @@ to_tsquery('simple', ${search})`)
  else if (filter.q) where.push(Prisma.sql`FALSE`)
  return where
}

/**
 * The statement for one page of a list: `limit + 1` rows with the sort column as text in `cursor_value`. Keyset paging: a
 * page costs the same wherever it is.
 */
export function listStatement(
  filter: IncidentFilter,
  { limit, unpublished }: { limit: number; unpublished: boolean },
): Prisma.Sql {
  const column = SORT_COLUMN[filter.sort]
  const where = conditions(filter, unpublished)
  const cursor = decodeCursor(filter.after)
  const descending = filter.order === 'desc'
  if (cursor) {
    const [than, type] = [Prisma.raw(descending ? '<' : '>'), SORT_TYPE[filter.sort]]
    where.push(Prisma.sql`(${column} ${than} ${cursor.value}::${type} OR (${column} = ${cursor.value}::${type}
      AND (i.dyad_id, i.id) > (${cursor.dyadId}, ${cursor.id})))`)
  }
  const direction = Prisma.raw(descending ? 'DESC' : 'ASC')
  return Prisma.sql`
    SELECT i.dyad_id AS "dyadId", i.id, ${column}::text AS "cursorValue" FROM incident i
    ${where.length > 0 ? Prisma.sql`WHERE ${Prisma.join(where, ' AND ')}` : Prisma.empty}
    ORDER BY ${column} ${direction}, i.dyad_id, i.id LIMIT ${limit + 1}`
}
