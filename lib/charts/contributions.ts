import {
  type AnnotationMark,
  annotationSummary,
  daysOfWeeks,
  marksWithin,
  withAnnotations,
} from '@/lib/charts/annotations'
import { timeSpanOf } from '@/lib/charts/axis'
import { type Gap, gapsOf } from '@/lib/charts/gaps'
import { isCovered } from '@/lib/charts/points'
import type { ChartTable } from '@/lib/charts/table'
import { weekEndOf, weekIdOf } from '@/lib/core/calendar'
import { CATEGORIES, CATEGORY_LABELS, type Category } from '@/lib/core/codebook'
import type { WeekView } from '@/lib/dyads/views'
import { formatScore, formatSigned } from '@/lib/format'

/** A week's score taken apart by category; every figure null where the week was not checked. */
export type CategoryRow = Record<Category, number | null> & { weekStart: number; score: number | null }

/** The stack of category contributions, which adds up to the weekly close (SCORING.md 2.3). Plain data. */
export interface StackModel {
  rows: CategoryRow[]
  timeDomain: [number, number]
  domain: [number, number]
  gaps: Gap[]
  /** Monday of the week that is not over, where it is among them. */
  running: number | null
  annotations: AnnotationMark[]
  /** Categories with a part anywhere in the range, in the fixed order. */
  present: Category[]
  summary: string
  table: ChartTable
}

const partsOf = (week: WeekView) => CATEGORIES.map((category) => week.figures.category[category].contribution)

function categoryRow(week: WeekView): CategoryRow {
  const covered = isCovered(week)
  const part = (category: Category) => (covered ? week.figures.category[category].contribution : null)
  return {
    weekStart: week.weekStart,
    score: covered ? week.close : null,
    diplomatic: part('diplomatic'),
    cultural: part('cultural'),
    media: part('media'),
    legal: part('legal'),
    economic: part('economic'),
    people: part('people'),
    security: part('security'),
    cyber: part('cyber'),
  }
}

/** From the lowest to the highest end of the weeks' stacks, in quarters of the scale, 0 included. */
function stackDomain(weeks: readonly WeekView[]): [number, number] {
  const sum = (parts: number[], sign: number) => parts.reduce((total, part) => total + Math.max(0, sign * part), 0)
  const [most, least] = [1, -1].map((sign) => Math.max(0, ...weeks.map((week) => sum(partsOf(week), sign))))
  return [least === 0 ? 0 : -25 * Math.ceil(least / 25), Math.max(25, 25 * Math.ceil(most / 25))]
}

function stackSummary(weeks: readonly WeekView[]): string {
  const last = weeks.findLast(isCovered)
  if (!last) return 'No week in this range was checked.'
  const parts = CATEGORIES.map((category) => ({ category, part: last.figures.category[category].contribution }))
    .filter(({ part }) => part !== 0)
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part))
    .map(({ category, part }) => `${CATEGORY_LABELS[category].toLowerCase()} ${formatSigned(part)}`)
  const words = parts.length === 0 ? 'No category adds anything' : parts.join(', ')
  return `${words}; together ${formatScore(last.close)} at the end of ${weekIdOf(last.weekStart)}.`
}

/** The Monday of the running week among some. */
export const runningOf = (weeks: readonly WeekView[]): number | null =>
  weeks.find(({ inProgress }) => inProgress)?.weekStart ?? null

/** The annotations that touch some weeks, oldest first. */
export const marksOf = (weeks: readonly WeekView[], marks: readonly AnnotationMark[]): AnnotationMark[] => {
  const [first, last] = [weeks.at(0), weeks.at(-1)]
  return first && last ? marksWithin(marks, first.weekStart, last.weekStart + 6) : []
}

/** The model of the category stack over some weeks, oldest first, with the dyad's annotations. */
export function stackModel(weeks: readonly WeekView[], marks: readonly AnnotationMark[] = []): StackModel {
  const covered = weeks.filter(isCovered)
  const annotations = marksOf(weeks, marks)
  return {
    rows: weeks.map(categoryRow),
    timeDomain: timeSpanOf(weeks),
    domain: stackDomain(covered),
    gaps: gapsOf(weeks),
    present: CATEGORIES.filter((name) => covered.some((week) => week.figures.category[name].points !== 0)),
    running: runningOf(weeks),
    annotations,
    summary: stackSummary(weeks) + annotationSummary(annotations),
    table: withAnnotations(
      {
        caption: 'Contribution of each category to the weekly close',
        columns: [
          { label: 'Week', format: 'text' },
          ...CATEGORIES.map((category) => ({ label: CATEGORY_LABELS[category], format: 'score' as const })),
          { label: 'Score', format: 'score' },
        ],
        rows: weeks.map((week) => {
          const row = categoryRow(week)
          return [weekIdOf(week.weekStart), ...CATEGORIES.map((category) => row[category]), row.score]
        }),
      },
      daysOfWeeks(weeks),
      annotations,
    ),
  }
}

/** What each side adds to the weekly close; null where the week was not checked. */
export interface DirectionRow {
  day: number
  weekStart: number
  forward: number | null
  backward: number | null
}

/** Who does what to whom: the two contributions that add up to the weekly close. Plain data. */
export interface DirectionModel {
  /** `AZE → RUS` and `RUS → AZE`. */
  forwardLabel: string
  backwardLabel: string
  rows: DirectionRow[]
  timeDomain: [number, number]
  domain: [number, number]
  gaps: Gap[]
  /** Monday of the week that is not over, where it is among them. */
  running: number | null
  annotations: AnnotationMark[]
  last: DirectionRow | null
  summary: string
  table: ChartTable
}

function directionRow(week: WeekView): DirectionRow {
  const covered = isCovered(week)
  return {
    day: weekEndOf(week.weekStart),
    weekStart: week.weekStart,
    forward: covered ? week.figures.direction.forward.contribution : null,
    backward: covered ? week.figures.direction.backward.contribution : null,
  }
}

/** The model of the two directions over some weeks, oldest first. `first` and `second` are the dyad's codes. */
export function directionModel(
  weeks: readonly WeekView[],
  first: string,
  second: string,
  marks: readonly AnnotationMark[] = [],
): DirectionModel {
  const annotations = marksOf(weeks, marks)
  const rows = weeks.map(directionRow)
  const values = rows.flatMap(({ forward, backward }) => [forward ?? 0, backward ?? 0])
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const last = rows.findLast(({ forward }) => forward !== null) ?? null
  const [forwardLabel, backwardLabel] = [`${first} → ${second}`, `${second} → ${first}`]
  return {
    forwardLabel,
    backwardLabel,
    rows,
    timeDomain: timeSpanOf(weeks),
    domain: [least === 0 ? 0 : -25 * Math.ceil(-least / 25), Math.max(25, 25 * Math.ceil(most / 25))],
    gaps: gapsOf(weeks),
    last,
    running: runningOf(weeks),
    annotations,
    summary:
      (last === null
        ? 'No week in this range was checked.'
        : `${forwardLabel} ${formatScore(last.forward ?? 0)}, ${backwardLabel} ${formatScore(last.backward ?? 0)} at the end of ${weekIdOf(last.weekStart)}.`) +
      annotationSummary(annotations),
    table: withAnnotations(
      {
        caption: 'Contribution of each direction to the weekly close',
        columns: [
          { label: 'Week', format: 'text' },
          { label: forwardLabel, format: 'score' },
          { label: backwardLabel, format: 'score' },
          { label: 'Score', format: 'score' },
        ],
        rows: weeks.map((week, index) => [
          weekIdOf(week.weekStart),
          rows[index].forward,
          rows[index].backward,
          isCovered(week) ? week.close : null,
        ]),
      },
      daysOfWeeks(weeks),
      annotations,
    ),
  }
}
