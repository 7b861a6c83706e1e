import { weekIdOf } from '@/lib/core/calendar'

/** A week on the page of its dyad, whose address may say more already. */
export const weekHref = (dyadHref: string, weekStart: number): string =>
  `${dyadHref}${dyadHref.includes('?') ? '&' : '?'}week=${weekIdOf(weekStart)}`
