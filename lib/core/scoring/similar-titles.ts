import { foldText } from '@/lib/core/text'

/** Trigrams of each word with its edges marked, and how often each occurs. */
function trigramsOf(title: string): Map<string, number> {
  const trigrams = new Map<string, number>()
  for (const word of foldText(title).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const letters = [...`  ${word} `]
    for (let at = 0; at + 3 <= letters.length; at++) {
      const trigram = letters.slice(at, at + 3).join('')
      trigrams.set(trigram, (trigrams.get(trigram) ?? 0) + 1)
    }
  }
  return trigrams
}

const sizeOf = (trigrams: Map<string, number>) => [...trigrams.values()].reduce((sum, count) => sum + count, 0)

/**
 * How alike two titles are, 0..1: the Dice coefficient of their trigrams, whatever the case, the accents and the order of
 * words. 0 when either has no letter or digit.
 */
export function titleSimilarity(a: string, b: string): number {
  const [left, right] = [trigramsOf(a), trigramsOf(b)]
  if (left.size === 0 || right.size === 0) return 0
  let common = 0
  for (const [trigram, count] of left) common += Math.min(count, right.get(trigram) ?? 0)
  return (2 * common) / (sizeOf(left) + sizeOf(right))
}
