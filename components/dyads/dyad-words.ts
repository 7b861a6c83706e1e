import { momentWords } from '@/components/dyads/as-of/moment-words'
import { readingMark } from '@/components/dyads/reading-mark'
import { formatDay } from '@/lib/core/calendar'
import { countryName } from '@/lib/countries'
import type { DyadView } from '@/lib/dyads/views'

/** The method as pages name it: its version and the first eight characters of its hash. */
export const methodName = ({ methodId, methodHash }: Pick<DyadView, 'methodId' | 'methodHash'>): string =>
  `${methodId} (${methodHash.slice(0, 8)})`

/** Which record the figures are from, in a few words. */
const readingWords = ({ asOf, unreviewed, today }: DyadView): string => {
  if (asOf) return `as known on ${momentWords(asOf.at)}`
  return `as of ${formatDay(today.day)}${unreviewed ? ', with unreviewed proposals' : ''}`
}

/** Where a chart's figures come from, as its picture says. */
const sourceLine = (view: DyadView): string =>
  `Dyadwatch · ${view.dyadId} · method ${methodName(view)} · ${readingWords(view)}`

/** `Azerbaijan – Russia`. */
export const dyadName = ({ first, second }: Pick<DyadView, 'first' | 'second'>): string =>
  `${countryName(first)} – ${countryName(second)}`

/** What every chart of a dyad's page says about itself; `name` ends its files' names. */
export const chartNotes = (view: DyadView, name: string) => ({
  subject: dyadName(view),
  source: sourceLine(view),
  fileName: `${view.dyadId}-${name}${readingMark(view)}`,
})
