const ID = /^(\d+)\.(\d+)$/

/** Major and minor number of a version such as `0.10`; null for any other text. */
function numbersOf(id: string): [number, number] | null {
  const parts = ID.exec(id)
  return parts && [Number(parts[1]), Number(parts[2])]
}

/**
 * The id after all of some: the next minor version of the highest, `0.2` after `0.1` and `0.10` after `0.9`.
 * @throws RangeError where none of them is a version.
 */
export function nextVersionId(ids: readonly string[]): string {
  const known = ids.map(numbersOf).filter((numbers) => numbers !== null)
  const highest = known.sort(([a, b], [c, d]) => a - c || b - d).at(-1)
  if (!highest) throw new RangeError('there is no version that another could follow')
  return `${highest[0]}.${highest[1] + 1}`
}
