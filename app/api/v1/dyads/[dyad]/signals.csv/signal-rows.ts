import { stringify } from 'csv-stringify/sync'
import { readingWord } from '@/components/dyads/reading-mark'
import { isoOf, weekIdOf } from '@/lib/core/calendar'
import type { DyadView } from '@/lib/dyads/views'
import type { SignalsView, SignalView } from '@/lib/patterns/views'

const COLUMNS = [
  'dyad',
  'as_of',
  'method',
  'reading',
  'week',
  'monday',
  'signal',
  'before',
  'after',
  'band_before',
  'band_after',
  'robust_z',
  'inflow',
  'category',
  'day',
  'since',
  'incidents',
]

type Row = Record<string, string | number>

const dayOrBlank = (day: number | null) => (day === null ? '' : isoOf(day))

/** The numbers behind a signal, unrounded. */
function numbersOf(signal: SignalView): Row {
  switch (signal.kind) {
    case 'record':
      return { before: signal.before, after: signal.after, since: dayOrBlank(signal.since) }
    case 'unusual':
      return { robust_z: signal.z, inflow: signal.inflow }
    case 'newFront':
      return { category: signal.category, day: isoOf(signal.day), since: dayOrBlank(signal.since) }
    case 'topRung':
      return { category: signal.category, day: isoOf(signal.day) }
    case 'bandUp':
    case 'bandDown': {
      const { before, after, bandBefore, bandAfter } = signal
      return { before, after, band_before: bandBefore.name, band_after: bandAfter.name }
    }
    default:
      return { before: signal.before, after: signal.after }
  }
}

/** A dyad's signals as CSV, in their order. `since` is the Monday of a record’s week, or the day of the front before. */
export function signalsCsv(
  { dyadId, ...reading }: Pick<DyadView, 'dyadId' | 'asOf' | 'unreviewed'>,
  { methodId, signals }: SignalsView,
): string {
  const rows = signals.map(
    (signal): Row => ({
      dyad: dyadId,
      as_of: reading.asOf?.at ?? '',
      method: methodId,
      reading: readingWord(reading),
      week: weekIdOf(signal.weekStart),
      monday: isoOf(signal.weekStart),
      signal: signal.kind,
      ...numbersOf(signal),
      incidents: signal.ids.join(' '),
    }),
  )
  return stringify(rows, { header: true, bom: true, escape_formulas: true, columns: COLUMNS })
}
