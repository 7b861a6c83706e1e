import { completeParameters } from '@/lib/core/record'
import type { MethodDraft } from '@/lib/db/generated/client'
import { lock } from '@/lib/db/locks'
import type { Reader, Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import type { DraftConflict, DraftStatus, DraftView } from './views'

/** Waits until nobody else writes a draft or publishes, and keeps others waiting till the transaction ends. */
export async function lockMethods(tx: Transaction): Promise<void> {
  await lock(tx, 'methods')
}

/** Names of accounts by id; one that is gone is left out. */
export async function authorsOf(reader: Reader, ids: (string | null)[]): Promise<(id: string | null) => string | null> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const accounts = await reader.account.findMany({ where: { id: { in: known } }, select: { id: true, name: true } })
  const names = new Map(accounts.map((account) => [account.id, account.name]))
  return (id) => (id === null ? null : (names.get(id) ?? 'Unknown account'))
}

/** A stored draft as pages show it. */
export async function draftFrom(reader: Reader, row: MethodDraft): Promise<DraftView> {
  const nameOf = await authorsOf(reader, [row.createdById, row.updatedById])
  return {
    id: row.id,
    title: row.title,
    note: row.note,
    basedOn: row.basedOn,
    parameters: completeParameters(row.parameters),
    revision: row.revision,
    status: row.status as DraftStatus,
    publishedAs: row.publishedAs,
    createdAt: row.createdAt.toISOString(),
    createdBy: nameOf(row.createdById),
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: nameOf(row.updatedById),
  }
}

function conflictOf(draft: DraftView): DeskError {
  const { revision, status, title, note, parameters, updatedAt, updatedBy } = draft
  const who = updatedBy ?? 'Somebody'
  const did = status === 'open' ? 'changed' : status
  const detail: DraftConflict = { revision, status, title, note, parameters, updatedAt, updatedBy }
  return new DeskError('CONFLICT', `${who} ${did} this draft meanwhile.`, undefined, detail)
}

/**
 * An open draft for a write, read after `lockMethods`.
 * @throws DeskError NOT_FOUND; CONFLICT, with the draft as it stands, where it is no longer open or no longer at `baseRevision`.
 */
export async function openDraft(tx: Transaction, id: string, baseRevision: number): Promise<DraftView> {
  const row = await tx.methodDraft.findUnique({ where: { id } })
  if (!row) throw new DeskError('NOT_FOUND', 'There is no such draft.')
  const draft = await draftFrom(tx, row)
  if (draft.status !== 'open' || draft.revision !== baseRevision) throw conflictOf(draft)
  return draft
}
