import { diffArrays } from 'diff'

/** Some words in the place of others: those of the base from `from` to before `to`. */
interface Hunk {
  side: 'mine' | 'theirs'
  from: number
  to: number
  words: string[]
}

/** Past so many changed words the two texts are put one after the other whole. */
const MOST_CHANGES = 2000

/** Words, each with the white space before it. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+/gu) ?? []

const sameWord = (a: string, b: string) => a.trim() === b.trim()

function hunksOf(base: string[], text: string[], side: Hunk['side']): Hunk[] | undefined {
  const changes = diffArrays(base, text, { comparator: sameWord, maxEditLength: MOST_CHANGES })
  if (!changes) return undefined
  const hunks: Hunk[] = []
  let at = 0
  for (const { value, removed, added } of changes) {
    const last = hunks.at(-1)
    const open = last && last.to === at ? last : { side, from: at, to: at, words: [] }
    if (added) open.words.push(...value)
    if (removed) open.to += value.length
    if ((added || removed) && open !== last) hunks.push(open)
    if (!added) at += value.length
  }
  return hunks
}

/** What a side says in the place of a stretch of the base. */
function said(base: string[], hunks: Hunk[], from: number, to: number): string[] {
  const words: string[] = []
  let at = from
  for (const hunk of hunks) {
    words.push(...base.slice(at, hunk.from), ...hunk.words)
    at = hunk.to
  }
  return [...words, ...base.slice(at, to)]
}

const meets = (hunk: Hunk, from: number, to: number) =>
  hunk.from < to || (hunk.from === from && hunk.from === hunk.to && from === to)

/** Words as one text; those that began their own text get a space before them. */
const textOf = (words: string[]): string =>
  words
    .map((word) => (/^\s/u.test(word) ? word : ` ${word}`))
    .join('')
    .trim()

/**
 * One text out of two that were made of a third: every word that either side wrote is in it, and what a side took away and the
 * other left alone is gone. Where both wrote something else in one place, theirs stands before mine. O(words × changed words).
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  const words = wordsOf(base)
  const [my, their] = [hunksOf(words, wordsOf(mine), 'mine'), hunksOf(words, wordsOf(theirs), 'theirs')]
  if (!my || !their) return `${theirs}\n\n${mine}`
  const hunks = [...their, ...my].sort((a, b) => a.from - b.from || a.to - b.to)
  const merged: string[] = []
  let [at, next] = [0, 0]
  while (next < hunks.length) {
    const { from } = hunks[next]
    let { to } = hunks[next]
    const region: Hunk[] = []
    while (next < hunks.length && (region.length === 0 || meets(hunks[next], from, to))) {
      to = Math.max(to, hunks[next].to)
      region.push(hunks[next++])
    }
    const [own, others] = (['mine', 'theirs'] as const).map((side) => region.filter((hunk) => hunk.side === side))
    const [ownSaid, othersSaid] = [own, others].map((side) => said(words, side, from, to))
    const both = own.length > 0 && others.length > 0 && textOf(ownSaid) !== textOf(othersSaid)
    merged.push(...words.slice(at, from), ...(both || own.length === 0 ? othersSaid : []))
    if (own.length > 0) merged.push(...ownSaid)
    at = to
  }
  return textOf([...merged, ...words.slice(at)])
}
