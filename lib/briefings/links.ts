import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { logActivity } from '@/lib/activity/log'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now, todayUtc } from '@/lib/clock'
import { dayOf } from '@/lib/core/calendar'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { sha256 } from './content'
import { keepEvent } from './events'
import { SHAREABLE_MARKS, type TlpMark } from './model/terms'
import { refuseWhileOwedIn } from './owed'
import { MOST_LINK_DAYS, type RevokeLinkInput, type ShareBriefingInput, type ShareDyadInput } from './schema'

const DAY_MS = 86_400_000
const TOKEN_BYTES = 32

/** A new link. The token is said here and never again: only its hash is kept. */
export interface MadeLink {
  id: string
  token: string
  /** Where it leads, below the desk's address. */
  path: string
}

/** Whether documents of a mark may leave by a link. */
export const isShareable = (mark: string): boolean => (SHAREABLE_MARKS as readonly string[]).includes(mark)

/** The hash that a token is known by. */
export const tokenHash = (token: string): string => sha256(token)

/** The last moment of a link that ends with a UTC day. @throws DeskError INVALID by field. */
function endOf(endDate: string, at: Date): Date {
  const day = dayOf(endDate)
  const refuse = (why: string) => new DeskError('INVALID', why, { endDate: [why] })
  if (day < todayUtc()) throw refuse('The link would have ended already')
  if (day > todayUtc() + MOST_LINK_DAYS) throw refuse(`A link ends within ${MOST_LINK_DAYS} days`)
  return new Date(Math.min((day + 1) * DAY_MS - 1, at.getTime() + MOST_LINK_DAYS * DAY_MS))
}

interface Shared {
  subject: 'briefing' | 'dyad'
  of: string
  dyadId: string | undefined
  mark: TlpMark
  endDate: string
}

async function makeLink(
  tx: Transaction,
  viewer: Viewer,
  { subject, of, dyadId, mark, endDate }: Shared,
): Promise<MadeLink> {
  const [id, token, createdAt] = [randomUUID(), randomBytes(TOKEN_BYTES).toString('base64url'), now()]
  const endsAt = endOf(endDate, createdAt)
  const what = subject === 'briefing' ? { briefingId: of } : { dyadId: of }
  const row = { id, tokenHash: tokenHash(token), subject, ...what, mark, createdAt, byId: viewer.accountId, endsAt }
  await tx.briefingLink.create({ data: row })
  const state = { subject, of, mark, endsAt: endsAt.toISOString() }
  await keepEvent(tx, viewer, 'link', { id, revision: 1, at: createdAt, action: 'created', state })
  const detail = { of: subject, until: endDate, mark }
  await logActivity(tx, viewer, { action: 'briefing-shared', subject: of, dyadId, detail })
  return { id, token, path: `/s/${token}` }
}

/**
 * Makes a link by which a published briefing is read without an account, until the end of a UTC day.
 * @throws DeskError FORBIDDEN; NOT_FOUND; INVALID for a mark that does not allow it, or a date that is over or too far.
 */
export async function shareBriefing(viewer: Viewer, { briefingId, endDate }: ShareBriefingInput): Promise<MadeLink> {
  authorize(viewer, 'briefing:share')
  return inTransaction(async (tx) => {
    const briefing = await tx.briefing.findUnique({
      where: { id: briefingId },
      select: { mark: true, dyadIds: true },
    })
    if (!briefing) throw new DeskError('NOT_FOUND', 'There is no such briefing.')
    const { mark, dyadIds } = briefing
    if (!isShareable(mark)) throw new DeskError('INVALID', `A briefing marked TLP:${mark} is not shared by a link.`)
    await refuseWhileOwedIn(tx, viewer, dyadIds)
    const dyadId = dyadIds.length === 1 ? dyadIds[0] : undefined
    return makeLink(tx, viewer, { subject: 'briefing', of: briefingId, dyadId, mark: mark as TlpMark, endDate })
  })
}

/**
 * Makes a link by which a dyad's page is read without an account, under a mark that whoever shares it gives it.
 * @throws DeskError as `shareBriefing`.
 */
export async function shareDyad(viewer: Viewer, { dyadId, endDate, mark }: ShareDyadInput): Promise<MadeLink> {
  authorize(viewer, 'briefing:share')
  if (!isShareable(mark)) throw new DeskError('INVALID', `What is marked TLP:${mark} is not shared by a link.`)
  return inTransaction(async (tx) => {
    const dyad = await tx.dyad.findUnique({ where: { id: dyadId }, select: { id: true } })
    if (!dyad) throw new DeskError('NOT_FOUND', `Nobody follows ${dyadId} yet.`)
    return makeLink(tx, viewer, { subject: 'dyad', of: dyadId, dyadId, mark, endDate })
  })
}

/**
 * Ends a link now. Said again it changes nothing.
 * @throws DeskError FORBIDDEN; NOT_FOUND.
 */
export async function revokeLink(viewer: Viewer, { id }: RevokeLinkInput): Promise<{ id: string }> {
  authorize(viewer, 'briefing:share')
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM briefing_link WHERE id = ${id}::uuid FOR UPDATE`
    const link = await tx.briefingLink.findUnique({ where: { id } })
    if (!link) throw new DeskError('NOT_FOUND', 'There is no such link.')
    if (link.revokedAt !== null) return { id }
    const at = now()
    await tx.briefingLink.update({ where: { id }, data: { revokedAt: at, revokedById: viewer.accountId } })
    await keepEvent(tx, viewer, 'link', { id, revision: 2, at, action: 'revoked', state: {} })
    await logActivity(tx, viewer, {
      action: 'briefing-link-revoked',
      subject: link.briefingId ?? link.dyadId ?? '',
      dyadId: link.dyadId ?? undefined,
      detail: { of: link.subject },
    })
    return { id }
  })
}
