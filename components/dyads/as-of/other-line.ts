import type { ComparisonView } from '@/lib/as-of/views'
import type { Viewer } from '@/lib/auth/viewer'
import type { LineNames } from '@/lib/charts/trend'
import { dyadDays, dyadView } from '@/lib/dyads/queries'
import { isDeskError } from '@/lib/errors'

/** Scores by the Monday of a week, or by day; what nobody had looked at is left out. */
export type OtherScores = ReadonlyMap<number, number>

/** The line of what counts now, for a chart whose own line is another reading. */
export interface OtherLine {
  names: LineNames
  weeks: () => Promise<OtherScores>
  days: (from: number, to: number) => Promise<OtherScores>
}

const NOTHING: OtherScores = new Map()

/** Nothing counts of this dyad: then there is no such line. */
function orNothing(error: unknown): OtherScores {
  if (isDeskError(error) && error.code === 'NOT_FOUND') return NOTHING
  throw error
}

async function daysNow(viewer: Viewer, dyadId: string, from: number, to: number): Promise<OtherScores> {
  const days = await dyadDays(viewer, dyadId, from, to)
  return new Map(days.flatMap(({ day, score, coverage }) => (coverage === 'not_checked' ? [] : [[day, score]])))
}

/** *As known now*, beside *as said then*. */
export const knownNow = (viewer: Viewer, dyadId: string, comparison: Promise<ComparisonView>): OtherLine => ({
  names: { shown: 'as said then', other: 'as known now' },
  weeks: async () =>
    new Map((await comparison).weeks.flatMap(({ weekStart, known }) => (known === null ? [] : [[weekStart, known]]))),
  days: (from, to) => daysNow(viewer, dyadId, from, to).catch(orNothing),
})

/** *As approved*, beside *with what is proposed*. */
export const approvedAlone = (viewer: Viewer, dyadId: string): OtherLine => ({
  names: { shown: 'with what is proposed', other: 'as approved' },
  weeks: async () => {
    const { weeks } = await dyadView(viewer, dyadId).catch((error: unknown) => {
      orNothing(error)
      return { weeks: [] }
    })
    return new Map(
      weeks.flatMap(({ weekStart, close, coverage }) => (coverage === 'not_checked' ? [] : [[weekStart, close]])),
    )
  },
  days: (from, to) => daysNow(viewer, dyadId, from, to).catch(orNothing),
})
