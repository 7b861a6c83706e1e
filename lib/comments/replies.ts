import type { IncidentComment } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import type { HiddenReplies } from './views'

/** Replies that a thread shows at once on a page of threads, and where it stands alone. */
const MOST_REPLIES = 10
const MOST_ALONE = 50

/** A stretch of a thread's replies, oldest first, and what there is before and after it. */
export interface Replies {
  shown: IncidentComment[]
  earlier: HiddenReplies | null
  later: HiddenReplies | null
  /** The latest of all, which says whether the thread is closed; undefined where nobody has replied. */
  last?: IncidentComment
}

interface Key {
  dyadId: string
  incidentId: string
}

/** The latest replies in some threads of an incident: three reads, bounded by the threads. */
export async function repliesOf(reader: Reader, key: Key, threads: number[]): Promise<Map<number, Replies>> {
  if (threads.length === 0) return new Map()
  const numbers = await reader.$queryRaw<{ number: number }[]>`
    SELECT reply.number FROM unnest(${threads}::int[]) AS root (number) CROSS JOIN LATERAL (
      SELECT c.number FROM incident_comment c
      WHERE c.dyad_id = ${key.dyadId} AND c.incident_id = ${key.incidentId} AND c.thread_of = root.number
      ORDER BY c.number DESC LIMIT ${MOST_REPLIES + 1}) reply`
  const found = await reader.incidentComment.findMany({
    where: { ...key, number: { in: numbers.map(({ number }) => number) } },
    orderBy: { number: 'desc' },
  })
  const counts = await reader.incidentComment.groupBy({
    by: ['threadOf'],
    where: { ...key, threadOf: { in: threads } },
    _count: { _all: true },
  })
  return new Map(
    counts.flatMap(({ threadOf, _count }) => {
      if (threadOf === null) return []
      const newest = found.filter((reply) => reply.threadOf === threadOf)
      return [[threadOf, { ...stretch(newest, MOST_REPLIES, _count._all), later: null, last: newest.at(0) }] as const]
    }),
  )
}

/** The first `most` of some replies, newest first, as a stretch; `total` are all up to the newest of them. */
function stretch(newest: IncidentComment[], most: number, total: number): Pick<Replies, 'shown' | 'earlier'> {
  const shown = newest.slice(0, most).reverse()
  const next = newest.at(most)
  return { shown, earlier: next ? { count: total - shown.length, number: next.number } : null }
}

/** The latest replies in one thread where `number` is among them or its first comment; else those that end with it. */
export async function repliesUpTo(reader: Reader, key: Key, thread: number, number: number): Promise<Replies> {
  const where = { ...key, threadOf: thread }
  const upTo = (most?: number) =>
    reader.incidentComment.findMany({
      where: most === undefined ? where : { ...where, number: { lte: most } },
      orderBy: { number: 'desc' },
      take: MOST_ALONE + 1,
    })
  const newest = await upTo()
  const total = await reader.incidentComment.count({ where })
  const last = newest.at(0)
  const inSight = number === thread || newest.slice(0, MOST_ALONE).some((reply) => reply.number === number)
  if (inSight || !last) return { ...stretch(newest, MOST_ALONE, total), later: null, last }
  const later = await reader.incidentComment.count({ where: { ...where, number: { gt: number } } })
  const after = { count: later, number: last.number }
  return { ...stretch(await upTo(number), MOST_ALONE, total - later), later: after, last }
}
