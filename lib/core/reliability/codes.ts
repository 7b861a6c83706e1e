/** What a coder can give a unit: a number (a rung, a day) or a name (a category, a direction). */
export type Code = string | number

/** Codings of several coders: a row is a unit, a column a coder, null a unit that the coder did not code. */
export type CodingMatrix<T extends Code> = readonly (readonly (T | null)[])[]

function ascending(a: Code, b: Code): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a), String(b)]
  return left < right ? -1 : Number(left > right)
}

/** The codes once each, ascending: numbers by size, names by their characters. */
export const distinctCodes = <T extends Code>(codes: Iterable<T>): T[] => [...new Set(codes)].sort(ascending)

/** Gives the place of each of the codes; asking for another code throws a RangeError. */
export function placesOf<T extends Code>(codes: readonly T[]): (code: T) => number {
  const places = new Map(codes.map((code, place) => [code, place]))
  return (code) => {
    const place = places.get(code)
    if (place === undefined) throw new RangeError(`"${code}" is not among the codes ${codes.join(', ')}`)
    return place
  }
}

/**
 * The codes as numbers.
 * @throws RangeError when one is no finite number.
 */
export function numbersOf(codes: readonly Code[]): number[] {
  return codes.map((code) => {
    if (typeof code !== 'number' || !Number.isFinite(code)) throw new RangeError(`"${code}" is not a finite number`)
    return code
  })
}
