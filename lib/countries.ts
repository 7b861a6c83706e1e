import codes from 'i18n-iso-countries/codes.json'
import azerbaijani from 'i18n-iso-countries/langs/az.json'
import english from 'i18n-iso-countries/langs/en.json'
import russian from 'i18n-iso-countries/langs/ru.json'
import { foldText } from '@/lib/core/text'

/** A country that a search found; `matched` is the name, or the code, that the text was found in. */
export interface CountryMatch {
  code: string
  name: string
  matched: string
}

/** The usual short names where the list's first name is the formal one. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  BRN: 'Brunei',
  CHN: 'China',
  COD: 'DR Congo',
  COG: 'Congo',
  CIV: 'Côte d’Ivoire',
  CZE: 'Czechia',
  FLK: 'Falkland Islands',
  FSM: 'Micronesia',
  GBR: 'United Kingdom',
  GMB: 'Gambia',
  IRN: 'Iran',
  KOR: 'South Korea',
  LAO: 'Laos',
  MDA: 'Moldova',
  MKD: 'North Macedonia',
  PRK: 'North Korea',
  PSE: 'Palestine',
  RUS: 'Russia',
  SYR: 'Syria',
  TUR: 'Türkiye',
  TWN: 'Taiwan',
  TZA: 'Tanzania',
  USA: 'United States',
  VAT: 'Holy See',
}

/** Letters that Unicode does not decompose; people search without them. */
const fold = (text: string) => foldText(text).replace(/ı/g, 'i').replace(/ə/g, 'e').replace(/[’']/g, '')

const namesIn = (language: { countries: object }, alpha2: string): string[] => {
  const found: unknown = Reflect.get(language.countries, alpha2)
  return typeof found === 'string'
    ? [found]
    : Array.isArray(found)
      ? found.filter((name) => typeof name === 'string')
      : []
}

interface Country {
  code: string
  name: string
  /** Everything it can be found by, the shown name first, with its folded form. */
  keys: { text: string; folded: string }[]
}

function countryFrom(alpha2: string, code: string): Country | undefined {
  const [first, ...others] = namesIn(english, alpha2)
  if (first === undefined) return undefined
  const name = SHORT_NAMES[code] ?? first
  const texts = [name, first, ...others, ...namesIn(azerbaijani, alpha2), ...namesIn(russian, alpha2)]
  return { code, name, keys: [...new Set(texts)].map((text) => ({ text, folded: fold(text) })) }
}

const COUNTRIES: readonly Country[] = codes
  .map(([alpha2, alpha3]) => countryFrom(alpha2, alpha3))
  .filter((country) => country !== undefined)
  .sort((a, b) => (a.name < b.name ? -1 : 1))

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]))

/** Every ISO 3166-1 alpha-3 code, in the order of the English names. */
export const COUNTRY_CODES: readonly string[] = COUNTRIES.map(({ code }) => code)

/** Whether `code` is an ISO 3166-1 alpha-3 code in capitals. */
export const isCountry = (code: string): boolean => byCode.has(code)

/** The short English name of a code, `RUS` → `Russia`; the code itself when it is not a country's. */
export const countryName = (code: string): string => byCode.get(code)?.name ?? code

/** The usual short names in other languages, where the list's first name is the formal one. */
const SHORT_NAMES_IN: Readonly<Record<'az' | 'ru', Readonly<Record<string, string>>>> = {
  az: { COD: 'Konqo DR', COG: 'Konqo', CZE: 'Çexiya', PSE: 'Fələstin', USA: 'ABŞ' },
  ru: {
    CHN: 'Китай',
    COD: 'ДР Конго',
    COG: 'Конго',
    GBR: 'Великобритания',
    KGZ: 'Кыргызстан',
    KOR: 'Южная Корея',
    MDA: 'Молдова',
    PRK: 'КНДР',
    PSE: 'Палестина',
    RUS: 'Россия',
    TKM: 'Туркменистан',
  },
}
const LISTS = { az: azerbaijani, ru: russian }
const alpha2Of = new Map(codes.map(([alpha2, alpha3]) => [alpha3, alpha2]))

/** The short name of a code in a language that documents are written in; the code itself when it is not a country's. */
export function countryNameIn(code: string, language: 'en' | 'az' | 'ru'): string {
  if (language === 'en') return countryName(code)
  const alpha2 = alpha2Of.get(code)
  const [listed] = alpha2 === undefined ? [] : namesIn(LISTS[language], alpha2)
  return SHORT_NAMES_IN[language][code] ?? listed ?? countryName(code)
}

/** How well a folded text fits a folded name: 3 whole, 2 at its start, 1 at the start of a word, 0 not at all. */
function fitOf(text: string, name: string): number {
  if (name === text) return 3
  if (name.startsWith(text)) return 2
  return name.includes(` ${text}`) || name.includes(`(${text}`) || name.includes(`-${text}`) ? 1 : 0
}

function matchOf(text: string, country: Country): { match: CountryMatch; fit: number } | undefined {
  const { code, name } = country
  if (text === code.toLowerCase()) return { match: { code, name, matched: code }, fit: 4 }
  let best: { match: CountryMatch; fit: number } | undefined
  for (const key of country.keys) {
    const fit = fitOf(text, key.folded)
    if (fit > (best?.fit ?? 0)) best = { match: { code, name, matched: key.text }, fit }
  }
  return best
}

/**
 * Countries by alpha-3 code or by the beginning of a word of their English, Azerbaijani or Russian name, best first, then
 * by name. Case and accents do not matter. Empty text gives all.
 */
export function searchCountries(text: string): CountryMatch[] {
  const wanted = fold(text.trim())
  if (wanted === '') return COUNTRIES.map(({ code, name }) => ({ code, name, matched: name }))
  return COUNTRIES.map((country) => matchOf(wanted, country))
    .filter((found) => found !== undefined)
    .sort((a, b) => b.fit - a.fit)
    .map(({ match }) => match)
}
