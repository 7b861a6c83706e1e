import fc from 'fast-check'
import { dayOf } from '@/lib/core/calendar'
import { CATEGORIES, CONFIDENCES, isConfidence } from '@/lib/core/codebook'
import { DEFAULT_SEED, uniformOf } from '@/lib/core/hash/uniform'
import { type MethodParameters, pointsOn, termOf, verificationOf } from '@/lib/core/scoring'
import type { SimulationMode, UncertainIncident } from '@/lib/core/uncertainty'
import caseFile from '@/prisma/cases/rus-aze/incidents.json'
import { DYAD, incidentArb, makeIncident } from './arbitraries'
import { caseRecord } from './golden'

/** The worked case with its intervals of dates and its confidences, which the record's reader checks and does not keep. */
export function caseIncidents(): UncertainIncident[] {
  const rows = new Map(caseFile.incidents.map((row) => [row.id, row]))
  return caseRecord().rows.flatMap(({ id, incident }) => {
    const row = rows.get(id)
    if (!incident || !row) return []
    if (!isConfidence(row.confidence)) throw new Error(`${id} has no confidence`)
    const { confidence, date_earliest, date_latest } = row
    return [{ ...incident, earliestDay: dayOf(date_earliest), latestDay: dayOf(date_latest), confidence }]
  })
}

/** `makeIncident` with an exact date and high confidence unless given. */
export function makeUncertain(parts: Partial<UncertainIncident> = {}): UncertainIncident {
  const incident = makeIncident(parts)
  return { earliestDay: incident.startDay, latestDay: incident.startDay, confidence: 'high', ...parts, ...incident }
}

const spanArb = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }))

/** Any incident that counts, half of them with an interval of dates. */
export const uncertainArb: fc.Arbitrary<UncertainIncident> = fc
  .record({ incident: incidentArb, before: spanArb, after: spanArb, confidence: fc.constantFrom(...CONFIDENCES) })
  .map(({ incident, before, after, confidence }) => ({
    ...incident,
    earliestDay: incident.startDay - before,
    latestDay: incident.startDay + after,
    confidence,
  }))

/** Up to some incidents with ids of their own. */
export const uncertainRecordArb = (incidents = uncertainArb, maxLength = 20): fc.Arbitrary<UncertainIncident[]> =>
  fc.array(incidents, { maxLength }).map((list) => list.map((incident, at) => ({ ...incident, id: `X-${at + 1}` })))

/** Ascending days before, within and after the records. */
export const daysArb = fc
  .uniqueArray(fc.integer({ min: -250, max: 1200 }), { maxLength: 12 })
  .map((days) => days.sort((a, b) => a - b))

function drawnDirectly(params: MethodParameters, mode: SimulationMode, u: (key: string) => number): MethodParameters {
  if (mode === 'data') return params
  const factor = 2 ** (2 * u('param:halfLife') - 1)
  const { short, medium, long } = params.halfLife
  const raw = CATEGORIES.map((category) => 0.75 + 0.5 * u(`param:weight:${category}`))
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / 8
  const weight = { ...params.weight }
  for (const [index, category] of CATEGORIES.entries()) weight[category] = raw[index] / mean
  return {
    ...params,
    halfLife: { short: short * factor, medium: medium * factor, long: long * factor },
    base: 1.75 + 0.5 * u('param:base'),
    anchor: 1.5 + u('param:anchor'),
    relief: 0.25 + 0.5 * u('param:relief'),
    weight,
  }
}

/**
 * Points of draw k on a day word by word as SCORING.md 2.7 has it, with the default parameters in the full mode, and the
 * parameters that make a score of them.
 */
export function pointsDirectly(
  incidents: readonly UncertainIncident[],
  day: number,
  params: MethodParameters,
  { mode, draw, seed = DEFAULT_SEED }: { mode: SimulationMode; draw: number; seed?: number },
): { points: number; drawn: MethodParameters } {
  const u = (key: string) => uniformOf(seed, draw, key)
  const drawn = drawnDirectly(params, mode, u)
  let points = 0
  for (const incident of incidents) {
    const { id, rung, earliestDay, latestDay, startDay, endDay } = incident
    const v = verificationOf(incident.reliability, incident.credibility, params)
    const p = params.rungError[incident.confidence]
    if (!(u(`${id}:inc`) < v)) continue
    const off = u(`${id}:sev`)
    const step = off < p / 2 ? -1 : off < p ? 1 : 0
    const size = Math.min(5, Math.max(1, Math.abs(rung) + step))
    const start =
      latestDay > earliestDay ? earliestDay + Math.floor(u(`${id}:date`) * (latestDay - earliestDay + 1)) : startDay
    const moved: UncertainIncident = {
      ...incident,
      rung: Math.sign(rung) * size,
      startDay: start,
      endDay: endDay === null ? null : endDay + start - startDay,
      reliability: 'A',
      credibility: 1,
    }
    const term = termOf(moved, DYAD, { ...drawn, reliability: { ...drawn.reliability, A: 1 } })
    if (term) points += pointsOn(term, day)
  }
  return { points, drawn }
}
