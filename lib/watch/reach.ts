import type { WatchRule } from '@/lib/db/generated/client'
import type { Reach } from './schema'

/** Where a stored rule looks. */
export function reachOf({ reach, dyadId, listId }: Pick<WatchRule, 'reach' | 'dyadId' | 'listId'>): Reach {
  if (reach === 'dyad' && dyadId !== null) return { reach: 'dyad', dyadId }
  if (reach === 'list' && listId !== null) return { reach: 'list', listId }
  return { reach: 'all' }
}
