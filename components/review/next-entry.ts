import type { ItemKey } from '@/components/review/review-address'
import type { Hindrance } from '@/lib/review/decide'

type Entry = ItemKey & { hindrance: Hindrance }

export const isSame = (a: ItemKey, b: ItemKey | null): boolean => b !== null && a.dyadId === b.dyadId && a.id === b.id

/** The entry `step` places after the open one (before it, below 0); at either end null. Without an open one, the first. */
export function neighbourOf<E extends ItemKey>(entries: readonly E[], open: ItemKey | null, step: 1 | -1): E | null {
  const at = entries.findIndex((entry) => isSame(entry, open))
  return entries[at === -1 ? 0 : at + step] ?? null
}

/**
 * What to look at once the open entry is decided: the next that the viewer may approve, or the longest waiting such; else any
 * that is left. Null when nothing is.
 */
export function nextToDecide<E extends Entry>(entries: readonly E[], open: ItemKey): E | null {
  const at = entries.findIndex((entry) => isSame(entry, open))
  const [before, later] = [entries.slice(0, Math.max(at, 0)), entries.slice(at + 1)]
  const free = ({ hindrance }: Entry) => hindrance === null
  return later.find(free) ?? before.find(free) ?? later[0] ?? before[0] ?? null
}

/** What opens first: the longest waiting that the viewer may approve, or the longest waiting of all. */
export const firstToDecide = <E extends Entry>(entries: readonly E[]): E | null =>
  entries.find(({ hindrance }) => hindrance === null) ?? entries[0] ?? null
