import { isDyadId } from '@/lib/core/dyad'
import { filterQuery, type IncidentFilter, parseFilter } from '@/lib/incidents/filter'

/** An incident by its address. */
export interface ItemKey {
  dyadId: string
  id: string
}

/** What the address of the review page says: what the queue shows, where its page begins, and which item is open. */
export interface ReviewAddress {
  filter: IncidentFilter
  after: string | undefined
  item: ItemKey | null
}

type SearchParams = Record<string, string | string[] | undefined>

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** `AZE-RUS/AZE-RUS-12` as a key; null when it is none. */
function keyOf(text: string): ItemKey | null {
  const [dyadId, ...rest] = text.split('/')
  const id = rest.join('/')
  return isDyadId(dyadId) && id !== '' && id.length <= 60 ? { dyadId, id } : null
}

/**
 * Reads the address. An item stands in `item`; a link from elsewhere may name it by `dyad` and `id`, and then `dyad` is no
 * filter. The queue has one status and one order, so those are left out.
 */
export function reviewAddress(search: SearchParams): ReviewAddress {
  const [item, id, dyad] = [first(search.item), first(search.id), first(search.dyad)]
  const named = item === undefined && id !== undefined && dyad !== undefined
  const parsed = parseFilter(named ? { ...search, dyad: undefined } : search)
  const { after, ...filter } = { ...parsed, status: undefined, sort: 'date' as const, order: 'desc' as const }
  return { filter, after, item: keyOf(named ? `${dyad}/${id}` : (item ?? '')) }
}

/** The address of the review page. */
export function reviewPath({ filter, after, item }: Partial<ReviewAddress>): string {
  const query = new URLSearchParams(filterQuery({ ...filter, after }))
  if (item) query.set('item', `${item.dyadId}/${item.id}`)
  const text = query.toString()
  return `/review${text && `?${text}`}`
}
