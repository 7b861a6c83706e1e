import fc from 'fast-check'
import { CATEGORIES } from '@/lib/core/codebook'
import {
  breadthOf,
  CELLS,
  cellOf,
  cellsOn,
  DEFAULT_PARAMETERS,
  type Figures,
  figuresOf,
  pointsOn,
  seriesOf,
} from '@/lib/core/scoring'
import { dayArb, escalatoryArb, incidentArb, makeIncident, parametersArb, recordArb, termsFrom } from './arbitraries'
import { expectClose } from './golden'

const params = DEFAULT_PARAMETERS

function figuresFor(record: Parameters<typeof termsFrom>[0], day: number, anyParams = params): Figures {
  return figuresOf(cellsOn(seriesOf(termsFrom(record, anyParams), day, day), day), anyParams)
}

const partsOf = (figures: Figures) => [
  CATEGORIES.map((category) => figures.category[category]),
  [figures.direction.forward, figures.direction.backward],
]

test('each of the 32 cells has its own direction, category and sign', () => {
  const cells = new Set<number>()
  for (const direction of [0, 1] as const) {
    for (let category = 0; category < CATEGORIES.length; category++) {
      for (const negative of [false, true]) cells.add(cellOf(direction, category, negative))
    }
  }
  expect(cells.size).toBe(CELLS)
  expect([Math.min(...cells), Math.max(...cells)]).toEqual([0, 31])
  expect(cellOf(1, 2, true)).toBe(21)
})

test('contributions by category and by direction add up to the score', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, parametersArb, (record, day, anyParams) => {
      const figures = figuresFor(record, day, anyParams)
      for (const parts of partsOf(figures)) {
        expectClose(
          parts.reduce((sum, part) => sum + part.contribution, 0),
          figures.score,
        )
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(figures.points)
      }
    }),
  )
})

test('a dyad without incidents is at 0 in every figure', () => {
  const figures = figuresFor([], 0)
  expect(figures).toMatchObject({ points: 0, score: 0, display: 0, escalatory: 0, relief: 0, asymmetry: 0, breadth: 0 })
  expect(figures.band.name).toBe('Calm')
})

test('the two stocks are what was added on either side, and their difference is the points', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, (record, day) => {
      const figures = figuresFor(record, day)
      const points = termsFrom(record).map((term) => pointsOn(term, day))
      expect(figures.escalatory).toBe(points.filter((part) => part > 0).reduce((sum, part) => sum + part, 0))
      expect(figures.escalatory - figures.relief).toBe(figures.points)
      expect(figures.relief).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('exchanging the two countries keeps the score, exchanges the directions and negates the asymmetry', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, (record, day) => {
      const exchanged = record.map((incident) => ({ ...incident, actor: incident.target, target: incident.actor }))
      const [figures, other] = [figuresFor(record, day), figuresFor(exchanged, day)]
      expect(other.score).toBe(figures.score)
      expect(other.direction.forward).toEqual(figures.direction.backward)
      expect(other.direction.backward).toEqual(figures.direction.forward)
      expect(other.asymmetry + figures.asymmetry).toBe(0)
    }),
  )
})

test('for escalation alone the stand-alone scores are at least the contributions and together at least the score', () => {
  fc.assert(
    fc.property(recordArb(escalatoryArb), dayArb, (record, day) => {
      const figures = figuresFor(record, day)
      for (const parts of partsOf(figures)) {
        for (const part of parts) expect(part.standAlone).toBeGreaterThanOrEqual(part.contribution - 1e-9)
        const sum = parts.reduce((all, part) => all + part.standAlone, 0)
        expect(sum).toBeGreaterThanOrEqual(figures.score - 1e-9)
      }
    }),
  )
})

test('a joint act gives exactly half to each direction and keeps the score', () => {
  fc.assert(
    fc.property(incidentArb, dayArb, parametersArb, (incident, day, anyParams) => {
      const joint = figuresFor([{ ...incident, mutual: true }], day, anyParams)
      const single = figuresFor([{ ...incident, mutual: false }], day, anyParams)
      expectClose(joint.score, single.score)
      expect(joint.direction.forward.points).toBe(joint.direction.backward.points)
      expect(joint.direction.forward.points).toBe(joint.points / 2)
      expect(joint.asymmetry).toBe(0)
    }),
  )
})

test('asymmetry and breadth keep to their ranges', () => {
  fc.assert(
    fc.property(recordArb(), dayArb, (record, day) => {
      const { asymmetry, breadth } = figuresFor(record, day)
      expect(Math.abs(asymmetry)).toBeLessThanOrEqual(1)
      expect(breadth === 0 || (breadth >= 1 - 1e-9 && breadth <= 8 + 1e-9)).toBe(true)
    }),
  )
})

test('breadth counts the categories that pressure is spread over, and leaves relief out', () => {
  expect(breadthOf([4, 0, 0, 0])).toBe(1)
  expect(breadthOf([4, 4, 4, 4])).toBe(4)
  expect(breadthOf([4, 4, -8, 0])).toBe(2)
  expect(breadthOf([-1, -2])).toBe(0)
})

test('the band of a day is that of the method which makes its figures', () => {
  const bandLimits = { ...params.bandLimits, strained: 1, tense: 2 }
  const record = [makeIncident({ rung: 3 })]
  expect(figuresFor(record, 0).band.name).toBe('Calm')
  expect(figuresFor(record, 0, { ...params, bandLimits }).band.name).toBe('Tense')
})

test('a figure below zero stays below zero', () => {
  const figures = figuresFor([makeIncident({ rung: -5 })], 0)
  expect(figures.points).toBe(-8)
  expect(figures.band.name).toBe('Cooperative')
  expect(figures.breadth).toBe(0)
})
