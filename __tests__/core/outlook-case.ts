import type fc from 'fast-check'
import { uniformOf } from '@/lib/core/hash/uniform'
import { type Forecast, type ForecastModel, type OutlookRecord, simulateHawkes } from '@/lib/core/outlook'
import { DEFAULT_PARAMETERS, type Term } from '@/lib/core/scoring'
import { makeIncident, recordArb, termsFrom } from './arbitraries'

/** Monday 1970-01-05, the first day of made-up weeks. */
export const MONDAY = 4

/** Mondays of the first `count` weeks. */
export const mondays = (count: number): number[] => Array.from({ length: count }, (_, index) => MONDAY + 7 * index)

/** A half-life so long that nothing fades within a test. */
const NEVER = 1e30

/** A term of `points` on the `day`-th day of the made-up weeks; it never fades unless `parts` say so. */
export function termOn(day: number, points: number, parts: Partial<Term> = {}): Term {
  const [term] = termsFrom([makeIncident({ id: `T${day}` })])
  return { ...term, startDay: MONDAY + day, fadeDay: MONDAY + day, points, halfLifeDays: NEVER, ...parts }
}

/** A record by its terms and number of weeks. */
export const recordOfWeeks = (terms: readonly Term[], weeks: number): OutlookRecord => ({
  terms,
  weeks: mondays(weeks),
  params: DEFAULT_PARAMETERS,
})

/** Any record over `weeks` weeks; some of its terms come before or after them. */
export const outlookArb = (weeks = 40): fc.Arbitrary<OutlookRecord> =>
  recordArb().map((incidents) =>
    recordOfWeeks(
      termsFrom(incidents).toSorted((a, b) => a.startDay - b.startDay),
      weeks,
    ),
  )

/** A record with about `perWeek` incidents a week that come in bursts, of several sizes and half-lives. */
export function burstsOf(perWeek: number, weeks: number): OutlookRecord {
  const process = { mu: perWeek / 14, alpha: 0.5, beta: 0.3 }
  const times = simulateHawkes(process, 0, 7 * weeks, (index) => uniformOf(11, 0, `burst:${index}`))
  const terms = times.map((time, index) => {
    const among = <Value>(values: readonly Value[], key: string) =>
      values[Math.floor(uniformOf(11, index, key) * values.length)]
    const points = among([0.5, 1, 1.5, 3, -0.5], 'points')
    return termOn(Math.floor(time), points, { id: `B${index}`, halfLifeDays: among([14, 60], 'halfLife') })
  })
  return recordOfWeeks(terms, weeks)
}

/** The ensembles of one model, one a week ahead. */
export function ensemblesOf(forecasts: readonly Forecast[], model: ForecastModel): number[][] {
  const forecast = forecasts.find((one) => one.model === model)
  if (!forecast) throw new Error(`no forecast by ${model}`)
  return forecast.weeks.map(({ ensemble }) => Array.from(ensemble))
}

/** The models among some forecasts. */
export const modelsOf = (forecasts: readonly Forecast[]) => forecasts.map(({ model }) => model)

/** A record moved by whole weeks. */
export const movedBy = ({ terms, weeks, params }: OutlookRecord, shift: number): OutlookRecord => ({
  terms: terms.map((term) => ({
    ...term,
    startDay: term.startDay + 7 * shift,
    fadeDay: term.fadeDay + 7 * shift,
  })),
  weeks: weeks.map((week) => week + 7 * shift),
  params,
})
