import type { DyadOutlook } from '@/lib/compute/tasks'
import type { Category } from '@/lib/core/codebook'
import type { ForecastModel } from '@/lib/core/outlook'
import type {
  AnswerRate,
  DaySpan,
  InflowGranger,
  MoveDirection,
  PermutationResult,
  Transitions,
} from '@/lib/core/reciprocity'
import type { Signal } from '@/lib/core/signals'
import type { WeekView } from '@/lib/dyads/views'

/** An incident by its name. */
export interface NamedIncident {
  id: string
  title: string
}

/** A signal with the incidents behind it, those of most points first; none where the score moved by fading alone. */
export type SignalView = Signal & { incidents: NamedIncident[] }

/** Weeks of about the same level between two change points. */
export interface Level {
  /** Mondays of its first and its last week. */
  from: number
  to: number
  /** Mean of its closes, not rounded. */
  mean: number
}

/** What stands out in a dyad's record (SCORING.md 2.10). */
export interface SignalsView {
  /** The version of the method that made its figures. */
  methodId: string
  /** The weeks that were judged, oldest first: up to the last one that is over and covered. */
  weeks: Pick<WeekView, 'weekStart' | 'close' | 'coverage'>[]
  /** Latest week first. */
  signals: SignalView[]
  /** One after the other over all weeks; one alone where the level never changed. */
  levels: Level[]
  /** Signals that are not here, for they would tell a coding that is kept from the viewer. */
  withheld: number
}

/** A move of a coded chain: an incident that answers another, or is answered. What is kept from the viewer is null, its points 0. */
export interface LadderMove extends NamedIncident {
  dyadId: string
  day: number
  /** `forward`: the dyad's first code acts on the second. */
  direction: MoveDirection
  category: Category | null
  code: string | null
  rung: number | null
  /** Signed points of full size. */
  points: number
  /** Its coding is kept from the viewer. */
  withheld?: true
  /** What it answers among the moves that are here; null where it answers none. */
  answers: LadderAnswer | null
  /** What it was answered with; null where it was not, or where that is kept from the viewer. */
  answered: { moves: number; points: number; ratio: number | null } | null
}

/** How a move answers another (SCORING.md 2.10, reciprocity (a)). */
export interface LadderAnswer extends NamedIncident {
  /** Below 0 where the two are coded in the wrong order. */
  lagDays: number
  /** Whether a source says that it is an answer, or the analyst judges so. */
  basis: 'source' | 'analyst' | null
  /** A side's move answers one of its own. */
  sameSide: boolean
  /** Signed rung less that of the answered one, and whether the category is another; null where kept from the viewer. */
  rungChange: number | null
  otherCategory: boolean | null
}

/** Who answers whom, and whether more often than chance (SCORING.md 2.10). */
export interface ReciprocityView {
  /** The version of the method that made its points. */
  methodId: string
  /** The days that were judged: the record up to the last week that is over and covered; null without such a week. */
  span: DaySpan | null
  /** Weeks among them that nobody checked. */
  uncheckedWeeks: number
  windowDays: number
  /** Moves and answers of each side within the span, with their rates. */
  rates: Record<MoveDirection, AnswerRate> | null
  tests: Record<MoveDirection, PermutationResult | null> | null
  transitions: Transitions
  granger: InflowGranger
  /** The coded chains by day, those with the latest answers where there are more. */
  ladder: LadderMove[]
  /** Coded answers drawn, and all there are. */
  drawnAnswers: number
  allAnswers: number
  /** Moves that neither answer nor are answered. */
  standAlone: number
}

/** Whether a model did better than to say that the close stays as it is. */
export type OutlookVerdict =
  /** Too few covered weeks for persistence itself to have a forecast. */
  | { kind: 'too-short' }
  /** Forecasts there are, but too few of them could be checked. */
  | { kind: 'too-few-checks'; checks: number }
  | { kind: 'none-better'; checks: number }
  /** Best first; mean scores of the model and of persistence over the same weeks. */
  | { kind: 'better'; models: { model: ForecastModel; crps: number; persistence: number; n: number }[] }

/** The next four closes by simple models, with how each did so far: no judgement of the desk. */
export interface OutlookView extends DyadOutlook {
  /** The last week that is over and covered; null where there is none. */
  origin: Pick<WeekView, 'weekStart' | 'close'> | null
  /** The four weeks after it have all begun: the record was not kept up, and what is forecast is partly past. */
  stale: boolean
  /** Weeks that were learnt from. */
  coveredWeeks: number
  /** Closes of the last half year up to the origin, oldest first. */
  recent: Pick<WeekView, 'weekStart' | 'close' | 'coverage'>[]
  verdict: OutlookVerdict
}
