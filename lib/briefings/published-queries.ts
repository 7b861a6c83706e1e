import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { type Briefing, Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { weekOf } from './asked'
import { jsonOf } from './content'
import type { BriefingFilter } from './filter'
import type { BriefingDocument } from './model/document'
import type { BriefingKind, Language, TlpMark } from './model/terms'
import { refuseWhileOwedIn } from './owed'
import type { ExportFormat } from './render/formats'
import type { BriefingFileView, BriefingPage, BriefingRow, BriefingView, ChangeNote } from './views'

const PAGE = 50

/** Words as a prefix search: each must begin some word of the briefing. */
const searchQuery = (text: string): string =>
  [...new Set(text.normalize('NFC').match(/[\p{L}\p{N}]+/gu))].map((word) => `${word}:*`).join(' & ')

function conditionsOf({ q, dyad, kind, language, after }: BriefingFilter): Prisma.Sql[] {
  const search = q === undefined ? '' : searchQuery(q)
  return [
    ...(search === '' ? [] : [Prisma.sql`b.search @@ to_tsquery('simple', ${search})`]),
    ...(dyad === undefined ? [] : [Prisma.sql`b.dyad_ids @> ARRAY[${dyad}]::text[]`]),
    ...(kind === undefined ? [] : [Prisma.sql`b.kind = ${kind}`]),
    ...(language === undefined ? [] : [Prisma.sql`b.language = ${language}`]),
    ...(after === undefined
      ? []
      : [Prisma.sql`(b.year, b.number) < (${Number(after.split('-')[0])}, ${Number(after.split('-')[1])})`]),
  ]
}

type Replaced = Map<string, string>

/** Which of some briefings were replaced, and by which. */
async function replacedOf(reader: Reader, ids: string[]): Promise<Replaced> {
  const rows = await reader.briefing.findMany({
    where: { supersedes: { in: ids } },
    select: { id: true, supersedes: true },
  })
  return new Map(rows.map(({ id, supersedes }) => [supersedes ?? '', id]))
}

type RowColumns = Pick<
  Briefing,
  | 'id'
  | 'at'
  | 'byId'
  | 'kind'
  | 'title'
  | 'dyadIds'
  | 'fromWeek'
  | 'toWeek'
  | 'language'
  | 'mark'
  | 'asOf'
  | 'supersedes'
>

/** A stored briefing as a list shows it. The database checks its words. */
const rowOf = (row: RowColumns, names: Map<string, string>, replaced: Replaced): BriefingRow => ({
  id: row.id,
  at: row.at.toISOString(),
  by: nameOf(names, row.byId),
  kind: row.kind as BriefingKind,
  title: row.title,
  dyadIds: row.dyadIds,
  fromWeek: weekOf(row.fromWeek),
  toWeek: weekOf(row.toWeek),
  language: row.language as Language,
  mark: row.mark as TlpMark,
  asOf: row.asOf.toISOString(),
  supersedes: row.supersedes,
  supersededBy: replaced.get(row.id) ?? null,
})

/**
 * Published briefings, the latest number first, narrowed by words, dyad, kind and language.
 * @throws DeskError FORBIDDEN.
 */
export async function listBriefings(viewer: Viewer, filter: BriefingFilter = {}): Promise<BriefingPage> {
  authorize(viewer, 'briefing:read')
  const prisma = await database()
  const conditions = conditionsOf(filter)
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`
  const found = await prisma.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM briefing b ${where} ORDER BY b.year DESC, b.number DESC LIMIT ${PAGE + 1}`
  const ids = found.slice(0, PAGE).map(({ id }) => id)
  const rows = await prisma.briefing.findMany({
    where: { id: { in: ids } },
    orderBy: [{ year: 'desc' }, { number: 'desc' }],
    omit: { words: true, methods: true, files: true, changes: true },
  })
  const names = await namesOf(
    prisma,
    rows.map(({ byId }) => byId),
  )
  const replaced = await replacedOf(prisma, ids)
  return {
    briefings: rows.map((row) => rowOf(row, names, replaced)),
    next: found.length > PAGE ? ids[PAGE - 1] : null,
  }
}

/** @throws DeskError NOT_FOUND. */
export async function publishedRow(reader: Reader, id: string): Promise<Briefing> {
  const row = await reader.briefing.findUnique({ where: { id } })
  if (!row) throw new DeskError('NOT_FOUND', 'There is no such briefing.')
  return row
}

/** A stored briefing, whole. */
export async function publishedView(reader: Reader, row: Briefing): Promise<BriefingView> {
  const names = await namesOf(reader, [row.byId])
  return {
    ...rowOf(row, names, await replacedOf(reader, [row.id])),
    document: await jsonOf<BriefingDocument>(reader, row.documentHash),
    methods: row.methods as Record<string, string>,
    seal: { number: row.sealNumber, hash: row.sealHash },
    hash: row.hash,
    previousHash: row.previousHash,
    evidenceHash: row.evidenceHash,
    files: row.files as unknown as BriefingFileView[],
    changes: row.changes as unknown as ChangeNote | null,
    reason: row.reason,
    draftId: row.draftId,
  }
}

/**
 * A published briefing with its document, and all by which it can be proved.
 * @throws DeskError FORBIDDEN, also for who owes a blind coding in one of its dyads; NOT_FOUND.
 */
export async function getBriefing(viewer: Viewer, id: string): Promise<BriefingView> {
  authorize(viewer, 'briefing:read')
  const prisma = await database()
  const row = await publishedRow(prisma, id)
  await refuseWhileOwedIn(prisma, viewer, row.dyadIds)
  return publishedView(prisma, row)
}

/** Bytes that leave the desk. */
export interface Download {
  name: string
  mediaType: string
  bytes: Uint8Array<ArrayBuffer>
}

/** The bytes of a published briefing, as they were made when it was published. @throws DeskError NOT_FOUND. */
export async function publishedFile(reader: Reader, briefingId: string, format: ExportFormat): Promise<Download> {
  const file = await reader.briefingFile.findUnique({ where: { briefingId_format: { briefingId, format } } })
  if (!file) throw new DeskError('NOT_FOUND', 'This briefing has no such file.')
  return { name: file.name, mediaType: file.mediaType, bytes: file.bytes }
}

/**
 * One file of a published briefing.
 * @throws DeskError as `getBriefing`.
 */
export async function briefingFile(viewer: Viewer, id: string, format: ExportFormat): Promise<Download> {
  authorize(viewer, 'briefing:read')
  const prisma = await database()
  const { dyadIds } = await publishedRow(prisma, id)
  await refuseWhileOwedIn(prisma, viewer, dyadIds)
  return publishedFile(prisma, id, format)
}
