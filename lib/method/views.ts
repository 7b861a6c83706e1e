import type { Coverage, MethodParameters } from '@/lib/core/scoring'
import type { ParameterChange } from './parameter-changes'

/** A published version as pages show it. `hash` is the first 8 characters of the parameters' SHA-256; instants are ISO. */
export interface MethodView {
  id: string
  parameters: MethodParameters
  hash: string
  reason: string
  publishedAt: string
}

/** The same with its place in the history of the method. */
export interface VersionView extends MethodView {
  /** Who published it; null for the command line. */
  by: string | null
  /** The version that it was drafted from; null for the first. */
  basedOn: string | null
  inUse: boolean
  /** The version that was in use before it, and what changed against it; null for the first. */
  before: { id: string; changes: ParameterChange[] } | null
}

export type DraftStatus = 'open' | 'published' | 'discarded'

/** A draft in a list. */
export interface DraftLine {
  id: string
  title: string
  basedOn: string
  status: DraftStatus
  publishedAs: string | null
  updatedAt: string
  /** Null for the command line. */
  updatedBy: string | null
  /** In how many numbers it differs from the version that it was drafted from. */
  changes: number
}

/** A draft with all that is in it. */
export interface DraftView extends Omit<DraftLine, 'changes'> {
  note: string
  parameters: MethodParameters
  revision: number
  createdAt: string
  createdBy: string | null
}

/** Where a draft stands after a write. */
export interface DraftWritten {
  id: string
  revision: number
}

/** What a stale save is answered with: the draft as it stands now. */
export type DraftConflict = Pick<
  DraftView,
  'revision' | 'status' | 'title' | 'note' | 'parameters' | 'updatedAt' | 'updatedBy'
>

/** How far the stored series have followed the version in use. */
export interface RemakeProgress {
  inUse: string
  dyads: number
  /** Dyads whose series another version made. */
  left: number
  /** Those by the version that made them, by id. */
  byVersion: { methodId: string; dyads: number }[]
}

/** A dyad that a preview can be asked for, with its last covered close. */
export interface PreviewChoice {
  dyadId: string
  close: number
}

/** A week by the version in use and by the draft. Unrounded closes. */
export interface PreviewWeek {
  weekStart: number
  coverage: Coverage
  inProgress: boolean
  before: number
  after: number
  bandBefore: string
  bandAfter: string
}

/** One dyad by the version in use and by a draft: its last covered week and up to three years before it, oldest first. */
export interface DyadPreview {
  dyadId: string
  weeks: PreviewWeek[]
}
