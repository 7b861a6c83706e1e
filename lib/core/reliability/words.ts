/** What an alpha allows. */
export type ReliabilityLevel = 'reliable' | 'tentative' | 'unreliable'

export interface ReliabilityReading {
  level: ReliabilityLevel
  /** A few words for a label. */
  label: string
  /** One sentence that says what may be done with such codes. */
  meaning: string
}

const RELIABLE = 0.8
const TENTATIVE = 0.667

const READINGS: Record<ReliabilityLevel, ReliabilityReading> = {
  reliable: {
    level: 'reliable',
    label: 'Reliable',
    meaning: 'Coders agree well enough to draw conclusions from these codes.',
  },
  tentative: {
    level: 'tentative',
    label: 'Tentative',
    meaning: 'Coders agree well enough for tentative conclusions only.',
  },
  unreliable: {
    level: 'unreliable',
    label: 'Not to be relied on',
    meaning: 'Coders agree too little to draw conclusions from these codes.',
  },
}

/**
 * Krippendorff's customary cut-offs for alpha: .800 and above reliable, .667 and above tentative, below not to be relied on
 * (Krippendorff 2019). Alpha is read as it is shown, with three decimals, so that word and number never disagree.
 * @throws RangeError when `alpha` is not finite.
 */
export function reliabilityWords(alpha: number): ReliabilityReading {
  if (!Number.isFinite(alpha)) throw new RangeError(`no alpha: ${alpha}`)
  const shown = Math.round(alpha * 1000) / 1000
  if (shown >= RELIABLE) return READINGS.reliable
  return shown >= TENTATIVE ? READINGS.tentative : READINGS.unreliable
}
