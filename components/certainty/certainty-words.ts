import { type ConfidenceReason, likelihoodWords, type ScoreConfidence } from '@/lib/core/uncertainty'
import { formatPercent, formatScore } from '@/lib/format'

const COUNTS = ['none', 'one', 'two', 'three', 'four'] as const

/** A share of draws: whole per cent, and so many decimals where that would say all or none of what is not. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.01) return formatPercent(share, 1)
  return share < 1 && share > 0.99 ? formatPercent(share, 1) : formatPercent(share)
}

/** Words for a share by SCORING.md 2.11; the number itself where there are none for it. */
export function likelihoodCell(share: number): string {
  const likelihood = likelihoodWords(share)
  return likelihood.kind === 'words' ? likelihood.words : shareWords(share)
}

const BEGINNINGS: Readonly<Record<string, string>> = {
  'almost no chance': 'There is almost no chance',
  'roughly even chance': 'There is a roughly even chance',
}

/**
 * How likely it is that the true score of a week lies in a band or above, as a sentence: given coding and method, of the past,
 * and never in one sentence with the confidence.
 */
export function likelihoodSentence(share: number, band: string, weekId: string, draws: number): string {
  const likelihood = likelihoodWords(share)
  const lies = `the true score of ${weekId} lies in ${band} or above, given how the incidents are coded and how the method adds them up`
  if (likelihood.kind === 'words') {
    const beginning = BEGINNINGS[likelihood.words] ?? `It is ${likelihood.words}`
    return `${beginning} (${shareWords(share)} of ${draws} draws) that ${lies}.`
  }
  const part = share === 1 ? `all ${draws} draws` : share === 0 ? `none of ${draws} draws` : shareWords(share)
  return `In ${share === 0 || share === 1 ? part : `${part} of ${draws} draws`} ${lies}.`
}

/** One reason of a confidence, in a few words. */
export function reasonWords({ condition, value }: ConfidenceReason): string {
  if (condition === 'quality') return `${formatPercent(value)} of its points are well verified`
  if (condition === 'width') return `the data interval is ${formatScore(value)} wide`
  if (value === 0) return 'the last four weeks were all covered'
  return `${COUNTS[value]} of the last four weeks ${value === 1 ? 'was' : 'were'} not covered`
}

/** The reasons that decide: those of the level itself. */
export const decidingReasons = ({ level, reasons }: ScoreConfidence): ConfidenceReason[] =>
  reasons.filter((reason) => reason.level === level)

/** `moderate: one of the last four weeks was not covered`, with the reasons that decide. */
export const confidenceWords = (confidence: ScoreConfidence): string =>
  `${confidence.level}: ${decidingReasons(confidence).map(reasonWords).join(', ')}`

/** The confidence in a score as a sentence, with all its reasons. */
export function confidenceSentence({ level, reasons }: ScoreConfidence, weekId: string): string {
  return `Confidence in the score of ${weekId} is ${level}: ${joined(reasons.map(reasonWords))}.`
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')}, and ${last}`
}
