/** NATO Admiralty grades and the coder's confidence, as the product uses them (SCORING.md 2.1). */

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const
export const CONFIDENCES = ['high', 'moderate', 'low'] as const

/** How far the source is to be trusted, whatever it says this time. */
export type Reliability = (typeof RELIABILITIES)[number]
/** Whether the act happened, and by whom, whoever reports it. */
export type Credibility = (typeof CREDIBILITIES)[number]
/** Whether the rung is right. */
export type Confidence = (typeof CONFIDENCES)[number]

/** Whether `value` is a reliability grade. */
export const isReliability = (value: unknown): value is Reliability => RELIABILITIES.some((grade) => grade === value)

/** Whether `value` is a credibility grade. */
export const isCredibility = (value: unknown): value is Credibility => CREDIBILITIES.some((grade) => grade === value)

/** Whether `value` is a confidence. */
export const isConfidence = (value: unknown): value is Confidence => CONFIDENCES.some((name) => name === value)

/** One grade: the standard's words, and what a coder here has to find to give it. */
export interface Grade<Value> {
  grade: Value
  label: string
  meaning: string
}

export const RELIABILITY_GRADES: readonly Grade<Reliability>[] = [
  { grade: 'A', label: 'Completely reliable', meaning: 'No doubt about the outlet: a long record of being right.' },
  { grade: 'B', label: 'Usually reliable', meaning: 'Signed or edited reporting that has mostly been right.' },
  {
    grade: 'C',
    label: 'Fairly reliable',
    meaning: 'Right in the past, but with a stake in the matter, as media of either party have.',
  },
  { grade: 'D', label: 'Not usually reliable', meaning: 'Right at times; more often wrong, partial or unsigned.' },
  { grade: 'E', label: 'Unreliable', meaning: 'Known to invent or to distort.' },
  { grade: 'F', label: 'Reliability cannot be judged', meaning: 'Nothing is known of the source; it counts as half.' },
]

export const CREDIBILITY_GRADES: readonly Grade<Credibility>[] = [
  {
    grade: 1,
    label: 'Confirmed by other sources',
    meaning: 'Two independent sources, or the acting state announced it, or both sides acknowledge it.',
  },
  { grade: 2, label: 'Probably true', meaning: 'Not confirmed, but it fits what is known and nothing speaks against.' },
  { grade: 3, label: 'Possibly true', meaning: 'It may have happened so; who did it, or whether, stays open.' },
  { grade: 4, label: 'Doubtful', meaning: 'It is possible, but does not fit what is known.' },
  { grade: 5, label: 'Improbable', meaning: 'Other information contradicts it; with an unreliable source it adds 0.' },
  { grade: 6, label: 'Truth cannot be judged', meaning: 'Nothing to compare it with; it counts as half.' },
]

/** What each confidence says about the rung. */
export const CONFIDENCE_MEANINGS: Readonly<Record<Confidence, string>> = {
  high: 'The source states what the anchor asks for.',
  moderate: 'Two rungs fit; the lower was taken.',
  low: 'The rung rests on an inference, such as an act that did not take place.',
}
