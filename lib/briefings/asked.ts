import { askedAsOf } from '@/lib/as-of/schema'
import { now } from '@/lib/clock'
import { weekIdOf, weekStartFromId } from '@/lib/core/calendar'
import type { EvidenceRequest } from './gather'
import type { DraftSettings } from './schema'

/**
 * The moment that is asked for; now where none is.
 * @throws DeskError INVALID for what is no moment, or lies in the future.
 */
export const momentOf = (asOf: string | undefined): Date => askedAsOf({ asOf })?.moment ?? now()

/** What settings ask the record for, as of a moment. */
export function requestOf(settings: DraftSettings, moment: Date): EvidenceRequest {
  const { kind, dyadIds, fromWeek, toWeek, method } = settings
  const weeks = { fromWeek: weekStartFromId(fromWeek), toWeek: weekStartFromId(toWeek) }
  return { kind, dyads: dyadIds, ...weeks, moment, method }
}

/** Whether two settings ask the record for the same. */
export function sameRequest(a: DraftSettings, b: DraftSettings): boolean {
  const [one, other] = [a, b].map((settings) => JSON.stringify({ ...requestOf(settings, new Date(0)) }))
  return one === other
}

/** What a briefing is called in lists: its own title, or its dyads and weeks. */
export function titleOf({ title, dyadIds, fromWeek, toWeek }: DraftSettings): string {
  if (title !== '') return title
  const dyads =
    dyadIds.length > 3 ? `${dyadIds.slice(0, 3).join(', ')} and ${dyadIds.length - 3} more` : dyadIds.join(', ')
  return `${dyads}, ${fromWeek === toWeek ? toWeek : `${fromWeek} – ${toWeek}`}`
}

/** The id of a week that is stored by its Monday. */
export const weekOf = (monday: number): string => weekIdOf(monday)
