import fc from 'fast-check'
import { CATEGORIES } from '@/lib/core/codebook'
import { changePart, contributionOf, DEFAULT_PARAMETERS, pointsOn, scoreOf, type Term } from '@/lib/core/scoring'
import { dayArb, escalatoryArb, incidentArb, parametersArb, recordArb, termsFrom } from './arbitraries'
import { expectClose } from './golden'

const params = DEFAULT_PARAMETERS
const totalOf = (terms: Term[], day: number) => terms.reduce((sum, term) => sum + pointsOn(term, day), 0)
const scoreOn = (terms: Term[], day: number) => scoreOf(totalOf(terms, day), params)

test('the contributions of the incidents add up to the score', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, parametersArb, (record, day, anyParams) => {
      const terms = termsFrom(record, anyParams)
      const total = totalOf(terms, day)
      const sum = terms.reduce((all, term) => all + contributionOf(pointsOn(term, day), total, anyParams), 0)
      expectClose(sum, scoreOf(total, anyParams))
    }),
  )
})

test('the order of incidents does not matter, to the last bit', () => {
  const shuffled = recordArb().chain((record) =>
    fc.tuple(fc.constant(record), fc.shuffledSubarray(record, { minLength: record.length })),
  )
  fc.assert(
    fc.property(shuffled, dayArb, ([record, other], day) => {
      expect(totalOf(termsFrom(other), day)).toBe(totalOf(termsFrom(record), day))
    }),
  )
})

test('shifting all dates and the day by as much keeps the points', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, fc.integer({ min: -5000, max: 5000 }), (record, day, shift) => {
      const shifted = record.map((incident) => ({
        ...incident,
        startDay: incident.startDay + shift,
        endDay: incident.endDay === null ? null : incident.endDay + shift,
      }))
      expect(totalOf(termsFrom(shifted), day + shift)).toBe(totalOf(termsFrom(record), day))
    }),
  )
})

test('adding an escalatory incident never lowers the score, adding a de-escalatory one never raises it', () => {
  fc.assert(
    fc.property(recordArb(), incidentArb, dayArb, (record, added, day) => {
      const before = scoreOn(termsFrom(record), day)
      const after = scoreOn(termsFrom([...record, added]), day)
      if (added.rung > 0) expect(after).toBeGreaterThanOrEqual(before)
      else expect(after).toBeLessThanOrEqual(before)
    }),
  )
})

test('future incidents change nothing', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, (record, day) => {
      const past = record.filter((incident) => incident.startDay <= day)
      expect(totalOf(termsFrom(past), day)).toBe(totalOf(termsFrom(record), day))
    }),
  )
})

test('removing an incident changes the points by exactly its own', () => {
  fc.assert(
    fc.property(recordArb(), incidentArb, dayArb, (record, removed, day) => {
      const [own] = termsFrom([removed])
      const without = totalOf(termsFrom(record), day)
      expect(totalOf(termsFrom([removed, ...record]), day) - without).toBe(pointsOn(own, day))
    }),
  )
})

test('escalation alone only falls after the last incident begins to fade, and ends at 0', () => {
  fc.assert(
    fc.property(recordArb(escalatoryArb), (record) => {
      const terms = termsFrom(record)
      const last = Math.max(0, ...terms.map((term) => term.fadeDay))
      for (let day = last; day < last + 400; day += 7) {
        expect(totalOf(terms, day + 7)).toBeLessThanOrEqual(totalOf(terms, day))
      }
      expect(totalOf(terms, last + 10_000)).toBe(0)
    }),
  )
})

test('the parts of a change add up to the change', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, dayArb, parametersArb, (record, day0, day1, anyParams) => {
      const terms = termsFrom(record, anyParams)
      const [total0, total1] = [totalOf(terms, day0), totalOf(terms, day1)]
      let sum = 0
      for (const term of terms) sum += changePart(pointsOn(term, day0), pointsOn(term, day1), total0, total1, anyParams)
      expectClose(sum, scoreOf(total1, anyParams) - scoreOf(total0, anyParams))
    }),
  )
})

test('with full relief, turning every incident round turns the score round', () => {
  const even = { ...params, relief: 1 }
  fc.assert(
    fc.property(recordArb(), dayArb, (record, day) => {
      const turned = record.map((incident) => ({ ...incident, rung: -incident.rung }))
      const score = scoreOf(totalOf(termsFrom(record, even), day), even)
      expectClose(scoreOf(totalOf(termsFrom(turned, even), day), even), -score)
    }),
  )
})

test('doubling all weights and the anchor changes nothing', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, parametersArb, (record, day, anyParams) => {
      const doubled = { ...anyParams, anchor: 2 * anyParams.anchor, weight: { ...anyParams.weight } }
      for (const category of CATEGORIES) doubled.weight[category] *= 2
      const score = scoreOf(totalOf(termsFrom(record, anyParams), day), anyParams)
      expectClose(scoreOf(totalOf(termsFrom(record, doubled), day), doubled), score)
    }),
  )
})

test('splitting an incident into two halves leaves all other contributions alone', () => {
  fc.assert(
    fc.property(recordArb(), incidentArb, dayArb, (record, split, day) => {
      const others = termsFrom(record)
      const [whole] = termsFrom([split])
      const half = { ...whole, points: whole.points / 2 }
      const total = totalOf([...others, whole], day)
      const totalOfHalves = totalOf([...others, half, half], day)
      for (const term of others) {
        const points = pointsOn(term, day)
        expectClose(contributionOf(points, totalOfHalves, params), contributionOf(points, total, params))
      }
    }),
  )
})
