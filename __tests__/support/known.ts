import type { MethodChoice } from '@/lib/as-of/schema'
import { database } from '@/lib/db/client'
import { methodThen } from '@/lib/dyads/method-then'
import { checkedWeeks, sortedTerms, windowOfTerms } from '@/lib/dyads/series-rebuild'
import { encodeDays } from '@/lib/dyads/series-window'
import { weekRowsOf } from '@/lib/dyads/series-write'
import { vintagesAt } from '@/lib/dyads/vintages-at'
import { methodOfDyad } from '@/lib/method/store'

/** A dyad's series as of a moment up to a week, with every bit of it, in the shape of `storedSeries`. */
export async function knownSeries(dyadId: string, moment: Date, choice: MethodChoice, horizon: number) {
  const prisma = await database()
  const { parameters } =
    choice === 'then' ? await methodThen(prisma, dyadId, moment) : await methodOfDyad(prisma, dyadId)
  const rows = (await vintagesAt(prisma, [dyadId], moment)).get(dyadId)?.rows ?? []
  const window = windowOfTerms(sortedTerms(rows, parameters), await checkedWeeks(prisma, dyadId, moment), horizon)
  if (!window) return { weeks: [], days: [] }
  return {
    weeks: weekRowsOf(window, parameters).map((week) => ({ dyadId, ...week })),
    days: window.weeks.map(({ weekStart }) => {
      return { dyadId, weekStart, cells: encodeDays(window.series, weekStart).toString('hex') }
    }),
  }
}
