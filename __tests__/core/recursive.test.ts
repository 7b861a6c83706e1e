import fc from 'fast-check'
import {
  CELLS,
  columnsOf,
  recursiveCellsOf,
  recursiveTotals,
  recursiveTotalsOf,
  seriesOf,
  totalOn,
} from '@/lib/core/scoring'
import { makeIncident, parametersArb, recordArb, termsFrom } from './arbitraries'
import { caseTerms, expectClose } from './golden'

const firstArb = fc.integer({ min: -250, max: 600 })
const daysArb = fc.integer({ min: 0, max: 500 })

test('the incremental form gives the direct total of every day', () => {
  fc.assert(
    fc.property(recordArb(), firstArb, daysArb, parametersArb, (record, first, days, params) => {
      const terms = termsFrom(record, params)
      const series = seriesOf(terms, first, first + days)
      const totals = recursiveTotals(terms, first, first + days)
      expect(totals).toHaveLength(days + 1)
      for (let day = first; day <= first + days; day++) expectClose(totals[day - first], totalOn(series, day))
    }),
  )
})

test('the incremental form gives the direct points of every cell', () => {
  fc.assert(
    fc.property(recordArb(), firstArb, fc.integer({ min: 0, max: 150 }), (record, first, days) => {
      const terms = termsFrom(record)
      const cells = recursiveCellsOf(columnsOf(terms), first, first + days)
      const direct = seriesOf(terms, first, first + days).cells
      expect(cells).toHaveLength(direct.length)
      for (const [index, points] of direct.entries()) expectClose(cells[index], points)
    }),
    { numRuns: 50 },
  )
})

test('a range of rows is scored as if it were alone', () => {
  const terms = caseTerms()
  const columns = columnsOf(terms)
  const [first, last] = [terms[0].startDay, terms[0].startDay + 250]
  const whole = recursiveTotalsOf(columns, first, last)
  const left = recursiveTotalsOf(columns, first, last, { end: 10 })
  const right = recursiveTotalsOf(columns, first, last, { begin: 10 })
  for (const [index, total] of whole.entries()) expectClose(left[index] + right[index], total)
  expectClose(left[250], recursiveTotals(terms.slice(0, 10), first, last)[250])
})

test('columns keep one entry a half-life and mark joint acts', () => {
  const columns = columnsOf(
    termsFrom([
      makeIncident(),
      makeIncident({ persistence: 'long', mutual: true, actor: 'RUS', target: 'AZE' }),
      makeIncident({ actor: 'RUS', target: 'AZE', rung: -1 }),
    ]),
  )
  expect(columns.halfLives).toEqual([14, 180])
  expect([...columns.halfLife]).toEqual([0, 1, 0])
  expect([...columns.joint]).toEqual([0, 1, 0])
  expect([...columns.cell]).toEqual([0, 0, CELLS / 2 + 1])
})

test('days have to be in order', () => {
  expect(() => recursiveTotals([], 1, 0)).toThrow(RangeError)
})
