import type { Composed } from './apart/source'
import type { SentenceEdit } from './compose/edits'
import type { BriefingDocument } from './model/document'
import type { BriefingKind, Language, SectionKey, TlpMark } from './model/terms'
import type { ExportFormat } from './render/formats'
import type { DraftSettings, ScheduleState } from './schema'

export const DRAFT_STATUSES = ['open', 'archived', 'published'] as const
export type DraftStatus = (typeof DRAFT_STATUSES)[number]

/** What was done to a draft by a revision. */
export const DRAFT_ACTIONS = [
  'created',
  'changed',
  'sentence-edited',
  'edit-taken-back',
  'refreshed',
  'archived',
  'restored',
  'published',
] as const
export type DraftAction = (typeof DRAFT_ACTIONS)[number]

/** A draft in a list. Weeks as ids, moments in ISO 8601. */
export interface DraftRow {
  id: string
  revision: number
  status: DraftStatus
  kind: BriefingKind
  /** '' where nobody typed one. */
  title: string
  dyadIds: string[]
  fromWeek: string
  toWeek: string
  language: Language
  mark: TlpMark
  asOf: string
  /** The published briefing that it is to replace, and the number under which it was published itself. */
  supersedes: string | null
  publishedAs: string | null
  /** A schedule made it. */
  scheduled: boolean
  createdBy: string
  updatedAt: string
  updatedBy: string
}

export interface DraftPage {
  drafts: DraftRow[]
  next: string | null
}

/** A draft with what it is made by. */
export interface DraftView extends DraftRow {
  settings: DraftSettings
  /** By sentence; those in other languages, too. */
  edits: SentenceEdit[]
}

/** One state in a draft's history, newest first. */
export interface DraftRevisionView {
  revision: number
  action: DraftAction
  by: string
  at: string
  settings: DraftSettings
  edits: SentenceEdit[]
  /** The record was read anew by it. */
  refreshed: boolean
  hash: string
}

/** Detail of a CONFLICT: the state that is there now, beside the one that the editor started from. */
export interface DraftConflict {
  base: Pick<DraftRevisionView, 'settings' | 'edits'>
  theirs: DraftRevisionView
}

/** A draft as it would be printed now, and what the check of its edits finds. */
export interface DraftRendering extends Composed {
  draft: DraftView
}

/** A published briefing in a list. */
export interface BriefingRow {
  id: string
  at: string
  by: string
  kind: BriefingKind
  title: string
  dyadIds: string[]
  fromWeek: string
  toWeek: string
  language: Language
  mark: TlpMark
  asOf: string
  supersedes: string | null
  supersededBy: string | null
}

export interface BriefingPage {
  briefings: BriefingRow[]
  next: string | null
}

/** One file of a published briefing. */
export interface BriefingFileView {
  format: ExportFormat
  name: string
  mediaType: string
  size: number
  sha256: string
}

/** A figure that is not what it was in the briefing that is replaced. Values unrounded, null where there was or is none. */
export interface FigureChange {
  id: string
  before: number | string | null
  after: number | string | null
}

/** What changed from one briefing to the one that replaces it, found by rules. */
export interface ChangeNote {
  figures: FigureChange[]
  /** Keys `AZE-RUS/RA-010`. */
  added: string[]
  changed: string[]
  retracted: string[]
  methods: { dyadId: string; before: string; after: string }[]
}

/** A published briefing, whole. */
export interface BriefingView extends BriefingRow {
  document: BriefingDocument
  /** Hashes of the methods by id. */
  methods: Record<string, string>
  seal: { number: number; hash: string }
  hash: string
  previousHash: string
  evidenceHash: string
  files: BriefingFileView[]
  changes: ChangeNote | null
  reason: string
  draftId: string
}

export interface TemplateView {
  id: string
  revision: number
  name: string
  teamName: string
  footer: string
  logo: { png: string; width: number; height: number } | null
  sections: Partial<Record<BriefingKind, SectionKey[]>>
  language: Language
  mark: TlpMark
  archived: boolean
  updatedAt: string
  updatedBy: string
}

/** A template as it stands, for those whose change of it was refused. */
export type TemplateStands = Omit<TemplateView, 'id' | 'revision' | 'archived' | 'updatedAt' | 'updatedBy'>

/** A link, without its token: that is said once, when it is made. */
export interface LinkView {
  id: string
  subject: 'briefing' | 'dyad'
  /** The briefing's number or the dyad. */
  of: string
  mark: TlpMark
  createdAt: string
  by: string
  endsAt: string
  revokedAt: string | null
  status: 'open' | 'ended' | 'revoked'
  opens: number
  lastOpenedAt: string | null
}

export interface ScheduleView {
  id: string
  revision: number
  name: string
  owner: string
  status: 'on' | 'off' | 'archived'
  state: ScheduleState
  /** The time zone that it goes by. */
  timeZone: string
  dueAt: string | null
  mayChange: boolean
  runs: RunView[]
}

/** One due time of a schedule. */
export interface RunView {
  dueAt: string
  status: 'running' | 'done' | 'failed'
  doneAt: string | null
  /** Due times before it that were missed and made up by this one. */
  missed: number
  error: string
  /** Null while there is no draft of it yet. */
  draftId: string | null
  briefingId: string | null
  delivered: string[]
}

export const EXPORT_STATUSES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type ExportStatus = (typeof EXPORT_STATUSES)[number]

/** A file that is being made. */
export interface ExportView {
  id: string
  draftId: string
  format: ExportFormat
  status: ExportStatus
  /** 0…1. */
  progress: number
  error: string
  name: string
}

/** A briefing that is being published. */
export interface PublicationView {
  id: string
  draftId: string
  status: ExportStatus
  /** 0…1. */
  progress: number
  error: string
  /** Its number, when it is done. */
  briefingId: string | null
}

/** Where a write left a draft, a template or a schedule. */
export interface Written {
  id: string
  revision: number
}
