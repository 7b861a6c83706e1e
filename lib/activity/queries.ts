import 'server-only'
import * as z from 'zod/mini'
import { authorize, may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekIdOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { rowsByKey } from '@/lib/incidents/rows'
import type { SealKind } from '@/lib/seals/views'
import { decodeActivityCursor, encodeActivityCursor } from './cursor'
import type { ActivityFilter, ActivityKind } from './filter'
import { kindOf } from './sources'
import { activityStatement } from './statement'
import type { ActivityEntry, ActivityPage } from './views'

const PAGE = 50
const EXPORT_PAGE = 500
const DAILY: SealKind = 'daily'
/** People that the filter offers. */
const MOST_PEOPLE = 500

interface Found {
  at: Date
  source: number
  k1: string
  k2: string
  k3: bigint
  byId: string | null
  action: string
  dyadId: string | null
  incidentId: string | null
  subject: string
  note: string
  address: string
  detail: Record<string, unknown>
}

/**
 * A page of what the team did, newest first: what was done to incidents, comments, weekly checks, annotations, exports, methods, samples,
 * seals, settings and accounts, and, for those who may see them, sign-ins. What it costs stands at
 * `activityStatement`.
 * @throws DeskError FORBIDDEN.
 */
export async function listActivity(viewer: Viewer, filter: ActivityFilter, limit = PAGE): Promise<ActivityPage> {
  authorize(viewer, 'activity:read')
  const cursor = decodeActivityCursor(filter.after)
  const statement = activityStatement(filter, { cursor, limit: limit + 1, signIns: may(viewer, 'sign-in:read') })
  if (!statement) return { rows: [], next: null }
  const prisma = await database()
  const found = await prisma.$queryRaw<Found[]>(statement)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const more = found.length > limit && last
  const next = more ? encodeActivityCursor({ ...last, at: last.at.toISOString(), k3: String(last.k3) }) : null
  return { rows: await entriesOf(prisma, page), next }
}

/** All that a filter shows of the log, page by page: what the CSV download streams. */
export async function* everyActivity(viewer: Viewer, filter: ActivityFilter): AsyncGenerator<ActivityEntry[]> {
  let after: string | undefined
  do {
    const page = await listActivity(viewer, { ...filter, after }, EXPORT_PAGE)
    yield page.rows
    after = page.next ?? undefined
  } while (after)
}

/** Found rows as entries: two more reads, bounded by the rows. */
async function entriesOf(reader: Reader, found: Found[]): Promise<ActivityEntry[]> {
  const ids = found.flatMap(({ byId, detail }) => [...(byId === null ? [] : [byId]), ...peopleOf(detail)])
  const accounts = await reader.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  const keys = found.flatMap(({ dyadId, incidentId }) => (dyadId && incidentId ? [{ dyadId, id: incidentId }] : []))
  const titles = new Map((await rowsByKey(reader, keys)).map((row) => [`${row.dyadId}/${row.id}`, row.title]))
  return found.map((row): ActivityEntry => {
    const { at, source, k1, k2, k3, byId, action, dyadId, incidentId, note, address, detail } = row
    const kind = kindOf(source, action)
    const title = titles.get(`${dyadId}/${incidentId}`) ?? ''
    return {
      key: [source, k1, k2, k3].join('/'),
      at: at.toISOString(),
      kind,
      action,
      by: byId === null ? nobodyOf(kind, detail) : (names.get(byId) ?? 'Unknown account'),
      dyadId,
      incident: dyadId && incidentId ? { dyadId, id: incidentId, title } : null,
      subject: typeof detail.weekStart === 'number' ? weekIdOf(detail.weekStart) : row.subject,
      note,
      address,
      detail,
      people: Object.fromEntries(peopleOf(detail).flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : []))),
    }
  })
}

const accountId = z.uuid()

/** The accounts that a filter names which an entry was narrowed to. */
function peopleOf(detail: Record<string, unknown>): string[] {
  const narrowed: Record<string, unknown> = { ...detail, ...Object(detail.filter) }
  return [narrowed.person, narrowed.author].flatMap((value) => accountId.safeParse(value).data ?? [])
}

/** Kinds of what the case file brings with it. */
const LOADED: ReadonlySet<ActivityKind> = new Set(['edit', 'approval', 'return', 'retraction', 'check'])

/** What no account did: who failed to sign in is nobody; the rest came from the desk or the machine itself. */
function nobodyOf(kind: ActivityKind, detail: Record<string, unknown>): string {
  if (kind === 'sign-in') return 'Somebody'
  if (kind === 'seal' && detail.kind === DAILY) return 'The desk'
  return LOADED.has(kind) ? 'Case file' : 'Command line'
}

/**
 * The people that the log's filter offers, by name.
 * @throws DeskError FORBIDDEN.
 */
export async function activityPeople(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  authorize(viewer, 'activity:read')
  const prisma = await database()
  return prisma.account.findMany({
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { login: 'asc' }],
    take: MOST_PEOPLE,
  })
}
