import { canonicalJson } from '@/lib/core/canonical-json'

/** Fields that two people can change apart from others: those that only make sense together are one part. */
export interface Part<F> {
  label: string
  names: readonly (keyof F)[]
  /** What it says, where not all of its fields say something at a time; by default each of them does. */
  says?: (fields: F) => unknown
}

export interface Merged<F, P extends Part<F>> {
  fields: F
  /** The parts that both changed, each to something else: mine stays. */
  clashes: P[]
  /** The parts that only they changed: theirs is taken over. */
  taken: P[]
}

const same = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b)

/** Whether two forms say the same in a part. */
export function sameIn<F>({ names, says }: Part<F>, a: F, b: F): boolean {
  return says ? same(says(a), says(b)) : names.every((name) => same(a[name], b[name]))
}

/** Two people's changes to one thing, part by part: what only one of them changed holds, and where both did, mine stays. */
export function mergeParts<F extends object, P extends Part<F>>(
  parts: readonly P[],
  base: F,
  mine: F,
  theirs: F,
): Merged<F, P> {
  const news = parts.filter((part) => !sameIn(part, base, theirs) && !sameIn(part, mine, theirs))
  const taken = news.filter((part) => sameIn(part, base, mine))
  const fields = { ...mine }
  for (const { names } of taken) for (const name of names) fields[name] = theirs[name]
  return { fields, clashes: news.filter((part) => !taken.includes(part)), taken }
}
