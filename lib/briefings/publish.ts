import 'server-only'
import { logActivity } from '@/lib/activity/log'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/client'
import type { BriefingDraft, Prisma } from '@/lib/db/generated/client'
import { lock } from '@/lib/db/locks'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { namesOf } from '@/lib/incidents/names'
import { makeSeal } from '@/lib/seals/commands'
import type { SealView } from '@/lib/seals/views'
import { type Composed, evidenceOf } from './apart/source'
import { type Basis, changesBetween } from './compose/changes'
import { jsonOf, keepContent } from './content'
import { draftViewOf, peopleOf } from './draft-rows'
import { draftStateOf } from './draft-state'
import { noteOf, openDraft, putDraft } from './draft-store'
import { refuseArchived } from './drafts'
import { briefName, publishedName } from './file-names'
import { type FrozenFiles, freezeFiles } from './make-files'
import type { Evidence } from './model/evidence'
import type { Figures } from './model/figures'
import { refuseWhileOwedIn } from './owed'
import { publishedHash } from './published-hash'
import type { ExportFormat } from './render/formats'
import type { RenderOptions } from './render/rendering'
import { composed, sourceFrom } from './rendering'
import type { PublishInput } from './schema'
import type { ChangeNote } from './views'
import { wordsOf } from './words'

/** A published briefing's number. */
export interface Published {
  id: string
}

interface FinishOptions extends RenderOptions {
  /** What else is written with the briefing, last of all; where it throws, nothing is published. */
  onFreeze?: (tx: Transaction, id: string) => Promise<void>
}

/** Makes the files, and freezes all of it. */
export type FinishPublication = (options: FinishOptions) => Promise<Published>

/**
 * Freezes a draft: its document, evidence, figures, methods and moment, a seal of the record that is made for it, and the bytes of
 * every format, under the next number of the year and on the hash of the briefing before. Nothing of it can be changed afterwards.
 * @throws DeskError FORBIDDEN; NOT_FOUND; CONFLICT (detail: `DraftConflict`); INVALID where it replaces another and no reason is
 * given, or where edited sentences have numbers that are none of their figures (detail: `{ mismatches }`) and `unmatchedSeen` does
 * not say that somebody looked; the signal's reason when it is aborted, and then nothing is written.
 */
export async function publishBriefing(
  viewer: Viewer,
  input: PublishInput,
  options: RenderOptions = {},
): Promise<Published> {
  authorize(viewer, 'briefing:publish')
  const finish = await preparePublication(viewer, input, options)
  return finish(options)
}

/**
 * Looks for what hinders a publication, and makes the document. What it returns makes the files and freezes all of it.
 * @throws DeskError as `publishBriefing`.
 */
export async function preparePublication(
  viewer: Viewer,
  input: PublishInput,
  { signal }: RenderOptions = {},
): Promise<FinishPublication> {
  authorize(viewer, 'briefing:publish')
  const { row } = await inTransaction((tx) => openDraft(tx, input))
  const prisma = await database()
  await refuseWhileOwedIn(prisma, viewer, row.dyadIds)
  refuseArchived(row.status)
  if (row.supersedes !== null && input.reason === '')
    throw new DeskError('INVALID', 'Say why it replaces the other.', { reason: ['Say why it replaces the other.'] })
  const { settings, edits } = draftViewOf(row, await namesOf(prisma, peopleOf(row)))
  const source = await sourceFrom(row.evidenceHash, settings, edits)
  const rendering = await composed(source, signal)
  refuseMismatches(rendering, input)
  return async (options) => {
    const nameOf = (format: ExportFormat) => briefName(settings, format)
    const made = await freezeFiles(source, nameOf, options)
    options.signal?.throwIfAborted()
    const seal = await makeSeal(viewer, 'briefing')
    const frozen = { row, rendering, evidence: evidenceOf(source), made, seal }
    return inTransaction(async (tx) => {
      const published = await freeze(tx, viewer, input, frozen)
      await options.onFreeze?.(tx, published.id)
      return published
    })
  }
}

function refuseMismatches({ mismatches }: Composed, { unmatchedSeen }: PublishInput): void {
  if (mismatches.length === 0 || unmatchedSeen) return
  const sentence = 'Sentences that somebody edited have numbers which the data does not have. Look at them first.'
  throw new DeskError('INVALID', sentence, undefined, { mismatches })
}

interface Frozen {
  row: BriefingDraft
  rendering: Composed
  evidence: Evidence
  made: FrozenFiles
  seal: SealView
}

async function freeze(
  tx: Transaction,
  viewer: Viewer,
  { id: draftId, baseRevision, reason }: PublishInput,
  { row, rendering, evidence, made, seal }: Frozen,
): Promise<Published> {
  await lock(tx, 'publications')
  const open = await openDraft(tx, { id: draftId, baseRevision })
  // What was rendered is what is frozen: the state of this revision and no other.
  if (open.row.revision !== row.revision)
    throw new DeskError('CONFLICT', 'Somebody changed this draft at the same time.')
  const { document, figures } = rendering
  const last = await tx.briefing.findFirst({ orderBy: [{ year: 'desc' }, { number: 'desc' }] })
  const at = new Date(Math.max(now().getTime(), (last?.at.getTime() ?? 0) + 1))
  const year = at.getUTCFullYear()
  const number = last?.year === year ? last.number + 1 : 1
  const id = `${year}-${String(number).padStart(3, '0')}`
  const named = made.files.map((file) => ({ ...file, name: publishedName(id, file.format) }))
  const { supersedes, evidenceHash } = row
  const content = {
    id,
    year,
    number,
    at,
    byId: viewer.accountId,
    draftId,
    draftRevision: row.revision,
    kind: row.kind,
    title: document.title,
    dyadIds: row.dyadIds,
    fromWeek: evidence.fromWeek,
    toWeek: evidence.toWeek,
    language: row.language,
    mark: row.mark,
    asOf: row.asOf,
    documentHash: await keepContent(tx, made.document),
    evidenceHash,
    figuresHash: await keepContent(tx, made.figures),
    methods: Object.fromEntries(Object.values(evidence.methods).map((method) => [method.id, method.hash])),
    sealNumber: seal.number,
    sealHash: seal.hash,
    files: named.map(({ format, name, mediaType, size, sha256 }) => ({ format, name, mediaType, size, sha256 })),
    supersedes,
    changes: supersedes === null ? null : await changesSince(tx, supersedes, { evidence, figures }),
    reason,
    previousHash: last?.hash ?? '',
    words: wordsOf(id, row.dyadIds, document),
  }
  const hash = publishedHash(content)
  const { changes, ...columns } = content
  const stored = changes === null ? {} : { changes: changes as unknown as Prisma.InputJsonObject }
  await tx.briefing.create({ data: { ...columns, ...stored, hash } })
  await tx.briefingFile.createMany({ data: named.map((file) => ({ briefingId: id, ...file })) })
  const next = { state: open.state, evidenceHash, asOf: row.asOf, status: 'published' as const, publishedAs: id }
  await putDraft(tx, viewer, open, 'published', next)
  await noteIt(tx, viewer, { id, supersedes, title: document.title, row })
  return { id }
}

async function changesSince(tx: Transaction, supersedes: string, after: Basis): Promise<ChangeNote> {
  const newer = await tx.briefing.findUnique({ where: { supersedes }, select: { id: true } })
  if (newer) throw new DeskError('INVALID', `Briefing ${supersedes} was replaced by ${newer.id} already.`)
  const before = await tx.briefing.findUniqueOrThrow({ where: { id: supersedes } })
  const [evidence, old] = [
    await jsonOf<Evidence>(tx, before.evidenceHash),
    await jsonOf<Figures>(tx, before.figuresHash),
  ]
  return changesBetween({ evidence, figures: old }, after)
}

interface Noted {
  id: string
  supersedes: string | null
  title: string
  row: BriefingDraft
}

async function noteIt(tx: Transaction, viewer: Viewer, { id, supersedes, title, row }: Noted): Promise<void> {
  const { dyadId } = noteOf(draftStateOf(row.state))
  const detail = { title, mark: row.mark, kind: row.kind }
  await logActivity(tx, viewer, { action: 'briefing-published', subject: id, dyadId, detail })
  if (supersedes === null) return
  await logActivity(tx, viewer, { action: 'briefing-superseded', subject: supersedes, dyadId, detail: { by: id } })
}
