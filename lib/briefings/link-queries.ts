import 'server-only'
import { addressBlock } from '@/lib/auth/client-address'
import { countAttempt, limitsOf } from '@/lib/auth/limits'
import { linkReader } from '@/lib/auth/link-reader'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/client'
import type { BriefingLink } from '@/lib/db/generated/client'
import { dyadView } from '@/lib/dyads/queries'
import type { DyadView } from '@/lib/dyads/views'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { isShareable, tokenHash } from './links'
import type { TlpMark } from './model/terms'
import { type Download, publishedFile, publishedRow, publishedView } from './published-queries'
import type { ExportFormat } from './render/formats'
import type { BriefingView, LinkView } from './views'

const MOST_LINKS = 200

function statusOf({ revokedAt, endsAt }: Pick<BriefingLink, 'revokedAt' | 'endsAt'>): LinkView['status'] {
  if (revokedAt !== null) return 'revoked'
  return endsAt <= now() ? 'ended' : 'open'
}

const viewOf = (link: BriefingLink, names: Map<string, string>): LinkView => ({
  id: link.id,
  subject: link.subject as LinkView['subject'],
  of: link.briefingId ?? link.dyadId ?? '',
  mark: link.mark as TlpMark,
  createdAt: link.createdAt.toISOString(),
  by: nameOf(names, link.byId),
  endsAt: link.endsAt.toISOString(),
  revokedAt: link.revokedAt?.toISOString() ?? null,
  status: statusOf(link),
  opens: link.opens,
  lastOpenedAt: link.lastOpenedAt?.toISOString() ?? null,
})

/**
 * Links that were made, the latest first; narrowed to a briefing or a dyad. At most 200.
 * @throws DeskError FORBIDDEN.
 */
export async function listLinks(
  viewer: Viewer,
  { briefingId, dyadId }: { briefingId?: string; dyadId?: string } = {},
): Promise<LinkView[]> {
  authorize(viewer, 'briefing:share')
  const prisma = await database()
  const links = await prisma.briefingLink.findMany({
    where: { briefingId, dyadId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MOST_LINKS,
  })
  const names = await namesOf(
    prisma,
    links.map(({ byId }) => byId),
  )
  return links.map((link) => viewOf(link, names))
}

/** What a token opens, for whom. */
export interface Knock {
  token: string
  /** Where it came from, as `clientAddress` tells: wrong tokens are counted by it. */
  address: string
}

// One answer, whatever is wrong with it: nobody learns that there was such a link.
const nowhere = () =>
  new DeskError('NOT_FOUND', 'This link leads nowhere: it was mistyped, it has ended, or it was revoked.')

/** The open link of a token, within the limits of wrong ones. @throws DeskError NOT_FOUND, RATE_LIMITED. */
async function openLink({ token, address }: Knock, subject: LinkView['subject']): Promise<BriefingLink> {
  const prisma = await database()
  const limits = limitsOf(prisma)
  const from = addressBlock(address)
  const limited = await countAttempt(limits.link, from)
  if (limited)
    throw new DeskError('RATE_LIMITED', `Too many links that lead nowhere. Try again in ${limited.minutes} min.`)
  const link = await prisma.briefingLink.findUnique({ where: { tokenHash: tokenHash(token) } })
  if (!link || link.subject !== subject || statusOf(link) !== 'open' || !isShareable(link.mark)) throw nowhere()
  await limits.link.reward(from)
  return link
}

/** Counts that a link was opened: how often and when last, and nothing of by whom. */
async function countOpening({ id }: BriefingLink): Promise<void> {
  const prisma = await database()
  await prisma.briefingLink.update({ where: { id }, data: { opens: { increment: 1 }, lastOpenedAt: now() } })
}

/** Whether a token leads to a briefing or a dyad. @throws DeskError NOT_FOUND, RATE_LIMITED. */
export async function sharedSubject(knock: Knock): Promise<LinkView['subject']> {
  const prisma = await database()
  const found = await prisma.briefingLink.findUnique({
    where: { tokenHash: tokenHash(knock.token) },
    select: { subject: true },
  })
  const subject = found?.subject === 'dyad' ? 'dyad' : 'briefing'
  await openLink(knock, subject)
  return subject
}

/** What every shared page says. */
interface SharedPage {
  mark: TlpMark
  /** ISO 8601. */
  endsAt: string
}

/** A published briefing as a link shows it: without who made it, and what it was made from. */
export type SharedBriefing = SharedPage & {
  briefing: Pick<
    BriefingView,
    | 'id'
    | 'at'
    | 'kind'
    | 'title'
    | 'dyadIds'
    | 'language'
    | 'asOf'
    | 'supersededBy'
    | 'document'
    | 'hash'
    | 'seal'
    | 'files'
  >
}

const pageOf = ({ mark, endsAt }: BriefingLink): SharedPage => ({ mark: mark as TlpMark, endsAt: endsAt.toISOString() })

/**
 * The published briefing of a link, for somebody without an account; counted.
 * @throws DeskError NOT_FOUND, the same for a link that there never was, that has ended or was revoked; RATE_LIMITED.
 */
export async function sharedBriefing(knock: Knock): Promise<SharedBriefing> {
  const link = await openLink(knock, 'briefing')
  const prisma = await database()
  const row = await publishedRow(prisma, link.briefingId ?? '')
  if (!isShareable(row.mark)) throw nowhere()
  await countOpening(link)
  const view = await publishedView(prisma, row)
  const { id, at, kind, title, dyadIds, language, asOf, supersededBy, document, hash, seal, files } = view
  const briefing = { id, at, kind, title, dyadIds, language, asOf, supersededBy, document, hash, seal, files }
  return { ...pageOf(link), briefing }
}

/** One file of the briefing of a link. @throws DeskError as `sharedBriefing`. */
export async function sharedFile(knock: Knock, format: ExportFormat): Promise<Download> {
  const link = await openLink(knock, 'briefing')
  const prisma = await database()
  const { id, mark } = await publishedRow(prisma, link.briefingId ?? '')
  if (!isShareable(mark)) throw nowhere()
  return publishedFile(prisma, id, format)
}

/** A dyad's page as a link shows it, from what is published. */
export type SharedDyad = SharedPage & {
  dyad: DyadView
  /** Reads what is published, as nobody: for the parts of the page that the view does not hold. */
  reader: Viewer
}

/**
 * The dyad's page of a link, for somebody without an account; counted.
 * @throws DeskError as `sharedBriefing`.
 */
export async function sharedDyad(knock: Knock): Promise<SharedDyad> {
  const link = await openLink(knock, 'dyad')
  const reader = linkReader()
  const dyad = await dyadView(reader, link.dyadId ?? '')
  await countOpening(link)
  return { ...pageOf(link), dyad, reader }
}
