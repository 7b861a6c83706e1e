import fc from 'fast-check'
import { dayOf } from '@/lib/core/calendar'
import { scoreRecord } from '@/lib/core/record'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { isUnusual, robustZ, robustZs } from '@/lib/core/signals'
import golden from '../golden/reference-scores.json'
import { caseRecord, expectClose, expectMatches } from './golden'

const alternating = (length: number) => Array.from({ length }, (_, week) => (week % 2 === 0 ? 1 : 3))
const closeTo = (z: number | null, expected: number) => expectClose(z ?? Number.NaN, expected)

test('every week of the case has its golden robust z, and the first eight have none', () => {
  const zs = robustZs(golden.robustZ.map(({ inflow }) => inflow))
  expect(zs).toHaveLength(33)
  for (const [index, { z }] of golden.robustZ.entries()) {
    if (z === null) expect(zs[index]).toBeNull()
    else closeTo(zs[index], z)
  }
  expect(zs.findIndex((z) => z !== null)).toBe(8)
})

test('the golden inflow is the week’s full points of both directions', () => {
  const [from, to] = [dayOf(golden.range[0]), dayOf(golden.range[1])]
  const options = { from, to, grain: 'week', contributions: [], params: DEFAULT_PARAMETERS } as const
  const { weekly = [] } = scoreRecord(caseRecord(), options)
  expectMatches(
    weekly.map(({ week, inflowTotal }) => ({ week, inflow: inflowTotal })),
    golden.robustZ.map(({ week, inflow }) => ({ week, inflow })),
  )
})

test('with a deviation from the median, z is 0.6744897502 (I − median) / MAD', () => {
  closeTo(robustZ([...alternating(8), 12], 8), 0.6744897502 * 10)
  closeTo(robustZ([...alternating(8), -3], 8), 0.6744897502 * -5)
})

test('when most weeks are alike, z is (I − median) / (1.2533141373 mean |I − median|)', () => {
  closeTo(robustZ([0, 0, 0, 0, 0, 0, 0, 8, 6], 8), 6 / 1.2533141373)
})

test('weeks all alike give no z, also where they differ by rounding alone', () => {
  expect(robustZ([2, 2, 2, 2, 2, 2, 2, 2, 50], 8)).toBeNull()
  expect(robustZ([2, 2 + 1e-12, 2, 2 + 1e-12, 2, 2 - 1e-12, 2, 2, 50], 8)).toBeNull()
})

test('seven weeks before are too few, and the twenty-seventh before is forgotten', () => {
  expect(robustZ([...alternating(7), 12], 7)).toBeNull()
  const weeks = [...alternating(26), 12]
  expect(robustZ([1000, ...weeks], 27)).toBe(robustZ(weeks, 26))
  expect(robustZ([1000, ...weeks.slice(1)], 26)).not.toBe(robustZ(weeks, 26))
})

test('a week that is not covered has no z and does not count as a quiet one', () => {
  expect(robustZ([...alternating(8), null], 8)).toBeNull()
  expect(robustZ([...alternating(8), null, null, 12], 10)).toBe(robustZ([...alternating(8), 12], 8))
  expect(robustZ([...alternating(7), null, 12], 8)).toBeNull()
})

test('a week outside the list has no z', () => {
  for (const index of [-1, 9, 40]) expect(robustZ(alternating(9), index)).toBeNull()
})

test('3.5 is unusual, anything below and a lull are not', () => {
  expect([3.5, 40, 3.4999, 0, -9, null].map(isUnusual)).toEqual([true, true, false, false, false, false])
})

test('z keeps its value when inflows are shifted and stretched, and turns with their sign', () => {
  const inflows = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 9, maxLength: 40 })
  fc.assert(
    fc.property(inflows, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -50, max: 50 }), (weeks, factor, shift) => {
      const last = weeks.length - 1
      const z = robustZ(weeks, last)
      const moved = robustZ(
        weeks.map((inflow) => factor * inflow + shift),
        last,
      )
      const turned = robustZ(
        weeks.map((inflow) => -inflow),
        last,
      )
      if (z === null) expect([moved, turned]).toEqual([null, null])
      else {
        closeTo(moved, z)
        closeTo(turned, -z)
      }
    }),
  )
})
