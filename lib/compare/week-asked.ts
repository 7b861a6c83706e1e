import { isWeekId, weekStartFromId } from '@/lib/core/calendar'
import { DeskError } from '@/lib/errors'

/**
 * Monday of the week that a request names.
 * @throws DeskError NOT_FOUND for what is no week, or one that has not begun.
 */
export function weekAsked(text: string, today: number): number {
  const week = isWeekId(text) ? weekStartFromId(text) : Number.NaN
  if (Number.isNaN(week) || week > today) throw new DeskError('NOT_FOUND', `There is no week ${text} yet.`)
  return week
}
