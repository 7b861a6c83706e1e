import type { Category, Confidence, Credibility, Persistence, Reliability } from '@/lib/core/codebook'
import type { MethodParameters } from '@/lib/core/scoring'
import type { BriefingKind } from './terms'

/**
 * All that a briefing is made of, as plain JSON: the record as it was known at a moment, the method, and what was asked. Every figure of
 * a briefing is a pure function of this, so whoever has it can make them all again.
 */
export interface Evidence {
  kind: BriefingKind
  /** In the order asked for. */
  dyads: EvidenceDyad[]
  /** Mondays of the first and the last week that it tells of; a weekly briefing has one. */
  fromWeek: number
  toWeek: number
  /** The moment as of which the record is, ISO 8601. */
  asOf: string
  /** The last day that counts: that of the moment. */
  today: number
  /** By id; each dyad names its own. */
  methods: Record<string, EvidenceMethod>
}

export interface EvidenceMethod {
  id: string
  hash: string
  parameters: MethodParameters
}

/** A dyad's record at the moment. */
export interface EvidenceDyad {
  dyadId: string
  methodId: string
  /** By start, then id. */
  incidents: EvidenceIncident[]
  /** Latest word on each week's check, by week. */
  checks: EvidenceCheck[]
  /** Acts of third countries, by day: they are drawn and told, and have no points. */
  context: EvidenceContext[]
  /** What people wrote on its charts, by first day. */
  annotations: EvidenceAnnotation[]
}

export interface EvidenceContext {
  id: string
  day: number
  actor: string
  title: string
}

export interface EvidenceAnnotation {
  id: string
  startDay: number
  /** Last day, both included; null for a single day. */
  endDay: number | null
  text: string
  by: string
}

export interface EvidenceCheck {
  weekStart: number
  checked: boolean
  note: string
}

/** An incident that counted, as its revision then in force has it. Days since 1970-01-01. */
export interface EvidenceIncident {
  id: string
  revision: number
  actor: string
  target: string
  mutual: boolean
  /** Indicator of the codebook, `CUL+4`. */
  code: string
  category: Category
  rung: number
  persistence: Persistence
  startDay: number
  endDay: number | null
  ongoing: boolean
  earliestDay: number
  latestDay: number
  credibility: Credibility
  confidence: Confidence
  title: string
  summary: string
  location: string
  respondsTo: string | null
  respondsBasis: 'source' | 'analyst' | null
  /** At least one, in the order in which the incident names them. */
  sources: EvidenceSource[]
}

export interface EvidenceSource {
  outlet: string
  /** As typed: a date, or part of one; null where there is none. */
  date: string | null
  url: string | null
  quote: string
  reliability: Reliability
}
