import type { MethodParameters } from '@/lib/core/scoring'
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
}

export type TaskName = keyof typeof TASKS
export type TaskArgs<Name extends TaskName> = Parameters<(typeof TASKS)[Name]['run']>
export type TaskAnswer<Name extends TaskName> = ReturnType<(typeof TASKS)[Name]['run']>
