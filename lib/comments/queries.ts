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
import { type Replies, repliesOf, repliesUpTo } from './replies'
import type { CommentView, Mentionable, ThreadPage, ThreadView } from './views'

const kindSchema = z.enum(COMMENT_KINDS)

/** Threads that one page of an incident shows. */
const PAGE = 20
/** People that the completion of mentions offers; anybody else can be mentioned by typing the login. */
const MOST_PEOPLE = 500

/** What to show of an incident's threads: the latest, those before a number, or the one in which a comment stands. */
export interface ThreadsAt {
  before?: number
  comment?: number
}

/**
 * The latest threads of an incident, or those before number `before`, each with its latest replies; or the one thread in which
 * the comment of a number stands, with that comment in sight. A few reads, whatever else was said here or elsewhere.
 * @throws DeskError FORBIDDEN, also while the viewer owes a coding of it; NOT_FOUND without such an incident or comment.
 */
export async function threadsOf(
  viewer: Viewer,
  dyadId: string,
  id: string,
  { before, comment }: ThreadsAt = {},
): Promise<ThreadPage> {
  authorize(viewer, 'incident:read-unpublished')
  const prisma = await database()
  const incident = await prisma.incident.findUnique({ where: { dyadId_id: { dyadId, id } }, select: { id: true } })
  if (!incident) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  await refuseWhileOwed(prisma, viewer, { dyadId, id })
  const key = { dyadId, incidentId: id }
  if (comment !== undefined) return threadWith(prisma, key, comment)
  const found = await prisma.incidentComment.findMany({
    where: { ...key, threadOf: null, ...(before === undefined ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: PAGE + 1,
  })
  const roots = found.slice(0, PAGE).reverse()
  const replies = await repliesOf(
    prisma,
    key,
    roots.map(({ number }) => number),
  )
  return { threads: await threadViews(prisma, roots, replies), older: found.length > PAGE ? roots[0].number : null }
}

async function threadWith(
  reader: Reader,
  key: { dyadId: string; incidentId: string },
  number: number,
): Promise<ThreadPage> {
  const at = (of: number) => ({ where: { dyadId_incidentId_number: { ...key, number: of } } })
  const said = await reader.incidentComment.findUnique(at(number))
  const root = said && (said.threadOf === null ? said : await reader.incidentComment.findUnique(at(said.threadOf)))
  if (!root) throw new DeskError('NOT_FOUND', 'There is no such comment.')
  const replies = await repliesUpTo(reader, key, root.number, number)
  return { threads: await threadViews(reader, [root], new Map([[root.number, replies]])), older: null }
}

const NO_REPLIES: Replies = { shown: [], earlier: null, later: null }

type People = Map<string, { login: string; name: string }>

async function threadViews(
  reader: Reader,
  roots: IncidentComment[],
  replies: Map<number, Replies>,
): Promise<ThreadView[]> {
  const all = [...replies.values()].flatMap(({ shown, last }) => (last ? [...shown, last] : shown))
  const people = await peopleOf(reader, [...roots, ...all])
  return roots.map((root) => {
    const { shown, earlier, later, last } = replies.get(root.number) ?? NO_REPLIES
    const final = last ?? root
    return {
      number: root.number,
      resolved: final.kind === 'resolve',
      lastBy: commentView(final, people).by,
      entries: [root, ...shown].map((entry) => commentView(entry, people)),
      earlier,
      later,
    }
  })
}

async function peopleOf(reader: Reader, comments: IncidentComment[]): Promise<People> {
  const ids = comments.flatMap(({ byId, mentions }) => (byId === null ? mentions : [byId, ...mentions]))
  const accounts = await reader.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, login: true, name: true },
  })
  return new Map(accounts.map(({ id, login, name }) => [id, { login, name }]))
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
