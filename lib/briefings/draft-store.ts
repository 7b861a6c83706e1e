import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { BriefingDraft, Prisma } from '@/lib/db/generated/client'
import type { Reader, Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { titleOf } from './asked'
import { revisionViewOf } from './draft-rows'
import { type DraftState, draftHash, draftStateOf } from './draft-state'
import type { DraftAction, DraftConflict, DraftStatus, Written } from './views'

/** A draft as a command finds it: its row is locked until the transaction ends. */
export interface OpenDraft {
  row: BriefingDraft
  state: DraftState
}

/** A draft's state at a revision, with the record that it stood on. */
export interface Standing extends DraftState {
  evidenceHash: string
}

/** Where a change starts from. */
export interface Seen {
  id: string
  baseRevision: number
}

/** A draft as it is. @throws DeskError NOT_FOUND. */
export async function draftRow(reader: Reader, id: string): Promise<BriefingDraft> {
  const row = await reader.briefingDraft.findUnique({ where: { id } })
  if (!row) throw noSuchDraft()
  return row
}

const noSuchDraft = () => new DeskError('NOT_FOUND', 'There is no such draft.')

/** A draft as it is until the transaction ends; null where there is none. */
export async function lockedDraft(tx: Transaction, id: string): Promise<BriefingDraft | null> {
  await tx.$queryRaw`SELECT id FROM briefing_draft WHERE id = ${id}::uuid FOR UPDATE`
  return tx.briefingDraft.findUnique({ where: { id } })
}

/**
 * Locks a draft for a change. `untouched` says of a later state than the one the editor saw whether what they change is still as
 * they saw it, or as they ask for already: then it was sent before, and the answer to that was lost. Without it, any later state is a
 * conflict.
 * @throws DeskError NOT_FOUND; INVALID for a published one; CONFLICT (detail: `DraftConflict`).
 */
export async function openDraft(
  tx: Transaction,
  { id, baseRevision }: Seen,
  untouched: (base: Standing, latest: Standing, row: BriefingDraft) => boolean = () => false,
): Promise<OpenDraft> {
  const row = await lockedDraft(tx, id)
  if (!row) throw noSuchDraft()
  if (row.status === 'published')
    throw new DeskError('INVALID', `This draft was published as ${row.publishedAs}, and does not change any more.`)
  const state = draftStateOf(row.state)
  if (row.revision === baseRevision) return { row, state }
  const base = await standingAt(tx, id, baseRevision)
  if (!untouched(base, { ...state, evidenceHash: row.evidenceHash }, row)) throw await conflictOf(tx, row, base)
  return { row, state }
}

async function standingAt(tx: Transaction, draftId: string, revision: number): Promise<Standing> {
  const base = await tx.briefingDraftRevision.findUnique({ where: { draftId_revision: { draftId, revision } } })
  if (!base) throw new DeskError('INVALID', `This draft has no revision ${revision}.`)
  return { ...draftStateOf(base.state), evidenceHash: base.evidenceHash }
}

async function conflictOf(tx: Transaction, row: BriefingDraft, base: Standing): Promise<DeskError> {
  const latest = await tx.briefingDraftRevision.findUniqueOrThrow({
    where: { draftId_revision: { draftId: row.id, revision: row.revision } },
  })
  const editors = [...base.edits, ...draftStateOf(latest.state).edits].map(({ byId }) => byId)
  const names = await namesOf(tx, [latest.byId, ...editors])
  const theirs = revisionViewOf(latest, names, base.evidenceHash)
  const { settings, edits } = revisionViewOf({ ...latest, state: base }, names, base.evidenceHash)
  const detail: DraftConflict = { base: { settings, edits }, theirs }
  return new DeskError('CONFLICT', `${theirs.by} changed this draft meanwhile.`, undefined, detail)
}

/** What a draft becomes. */
export interface NextDraft {
  state: DraftState
  evidenceHash: string
  asOf: Date
  status?: DraftStatus
  publishedAs?: string
}

const columnsOf = ({ state: { settings, edits }, evidenceHash, asOf, status = 'open', publishedAs }: NextDraft) => ({
  kind: settings.kind,
  title: settings.title,
  dyadIds: settings.dyadIds,
  language: settings.language,
  mark: settings.mark,
  state: { settings, edits } satisfies Prisma.InputJsonObject,
  evidenceHash,
  asOf,
  status,
  publishedAs,
})

/** Where a new draft comes from. */
export interface Origin {
  supersedes: string | null
  scheduleId: string | null
}

/** Writes the first state of a draft. */
export async function beginDraft(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  next: NextDraft,
  origin: Origin,
): Promise<Written> {
  const stamps = stampsOf(viewer)
  const created = { createdAt: stamps.updatedAt, createdById: viewer.accountId }
  await tx.briefingDraft.create({ data: { id, revision: 1, ...columnsOf(next), ...origin, ...created, ...stamps } })
  await appendRevision(tx, viewer, { draftId: id, revision: 1, action: 'created', at: stamps.updatedAt }, next)
  return { id, revision: 1 }
}

/** Writes the next state of a draft that `openDraft` locked. */
export async function putDraft(
  tx: Transaction,
  viewer: Viewer,
  { row }: OpenDraft,
  action: DraftAction,
  next: NextDraft,
): Promise<Written> {
  const revision = row.revision + 1
  // Later than the state before, also where another process's clock runs ahead.
  const at = new Date(Math.max(now().getTime(), row.updatedAt.getTime() + 1))
  const data = { revision, ...columnsOf(next), ...stampsOf(viewer), updatedAt: at }
  await tx.briefingDraft.update({ where: { id: row.id }, data })
  await appendRevision(tx, viewer, { draftId: row.id, revision, action, at }, next)
  return { id: row.id, revision }
}

const stampsOf = (viewer: Viewer) => ({ updatedAt: now(), updatedById: viewer.accountId })

interface Appended {
  draftId: string
  revision: number
  action: DraftAction
  at: Date
}

async function appendRevision(
  tx: Transaction,
  viewer: Viewer,
  { draftId, revision, action, at }: Appended,
  { state: { settings, edits }, evidenceHash }: NextDraft,
): Promise<void> {
  const before = await tx.briefingDraftRevision.findUnique({
    where: { draftId_revision: { draftId, revision: revision - 1 } },
    select: { hash: true },
  })
  const state = { settings, edits } satisfies Prisma.InputJsonObject
  const row = { draftId, revision, at, byId: viewer.accountId, action, state, evidenceHash }
  const content = { ...row, previousHash: before?.hash ?? '' }
  await tx.briefingDraftRevision.create({ data: { ...content, hash: draftHash(content) } })
}

/** How the log names a draft. */
export const noteOf = ({ settings }: DraftState) => ({
  dyadId: settings.dyadIds.length === 1 ? settings.dyadIds[0] : undefined,
  detail: { title: titleOf(settings), kind: settings.kind },
})

/** Name of an account by itself. */
export async function nameOfAccount(reader: Reader, id: string | null): Promise<string> {
  return nameOf(await namesOf(reader, [id]), id)
}
