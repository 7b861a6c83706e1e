import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { IncidentComment } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { lockDyad } from '@/lib/dyads/dyad-lock'
import { DeskError } from '@/lib/errors'
import { notify } from '@/lib/inbox/notify'
import type { StoredIncidentRow } from '@/lib/incidents/record'
import { appendComment } from './append'
import { excerptOf } from './excerpt'
import { mentionParts, possibleMentions } from './mentions'
import { readersAmong, readersByLogin } from './readers'
import type { AddCommentInput, ThreadInput } from './schema'

/** Characters of a comment that a notice quotes. */
const EXCERPT = 200

/** Where something that was said stands. */
export interface Said {
  number: number
  thread: number
}

/**
 * Says something about an incident, in a thread or as the start of one. Tells those whom it mentions, and those who wrote in
 * the thread before; of a new thread those who logged the incident, wrote a part of it or talked about it. The same words sent again right after, because an answer was lost, are not said twice.
 * @throws DeskError FORBIDDEN; NOT_FOUND without such an incident or thread.
 */
export async function addComment(viewer: Viewer, input: AddCommentInput): Promise<Said> {
  authorize(viewer, 'incident:comment')
  return inTransaction(async (tx) => {
    const row = await lockIncident(tx, input)
    const thread = input.threadOf === null ? [] : await entriesOf(tx, input, input.threadOf)
    const repeated = await sameJustSaid(tx, viewer, input)
    if (repeated !== null) return { number: repeated, thread: input.threadOf ?? repeated }
    const mentioned = await mentionedIn(tx, input.body)
    const { dyadId, id, threadOf, body } = input
    const comment = { dyadId, incidentId: id, threadOf, kind: 'comment' as const, body, revision: row.revision }
    const number = await appendComment(tx, viewer, { ...comment, mentions: mentioned })
    const notice = { dyadId, incidentId: id, detail: { number, title: row.title, excerpt: excerptOf(body, EXCERPT) } }
    await notify(tx, viewer, mentioned, { ...notice, kind: 'mention' })
    const others = threadOf === null ? await concernedBy(tx, row) : thread.map(({ byId }) => byId)
    const readers = await readersAmong(tx, untold(others, mentioned))
    await notify(tx, viewer, readers, { ...notice, kind: threadOf === null ? 'thread' : 'reply' })
    return { number, thread: threadOf ?? number }
  })
}

/**
 * Closes a thread by an entry of its own; one that is closed already stays as it is.
 * @throws DeskError FORBIDDEN; NOT_FOUND without such an incident or thread.
 */
export async function resolveThread(viewer: Viewer, input: ThreadInput): Promise<void> {
  authorize(viewer, 'incident:comment')
  await mark(viewer, input, 'resolve')
}

/**
 * Opens a closed thread again by an entry of its own.
 * @throws DeskError FORBIDDEN; NOT_FOUND without such an incident or thread.
 */
export async function reopenThread(viewer: Viewer, input: ThreadInput): Promise<void> {
  authorize(viewer, 'incident:comment')
  await mark(viewer, input, 'reopen')
}

async function mark(viewer: Viewer, { thread, ...key }: ThreadInput, kind: 'resolve' | 'reopen'): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await lockIncident(tx, key)
    const entries = await entriesOf(tx, key, thread)
    const resolved = entries.at(-1)?.kind === 'resolve'
    if (resolved === (kind === 'resolve')) return
    const entry = { dyadId: key.dyadId, incidentId: key.id, threadOf: thread, kind, body: '', revision: row.revision }
    await appendComment(tx, viewer, entry)
  })
}

/** The incident, with its dyad locked, so that comments are numbered one after the other. */
async function lockIncident(
  tx: Transaction,
  { dyadId, id }: { dyadId: string; id: string },
): Promise<StoredIncidentRow> {
  const dyad = await lockDyad(tx, dyadId, { create: false })
  const row = dyad && (await tx.incident.findUnique({ where: { dyadId_id: { dyadId, id } } }))
  if (!row) throw new DeskError('NOT_FOUND', 'There is no such incident.')
  return row
}

/** A thread from its first comment on. */
async function entriesOf(
  tx: Transaction,
  { dyadId, id }: { dyadId: string; id: string },
  thread: number,
): Promise<Pick<IncidentComment, 'number' | 'kind' | 'byId'>[]> {
  const entries = await tx.incidentComment.findMany({
    where: { dyadId, incidentId: id, OR: [{ number: thread, threadOf: null }, { threadOf: thread }] },
    orderBy: { number: 'asc' },
    select: { number: true, kind: true, byId: true },
  })
  if (entries[0]?.number !== thread) throw new DeskError('NOT_FOUND', 'There is no such thread.')
  return entries
}

/** The number of the incident's latest entry where it is this very comment, by the same person; else null. */
async function sameJustSaid(tx: Transaction, viewer: Viewer, input: AddCommentInput): Promise<number | null> {
  const last = await tx.incidentComment.findFirst({
    where: { dyadId: input.dyadId, incidentId: input.id },
    orderBy: { number: 'desc' },
  })
  const same = last?.kind === 'comment' && last.byId === viewer.accountId && last.body === input.body
  return same && last.threadOf === input.threadOf ? last.number : null
}

/** Accounts that a text mentions and that may read it; any other `@word` stays text. */
async function mentionedIn(tx: Transaction, body: string): Promise<string[]> {
  const ids = await readersByLogin(tx, possibleMentions(body))
  const logins = mentionParts(body, new Set(ids.keys())).flatMap(({ login }) => login ?? [])
  return [...new Set(logins)].flatMap((login) => ids.get(login) ?? [])
}

/** Whom a new thread concerns: who logged the incident, who wrote what it says, and who has talked about it. */
async function concernedBy(tx: Transaction, { dyadId, id, createdById, authors }: StoredIncidentRow) {
  const talked = await tx.incidentComment.groupBy({ by: ['byId'], where: { dyadId, incidentId: id } })
  return [createdById, ...authors, ...talked.map(({ byId }) => byId)]
}

/** Accounts without those who are told already. */
const untold = (ids: (string | null)[], told: string[]): string[] =>
  ids.filter((id) => id !== null).filter((id) => !told.includes(id))
