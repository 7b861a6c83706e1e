import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import {
  type ForecastBasis,
  forecastBasis,
  type OutlookRecord,
  sundaysFrom,
  WEEKS_AHEAD,
} from '@/lib/core/outlook/forecast-basis'
import { type ArrivalRecord, arrivalsOf, hawkesScores } from '@/lib/core/outlook/hawkes-forecast'
import { persistenceScores } from '@/lib/core/outlook/persistence'
import { type EnsembleDraws, resampledScores } from '@/lib/core/outlook/resampled-inflow'
import { totalsOn } from '@/lib/core/outlook/totals-on'
import { scoreOf } from '@/lib/core/scoring/score'

/** The baseline models, from the plainest; the first is what the others are measured against. */
export const FORECAST_MODELS = ['persistence', 'decayOnly', 'resampledInflow', 'hawkes'] as const

export type ForecastModel = (typeof FORECAST_MODELS)[number]

/** A distribution of the close of one week to come. */
export interface WeekForecast {
  /** 1..4. */
  weeksAhead: number
  /** Monday of the forecast week. */
  weekStart: number
  /** Scores, ascending; a single one where the model knows no chance. */
  ensemble: Float64Array
}

/** The closes of the next four weeks by one model. */
export interface Forecast {
  model: ForecastModel
  weeks: WeekForecast[]
}

/** 200 members by default. */
export type ForecastOptions = Partial<EnsembleDraws>

/** Options with their defaults. */
export function drawsOf({ members = 200, seed = DEFAULT_SEED }: ForecastOptions): EnsembleDraws {
  if (!(Number.isInteger(members) && members >= 2)) throw new RangeError(`no ensemble has ${members} members`)
  return { members, seed }
}

/** Forecasts from the week with index `origin`, of terms up to its Sunday alone, by each model that has enough to go by. */
export function forecastsAt(
  basis: ForecastBasis,
  arrivals: ArrivalRecord,
  origin: number,
  draws: EnsembleDraws,
): Forecast[] {
  const monday = basis.weeks[origin]
  const fading = totalsOn(basis.terms, sundaysFrom(monday + 7, WEEKS_AHEAD), basis.ends[origin])
  const scores: Record<ForecastModel, Float64Array[] | null> = {
    persistence: persistenceScores(basis, origin),
    decayOnly: Array.from(fading, (points) => Float64Array.of(scoreOf(points, basis.params))),
    resampledInflow: resampledScores(basis, origin, fading, draws),
    hawkes: hawkesScores(basis, arrivals, origin, fading, draws),
  }
  return FORECAST_MODELS.flatMap((model) => {
    const weeks = scores[model]?.map((ensemble, index) => ({
      weeksAhead: index + 1,
      weekStart: monday + 7 * (index + 1),
      ensemble: ensemble.toSorted(),
    }))
    return weeks ? [{ model, weeks }] : []
  })
}

/**
 * Forecasts of the four closes after the record's last week, by each model that has enough to go by: persistence and resampled
 * inflow need 8 past weeks, Hawkes 200 incidents. Terms that start after that week's Sunday are passed over. Empty without
 * weeks. Numbers are functions of seed, member and the index of the week, so a shift of all dates by whole weeks changes no
 * ensemble. O(terms × weeks) for the closes, then O(terms + members), and for Hawkes some 800 passes over at most 2,000
 * arrivals.
 * @throws RangeError with fewer than 2 members, or as `forecastBasis`.
 */
export function forecastsOf(record: OutlookRecord, options: ForecastOptions = {}): Forecast[] {
  const draws = drawsOf(options)
  const basis = forecastBasis(record)
  if (record.weeks.length === 0) return []
  return forecastsAt(basis, arrivalsOf(basis), record.weeks.length - 1, draws)
}
