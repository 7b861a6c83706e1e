import { STATUS_WORDS } from '@/components/incidents/status-badge'
import { dayOf, formatDay } from '@/lib/core/calendar'
import { CATEGORY_LABELS } from '@/lib/core/codebook'
import { countryName } from '@/lib/countries'
import { formatRung } from '@/lib/format'
import type { IncidentFilter } from '@/lib/incidents/filter'

/** A filter that is on, in words, with the filter that is left without it. */
export interface FilterChip {
  key: keyof IncidentFilter
  words: string
  without: Partial<IncidentFilter>
}

/** Whoever logged the loaded case has no account. */
export const CASE_FILE = 'Case file'

/** How an incident came into the record. */
export const ORIGIN_WORDS: Readonly<Record<NonNullable<IncidentFilter['origin']>, string>> = {
  logged: 'Logged by hand',
  imported: 'Imported',
}

const pairWords = (pair: string, mark: string) => pair.split(/[->]/).map(countryName).join(` ${mark} `)

/** What each active part of a filter says; sorting and paging are no filters. */
export function filterChips(filter: IncidentFilter, authors: { id: string; name: string }[]): FilterChip[] {
  const { q, dyad, category, code, rungMin, rungMax, direction, from, to, status, author, writer, origin, kind } =
    filter
  const authorName = author === 'none' ? CASE_FILE : authors.find(({ id }) => id === author)?.name
  const words: [keyof IncidentFilter, string | undefined][] = [
    ['q', q && `“${q}”`],
    ['dyad', dyad && pairWords(dyad, '–')],
    ['category', category && CATEGORY_LABELS[category]],
    ['code', code],
    ['rungMin', rungMin === undefined ? undefined : `rung from ${formatRung(rungMin)}`],
    ['rungMax', rungMax === undefined ? undefined : `rung up to ${formatRung(rungMax)}`],
    ['direction', direction && pairWords(direction, '→')],
    ['from', from && `from ${formatDay(dayOf(from))}`],
    ['to', to && `until ${formatDay(dayOf(to))}`],
    ['status', status && STATUS_WORDS[status]],
    ['author', author && `logged by ${authorName ?? 'an unknown account'}`],
    ['writer', writer && `written in part by ${authors.find(({ id }) => id === writer)?.name ?? 'an unknown account'}`],
    ['origin', origin && ORIGIN_WORDS[origin].toLowerCase()],
    ['kind', kind && (kind === 'context' ? 'context only' : 'incidents only')],
  ]
  return words.flatMap(([key, text]) => {
    if (!text) return []
    const { [key]: _, after: _after, ...without } = filter
    return [{ key, words: text, without }]
  })
}
