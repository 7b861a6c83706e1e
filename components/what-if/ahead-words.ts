import { formatDay } from '@/lib/core/calendar'
import type { FallStep } from '@/lib/core/outlook'
import type { Band } from '@/lib/core/scoring'
import { formatPlural } from '@/lib/format'

/** How long it is until a day, in words. */
export const aheadWords = (days: number): string =>
  days < 14 ? `in ${formatPlural(days, 'day')}` : `in ${Math.round(days / 7)} weeks`

/** How a score leaves its band if nothing happens, in a sentence of arithmetic. */
export function fallSentence(band: Band, steps: readonly FallStep[]): string {
  const [first] = steps
  if (band.level === 0) return 'It stands in Calm, and stays there if nothing happens.'
  if (!first) return `It stays in ${band.name} if nothing happens.`
  const last = steps[steps.length - 1]
  const leaves = `If nothing happens, fading alone takes it from ${band.name} to ${first.band.name} on ${formatDay(first.day)}`
  return last === first ? `${leaves}.` : `${leaves}, and to ${last.band.name} on ${formatDay(last.day)}.`
}
