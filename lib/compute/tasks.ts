import {
  type ForecastModel,
  forecastsOf,
  type ModelEvaluation,
  type OutlookRecord,
  rollingEvaluation,
} from '@/lib/core/outlook'
import type { MethodParameters } from '@/lib/core/scoring'
import { quantileOfSorted } from '@/lib/core/statistics/quantile'
import {
  halfLifeSets,
  intervalsOf,
  type LeftOut,
  leaveOneOut,
  type ScoreInterval,
  type ScoreSobol,
  type ScoreSobolOptions,
  type SimulationOptions,
  scoreSobol,
  simulate,
  type TornadoBar,
  tornado,
  type UncertainIncident,
} from '@/lib/core/uncertainty'

/*
 * What is worked out beside the pages. Each task is a pure function of its arguments, which with its answer must come through a
 * structured clone and through JSON unchanged: no undefined, no NaN, no typed array. Runs in a worker thread, where nothing but
 * lib/core may be imported.
 */

interface Task<Args extends readonly unknown[], Answer> {
  /** Raised when the task comes to answer otherwise, so that no kept answer of before is given. */
  version: number
  run: (...args: Args) => Answer
}

const task = <Args extends readonly unknown[], Answer>(
  version: number,
  run: (...args: Args) => Answer,
): Task<Args, Answer> => ({ version, run })

function dyadIntervals(
  incidents: readonly UncertainIncident[],
  dyadId: string,
  days: readonly number[],
  params: MethodParameters,
  options: SimulationOptions,
): ScoreInterval[] {
  return intervalsOf(simulate(incidents, dyadId, days, params, options), days.length, params)
}

function dyadSobol(
  incidents: readonly UncertainIncident[],
  dyadId: string,
  day: number,
  params: MethodParameters,
  options: ScoreSobolOptions,
): ScoreSobol | null {
  return scoreSobol(incidents, dyadId, day, params, options) ?? null
}

function dyadSensitivity(
  incidents: readonly UncertainIncident[],
  dyadId: string,
  day: number,
  params: MethodParameters,
  most: number,
): { bars: TornadoBar[]; leftOut: LeftOut[]; incidents: number } {
  const leftOut = leaveOneOut(incidents, dyadId, day, params).filter(({ drop }) => drop !== 0)
  leftOut.sort((a, b) => Math.abs(b.drop) - Math.abs(a.drop))
  return {
    bars: tornado(incidents, dyadId, day, params),
    leftOut: leftOut.slice(0, most),
    incidents: leftOut.length,
  }
}

const dyadDraws = (
  incidents: readonly UncertainIncident[],
  dyadId: string,
  days: readonly number[],
  params: MethodParameters,
  options: SimulationOptions,
): number[] => [...simulate(incidents, dyadId, days, params, options)]
/** A distribution of one week's close: quantiles of the scores, all the same where the model knows no chance. */
export interface ForecastWeek {
  /** 1..4. */
  weeksAhead: number
  /** Monday. */
  weekStart: number
  /** How many scores it was read from. */
  members: number
  p10: number
  p25: number
  p50: number
  p75: number
  p90: number
}

export interface DyadOutlook {
  forecasts: { model: ForecastModel; weeks: ForecastWeek[] }[]
  evaluation: ModelEvaluation[]
}

function dyadOutlook(record: OutlookRecord): DyadOutlook {
  const forecasts = forecastsOf(record).map(({ model, weeks }) => ({
    model,
    weeks: weeks.map(({ weeksAhead, weekStart, ensemble }) => {
      // No forecast is without members.
      const at = (p: number) => quantileOfSorted(ensemble, p) ?? 0
      const quantiles = { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) }
      return { weeksAhead, weekStart, members: ensemble.length, ...quantiles }
    }),
  }))
  return { forecasts, evaluation: rollingEvaluation(record) }
}

/** All tasks, by name. */
export const TASKS = {
  /** Monte-Carlo intervals of a dyad's score on ascending days (SCORING.md 2.7). */
  dyadIntervals: task(1, dyadIntervals),
  /** The scores of all draws on ascending days, one draw after the other: for what compares dyads draw by draw. */
  dyadDraws: task(1, dyadDraws),
  /** Sobol indices of a dyad's score on a day (SCORING.md 2.8); null where it does not vary. */
  dyadSobol: task(1, dyadSobol),
  /** Tornado of a dyad's score on a day, and the incidents that it would miss most: at most `most`, of how many (SCORING.md 2.8). */
  dyadSensitivity: task(1, dyadSensitivity),
  /** A dyad's scores on some days by several sets of half-lives (SCORING.md 2.8). */
  dyadHalfLives: task(1, halfLifeSets),
  /** Baseline forecasts of a dyad's next four closes, and how each model did so far. Terms by start day. */
  dyadOutlook: task(1, dyadOutlook),
}

export type TaskName = keyof typeof TASKS
export type TaskArgs<Name extends TaskName> = Parameters<(typeof TASKS)[Name]['run']>
export type TaskAnswer<Name extends TaskName> = ReturnType<(typeof TASKS)[Name]['run']>
