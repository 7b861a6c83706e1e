import { COUNTRY_CODES, countryName, isCountry, searchCountries } from '@/lib/countries'

const codesFor = (text: string) => searchCountries(text).map(({ code }) => code)

test('a country goes by its short English name', () => {
  expect(countryName('RUS')).toBe('Russia')
  expect(countryName('AZE')).toBe('Azerbaijan')
  expect(countryName('IRN')).toBe('Iran')
  expect(countryName('TUR')).toBe('Türkiye')
})

test('what is no country keeps its code as its name', () => {
  expect(countryName('ZZZ')).toBe('ZZZ')
  expect(isCountry('ZZZ')).toBe(false)
  expect(isCountry('rus')).toBe(false)
})

test('every code is three capital letters with a name of its own', () => {
  expect(COUNTRY_CODES.length).toBeGreaterThan(240)
  for (const code of COUNTRY_CODES) expect(code).toMatch(/^[A-Z]{3}$/)
  expect(new Set(COUNTRY_CODES.map(countryName)).size).toBe(COUNTRY_CODES.length)
})

test('a country is found in English, Azerbaijani and Russian, with or without its accents', () => {
  for (const text of ['Russia', 'russ', 'Russian Fed', 'Rusiya', 'Росс', 'RUS', 'rus'])
    expect(codesFor(text)).toContain('RUS')
  for (const text of ['Azərbaycan', 'azerbaycan', 'Азерб']) expect(codesFor(text)[0]).toBe('AZE')
  for (const text of ['turkiye', 'Türk', 'Turkey']) expect(codesFor(text)).toContain('TUR')
})

test('a search says in which name it found a country', () => {
  expect(searchCountries('Росс')[0]).toEqual({ code: 'RUS', name: 'Russia', matched: expect.stringMatching(/^Росс/) })
})

test('an exact code comes first', () => {
  expect(codesFor('arm')[0]).toBe('ARM')
  expect(codesFor('geo')[0]).toBe('GEO')
})

test('empty text gives every country by name', () => {
  expect(codesFor('  ')).toEqual([...COUNTRY_CODES])
  expect(searchCountries('')[0].name).toBe('Afghanistan')
})

test('text that is in no name finds nothing', () => {
  expect(searchCountries('qqq')).toEqual([])
})
