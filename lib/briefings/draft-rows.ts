import type { BriefingDraft, BriefingDraftRevision } from '@/lib/db/generated/client'
import { nameOf } from '@/lib/incidents/names'
import { draftStateOf, editOf } from './draft-state'
import type { BriefingKind, Language, TlpMark } from './model/terms'
import type { DraftAction, DraftRevisionView, DraftRow, DraftStatus, DraftView } from './views'

type Names = Map<string, string>

/** A stored draft as a list shows it. The database checks the words. */
export function draftRowOf(row: BriefingDraft, names: Names): DraftRow {
  const { settings } = draftStateOf(row.state)
  return {
    id: row.id,
    revision: row.revision,
    status: row.status as DraftStatus,
    kind: row.kind as BriefingKind,
    title: row.title,
    dyadIds: row.dyadIds,
    fromWeek: settings.fromWeek,
    toWeek: settings.toWeek,
    language: row.language as Language,
    mark: row.mark as TlpMark,
    asOf: row.asOf.toISOString(),
    supersedes: row.supersedes,
    publishedAs: row.publishedAs,
    scheduled: row.scheduleId !== null,
    createdBy: nameOf(names, row.createdById),
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: nameOf(names, row.updatedById),
  }
}

/** Whose names a draft needs. */
export const peopleOf = (row: Pick<BriefingDraft, 'createdById' | 'updatedById' | 'state'>): (string | null)[] => [
  row.createdById,
  row.updatedById,
  ...draftStateOf(row.state).edits.map(({ byId }) => byId),
]

/** A stored draft with what it is made by. */
export function draftViewOf(row: BriefingDraft, names: Names): DraftView {
  const { settings, edits } = draftStateOf(row.state)
  return {
    ...draftRowOf(row, names),
    settings,
    edits: edits.map((edit) => editOf(edit, nameOf(names, edit.byId))),
  }
}

/** A stored revision; `evidenceBefore` is the record that the revision before it stood on. */
export function revisionViewOf(
  row: Omit<BriefingDraftRevision, 'state'> & { state: unknown },
  names: Names,
  evidenceBefore: string | undefined,
): DraftRevisionView {
  const { settings, edits } = draftStateOf(row.state)
  return {
    revision: row.revision,
    action: row.action as DraftAction,
    by: nameOf(names, row.byId),
    at: row.at.toISOString(),
    settings,
    edits: edits.map((edit) => editOf(edit, nameOf(names, edit.byId))),
    refreshed: row.evidenceHash !== evidenceBefore,
    hash: row.hash,
  }
}
