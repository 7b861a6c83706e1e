import fc from 'fast-check'
import { changePoints } from '@/lib/core/signals'
import golden from '../golden/reference-scores.json'
import { expectClose } from './golden'

/** Annual flow of the Nile at Aswan, 1871–1970, 10^8 m³: R's datasets::Nile (Cobb 1978). */
const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]

const squaresFrom = (values: number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

/** Squares left by the segments between some bounds. */
const leftBy = (values: number[], indices: number[]) =>
  [0, ...indices].reduce((sum, from, at) => sum + squaresFrom(values.slice(from, indices[at])), 0)

/** Every way to cut `length` values into segments of at least `minLength`. */
function partitionsOf(length: number, minLength: number, from = 0): number[][] {
  const cuts: number[][] = length - from >= minLength ? [[]] : []
  for (let cut = from + minLength; cut <= length - minLength; cut++) {
    for (const rest of partitionsOf(length, minLength, cut)) cuts.push([cut, ...rest])
  }
  return cuts
}

test('the case has its golden change points for shifts of 3, 5 and 7 points', () => {
  const closes = golden.weekly.map(({ close }) => close)
  for (const [sigma, weeks] of Object.entries(golden.changePoints.bySigma)) {
    const found = changePoints(closes, { sigma: Number(sigma) })
    expect(found.map(({ index }) => golden.weekly[index].week)).toEqual(weeks)
  }
  expect(changePoints(closes)).toEqual(changePoints(closes, { sigma: 5, minLength: 2 }))
})

test('the Nile breaks once, after 1898, from 1097.75 to 849.9722', () => {
  expect(NILE).toHaveLength(100)
  const [one, ...others] = changePoints(NILE, { sigma: 130 })
  expect(others).toEqual([])
  expect(one.index).toBe(28)
  expect(one.before).toBe(1097.75)
  expect(one.after).toBeCloseTo(849.9722, 4)
  expect(Math.round(squaresFrom(NILE))).toBe(2835157)
  expect(Math.round(leftBy(NILE, [28]))).toBe(1597457)
})

test('a step is found where it is, with the means beside it', () => {
  expect(changePoints([10, 10, 10, 40, 40, 40])).toEqual([{ index: 3, before: 10, after: 40 }])
  expect(changePoints([10, 12, 11, 13, 12, 11])).toEqual([])
})

test('a segment has two weeks at least, so one high week alone is no change point', () => {
  const spike = [0, 0, 0, 0, 90, 0, 0, 0, 0]
  expect(changePoints(spike, { minLength: 1 }).map(({ index }) => index)).toEqual([4, 5])
  for (const { index } of changePoints(spike)) expect([3, 4, 5, 6]).toContain(index)
  expect(changePoints(spike).map(({ index }) => index)).not.toEqual([4, 5])
})

test('too few weeks for two segments have none', () => {
  for (const closes of [[], [5], [0, 90], [0, 0, 90]]) expect(changePoints(closes)).toEqual([])
  expect(changePoints([0, 0, 90, 90])).toHaveLength(1)
})

test('the partition is the cheapest of all', () => {
  const closes = fc.array(fc.integer({ min: -30, max: 60 }), { minLength: 1, maxLength: 11 })
  const sigmas = fc.double({ min: 0.5, max: 15, noNaN: true })
  fc.assert(
    fc.property(closes, sigmas, fc.integer({ min: 1, max: 3 }), (values, sigma, minLength) => {
      const penalty = 2 * sigma ** 2 * Math.log(values.length)
      const costOf = (indices: number[]) => leftBy(values, indices) + penalty * indices.length
      const found = changePoints(values, { sigma, minLength }).map(({ index }) => index)
      const partitions = partitionsOf(values.length, minLength)
      if (partitions.length === 0) expect(found).toEqual([])
      else {
        expect(partitions).toContainEqual(found)
        expectClose(costOf(found), Math.min(...partitions.map(costOf)))
      }
    }),
  )
})

test('change points keep their places when closes are shifted far', () => {
  const far = NILE.map((value) => value + 2 ** 40)
  expect(changePoints(far, { sigma: 130 }).map(({ index }) => index)).toEqual([28])
})

test('a shift of no size and a segment of no weeks are refused', () => {
  for (const sigma of [0, -1, Number.NaN]) expect(() => changePoints([1, 2, 3, 4], { sigma })).toThrow(RangeError)
  for (const minLength of [0, 1.5]) expect(() => changePoints([1, 2, 3, 4], { minLength })).toThrow(RangeError)
})
