import { completeParameters, formatFault, readParameters } from '@/lib/core/record'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'

function faultOf(input: unknown): string {
  const read = readParameters(input)
  return read.ok ? 'no fault' : formatFault(read.fault)
}

test('what is not given keeps its default', () => {
  expect(readParameters({})).toEqual({ ok: true, value: DEFAULT_PARAMETERS })
  expect(readParameters({ base: 3, halfLife: { long: 90 }, credibility: { 6: 0.25 } })).toEqual({
    ok: true,
    value: {
      ...DEFAULT_PARAMETERS,
      base: 3,
      halfLife: { short: 14, medium: 60, long: 90 },
      credibility: { ...DEFAULT_PARAMETERS.credibility, 6: 0.25 },
    },
  })
})

test('reading parameters leaves the defaults alone', () => {
  const before = JSON.stringify(DEFAULT_PARAMETERS)
  readParameters({ weight: { media: 2 } })
  expect(JSON.stringify(DEFAULT_PARAMETERS)).toBe(before)
})

test.each<[string, unknown]>([
  ['base', { base: 0 }],
  ['base', { base: '2' }],
  ['base', { base: null }],
  ['anchor', { anchor: -1 }],
  ['relief', { relief: -0.1 }],
  ['holdCap', { holdCap: 1.5 }],
  ['holdCap', { holdCap: Number.NaN }],
  ['halfLife.short', { halfLife: { short: 0 } }],
  ['halfLife.brief', { halfLife: { brief: 3 } }],
  ['halfLife', { halfLife: 14 }],
  ['weight.media', { weight: { media: Infinity } }],
  ['reliability.G', { reliability: { G: 1 } }],
  ['credibility.1', { credibility: { 1: 1.1 } }],
  ['version', { version: 1 }],
  ['kappa', { kappa: 1 }],
  ['bandLimits', { bandLimits: [10, 25] }],
  ['bandLimits.calm', { bandLimits: { calm: 0 } }],
  ['bandLimits.strained', { bandLimits: { strained: '10' } }],
  ['bandLimits.strained', { bandLimits: { strained: 10.25 } }],
  ['bandLimits.strained', { bandLimits: { strained: 0 } }],
  ['bandLimits.strained', { bandLimits: { cooperative: -20, strained: -5 } }],
  ['bandLimits.cooperative', { bandLimits: { cooperative: 0 } }],
  ['bandLimits.cooperative', { bandLimits: { cooperative: 5 } }],
  ['bandLimits.cooperative', { bandLimits: { cooperative: -100 } }],
  ['bandLimits.tense', { bandLimits: { tense: 10 } }],
  ['bandLimits.crisis', { bandLimits: { severe: 75 } }],
  ['bandLimits.rupture', { bandLimits: { rupture: 100 } }],
  ['rungError', { rungError: 0.2 }],
  ['rungError.none', { rungError: { none: 0 } }],
  ['rungError.low', { rungError: { low: 0.67 } }],
  ['rungError.high', { rungError: { high: -0.01 } }],
])('a wrong %s is refused by name: %j', (field, input) => {
  expect(faultOf(input)).toMatch(new RegExp(`^file, field ${field.replace('.', '\\.')}: `))
})

test('parameters have to be an object', () => {
  for (const input of [null, [], 7]) expect(faultOf(input)).toMatch(/^file: /)
})

test('band limits and rung errors can be given in part, to the edges of their ranges', () => {
  const read = readParameters({
    bandLimits: { cooperative: -99.9, strained: 0.1, rupture: 99.9 },
    rungError: { high: 0, low: 2 / 3 },
  })
  expect(read).toEqual({
    ok: true,
    value: {
      ...DEFAULT_PARAMETERS,
      bandLimits: { cooperative: -99.9, strained: 0.1, tense: 25, severe: 50, crisis: 75, rupture: 99.9 },
      rungError: { high: 0, moderate: 0.2, low: 2 / 3 },
    },
  })
})

test('a version that was published without band limits and rung errors is given those it went by', () => {
  const { bandLimits, rungError, ...published } = DEFAULT_PARAMETERS
  const stored = { ...published, version: '0.1', anchor: 3 }
  expect(completeParameters(stored)).toEqual({ ...stored, bandLimits, rungError })
})

test('a version that has them keeps them', () => {
  const bandLimits = { cooperative: -5, strained: 5, tense: 20, severe: 40, crisis: 60, rupture: 80 }
  const stored = { ...DEFAULT_PARAMETERS, bandLimits, rungError: { high: 0.1, moderate: 0.3, low: 0.5 } }
  expect(completeParameters(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
})

test('stored parameters that no version can have been published with are refused by name', () => {
  const { base, ...lacking } = DEFAULT_PARAMETERS
  expect(base).toBe(2)
  expect(() => completeParameters(lacking)).toThrow(expect.objectContaining({ field: 'base' }))
  expect(() => completeParameters({ ...DEFAULT_PARAMETERS, kappa: 1 })).toThrow(
    expect.objectContaining({ field: 'kappa' }),
  )
  expect(() => completeParameters(null)).toThrow('is not an object')
})
