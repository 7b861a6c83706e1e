/** Something in the record that is not what it should be: where, and what. */
export interface Fault {
  /** Such as `AZE-RUS / AZE-RUS-12, revision 3`. */
  place: string
  what: string
}

/** A fault as a sentence. */
export const sentenceOf = ({ place, what }: Fault): string => `${place}: ${what}`

/** Characters of a value that a fault shows. */
const SHOWN = 60
const CONTEXT = 12
const SHOWN_HASH = 8

/** The beginning of a hash: enough to tell two apart. */
export const shortHash = (hash: string): string => (hash === '' ? 'none' : `${hash.slice(0, SHOWN_HASH)}…`)

/** Values as text that is the same for the same value: dates as ISO 8601, doubles to the last bit. */
export const textOf = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

/** Two different texts, cut to where they begin to differ. */
function cutToDifference(a: string, b: string): [string, string] {
  let same = 0
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++
  const from = Math.max(a.length, b.length) <= SHOWN ? 0 : Math.max(0, same - CONTEXT)
  const cut = (text: string) => {
    const part = text.slice(from, from + SHOWN)
    return `${from > 0 ? '…' : ''}${part}${from + SHOWN < text.length ? '…' : ''}`
  }
  return [cut(a), cut(b)]
}

/** The fault of a value that is stored differently from what follows from the rest of the record. */
export function differs(place: string, what: string, stored: unknown, computed: unknown): Fault {
  const [a, b] = cutToDifference(textOf(stored), textOf(computed))
  return { place, what: `${what} (stored ${a}, computed ${b})` }
}

/** The same for two hashes, of which only the beginnings are shown. */
export const hashDiffers = (place: string, what: string, stored: string, computed: string): Fault => ({
  place,
  what: `${what} (stored ${shortHash(stored)}, computed ${shortHash(computed)})`,
})

/** A fault for each column of a stored row that is not as expected, by its name in the database. */
export function* columnFaults(
  place: string,
  stored: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
): Generator<Fault> {
  for (const [name, value] of Object.entries(expected)) {
    if (textOf(stored[name]) === textOf(value)) continue
    const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    yield differs(place, `column ${column} is not what the record gives`, stored[name], value)
  }
}
