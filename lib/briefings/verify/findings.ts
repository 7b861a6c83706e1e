/** A place in a package where something stands that should not. */
export interface Difference {
  /** Path in the package. */
  file: string
  /** `row AZE-RUS 2025-W27, column close`, `/figures/…`; null for the file as a whole. */
  place: string | null
  /** What is wrong, in a clause. */
  says: string
}

/** So many places are told; of the rest only how many. */
export const MOST_TOLD = 20
const LONGEST_VALUE = 120

/** A value in a sentence: short, on one line. */
export function shown(value: unknown, from = 0): string {
  const text = JSON.stringify(value) ?? 'nothing'
  const part = text.slice(from, from + LONGEST_VALUE)
  return `${from > 0 ? '…' : ''}${part}${from + LONGEST_VALUE < text.length ? '…' : ''}`
}

/** From where to show two long values, so that what differs can be seen. */
function firstDifference(a: unknown, b: unknown): number {
  const [one, other] = [JSON.stringify(a) ?? '', JSON.stringify(b) ?? '']
  if (one.length <= LONGEST_VALUE && other.length <= LONGEST_VALUE) return 0
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return Math.max(0, at - LONGEST_VALUE / 2)
}

/** `80.1 stands there, and 80.9 should`. */
export function instead(stands: unknown, expected: unknown): string {
  if (expected === undefined) return `${shown(stands)} stands there, and nothing should`
  if (stands === undefined) return `nothing stands there, and ${shown(expected)} should`
  const from = firstDifference(stands, expected)
  return `${shown(stands, from)} stands there, and ${shown(expected, from)} should`
}

/** Collects the places that differ: the first ones with their words, of all their number; of each file at least its first. */
export class Findings {
  readonly differences: Difference[] = []
  #count = 0
  readonly #files = new Set<string>()

  get count(): number {
    return this.#count
  }

  add(file: string, place: string | null, says: string): void {
    const isNew = !this.#files.has(file)
    this.#count++
    this.#files.add(file)
    if (this.differences.length === MOST_TOLD && isNew) this.#makeRoom()
    if (this.differences.length < MOST_TOLD) this.differences.push({ file, place, says })
  }

  /** One change may show in every row of a table: the last of those gives way to a file of which nothing is told yet. */
  #makeRoom(): void {
    const told = this.differences.map(({ file }) => file)
    const last = told.findLastIndex((file, index) => told.indexOf(file) < index)
    if (last >= 0) this.differences.splice(last, 1)
  }

  /** Whether a place in one of these files was found. */
  has(...files: string[]): boolean {
    return files.some((file) => this.#files.has(file))
  }
}

/** A difference as a sentence. */
export const sentenceOf = ({ file, place, says }: Difference): string =>
  `${file}${place === null ? '' : `, ${place}`}: ${says}`
