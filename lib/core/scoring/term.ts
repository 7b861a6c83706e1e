import { CATEGORIES, type Category, type Persistence } from '@/lib/core/codebook/categories'
import type { Credibility, Reliability } from '@/lib/core/codebook/grades'
import { codesOf } from '@/lib/core/dyad'
import { decayOf } from '@/lib/core/scoring/decay'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { quantise } from '@/lib/core/scoring/quantum'
import { verificationOf } from '@/lib/core/scoring/verification'

export const INCIDENT_KINDS = ['incident', 'context'] as const
export const INCIDENT_STATUSES = ['draft', 'in_review', 'approved', 'retracted'] as const

export type IncidentKind = (typeof INCIDENT_KINDS)[number]
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number]

/** What the score reads of an incident. Days since 1970-01-01; `rung` −5..−1 or 1..5. */
export interface ScoredIncident {
  id: string
  actor: string
  target: string
  mutual: boolean
  kind: IncidentKind
  status: IncidentStatus
  category: Category
  rung: number
  persistence: Persistence
  startDay: number
  endDay: number | null
  ongoing: boolean
  reliability: Reliability
  credibility: Credibility
}

/** `forward`: the dyad's first code acts on the second; `both`: a joint act, half to each direction. */
export type TermDirection = 'forward' | 'backward' | 'both'

/** An incident reduced to numbers: `points` are v·g, signed and of full size; `category` indexes `CATEGORIES`. */
export interface Term {
  id: string
  startDay: number
  fadeDay: number
  halfLifeDays: number
  points: number
  category: number
  direction: TermDirection
}

/** Signed points of a fresh, fully verified incident, g = sgn(s) w b^(|s|-1), times kappa below 0 (SCORING.md 2.3). */
export function pointsOfRung(rung: number, category: Category, params: MethodParameters): number {
  const size = params.weight[category] * params.base ** (Math.abs(rung) - 1)
  return rung < 0 ? -size * params.relief : size
}

/**
 * The day from which an incident fades, e = min(max(z, a), a + H) (SCORING.md 2.3). An ongoing incident holds until the
 * cap: the as-of day never precedes the day that is asked about, so z is only ever limited by a + H.
 */
export function fadeDayOf(
  incident: Pick<ScoredIncident, 'startDay' | 'endDay' | 'ongoing'>,
  params: MethodParameters,
): number {
  const cap = incident.startDay + params.holdCap
  if (incident.ongoing) return cap
  return Math.min(Math.max(incident.endDay ?? incident.startDay, incident.startDay), cap)
}

function termDirectionOf(incident: ScoredIncident, dyadId: string): TermDirection {
  const [first, second] = codesOf(dyadId)
  const forward = incident.actor === first && incident.target === second
  const backward = incident.actor === second && incident.target === first
  if (!forward && !backward) throw new RangeError(`incident ${incident.id} is not between ${first} and ${second}`)
  if (incident.mutual) return 'both'
  return forward ? 'forward' : 'backward'
}

/** Whether an incident has points: approved, or with `countAll` also drafts and incidents in review; never context. */
export function counts(incident: Pick<ScoredIncident, 'kind' | 'status'>, countAll = false): boolean {
  if (incident.kind === 'context' || incident.status === 'retracted') return false
  return countAll || incident.status === 'approved'
}

/**
 * The term of an incident (SCORING.md 2.3), or null when it has no points by its kind or status.
 * @throws RangeError when the incident belongs to another dyad.
 */
export function termOf(
  incident: ScoredIncident,
  dyadId: string,
  params: MethodParameters,
  { countAll = false }: { countAll?: boolean } = {},
): Term | null {
  if (!counts(incident, countAll)) return null
  const verification = verificationOf(incident.reliability, incident.credibility, params)
  return {
    id: incident.id,
    startDay: incident.startDay,
    fadeDay: fadeDayOf(incident, params),
    halfLifeDays: params.halfLife[incident.persistence],
    // Never −0, which a stored figure could not tell from 0.
    points: verification * pointsOfRung(incident.rung, incident.category, params) + 0,
    category: CATEGORIES.indexOf(incident.category),
    direction: termDirectionOf(incident, dyadId),
  }
}

/** `points` quantised as the record sums them: a joint act is twice its quantised half, so that the halves are exact. */
export const exactPoints = (points: number, direction: TermDirection): number =>
  direction === 'both' ? 2 * quantise(points / 2) : quantise(points)

/** Points of a term on a day (SCORING.md 2.3), quantised; 0 before it starts. */
export function pointsOn(term: Term, day: number): number {
  if (day < term.startDay) return 0
  return exactPoints(term.points * decayOf(term.halfLifeDays, Math.max(0, day - term.fadeDay)), term.direction)
}
