import { momentWords } from '@/components/dyads/as-of/moment-words'
import type { SliderStop } from '@/components/dyads/as-of/time-slider'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import type { StopsView } from '@/lib/as-of/views'
import { isoOf } from '@/lib/core/calendar'
import { formatPlural } from '@/lib/format'

const GRAIN_WORDS = { change: 'a stop each', day: 'a stop a day', month: 'a stop a month' } as const

/** What the slider steps through, in words. */
export const stopsWords = ({ grain, stops }: StopsView): string => {
  const changes = stops.reduce((sum, stop) => sum + stop.changes, 0)
  return `${formatPlural(changes, 'change')} on record, ${GRAIN_WORDS[grain]}`
}

/** The stops of a page's slider, and where the page is among them. The last stop is now. */
export function sliderStops(
  { stops }: StopsView,
  address: DyadAddress,
  at: string | null,
): { stops: SliderStop[]; at: number } {
  const past = stops.map((stop) => ({
    words: momentWords(stop.at),
    href: dyadPath({ ...address, asOf: stop.at, unreviewed: false, after: undefined }),
  }))
  const now = { words: 'now', href: dyadPath({ ...address, asOf: undefined, after: undefined }) }
  const index = at === null ? past.length : stops.findLastIndex((stop) => stop.at <= at)
  return { stops: [...past, now], at: Math.max(0, index) }
}

/** The first day that the date field takes. */
export const firstDay = ({ stops }: StopsView, today: number): string => stops[0]?.at.slice(0, 10) ?? isoOf(today)
