import { isoOf, weekIdOf } from '@/lib/core/calendar'
import { type Band, bandOfScore, displayOf } from '@/lib/core/scoring/bands'
import { ofWeek, type WatchCause } from '@/lib/core/watch/cause'
import type { WatchCondition } from '@/lib/core/watch/condition'
import type { WatchFacts, WatchWeek } from '@/lib/core/watch/facts'

type Of<Kind> = Extract<WatchCondition, { kind: Kind }>

/** Covered weeks with the week before: what is not known is not told, as in the signals of a week (SCORING.md 2.10). */
function coveredMoves(weeks: readonly WatchWeek[]): { before: WatchWeek; after: WatchWeek }[] {
  return weeks
    .slice(1)
    .map((after, index) => ({ before: weeks[index], after }))
    .filter(({ after }) => after.coverage !== 'not_checked')
}

const isIn = ({ level, orAbove }: Of<'band'>, band: Band): boolean =>
  orAbove ? band.level >= level : band.level === level

/** Weeks that close inside of a band after one outside of it, or the other way round. The first week of a record does neither. */
export function bandCauses(condition: Of<'band'>, { weeks, parameters }: WatchFacts): WatchCause[] {
  const enters = condition.way === 'enters'
  return coveredMoves(weeks).flatMap(({ before, after }): WatchCause[] => {
    const [from, to] = [bandOfScore(before.close, parameters), bandOfScore(after.close, parameters)]
    if (isIn(condition, from) === enters || isIn(condition, to) !== enters) return []
    const facts = { kind: 'band', way: condition.way, bandBefore: from.name, bandAfter: to.name } as const
    const key = `band:${weekIdOf(after.weekStart)}:${condition.way}:${bandKey(condition)}`
    return [{ key, ...ofWeek(after.weekStart), before: before.close, after: after.close, ids: [], facts }]
  })
}

/** By the band's level, which no method changes. */
const bandKey = ({ level, orAbove }: Of<'band'>): string => `${level}${orAbove ? '+' : ''}`

/** Weeks whose close differs from the week before by so much, as both pages and rules round it. */
export function moveCauses(condition: Of<'move'>, { weeks }: WatchFacts): WatchCause[] {
  return coveredMoves(weeks).flatMap(({ before, after }): WatchCause[] => {
    const change = displayOf(after.close - before.close)
    if (!movesEnough(condition, change)) return []
    const key = `move:${weekIdOf(after.weekStart)}`
    const facts = { kind: 'move' } as const
    return [{ key, ...ofWeek(after.weekStart), before: before.close, after: after.close, ids: [], facts }]
  })
}

function movesEnough({ points, way }: Of<'move'>, change: number): boolean {
  if (way === 'up') return change >= points
  if (way === 'down') return -change >= points
  return Math.abs(change) >= points
}

/**
 * The weeks in which a silence gets so long. Of incidents: weeks that were checked and have none, in a row; a week that nobody
 * checked is no silence and ends the row. Of checks: weeks of which nothing is known, in a row. A silence is named by what
 * came before it, so that a week that is checked late does not make it another one.
 */
export function silenceCauses({ weeks: length, of }: Of<'silence'>, { weeks }: WatchFacts): WatchCause[] {
  const causes: WatchCause[] = []
  let run = 0
  let since: WatchWeek | null = null
  for (const week of weeks) {
    const silent = of === 'incidents' ? week.coverage === 'checked' && week.incidents === 0 : isUnknown(week)
    run = silent ? run + 1 : 0
    if (of === 'incidents' ? week.incidents > 0 : !isUnknown(week)) since = week
    if (run !== length) continue
    const key = `silence:${of}:after:${since ? isoOf(since.weekStart) : 'nothing'}`
    // Told once: weeks that nobody checked in the middle of a silence do not make two of it.
    if (causes.at(-1)?.key === key) continue
    const numbers = { before: since?.close ?? null, after: week.close }
    const facts = { kind: 'silence', of, weeks: length, since: since?.weekStart ?? null } as const
    causes.push({ key, ...ofWeek(week.weekStart), ...numbers, ids: [], facts })
  }
  return causes
}

const isUnknown = ({ coverage }: WatchWeek): boolean => coverage === 'not_checked'
