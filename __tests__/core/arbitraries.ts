import fc from 'fast-check'
import { CATEGORIES, CREDIBILITIES, PERSISTENCES, RELIABILITIES } from '@/lib/core/codebook'
import { DEFAULT_PARAMETERS, type MethodParameters, type ScoredIncident, type Term, termOf } from '@/lib/core/scoring'

export const DYAD = 'AZE-RUS'
const RUNGS = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]

/** An approved incident with the given parts; the rest is a fresh, confirmed protest of AZE on day 0. */
export function makeIncident(parts: Partial<ScoredIncident> = {}): ScoredIncident {
  return {
    id: 'X-001',
    actor: 'AZE',
    target: 'RUS',
    mutual: false,
    kind: 'incident',
    status: 'approved',
    category: 'diplomatic',
    rung: 2,
    persistence: 'short',
    startDay: 0,
    endDay: null,
    ongoing: false,
    reliability: 'A',
    credibility: 1,
    ...parts,
  }
}

const incidentParts = {
  forward: fc.boolean(),
  mutual: fc.boolean(),
  category: fc.constantFrom(...CATEGORIES),
  rung: fc.constantFrom(...RUNGS),
  persistence: fc.constantFrom(...PERSISTENCES),
  startDay: fc.integer({ min: -200, max: 500 }),
  span: fc.option(fc.integer({ min: 0, max: 300 })),
  ongoing: fc.boolean(),
  reliability: fc.constantFrom(...RELIABILITIES),
  credibility: fc.constantFrom(...CREDIBILITIES),
}

/** Any incident that counts. */
export const incidentArb: fc.Arbitrary<ScoredIncident> = fc.record(incidentParts).map(({ forward, span, ...parts }) =>
  makeIncident({
    ...parts,
    actor: forward ? 'AZE' : 'RUS',
    target: forward ? 'RUS' : 'AZE',
    endDay: span === null ? null : parts.startDay + span,
  }),
)

/** A record of up to thirty incidents with ids of their own. */
export const recordArb = (incidents: fc.Arbitrary<ScoredIncident> = incidentArb) =>
  fc
    .array(incidents, { maxLength: 30 })
    .map((list) => list.map((incident, index) => ({ ...incident, id: `X-${index + 1}` })))

/** Incidents that escalate. */
export const escalatoryArb = incidentArb.map((incident) => ({ ...incident, rung: Math.abs(incident.rung) }))

/** A day before, within or after the records. */
export const dayArb = fc.integer({ min: -250, max: 1200 })

const factor = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Parameters within and somewhat beyond their ranges in uncertainty. */
export const parametersArb: fc.Arbitrary<MethodParameters> = fc
  .record({
    base: factor(1.5, 2.5),
    anchor: factor(1, 3),
    relief: factor(0, 1),
    holdCap: fc.integer({ min: 0, max: 200 }),
    short: factor(5, 40),
    medium: factor(20, 150),
    long: factor(90, 400),
    weights: fc.array(factor(0.5, 1.5), { minLength: 8, maxLength: 8 }),
  })
  .map(({ short, medium, long, weights, ...numbers }) => {
    const weight = { ...DEFAULT_PARAMETERS.weight }
    for (const [index, category] of CATEGORIES.entries()) weight[category] = weights[index]
    return { ...DEFAULT_PARAMETERS, ...numbers, halfLife: { short, medium, long }, weight }
  })

/** The terms of incidents that count. */
export const termsFrom = (
  incidents: readonly ScoredIncident[],
  params: MethodParameters = DEFAULT_PARAMETERS,
): Term[] => incidents.flatMap((incident) => termOf(incident, DYAD, params) ?? [])
