import { createHash } from 'node:crypto'
import { canonicalParameters, DEFAULT_PARAMETERS, PARAMETER_NOTES, pointsAtFifty } from '@/lib/core/scoring'

test('the same parameters have the same canonical text whatever the order of their keys', () => {
  const { version, base, weight, ...rest } = DEFAULT_PARAMETERS
  const turned = { weight, ...rest, base, version }
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(DEFAULT_PARAMETERS))
  expect(canonicalParameters(turned)).toBe(canonicalParameters(DEFAULT_PARAMETERS))
  expect(canonicalParameters({ ...DEFAULT_PARAMETERS, holdCap: 91 })).not.toBe(canonicalParameters(DEFAULT_PARAMETERS))
  expect(canonicalParameters(DEFAULT_PARAMETERS)).toMatch(/^\{"anchor":2,"base":2,"credibility":\{"1":1,"2":0.75,/)
})

test('the hash of version 0.1 is the one that it was published with, before bands and rung errors could be set', () => {
  const hash = createHash('sha256').update(canonicalParameters(DEFAULT_PARAMETERS)).digest('hex')
  expect(hash).toBe('7fa15cd3ca5eab66b11ecfb45a2fe69968949dc8c50e012c92821f063578c681')
})

test('band limits and rung errors are in the text where they differ from those of 0.1, whatever the order of their keys', () => {
  const { bandLimits, rungError } = DEFAULT_PARAMETERS
  const turned = Object.fromEntries(Object.entries(bandLimits).reverse()) as typeof bandLimits
  const plain = canonicalParameters(DEFAULT_PARAMETERS)
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(bandLimits))
  expect(canonicalParameters({ ...DEFAULT_PARAMETERS, bandLimits: turned })).toBe(plain)
  expect(canonicalParameters({ ...DEFAULT_PARAMETERS, bandLimits: { ...bandLimits, strained: 12 } })).toBe(
    plain.replace(
      '"base":2',
      '"bandLimits":{"cooperative":-10,"crisis":75,"rupture":90,"severe":50,"strained":12,"tense":25},"base":2',
    ),
  )
  expect(canonicalParameters({ ...DEFAULT_PARAMETERS, rungError: { ...rungError, low: 0.5 } })).toBe(
    plain.replace('"version"', '"rungError":{"high":0.05,"low":0.5,"moderate":0.2},"version"'),
  )
})

test('points at fifty follow from anchor and base', () => {
  expect(pointsAtFifty(DEFAULT_PARAMETERS)).toBe(32)
  expect(pointsAtFifty({ ...DEFAULT_PARAMETERS, base: 3, anchor: 1 })).toBe(81)
})

test('every parameter is explained', () => {
  const explained = new Set(PARAMETER_NOTES.map(({ key }) => key?.split('.')[0]))
  for (const key of Object.keys(DEFAULT_PARAMETERS)) expect(key === 'version' || explained.has(key)).toBe(true)
  for (const name of Object.keys(DEFAULT_PARAMETERS.halfLife)) {
    expect(PARAMETER_NOTES.some(({ key }) => key === `halfLife.${name}`)).toBe(true)
  }
})
