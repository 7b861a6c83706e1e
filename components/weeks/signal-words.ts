import { formatDay, weekIdOf } from '@/lib/core/calendar'
import { CATEGORY_LABELS, indicatorOf } from '@/lib/core/codebook'
import type { First, Signal } from '@/lib/core/signals'
import { formatPoints, formatScore, formatSigned } from '@/lib/format'

/** What a signal says, as a sentence. */
export function signalWords(signal: Signal): string {
  switch (signal.kind) {
    case 'record':
      return signal.since === null
        ? `Highest weekly close on record (since ${formatDay(signal.began)}).`
        : `Highest weekly close since ${weekIdOf(signal.since)}.`
    case 'unusual':
      return `Unusual week: ${formatPoints(signal.inflow, 1)} fresh points, ${signal.z.toFixed(1)} robust deviations above its 26 weeks before.`
    case 'changePoint':
      return `Change point, seen with hindsight: the level of the weekly closes moved from about ${formatScore(signal.before)} to about ${formatScore(signal.after)}.`
    case 'newFront':
      return `New front, ${CATEGORY_LABELS[signal.category].toLowerCase()}: ${
        signal.since === null ? 'the first on record' : `the first since ${formatDay(signal.since)}`
      }.`
    case 'topRung':
      return `Top rung reached, ${CATEGORY_LABELS[signal.category].toLowerCase()}, ${formatDay(signal.day)}.`
    case 'bandUp':
      return `Band up: ${signal.bandBefore.name} to ${signal.bandAfter.name}.`
    case 'bandDown':
      return `Band down: ${signal.bandBefore.name} to ${signal.bandAfter.name}.`
    case 'jump':
      return `Jump: ${formatSigned(signal.after - signal.before)} in a week.`
  }
}

/** What a first-ever says, as a sentence. */
export function firstWords({ scope, code, category }: First): string {
  if (scope === 'category') return `First ever in the record: ${CATEGORY_LABELS[category].toLowerCase()}, with ${code}.`
  const label = indicatorOf(code)?.label
  return `First ever in the record: ${code}${label ? ` (${label})` : ''}.`
}
