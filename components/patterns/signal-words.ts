import { formatDay, weekIdOf } from '@/lib/core/calendar'
import { CATEGORY_LABELS } from '@/lib/core/codebook'
import type { SignalFacts, SignalKind } from '@/lib/core/signals'
import { formatPoints, formatScore, formatSigned } from '@/lib/format'

/** What each kind of signal is called, and what makes it one (SCORING.md 2.10). */
export const SIGNAL_WORDS: Readonly<Record<SignalKind, { name: string; rule: string }>> = {
  record: { name: 'Record', rule: 'a close that rose, above every close since some week, or since the record began' },
  unusual: {
    name: 'Unusual week',
    rule: 'fresh points with a robust z of 3.5 or more against the 26 weeks before (at least 8 of them checked)',
  },
  changePoint: {
    name: 'Change point',
    rule: 'the first week of a new level of the closes, found with hindsight: later weeks can move it',
  },
  newFront: { name: 'New front', rule: 'the first escalatory incident of a category in 365 days' },
  topRung: { name: 'Top rung', rule: 'an incident of rung +5' },
  bandUp: { name: 'Band up', rule: 'a close in a higher band than the week before' },
  bandDown: { name: 'Band down', rule: 'a close in a lower band than the week before' },
  jump: { name: 'Jump', rule: 'a close 15 or more above the week before' },
}

const moved = ({ before, after }: { before: number; after: number }) => `${formatScore(before)} → ${formatScore(after)}`

/** The numbers behind a signal, in one line. */
export function signalNumbers(signal: SignalFacts): string {
  switch (signal.kind) {
    case 'record': {
      const { since, began } = signal
      const of =
        since === null ? `highest since the record began on ${formatDay(began)}` : `highest since ${weekIdOf(since)}`
      return `close ${moved(signal)}, ${of}`
    }
    case 'unusual':
      return `${formatPoints(signal.inflow)} fresh points, robust z ${formatScore(signal.z)}`
    case 'changePoint':
      return `mean level ${moved(signal)}`
    case 'newFront': {
      const before = signal.since === null ? 'none before on record' : `the last one on ${formatDay(signal.since)}`
      return `${CATEGORY_LABELS[signal.category]} on ${formatDay(signal.day)}, ${before}`
    }
    case 'topRung':
      return `${CATEGORY_LABELS[signal.category]} +5 on ${formatDay(signal.day)}`
    case 'bandUp':
    case 'bandDown':
      return `close ${moved(signal)}, ${signal.bandBefore.name} → ${signal.bandAfter.name}`
    case 'jump':
      return `close ${moved(signal)}, ${formatSigned(signal.after - signal.before)}`
  }
}

/** What a signal's cell says where no incident is behind it. */
export const fadingWords = ({ kind }: SignalFacts): string =>
  kind === 'bandDown' || kind === 'changePoint' ? 'fading alone' : 'no incident of its week'
