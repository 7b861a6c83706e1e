import type { CountryView } from '@/lib/compare/views'
import { countryName } from '@/lib/countries'
import { formatPlural, formatScore } from '@/lib/format'

/** What stands out of a country's dyads in a week, in a sentence or two. */
export function countrySentence({ code, relations }: CountryView): string {
  const told = relations.filter(({ notCheckedSince }) => notCheckedSince === null)
  const unchecked = relations.length - told.length
  const rest = unchecked > 0 ? ` ${formatPlural(unchecked, 'dyad was', 'dyads were')} not checked.` : ''
  const [highest] = told
  if (!highest) return `None of the dyads of ${countryName(code)} was checked in this week.`
  const { out, in: back } = highest
  const side =
    Math.abs(out) === Math.abs(back)
      ? 'both sides add alike'
      : `${countryName(Math.abs(out) > Math.abs(back) ? code : highest.other)}’s acts add more`
  return `Highest with ${countryName(highest.other)}: ${formatScore(highest.close)}, ${highest.band}; ${side}.${rest}`
}
