import { RELATION_WEEKS, type RelationRow } from './relations-read'
import type { StoredWeek } from './week-view'

/** A dyad's relation in a week from its weeks in memory, as `relationsOf` reads it from the store; none before it was covered. */
export function knownRelation(
  dyadId: string,
  methodId: string,
  weeks: readonly StoredWeek[],
  week: number,
): RelationRow[] {
  const at = (weekStart: number) => weeks[(weekStart - weeks[0].weekStart) / 7]
  const shownWeek = at(week)?.coveredThrough ?? null
  const shown = shownWeek === null ? undefined : at(shownWeek)
  if (shownWeek === null || !shown) return []
  const first = week - 7 * (RELATION_WEEKS - 1)
  return [
    {
      dyadId,
      methodId,
      shownWeek,
      close: shown.close,
      closeCells: shown.closeCells,
      before: at(shownWeek - 7)?.close ?? null,
      spark: weeks
        .filter(({ weekStart }) => weekStart >= first && weekStart <= week)
        .map(({ weekStart, close, incidents, checked }) => ({ weekStart, close, incidents, checked })),
    },
  ]
}
