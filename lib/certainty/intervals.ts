import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { computed, contentHash } from '@/lib/compute/computed'
import type { TaskArgs } from '@/lib/compute/tasks'
import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import { coverageOf, type MethodParameters, pointsOn, termOf, verificationOf } from '@/lib/core/scoring'
import {
  confidenceOf,
  qualityShareOf,
  type ScoreConfidence,
  type ScoreInterval,
  type SimulationMode,
  type UncertainIncident,
} from '@/lib/core/uncertainty'
import type { Reading } from '@/lib/dyads/series-source'
import { type CertaintyRecord, type ClosedWeek, certaintyRecord, intervalWeeks, weekAmong } from './record'
import type { CertaintyLine, DrawBasis, IntervalSeries, WeekCertainty, WeekSpan } from './views'

/** Draws of every interval (SCORING.md 2.7). */
export const DRAWS = 1000

const LAST_WEEKS = 4

type IntervalArgs = TaskArgs<'dyadIntervals'>

/** What the intervals of some weeks are worked out from. The days are all of them for either mode, so pages and files ask for the same. */
function argsOf(record: CertaintyRecord, weeks: readonly ClosedWeek[], mode: SimulationMode): IntervalArgs {
  const { source, incidents } = record
  const days = weeks.map(({ day }) => day)
  return [incidents, source.dyadId, days, source.method.parameters, { mode, draws: DRAWS, seed: DEFAULT_SEED }]
}

const intervalsBy = (record: CertaintyRecord, weeks: readonly ClosedWeek[], mode: SimulationMode) =>
  computed('dyadIntervals', record.source.dyadId, argsOf(record, weeks, mode))

function basisOf(record: CertaintyRecord, weeks: readonly ClosedWeek[]): DrawBasis {
  const { id, hash } = record.source.method
  const content = contentHash('dyadIntervals', argsOf(record, weeks, 'data'))
  return { methodId: id, methodHash: hash, seed: DEFAULT_SEED, draws: DRAWS, contentHash: content }
}

const closeOf = (week: ClosedWeek, data: ScoreInterval, full: ScoreInterval) => ({
  weekStart: week.weekStart,
  day: week.day,
  close: week.close,
  coverage: coverageOf(week),
  inProgress: week.inProgress,
  data,
  full,
})

/**
 * Both intervals of every weekly close of the latest ten years, from the store or by a thread; the same to the last bit
 * whoever asks.
 * @throws DeskError as `certaintyRecord`.
 */
export async function intervalSeries(viewer: Viewer, dyadId: string, reading: Reading = {}): Promise<IntervalSeries> {
  const record = await certaintyRecord(viewer, dyadId, reading)
  const weeks = intervalWeeks(record)
  const [data, full] = [await intervalsBy(record, weeks, 'data'), await intervalsBy(record, weeks, 'full')]
  const { asOf, unreviewed = false } = reading
  return {
    dyadId,
    ...basisOf(record, weeks),
    weeks: weeks.map((week, index) => closeOf(week, data[index], full[index])),
    asOf: asOf ? { at: asOf.moment.toISOString(), method: asOf.method } : null,
    unreviewed,
  }
}

/**
 * The data intervals of the weekly closes, for a chart that ends with the latest week or, where that lies further back than
 * ten years, with `weekStart`.
 * @throws DeskError as `certaintyRecord`.
 */
export async function dataIntervals(
  viewer: Viewer,
  dyadId: string,
  weekStart: number,
  reading: Reading = {},
): Promise<WeekSpan[]> {
  const record = await certaintyRecord(viewer, dyadId, reading)
  const weeks = intervalWeeks(record, weekStart)
  const data = await intervalsBy(record, weeks, 'data')
  return weeks.map((week, index) => ({ weekStart: week.weekStart, p05: data[index].p05, p95: data[index].p95 }))
}

/**
 * The data interval of one weekly close, and how sure the score is by SCORING.md 2.11.
 * @throws DeskError as `certaintyRecord`; NOT_FOUND for a week outside the record.
 */
export async function certaintyLine(
  viewer: Viewer,
  dyadId: string,
  weekStart: number,
  reading: Reading = {},
): Promise<CertaintyLine> {
  const record = await certaintyRecord(viewer, dyadId, reading)
  const weeks = intervalWeeks(record, weekStart)
  const { index } = weekAmong(weeks, weekStart)
  const { p05, p95 } = (await intervalsBy(record, weeks, 'data'))[index]
  return { weekStart, p05, p95, confidence: confidenceIn(record, weeks, index, p95 - p05) }
}

/**
 * How sure one weekly close is: both intervals, the share of draws by band, confidence, and what it was worked out from.
 * @throws DeskError as `certaintyLine`.
 */
export async function weekCertainty(
  viewer: Viewer,
  dyadId: string,
  weekStart: number,
  reading: Reading = {},
): Promise<WeekCertainty> {
  const record = await certaintyRecord(viewer, dyadId, reading)
  const weeks = intervalWeeks(record, weekStart)
  const { week, index } = weekAmong(weeks, weekStart)
  const [data, full] = [await intervalsBy(record, weeks, 'data'), await intervalsBy(record, weeks, 'full')]
  const { p05, p95 } = data[index]
  return {
    ...closeOf(week, data[index], full[index]),
    ...basisOf(record, weeks),
    confidence: confidenceIn(record, weeks, index, p95 - p05),
  }
}

function confidenceIn(
  { source, incidents }: CertaintyRecord,
  weeks: readonly ClosedWeek[],
  index: number,
  width: number,
): ScoreConfidence {
  const { dyadId, method } = source
  return confidenceOf({
    qualityShare: qualityShareOf(gradedPoints(incidents, dyadId, weeks[index].day, method.parameters)),
    width,
    uncoveredOfLastFour: uncoveredUpTo(weeks, index),
  })
}

function gradedPoints(
  incidents: readonly UncertainIncident[],
  dyadId: string,
  day: number,
  parameters: MethodParameters,
) {
  return incidents.flatMap((incident) => {
    const term = termOf(incident, dyadId, parameters)
    if (!term) return []
    const verification = verificationOf(incident.reliability, incident.credibility, parameters)
    return [{ points: pointsOn(term, day), verification, confidence: incident.confidence }]
  })
}

/**
 * How many of the four weeks up to one were not covered. A running week that nobody has looked at yet is not late: then they
 * are the four before it. Weeks before the record began were not covered.
 */
export function uncoveredUpTo(weeks: readonly ClosedWeek[], index: number): number {
  const isCovered = (week: ClosedWeek | undefined) => week !== undefined && coverageOf(week) !== 'not_checked'
  const last = weeks[index].inProgress && !isCovered(weeks[index]) ? index - 1 : index
  return Array.from({ length: LAST_WEEKS }, (_, back) => weeks[last - back]).filter((week) => !isCovered(week)).length
}
