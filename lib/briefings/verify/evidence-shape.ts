import * as z from 'zod/mini'
import { pointerOf } from '@/lib/briefings/data/read-package'
import { pointerStep } from '@/lib/briefings/data/table'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { BRIEFING_KINDS } from '@/lib/briefings/model/terms'
import { dayOf, isoOf, weekStartOf } from '@/lib/core/calendar'
import { CATEGORIES, CONFIDENCES, CREDIBILITIES, PERSISTENCES, RELIABILITIES } from '@/lib/core/codebook'
import { isDyadId } from '@/lib/core/dyad'
import { completeParameters } from '@/lib/core/record'
import type { MethodParameters } from '@/lib/core/scoring'

/** A place in the evidence with what is wrong there. */
export interface EvidenceFault {
  at: string
  says: string
}

/** Years 0 to 9999, which is what a calendar date can be written for. */
const day = z.int().check(z.minimum(dayOf('0000-01-01')), z.maximum(dayOf('9999-12-24')))

const source = z.strictObject({
  outlet: z.string(),
  date: z.nullable(z.string()),
  url: z.nullable(z.string()),
  quote: z.string(),
  reliability: z.enum(RELIABILITIES),
})

const incident = z.strictObject({
  id: z.string(),
  revision: z.int(),
  actor: z.string(),
  target: z.string(),
  mutual: z.boolean(),
  code: z.string(),
  category: z.enum(CATEGORIES),
  rung: z.int().check(z.minimum(-5), z.maximum(5)),
  persistence: z.enum(PERSISTENCES),
  startDay: day,
  endDay: z.nullable(day),
  ongoing: z.boolean(),
  earliestDay: day,
  latestDay: day,
  credibility: z.literal(CREDIBILITIES),
  confidence: z.enum(CONFIDENCES),
  title: z.string(),
  summary: z.string(),
  location: z.string(),
  respondsTo: z.nullable(z.string()),
  respondsBasis: z.nullable(z.enum(['source', 'analyst'])),
  sources: z.array(source),
})

const dyad = z.strictObject({
  dyadId: z.string().check(z.refine(isDyadId)),
  methodId: z.string(),
  incidents: z.array(incident),
  checks: z.array(z.strictObject({ weekStart: day, checked: z.boolean(), note: z.string() })),
  context: z.array(z.strictObject({ id: z.string(), day, actor: z.string(), title: z.string() })),
  annotations: z.array(
    z.strictObject({ id: z.string(), startDay: day, endDay: z.nullable(day), text: z.string(), by: z.string() }),
  ),
})

/** What the parameters are is asked of the method's own reader. */
const parameters = z.custom<MethodParameters>((value) => typeof value === 'object' && value !== null)

/** Nothing but what is known may stand in it: the rest would be proved by nothing. */
const evidenceSchema = z.strictObject({
  kind: z.enum(BRIEFING_KINDS),
  dyads: z.array(dyad).check(z.minLength(1)),
  fromWeek: day,
  toWeek: day,
  asOf: z.iso.datetime(),
  today: day,
  methods: z.record(z.string(), z.strictObject({ id: z.string(), hash: z.string(), parameters })),
})

/** Reads evidence, or says where it is none. */
export function evidenceFrom(json: unknown): { evidence: Evidence } | { fault: EvidenceFault } {
  const read = z.safeParse(evidenceSchema, json)
  if (read.success) return { evidence: read.data }
  const [{ path, message }] = read.error.issues
  return { fault: { at: pointerOf(path), says: `that cannot stand there (${message})` } }
}

const isMonday = (of: number) => weekStartOf(of) === of

function* incidentFaults({ dyads }: Evidence): Generator<EvidenceFault> {
  for (const [index, { incidents, checks }] of dyads.entries()) {
    for (const [place, { startDay, endDay, earliestDay, latestDay }] of incidents.entries()) {
      const at = `/dyads/${index}/incidents/${place}`
      if (endDay !== null && endDay < startDay) yield { at: `${at}/endDay`, says: 'the last day is before the first' }
      if (earliestDay > latestDay) yield { at: `${at}/earliestDay`, says: 'the earliest day is after the latest' }
    }
    for (const [place, { weekStart }] of checks.entries())
      if (!isMonday(weekStart))
        yield { at: `/dyads/${index}/checks/${place}/weekStart`, says: `${isoOf(weekStart)} is no Monday` }
  }
}

/** Where evidence contradicts itself, so that no figures can be made of it. */
export function* contradictionsOf(evidence: Evidence): Generator<EvidenceFault> {
  const { fromWeek, toWeek, today, asOf, methods, dyads } = evidence
  if (!isMonday(fromWeek)) yield { at: '/fromWeek', says: `${isoOf(fromWeek)} is no Monday` }
  if (!isMonday(toWeek)) yield { at: '/toWeek', says: `${isoOf(toWeek)} is no Monday` }
  if (fromWeek > toWeek) yield { at: '/fromWeek', says: 'the first week is after the last' }
  if (toWeek > weekStartOf(today)) yield { at: '/toWeek', says: 'the last week had not begun at the moment' }
  if (isoOf(today) !== asOf.slice(0, 10)) yield { at: '/today', says: `${isoOf(today)} is not the day of ${asOf}` }
  for (const [key, { id, parameters }] of Object.entries(methods)) {
    const at = `/methods/${pointerStep(key)}`
    if (id !== key) yield { at: `${at}/id`, says: `it is not ${key}` }
    try {
      completeParameters(parameters)
    } catch (error) {
      yield { at: `${at}/parameters`, says: error instanceof Error ? error.message : String(error) }
    }
  }
  for (const [index, { methodId }] of dyads.entries())
    if (!Object.hasOwn(methods, methodId)) yield { at: `/dyads/${index}/methodId`, says: 'there is no such method' }
  yield* incidentFaults(evidence)
}
