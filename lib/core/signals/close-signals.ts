import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { recordOf } from '@/lib/core/scoring/records'
import { changePoints } from '@/lib/core/signals/change-points'
import { type BandMove, bandDowns, bandUps, type CloseMove, jumps } from '@/lib/core/signals/close-moves'
import { isUnusual, robustZs } from '@/lib/core/signals/robust-z'
import type { SignalFacts, SignalWeek } from '@/lib/core/signals/signal'

/** Which incidents of its week are behind a signal: those that raise the score, those that lower it, or both. */
export type Side = 'up' | 'down' | 'any'

/** A signal of a week's close or inflow, not yet with its incidents. */
export interface CloseSignal {
  index: number
  side: Side
  facts: SignalFacts
}

function recordSignals(weeks: readonly SignalWeek[]): CloseSignal[] {
  return weeks.flatMap(({ close }, index): CloseSignal[] => {
    const record = recordOf(weeks, index)
    if (!record) return []
    const { since, began } = record
    return [
      { index, side: 'up', facts: { kind: 'record', before: weeks[index - 1].close, after: close, since, began } },
    ]
  })
}

function unusualSignals(weeks: readonly SignalWeek[]): CloseSignal[] {
  const zs = robustZs(weeks.map(({ coverage, inflow }) => (coverage === 'not_checked' ? null : inflow)))
  return zs.flatMap((z, index): CloseSignal[] =>
    z !== null && isUnusual(z)
      ? [{ index, side: 'up', facts: { kind: 'unusual', z, inflow: weeks[index].inflow } }]
      : [],
  )
}

const ofClose =
  (kind: 'changePoint' | 'jump', side: Side) =>
  ({ index, ...move }: CloseMove): CloseSignal => ({ index, side, facts: { kind, ...move } })

const ofBand =
  (kind: 'bandUp' | 'bandDown', side: Side) =>
  ({ index, ...move }: BandMove): CloseSignal => ({ index, side, facts: { kind, ...move } })

/** Signals of weeks that are over: records, unusual weeks, change points, band moves and jumps (SCORING.md 2.10). O(weeks²). */
export function closeSignals(weeks: readonly SignalWeek[], params: MethodParameters): CloseSignal[] {
  const closes = weeks.map(({ close }) => close)
  return [
    ...recordSignals(weeks),
    ...unusualSignals(weeks),
    ...changePoints(closes).map(ofClose('changePoint', 'any')),
    ...bandUps(closes, params).map(ofBand('bandUp', 'up')),
    ...bandDowns(closes, params).map(ofBand('bandDown', 'down')),
    ...jumps(closes).map(ofClose('jump', 'up')),
  ]
}
