import { coverage80 } from '@/lib/core/outlook/coverage80'
import { crpsOfEnsemble } from '@/lib/core/outlook/crps'
import { forecastBasis, type OutlookRecord, WEEKS_AHEAD } from '@/lib/core/outlook/forecast-basis'
import {
  drawsOf,
  FORECAST_MODELS,
  type ForecastModel,
  type ForecastOptions,
  forecastsAt,
} from '@/lib/core/outlook/forecasts'
import { arrivalsOf } from '@/lib/core/outlook/hawkes-forecast'

/** How a model did at one number of weeks ahead. */
export interface HorizonEvaluation {
  weeksAhead: number
  /** Forecasts that could be checked. */
  n: number
  /** Mean continuous ranked probability score, in score points; null without forecasts. */
  crps: number | null
  /** Share of closes within the 80 % interval; null where the model has none, as a single value has not. */
  coverage80: number | null
}

/** How a model did against persistence, over the origins and horizons for which both have a forecast. */
export interface Comparison {
  n: number
  crps: number
  persistence: number
}

export interface ModelEvaluation {
  model: ForecastModel
  horizons: HorizonEvaluation[]
  /** Null for persistence itself and for a model without forecasts. */
  comparison: Comparison | null
  /** Whether its mean score is lower than that of persistence, all horizons together; null without a comparison. */
  beatsPersistence: boolean | null
}

export interface EvaluationOptions extends ForecastOptions {
  /** Latest origins that are evaluated, at most. */
  origins?: number
}

/** One forecast with what came. */
interface Checked {
  model: ForecastModel
  weeksAhead: number
  ensemble: Float64Array
  observed: number
  crps: number
  /** Score of persistence for the same week from the same origin; null where it has none. */
  persistence: number | null
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** Every forecast from the latest origins whose week is over and covered. */
function checkedForecasts(record: OutlookRecord, { origins = 104, ...options }: EvaluationOptions): Checked[] {
  if (!(Number.isInteger(origins) && origins >= 1)) throw new RangeError(`no number of origins: ${origins}`)
  const draws = drawsOf(options)
  const basis = forecastBasis(record)
  const arrivals = arrivalsOf(basis)
  const last = record.weeks.length - 1
  const checked: Checked[] = []
  for (let origin = Math.max(0, last - origins); origin < last; origin++) {
    const baseline = new Map<number, number>()
    for (const { model, weeks } of forecastsAt(basis, arrivals, origin, draws)) {
      for (const { weeksAhead, weekStart, ensemble } of weeks) {
        const observed = basis.closes[basis.indexOf.get(weekStart) ?? -1]
        const crps = observed === undefined ? undefined : crpsOfEnsemble(ensemble, observed)
        if (crps === undefined) continue
        if (model === 'persistence') baseline.set(weeksAhead, crps)
        checked.push({ model, weeksAhead, ensemble, observed, crps, persistence: baseline.get(weeksAhead) ?? null })
      }
    }
  }
  return checked
}

function comparisonOf(checked: readonly Checked[]): Comparison | null {
  const both = checked.filter(({ persistence }) => persistence !== null)
  const [crps, persistence] = [
    meanOf(both.map((forecast) => forecast.crps)),
    meanOf(both.map((forecast) => forecast.persistence ?? 0)),
  ]
  return crps === null || persistence === null ? null : { n: both.length, crps, persistence }
}

/**
 * How well each model would have forecast a dyad's closes so far: from each of the latest `origins` weeks (104 by default), with
 * nothing but what came before, against the closes that followed (rolling origin; Tashman 2000, International Journal of
 * Forecasting 16). One entry a model. Incidents after the record's last week change nothing; that a hold ended is taken
 * from the incident as it is coded now, also before its end. O(terms × weeks + origins × (weeks + terms + members)), and
 * for Hawkes a fit an origin: some 800 passes over at most 2,000 arrivals.
 * @throws RangeError as `forecastsOf`, or when `origins` is no whole number from 1 up.
 */
export function rollingEvaluation(record: OutlookRecord, options: EvaluationOptions = {}): ModelEvaluation[] {
  const all = checkedForecasts(record, options)
  return FORECAST_MODELS.map((model) => {
    const own = all.filter((forecast) => forecast.model === model)
    const comparison = model === 'persistence' ? null : comparisonOf(own)
    const horizons = Array.from({ length: WEEKS_AHEAD }, (_, index) => {
      const at = own.filter(({ weeksAhead }) => weeksAhead === index + 1)
      const crps = meanOf(at.map((forecast) => forecast.crps))
      return { weeksAhead: index + 1, n: at.length, crps, coverage80: coverage80(at) ?? null }
    })
    const beatsPersistence = comparison && comparison.crps < comparison.persistence
    return { model, horizons, comparison, beatsPersistence }
  })
}
