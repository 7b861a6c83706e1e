import { formatFault, readParameters } from '@/lib/core/record'
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
])('a wrong %s is refused by name: %j', (field, input) => {
  expect(faultOf(input)).toMatch(new RegExp(`^file, field ${field.replace('.', '\\.')}: `))
})

test('parameters have to be an object', () => {
  for (const input of [null, [], 7]) expect(faultOf(input)).toMatch(/^file: /)
})
