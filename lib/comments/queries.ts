import 'server-only'
import * as z from 'zod/mini'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { IncidentComment } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { refuseWhileOwed } from '@/lib/samples/blind'
import { COMMENT_KINDS } from './append'
import { readersByName } from './readers'
import type { CommentView, Mentionable, ThreadPage, ThreadView } from './views'

const kindSchema = z.enum(COMMENT_KINDS)

/** Threads that one page of an incident shows. */
const PAGE = 20
/** People that the completion of mentions offers; anybody else can be mentioned by typing the login. */
const MOST_PEOPLE = 500

/**
 * The latest threads of an incident, or those before number `before`: three reads, whatever else is said elsewhere.
 * @throws DeskError FORBIDDEN, also while the viewer owes a coding of it; NOT_FOUND without such an incident.
 */
export async function threadsOf(
  viewer: Viewer,
  dyadId: string,
  id: string,
  { before }: { before?: number } = {},
): Promise<ThreadPage> {
  authorize(viewer, 'incident:read-unpublished')
  const prisma = await database()
  const incident = await prisma.incident.findUnique({ where: { dyadId_id: { dyadId, id } }, select: { id: true } })
  if (!incident) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  await refuseWhileOwed(prisma, viewer, { dyadId, id })
  const key = { dyadId, incidentId: id }
  const found = await prisma.incidentComment.findMany({
    where: { ...key, threadOf: null, ...(before === undefined ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: PAGE + 1,
  })
  const roots = found.slice(0, PAGE).reverse()
  const replies = await prisma.incidentComment.findMany({
    where: { ...key, threadOf: { in: roots.map(({ number }) => number) } },
    orderBy: { number: 'asc' },
  })
  const people = await peopleOf(prisma, [...roots, ...replies])
  return {
    threads: roots.map((root) =>
      threadView([root, ...replies.filter((reply) => reply.threadOf === root.number)], people),
    ),
    older: found.length > PAGE ? roots[0].number : null,
  }
}

type People = Map<string, { login: string; name: string }>

async function peopleOf(reader: Reader, comments: IncidentComment[]): Promise<People> {
  const ids = comments.flatMap(({ byId, mentions }) => (byId === null ? mentions : [byId, ...mentions]))
  const accounts = await reader.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, login: true, name: true },
  })
  return new Map(accounts.map(({ id, login, name }) => [id, { login, name }]))
}

function threadView(entries: IncidentComment[], people: People): ThreadView {
  const resolved = entries[entries.length - 1].kind === 'resolve'
  return { number: entries[0].number, resolved, entries: entries.map((entry) => commentView(entry, people)) }
}

function commentView(
  { number, kind, at, byId, body, mentions, revision }: IncidentComment,
  people: People,
): CommentView {
  return {
    number,
    kind: kindSchema.parse(kind),
    at: at.toISOString(),
    by: byId === null ? 'Command line' : (people.get(byId)?.name ?? 'Unknown account'),
    body,
    mentions: mentions.flatMap((id) => people.get(id)?.login ?? []),
    revision,
  }
}

/**
 * Whom a comment can mention: active accounts that may read it, by name.
 * @throws DeskError FORBIDDEN.
 */
export async function mentionable(viewer: Viewer): Promise<Mentionable[]> {
  authorize(viewer, 'incident:comment')
  return readersByName(await database(), MOST_PEOPLE)
}
