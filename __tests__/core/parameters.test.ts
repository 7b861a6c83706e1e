import { canonicalParameters, DEFAULT_PARAMETERS, PARAMETER_NOTES, pointsAtFifty } from '@/lib/core/scoring'

test('the same parameters have the same canonical text whatever the order of their keys', () => {
  const { version, base, weight, ...rest } = DEFAULT_PARAMETERS
  const turned = { weight, ...rest, base, version }
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(DEFAULT_PARAMETERS))
  expect(canonicalParameters(turned)).toBe(canonicalParameters(DEFAULT_PARAMETERS))
  expect(canonicalParameters({ ...DEFAULT_PARAMETERS, holdCap: 91 })).not.toBe(canonicalParameters(DEFAULT_PARAMETERS))
  expect(canonicalParameters(DEFAULT_PARAMETERS)).toMatch(/^\{"anchor":2,"base":2,"credibility":\{"1":1,"2":0.75,/)
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
