import type { Role } from '@/lib/auth/permissions'
import type { Category, Confidence, Credibility } from '@/lib/core/codebook'
import type { IncidentFilter } from '@/lib/incidents/filter'

/** Somebody who codes in a sample, and how many of its units they have handed in. */
export interface CoderProgress {
  id: string
  name: string
  done: number
  /** They left: what they handed in stays, and nothing more is waited for. */
  excused: boolean
}

/** A sample in a list. Instants are ISO strings. */
export interface SampleRow {
  id: string
  title: string
  at: string
  by: string
  status: 'open' | 'closed'
  closedAt: string | null
  units: number
  coders: CoderProgress[]
  /** The viewer codes in it, and is not excused. */
  mine: boolean
}

export interface SamplePage {
  rows: SampleRow[]
  /** Cursor of the next page; null at the end. */
  next: string | null
}

/** Who can be asked to code. */
export interface CoderChoice {
  id: string
  name: string
  role: Role
}

/** What a filter shows, and how much of it can be drawn. */
export interface DrawPreview {
  /** Approved incidents that match. */
  matching: number
  /** Those without what the coders know already, where that is left out. */
  drawable: number
}

/**
 * An incident as its coder sees it. What is coded of it already (indicator, rung, date, grades, confidence, note) and how
 * others code it is not in here, and its id neither.
 */
export interface UnitToCode {
  sampleId: string
  ordinal: number
  title: string
  summary: string
  actor: string
  target: string
  mutual: boolean
  sources: { outlet: string; date: string; url: string; quote: string }[]
}

/** A coder's place in a sample: what is next, and what would come after it. */
export interface CodingDesk {
  sampleId: string
  title: string
  status: 'open' | 'closed'
  units: number
  done: number
  /** Null when nothing is left, or the sample is closed. */
  unit: UnitToCode | null
  /** The unit to go to where this one is left for later; null where it is the last. */
  later: number | null
}

/** How one person coded an incident; the coded parts are null where they could not code it. */
export interface CodingView {
  coderId: string
  coder: string
  at: string
  codable: boolean
  category: Category | null
  code: string | null
  rung: number | null
  startDay: number | null
  credibility: Credibility | null
  confidence: Confidence | null
  note: string
}

/**
 * What sets the codings of a unit apart: the coders in indicator, date or whether it can be coded; only in credibility or
 * confidence; the record at the draw from coders who agree; or nothing. `uncodable` where nobody could code it.
 */
export type Difference = 'coders' | 'grades' | 'record' | 'uncodable' | 'none'

/** A unit of a sample. The incident's key and `codings` are null where the codings are not for the viewer's eyes (yet). */
export interface SampleUnit {
  ordinal: number
  dyadId: string | null
  id: string | null
  title: string
  /** Ids of those who have handed it in. */
  codedBy: string[]
  codings: CodingView[] | null
  /** Null with the codings, and where fewer than two coders handed it in. */
  difference: Difference | null
  resolved: { revision: number; at: string; by: string } | null
}

export interface SampleView extends SampleRow {
  filter: IncidentFilter
  excludeOwn: boolean
  seed: number
  population: number
  closedBy: string | null
  /** Null for those who neither manage samples nor code in this one, and for its coders before they are done. */
  unitList: SampleUnit[] | null
}

/** The codings that one sample has of an incident. */
export interface SampleCodings {
  sampleId: string
  title: string
  at: string
  ordinal: number
  resolvedRevision: number | null
  codings: CodingView[]
}

/**
 * Why a viewer cannot resolve a unit: they code in the sample, they wrote what the incident says, a proposal waits to be
 * decided, the incident does not count any more, not all coders have handed it in yet, or it is resolved.
 */
export type ResolveHindrance = 'own' | 'author' | 'proposal' | 'not-approved' | 'unfinished' | 'resolved'

/** A unit whose codings differ from each other or from the record, with what it takes to resolve them. */
export interface UnitToResolve extends SampleUnit {
  dyadId: string
  id: string
  summary: string
  actor: string
  target: string
  mutual: boolean
  note: string
  sources: { outlet: string; date: string; url: string; quote: string; reliability: string }[]
  codings: CodingView[]
  /** The latest revision of the incident, which a resolution names. */
  revision: number
  /** How the latest revision codes it. */
  now: { code: string; date: string; credibility: number; confidence: Confidence }
  /** Somebody wrote to the incident after it was drawn. */
  changedSince: boolean
  hindrance: ResolveHindrance | null
}

/** The disagreements of a sample, and one of them whole. */
export interface Adjudication {
  sampleId: string
  title: string
  status: 'open' | 'closed'
  /** Units that two or more coders handed in. */
  compared: number
  /** The viewer is one of the coders of this sample. */
  mine: boolean
  disagreements: SampleUnit[]
  /** Units whose codings the viewer may not see yet, for they code them themselves. */
  withheld: number
  unit: UnitToResolve | null
}
