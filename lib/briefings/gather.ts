import 'server-only'
import { annotationsOf } from '@/lib/annotations/queries'
import type { MethodChoice } from '@/lib/as-of/schema'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOfInstant } from '@/lib/clock'
import { isoOf, weekIdOf, weekStartOf } from '@/lib/core/calendar'
import type { Credibility, Reliability } from '@/lib/core/codebook'
import { indicatorOf } from '@/lib/core/codebook'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { latestChecks } from '@/lib/dyads/latest-checks'
import type { RecordRow } from '@/lib/dyads/memory-source'
import { methodThen } from '@/lib/dyads/method-then'
import { vintagesAt } from '@/lib/dyads/vintages-at'
import { DeskError } from '@/lib/errors'
import { startInterval } from '@/lib/incidents/columns'
import type { SourceInput } from '@/lib/incidents/schema'
import { stateOf } from '@/lib/incidents/state'
import { methodOfDyad } from '@/lib/method/store'
import type { Evidence, EvidenceDyad, EvidenceIncident, EvidenceSource } from './model/evidence'
import type { BriefingKind } from './model/terms'
import { refuseWhileOwedIn } from './owed'

/** Weeks of checks that a briefing carries: twenty years. */
const MOST_CHECKS = 1040

/** What a briefing is asked to tell of. */
export interface EvidenceRequest {
  kind: BriefingKind
  dyads: readonly string[]
  /** Mondays. */
  fromWeek: number
  toWeek: number
  /** The moment as of which the record is. */
  moment: Date
  /** The method of that moment, or the one that scores are made by now. */
  method: MethodChoice
}

/**
 * Reads all that a briefing is made of, as it was known at a moment. Costs the incidents of its dyads, whatever the log holds.
 * @throws DeskError FORBIDDEN, also for who owes a blind coding in one of the dyads, which a briefing would tell; INVALID for weeks that
 * are not over one another or not begun; NOT_FOUND for a dyad of which nothing is known.
 */
export async function gatherEvidence(viewer: Viewer, request: EvidenceRequest): Promise<Evidence> {
  authorize(viewer, 'dyad:read')
  const { kind, dyads, fromWeek, toWeek, moment, method } = request
  const today = dayOfInstant(moment)
  if (fromWeek > toWeek) throw new DeskError('INVALID', 'The last week lies before the first.')
  if (toWeek > weekStartOf(today))
    throw new DeskError('INVALID', `Week ${weekIdOf(toWeek)} has not begun on ${isoOf(today)}.`)
  const reader = await database()
  await refuseWhileOwedIn(reader, viewer, dyads)
  const methods: Evidence['methods'] = {}
  const gathered: EvidenceDyad[] = []
  for (const dyadId of dyads) {
    const by = method === 'then' ? await methodThen(reader, dyadId, moment) : await methodOfDyad(reader, dyadId)
    methods[by.id] = { id: by.id, hash: by.hash, parameters: by.parameters }
    gathered.push(await gatherDyad(reader, viewer, { dyadId, methodId: by.id, moment }))
  }
  return { kind, dyads: gathered, fromWeek, toWeek, asOf: moment.toISOString(), today, methods }
}

interface DyadAsked {
  dyadId: string
  methodId: string
  moment: Date
}

async function gatherDyad(
  reader: Reader,
  viewer: Viewer,
  { dyadId, methodId, moment }: DyadAsked,
): Promise<EvidenceDyad> {
  const known = (await vintagesAt(reader, [dyadId], moment)).get(dyadId)
  const checks = await latestChecks(reader, dyadId, MOST_CHECKS, moment)
  if (!known && checks.length === 0) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
  const annotations = await annotationsOf(viewer, dyadId, { asOf: { moment, method: 'then' } })
  return {
    dyadId,
    methodId,
    incidents: known ? await incidentsOf(reader, dyadId, known.rows) : [],
    checks: checks
      .map(({ weekStart, checked, note }) => ({ weekStart, checked, note }))
      .sort((a, b) => a.weekStart - b.weekStart),
    context: (known?.context ?? []).toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1)),
    annotations: annotations.map(({ id, startDay, endDay, text, by }) => ({ id, startDay, endDay, text, by })),
  }
}

interface StateRow {
  incidentId: string
  revision: number
  state: unknown
}

/** The incidents as the revisions that count have them, in one statement; by start, then id. */
async function incidentsOf(reader: Reader, dyadId: string, rows: readonly RecordRow[]): Promise<EvidenceIncident[]> {
  const [ids, revisions] = [rows.map(({ id }) => id), rows.map(({ stateRevision }) => stateRevision)]
  const states = await reader.$queryRaw<StateRow[]>`
    SELECT r.incident_id AS "incidentId", r.revision, r.state
    FROM unnest(${ids}::text[], ${revisions}::int[]) AS k(id, revision)
    JOIN incident_revision r ON r.dyad_id = ${dyadId} AND r.incident_id = k.id AND r.revision = k.revision`
  const byId = new Map(states.map((state) => [state.incidentId, state]))
  return rows
    .map((row) => incidentOf(row, byId.get(row.id)))
    .sort((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))
}

/** @throws Error where the record lacks the revision, or the codebook its code: somebody wrote to them by hand. */
function incidentOf(row: RecordRow, revision: StateRow | undefined): EvidenceIncident {
  if (!revision) throw new Error(`revision ${row.stateRevision} of ${row.id} is not on record`)
  const { input } = stateOf(revision)
  const indicator = indicatorOf(input.code)
  if (!indicator) throw new Error(`${row.id} has the code ${input.code}, which the codebook does not know`)
  return {
    id: row.id,
    revision: revision.revision,
    actor: row.actor,
    target: row.target ?? '',
    mutual: row.mutual,
    code: indicator.code,
    category: indicator.category,
    rung: indicator.rung,
    persistence: indicator.persistence,
    startDay: row.startDay,
    endDay: row.endDay,
    ongoing: row.ongoing,
    ...startInterval(input),
    credibility: input.credibility as Credibility,
    confidence: input.confidence,
    title: input.title,
    summary: input.summary,
    location: input.location,
    respondsTo: input.respondsTo || null,
    respondsBasis: input.respondsBasis || null,
    sources: input.sources.map(sourceOf),
  }
}

const sourceOf = ({ outlet, date, url, quote, reliability }: SourceInput): EvidenceSource => ({
  outlet,
  date: date || null,
  url: url || null,
  quote: quote ?? '',
  reliability: reliability as Reliability,
})
