import { formatDay } from '@/lib/core/calendar'
import type { MeasureKind, MeasureOrgan } from '@/lib/core/codebook'
import { countryName } from '@/lib/countries'
import type { MeasureView } from '@/lib/measures/views'

export const MEASURE_KIND_LABELS: Readonly<Record<MeasureKind, string>> = {
  closure: 'Closure',
  ban: 'Ban',
  expulsion: 'Expulsion',
  case: 'Case',
  custody: 'Custody',
  restriction: 'Restriction',
  sanction: 'Sanction',
  break: 'Break',
  finding: 'Finding',
}

const ORGANS: Readonly<Record<MeasureOrgan, string>> = {
  government: 'government',
  courts: 'courts or prosecutors',
  both: 'government or courts',
}

/** `1 day`, `41 days`, `14 months`, `3 years`: coarse where it is long. */
export function ageWords(days: number): string {
  if (days < 60) return days === 1 ? '1 day' : `${days} days`
  const months = Math.floor(days / 30.44)
  return months < 24 ? `${months} months` : `${Math.floor(days / 365.25)} years`
}

/** Who can end it: `Azerbaijan: government or courts`. */
export const canEndWords = ({ canEnd }: Pick<MeasureView, 'canEnd'>): string =>
  `${countryName(canEnd.actor)}: ${ORGANS[canEnd.organ]}`

/** What kind it is, in a few words; kept from somebody who is to code its incident anew. */
export const measureWords = ({ kind, phrase, withheld }: MeasureView): string =>
  withheld ? 'Kind not shown while you code this incident' : `${MEASURE_KIND_LABELS[kind]}: ${phrase}`

/** How and when it ended; null while it stands. */
export function endingWords({ ending, endedDay }: Pick<MeasureView, 'ending' | 'endedDay'>): string | null {
  if (ending === null || endedDay === null) return null
  return ending === 'expired' ? `ran out on ${formatDay(endedDay)}` : `taken back on ${formatDay(endedDay)}`
}
