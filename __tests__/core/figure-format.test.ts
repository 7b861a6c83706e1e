import {
  formatCount,
  formatPercent,
  formatPlural,
  formatPoints,
  formatRung,
  formatScore,
  formatSigned,
} from '@/lib/format'

test('a score has one decimal, halves away from zero, a true minus and no minus zero', () => {
  expect(formatScore(80.86)).toBe('80.9')
  expect(formatScore(9.95)).toBe('10.0')
  expect(formatScore(-4.86)).toBe('−4.9')
  expect(formatScore(-0.04)).toBe('0.0')
})

test('a change carries its sign unless it is none', () => {
  expect(formatSigned(12.84)).toBe('+12.8')
  expect(formatSigned(-2.05)).toBe('−2.1')
  expect(formatSigned(0.049)).toBe('0.0')
})

test('points drop the zeros that say nothing', () => {
  expect(formatPoints(16)).toBe('16')
  expect(formatPoints(7.3333)).toBe('7.33')
  expect(formatPoints(-0.25)).toBe('−0.25')
  expect(formatPoints(-0.001)).toBe('0')
})

test('shares, counts and rungs are written in one way', () => {
  expect(formatPercent(0.9167)).toBe('92\u202f%')
  expect(formatCount(1000000)).toBe('1\u202f000\u202f000')
  expect(formatPlural(1, 'incident')).toBe('1 incident')
  expect(formatPlural(2, 'country', 'countries')).toBe('2 countries')
  expect(formatRung(4)).toBe('+4')
  expect(formatRung(-2)).toBe('−2')
})
