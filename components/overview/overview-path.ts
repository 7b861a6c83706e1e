import { weekIdOf } from '@/lib/core/calendar'

/** The overview of a week; `after` is the cursor of a further page. */
export function overviewPath(weekStart: number, after?: string): string {
  const params = new URLSearchParams({ week: weekIdOf(weekStart) })
  if (after) params.set('after', after)
  return `/?${params}`
}
