import { askedAsOf } from '@/lib/as-of/schema'
import type { Reading } from '@/lib/dyads/series-source'

/**
 * The record that a request asks for: `asOf` a date or an instant, `method` then or now; or `unreviewed=1`.
 * @throws DeskError INVALID for what is no moment.
 */
export function askedReading(search: URLSearchParams): Reading {
  const word = (name: string) => search.get(name) ?? undefined
  return { asOf: askedAsOf({ asOf: word('asOf'), method: word('method') }), unreviewed: word('unreviewed') === '1' }
}

/** What the activity log keeps of a reading that is not the usual one. */
export const readingDetail = ({ asOf, unreviewed }: Reading) => ({
  ...(asOf ? { asOf: asOf.moment.toISOString(), method: asOf.method } : {}),
  ...(unreviewed ? { unreviewed } : {}),
})

/** The same as a view says it, for the words of a file and of its name. */
export const readingView = ({ asOf, unreviewed = false }: Reading) => ({
  asOf: asOf ? { at: asOf.moment.toISOString(), method: asOf.method } : null,
  unreviewed,
})
