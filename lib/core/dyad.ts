/** Dyads and directions by ISO 3166-1 alpha-3 codes (SCORING.md 2.1). */

const DYAD_ID = /^([A-Z]{3})-([A-Z]{3})$/
const COUNTRY_CODE = /^[A-Z]{3}$/

/** Whether `text` has the shape of a country code: three capital letters. */
export const isCountryCode = (text: string): boolean => COUNTRY_CODE.test(text)

/** Whether `text` is two different codes in alphabetical order, `AZE-RUS`. */
export function isDyadId(text: string): boolean {
  const match = DYAD_ID.exec(text)
  return match !== null && match[1] < match[2]
}

/**
 * The dyad of two countries, `AZE-RUS`, whatever their order.
 * @throws RangeError when a code is malformed or both are the same.
 */
export function dyadIdOf(a: string, b: string): string {
  for (const code of [a, b]) if (!isCountryCode(code)) throw new RangeError(`"${code}" is not a country code`)
  if (a === b) throw new RangeError(`a dyad needs two different countries, not ${a} twice`)
  return a < b ? `${a}-${b}` : `${b}-${a}`
}

/**
 * The two codes of a dyad, first and second.
 * @throws RangeError when `dyadId` is not a dyad.
 */
export function codesOf(dyadId: string): [string, string] {
  if (!isDyadId(dyadId)) throw new RangeError(`"${dyadId}" is not a dyad`)
  return [dyadId.slice(0, 3), dyadId.slice(4)]
}

/** `AZE>RUS`: who acts on whom. */
export const directionOf = (actor: string, target: string): string => `${actor}>${target}`
