import type { Coverage } from '@/lib/core/scoring/coverage'
import type { ScoreRecord } from '@/lib/core/scoring/records'
import type { BandMove, CloseMove } from '@/lib/core/signals/close-moves'
import type { NewFront } from '@/lib/core/signals/new-fronts'
import type { TopRung } from '@/lib/core/signals/top-rungs'

/** What signals read of a week. */
export interface SignalWeek {
  /** Monday. */
  weekStart: number
  /** Score on its last day, not rounded. */
  close: number
  /** Net fresh points, both directions together: escalatory less relief. */
  inflow: number
  coverage: Coverage
  /** The week is not over: only its incidents can be told, not its close. */
  inProgress: boolean
}

type Numbers<Found> = Omit<Found, 'index' | 'id' | 'ids'>

/** What stands out in a week, by kind and with its numbers (SCORING.md 2.10). */
export type SignalFacts =
  | ({ kind: 'record'; before: number; after: number } & Pick<ScoreRecord, 'since' | 'began'>)
  | { kind: 'unusual'; z: number; inflow: number }
  /** `before` and `after` are the means of the segments that meet in the week. */
  | ({ kind: 'changePoint' } & Numbers<CloseMove>)
  | ({ kind: 'newFront' } & Numbers<NewFront>)
  | ({ kind: 'topRung' } & Numbers<TopRung>)
  | ({ kind: 'bandUp' } & Numbers<BandMove>)
  | ({ kind: 'bandDown' } & Numbers<BandMove>)
  | ({ kind: 'jump' } & Numbers<CloseMove>)

/** A signal of a week with the incidents behind it; none where the score moved by fading alone. */
export type Signal = SignalFacts & { weekStart: number; ids: string[] }

export type SignalKind = Signal['kind']
