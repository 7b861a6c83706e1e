import fc from 'fast-check'
import { CREDIBILITIES, RELIABILITIES } from '@/lib/core/codebook'
import { DEFAULT_PARAMETERS, decayOf, pointsOn, QUANTUM, scoreOf, termOf, verificationOf } from '@/lib/core/scoring'
import { DYAD, dayArb, incidentArb, makeIncident, parametersArb, termsFrom } from './arbitraries'
import { expectClose } from './golden'

const params = DEFAULT_PARAMETERS

test('one rung up is worth twice the points', () => {
  fc.assert(
    fc.property(incidentArb, fc.integer({ min: 1, max: 4 }), fc.constantFrom(-1, 1), (incident, size, sign) => {
      const [lower] = termsFrom([{ ...incident, rung: sign * size }])
      const [higher] = termsFrom([{ ...incident, rung: sign * (size + 1) }])
      expect(higher.points).toBe(2 * lower.points)
    }),
  )
})

test('a de-escalatory incident is worth half of an equal escalatory one', () => {
  const [hostile] = termsFrom([makeIncident({ rung: 4 })])
  const [kind] = termsFrom([makeIncident({ rung: -4 })])
  expect(hostile.points).toBe(8)
  expect(kind.points).toBe(-4)
})

test('two fresh confirmed top-rung incidents make 50.0', () => {
  const terms = termsFrom([makeIncident({ rung: 5 }), makeIncident({ rung: 5, category: 'security' })])
  expect(scoreOf(pointsOn(terms[0], 0) + pointsOn(terms[1], 0), params)).toBe(50)
})

test('after one half-life exactly half is left', () => {
  fc.assert(
    fc.property(incidentArb, parametersArb, (incident, anyParams) => {
      for (const halfLifeDays of Object.values(anyParams.halfLife))
        expect(decayOf(halfLifeDays, halfLifeDays)).toBe(0.5)
      const [term] = termsFrom([incident])
      const full = pointsOn(term, term.fadeDay)
      expect(Math.abs(pointsOn(term, term.fadeDay + term.halfLifeDays) - full / 2)).toBeLessThanOrEqual(QUANTUM)
    }),
  )
  const [term] = termsFrom([makeIncident({ rung: 5 })])
  expect(pointsOn(term, 14)).toBe(8)
  expect(pointsOn(term, 28)).toBe(4)
})

test('an incident has no points before it starts', () => {
  fc.assert(
    fc.property(incidentArb, fc.integer({ min: 1, max: 500 }), (incident, before) => {
      const [term] = termsFrom([incident])
      expect(pointsOn(term, term.startDay - before)).toBe(0)
    }),
  )
})

test('points are multiples of the quantum, and those of a joint act halve exactly', () => {
  fc.assert(
    fc.property(incidentArb, dayArb, parametersArb, (incident, day, anyParams) => {
      const [term] = termsFrom([incident], anyParams)
      const quanta = pointsOn(term, day) / QUANTUM
      expect(Number.isInteger(term.direction === 'both' ? quanta / 2 : quanta)).toBe(true)
      const exact = day < term.startDay ? 0 : term.points * 0.5 ** (Math.max(0, day - term.fadeDay) / term.halfLifeDays)
      expectClose(pointsOn(term, day), exact, 2 * QUANTUM)
    }),
  )
})

test('a span keeps its full points to its end, and at most to the hold cap', () => {
  const fadeDay = (parts: Parameters<typeof makeIncident>[0]) => termsFrom([makeIncident(parts)])[0].fadeDay
  expect(fadeDay({ startDay: 10, endDay: 30 })).toBe(30)
  expect(fadeDay({ startDay: 10, endDay: 10 + 91 })).toBe(100)
  expect(fadeDay({ startDay: 10, endDay: 5 })).toBe(10)
  expect(fadeDay({ startDay: 10, ongoing: true })).toBe(100)
  expect(fadeDay({ startDay: 10, ongoing: true, endDay: 12 })).toBe(100)
})

test('only approved incidents count, drafts and those in review only when all are to count, context never', () => {
  const term = (parts: Parameters<typeof makeIncident>[0], countAll: boolean) =>
    termOf(makeIncident(parts), DYAD, params, { countAll })
  for (const countAll of [false, true]) {
    expect(term({ status: 'approved' }, countAll)).not.toBeNull()
    expect(term({ status: 'retracted' }, countAll)).toBeNull()
    expect(term({ kind: 'context' }, countAll)).toBeNull()
    expect(term({ status: 'draft' }, countAll) !== null).toBe(countAll)
    expect(term({ status: 'in_review' }, countAll) !== null).toBe(countAll)
  }
})

test('an incident of another dyad is refused', () => {
  expect(() => termOf(makeIncident({ target: 'TUR' }), DYAD, params)).toThrow('X-001')
})

test('an incident with no verification is listed with no points', () => {
  for (const rung of [4, -4]) {
    const [term] = termsFrom([makeIncident({ rung, reliability: 'E', credibility: 5 })])
    expect(Object.is(term.points, 0)).toBe(true)
  }
})

test('verification lies from 0 to 1 and a better grade never lowers it', () => {
  for (const [index, reliability] of RELIABILITIES.slice(0, 5).entries()) {
    for (const [step, credibility] of CREDIBILITIES.slice(0, 5).entries()) {
      const verification = verificationOf(reliability, credibility, params)
      expectClose(verification, (1 - index / 4 + 2 * (1 - step / 4)) / 3)
    }
  }
})
