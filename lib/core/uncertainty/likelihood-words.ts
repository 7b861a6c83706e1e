/** Words of likelihood from the lowest (ICD 203). */
export const LIKELIHOOD_WORDS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const

export type LikelihoodWords = (typeof LIKELIHOOD_WORDS)[number]

/** Words for a likelihood, or the number itself where there are none for it. */
export type Likelihood = { kind: 'words'; words: LikelihoodWords } | { kind: 'number'; share: number }

function wordsOf(share: number): LikelihoodWords | undefined {
  if (share < 0.01 || share > 0.99) return undefined
  if (share < 0.05) return 'almost no chance'
  if (share < 0.2) return 'very unlikely'
  if (share < 0.45) return 'unlikely'
  if (share <= 0.55) return 'roughly even chance'
  if (share <= 0.8) return 'likely'
  if (share <= 0.95) return 'very likely'
  return 'almost certain'
}

/**
 * The words for a share of the full draws, 0..1: the likelihood that the true score lies there given coding and method,
 * never a forecast. Below 1 % and above 99 % the number has to be given (SCORING.md 2.11). It never goes into one sentence
 * with the confidence of `confidenceOf`.
 * @throws RangeError when `share` is not between 0 and 1.
 */
export function likelihoodWords(share: number): Likelihood {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share lies between 0 and 1, not at ${share}`)
  const words = wordsOf(share)
  return words === undefined ? { kind: 'number', share } : { kind: 'words', words }
}
