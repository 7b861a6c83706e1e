import { scoreDomain, scoreTicks, timeSpanOf } from '@/lib/charts/axis'
import { type BandZone, bandZones } from '@/lib/charts/bands'
import { type Gap, gapsOf } from '@/lib/charts/gaps'
import { isCovered } from '@/lib/charts/points'
import type { ChartTable } from '@/lib/charts/table'
import { isoOf, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import type { Band, Coverage } from '@/lib/core/scoring'
import { formatPlural, formatScore } from '@/lib/format'

/** A weekly close. Scores unrounded; the week by its Monday. */
export interface CloseWeek {
  weekStart: number
  close: number
  coverage: Coverage
}

/** Where a line of scores runs: days and scores. */
export type Stroke = [day: number, score: number][]

/** Weeks of about the same level, by the Mondays of the first and the last. */
export interface LevelSpan {
  from: number
  to: number
  mean: number
}

/** A change of level, on the Monday of the first week of the new one. */
export interface LevelChange {
  weekStart: number
  before: number
  after: number
}

/** Weekly closes with the levels that they keep. Plain data. */
export interface LevelsModel {
  weeks: (CloseWeek & { words: string })[]
  strokes: Stroke[]
  gaps: Gap[]
  levels: LevelSpan[]
  changes: LevelChange[]
  timeDomain: [number, number]
  scoreDomain: [number, number]
  scoreTicks: number[]
  bands: BandZone[]
  summary: string
  table: ChartTable
}

/** The strokes of a line of closes, on the Sundays; it breaks where nobody checked. Weeks must be in order. */
export function strokesOf(weeks: readonly CloseWeek[]): Stroke[] {
  const strokes: Stroke[] = []
  let open = false
  for (const week of weeks) {
    const covered = isCovered(week)
    if (covered && !open) strokes.push([])
    if (covered) strokes[strokes.length - 1].push([weekEndOf(week.weekStart), week.close])
    open = covered
  }
  return strokes
}

const changeWords = ({ before, after }: LevelChange) =>
  `change point: mean level ${formatScore(before)} before, ${formatScore(after)} from here`

function wordsOf(week: CloseWeek, change: LevelChange | undefined): string {
  const id = weekIdOf(week.weekStart)
  if (!isCovered(week)) return `${id}, not checked`
  return `${id}, close ${formatScore(week.close)}${change ? `, ${changeWords(change)}` : ''}`
}

function summaryOf(weeks: readonly CloseWeek[], changes: readonly LevelChange[]): string {
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return 'No week was checked.'
  const span = `Weekly closes from ${weekIdOf(first.weekStart)} to ${weekIdOf(last.weekStart)}.`
  if (changes.length === 0) return `${span} Their level did not change.`
  const told = changes.map((change) => `${weekIdOf(change.weekStart)}, ${changeWords(change)}`)
  return `${span} ${formatPlural(changes.length, 'change point')}: ${told.join('; ')}.`
}

/** The model of weekly closes and their levels. `changes` are those that are told, of covered weeks. */
export function levelsModel(
  closes: readonly CloseWeek[],
  levels: readonly LevelSpan[],
  changes: readonly LevelChange[],
  bands: readonly Band[],
): LevelsModel {
  const domain = scoreDomain(closes.map(({ close }) => close))
  const changeOf = new Map(changes.map((change) => [change.weekStart, change]))
  const levelOf = (weekStart: number) => levels.find(({ from, to }) => weekStart >= from && weekStart <= to)
  return {
    weeks: closes.map((week) => ({ ...week, words: wordsOf(week, changeOf.get(week.weekStart)) })),
    strokes: strokesOf(closes),
    gaps: gapsOf(closes),
    levels: [...levels],
    changes: [...changes],
    timeDomain: timeSpanOf(closes),
    scoreDomain: domain,
    scoreTicks: scoreTicks(bands, domain),
    bands: bandZones(bands, domain),
    summary: summaryOf(closes, changes),
    table: {
      caption: 'Weekly closes and their levels',
      columns: [
        { label: 'Week', format: 'text' },
        { label: 'Sunday', format: 'text' },
        { label: 'Close', format: 'score' },
        { label: 'Mean level', format: 'score' },
        { label: 'Change point', format: 'text' },
      ],
      rows: closes.map((week) => [
        weekIdOf(week.weekStart),
        isoOf(weekEndOf(week.weekStart)),
        isCovered(week) ? week.close : null,
        levelOf(week.weekStart)?.mean ?? null,
        isCovered(week) ? (changeOf.has(week.weekStart) ? 'yes' : '') : 'not checked',
      ]),
    },
  }
}
