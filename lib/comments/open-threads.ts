import * as z from 'zod/mini'
import type { Reader } from '@/lib/db/transaction'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { COMMENT_KINDS } from './append'
import { excerptOf } from './excerpt'
import type { OpenThread, OpenThreads } from './views'

/** Open threads of which a word is given. */
const MOST_SHOWN = 3
/** Characters of it. */
const EXCERPT = 300

const kindSchema = z.enum(COMMENT_KINDS)

interface Found {
  thread: number
  number: number
  kind: string
  at: Date
  byId: string | null
  body: string
  first: string
  total: number
}

/** The threads of an incident that nobody has closed: how many, and the latest word of those talked in last. Two reads. */
export async function openThreadsOf(reader: Reader, dyadId: string, id: string): Promise<OpenThreads> {
  const found = await reader.$queryRaw<Found[]>`
    SELECT c.number AS thread, c.body AS first, last.number, last.kind, last.at, last.by_id AS "byId", last.body,
      (count(*) OVER ())::int AS total
    FROM incident_comment c CROSS JOIN LATERAL (
      SELECT e.* FROM incident_comment e
      WHERE e.dyad_id = c.dyad_id AND e.incident_id = c.incident_id AND (e.number = c.number OR e.thread_of = c.number)
      ORDER BY e.number DESC LIMIT 1) last
    WHERE c.dyad_id = ${dyadId} AND c.incident_id = ${id} AND c.thread_of IS NULL AND last.kind <> 'resolve'
    ORDER BY last.number DESC LIMIT ${MOST_SHOWN}`
  const names = await namesOf(
    reader,
    found.map(({ byId }) => byId),
  )
  const latest = found.map(({ thread, number, kind, at, byId, body, first }): OpenThread => {
    const said = kindSchema.parse(kind)
    // Opening a thread again says nothing by itself: then what it is about stands for it.
    const words = body === '' ? first : body
    return {
      thread,
      number,
      kind: said,
      at: at.toISOString(),
      by: nameOf(names, byId),
      excerpt: excerptOf(words, EXCERPT),
    }
  })
  return { count: found[0]?.total ?? 0, latest }
}
