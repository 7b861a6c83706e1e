import { scoreDomain, scoreTicks } from '@/lib/charts/axis'
import { type BandZone, bandZones } from '@/lib/charts/bands'
import { type Gap, gapsOf } from '@/lib/charts/gaps'
import { type CloseWeek, type Stroke, strokesOf } from '@/lib/charts/levels'
import type { ChartTable } from '@/lib/charts/table'
import { weekEndOf, weekIdOf } from '@/lib/core/calendar'
import type { ForecastModel } from '@/lib/core/outlook'
import type { Band } from '@/lib/core/scoring'
import { formatScore } from '@/lib/format'
import type { OutlookView } from '@/lib/patterns/views'

/** What each baseline model is called, and what it says. */
export const MODEL_WORDS: Readonly<Record<ForecastModel, { name: string; says: string }>> = {
  persistence: { name: 'Persistence', says: 'the close stays, give or take the changes that it made so far' },
  decayOnly: { name: 'Decay only', says: 'nothing new happens and the score fades: one value, no spread' },
  resampledInflow: {
    name: 'Decay and resampled weeks',
    says: 'the score fades, and each week to come brings the incidents of some past week',
  },
  hawkes: {
    name: 'Hawkes process',
    says: 'the score fades, and incidents come in bursts, each making others likelier for a while',
  },
}

/** A forecast of four closes as a fan that opens from the last close. Corners are days and scores. */
export interface FanPanel {
  model: ForecastModel
  name: string
  /** From the 10 % to the 90 % quantile, and from the 25 % to the 75 %; null for a model without spread. */
  wide: Stroke | null
  narrow: Stroke | null
  /** The edges of the wide one. */
  edges: Stroke[]
  median: Stroke
}

/** The record up to its last week, and after it a fan for each model on one scale. Plain data. */
export interface FanModel {
  panels: FanPanel[]
  record: Stroke[]
  gaps: Gap[]
  /** The last instant of the record, on the axis of days. */
  recordEnds: number
  timeDomain: [number, number]
  scoreDomain: [number, number]
  scoreTicks: number[]
  bands: BandZone[]
  summary: string
  table: ChartTable
}

type Quantile = 'p10' | 'p25' | 'p50' | 'p75' | 'p90'
type Weeks = OutlookView['forecasts'][number]['weeks']

/** Weeks of the record that are drawn before the fan. */
const RECORD_WEEKS = 13

function panelOf(model: ForecastModel, weeks: Weeks, start: [number, number]): FanPanel {
  const line = (quantile: Quantile): Stroke => [
    start,
    ...weeks.map((week): [number, number] => [weekEndOf(week.weekStart), week[quantile]]),
  ]
  const between = (low: Quantile, high: Quantile): Stroke => [...line(low), ...line(high).reverse()]
  const hasSpread = weeks.some(({ members }) => members > 1)
  return {
    model,
    name: MODEL_WORDS[model].name,
    wide: hasSpread ? between('p10', 'p90') : null,
    narrow: hasSpread ? between('p25', 'p75') : null,
    edges: hasSpread ? [line('p10'), line('p90')] : [],
    median: line('p50'),
  }
}

function summaryOf(forecasts: OutlookView['forecasts']): string {
  const told = forecasts.map(({ model, weeks }) => {
    const last = weeks[weeks.length - 1]
    const { name } = MODEL_WORDS[model]
    if (last.members < 2) return `${name}: ${formatScore(last.p50)}.`
    return `${name}: median ${formatScore(last.p50)}, 80 % between ${formatScore(last.p10)} and ${formatScore(last.p90)}.`
  })
  return `The close four weeks after the record by each model. ${told.join(' ')}`
}

const tableOf = (forecasts: OutlookView['forecasts']): ChartTable => ({
  caption: 'Forecast closes by model: quantiles',
  columns: [
    { label: 'Model and week', format: 'text' },
    { label: '10 %', format: 'score' },
    { label: '25 %', format: 'score' },
    { label: 'Median', format: 'score' },
    { label: '75 %', format: 'score' },
    { label: '90 %', format: 'score' },
    { label: 'Members', format: 'count' },
  ],
  rows: forecasts.flatMap(({ model, weeks }) =>
    weeks.map(({ weekStart, members, p10, p25, p50, p75, p90 }) => [
      `${MODEL_WORDS[model].name}, ${weekIdOf(weekStart)}`,
      p10,
      p25,
      p50,
      p75,
      p90,
      members,
    ]),
  ),
})

/** The model of some forecasts from the last close on. */
export function fanModel(
  recent: readonly CloseWeek[],
  { weekStart, close }: Pick<CloseWeek, 'weekStart' | 'close'>,
  forecasts: OutlookView['forecasts'],
  bands: readonly Band[],
): FanModel {
  const shown = recent.slice(-RECORD_WEEKS)
  const first = shown[0]?.weekStart ?? weekStart
  const lastWeek = forecasts[0]?.weeks.at(-1)?.weekStart ?? weekStart
  const domain = scoreDomain([
    ...shown.map((week) => week.close),
    ...forecasts.flatMap(({ weeks }) => weeks.flatMap(({ p10, p90 }) => [p10, p90])),
  ])
  return {
    panels: forecasts.map(({ model, weeks }) => panelOf(model, weeks, [weekEndOf(weekStart), close])),
    record: strokesOf(shown),
    gaps: gapsOf(shown),
    recordEnds: weekEndOf(weekStart) + 0.5,
    timeDomain: [first - 0.5, lastWeek + 6.5],
    scoreDomain: domain,
    scoreTicks: scoreTicks(bands, domain),
    bands: bandZones(bands, domain),
    summary: summaryOf(forecasts),
    table: tableOf(forecasts),
  }
}
