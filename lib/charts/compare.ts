import { quarterTicks, type TimeTick, timeTicks } from '@/lib/charts/axis'
import { type BandZone, bandZones } from '@/lib/charts/bands'
import {
  type AlignedRange,
  calendarSpan,
  type LineWeek,
  offsetSpan,
  peakOf,
  weekNumberOf,
  weekStartOfNumber,
} from '@/lib/charts/compare-align'
import { compareSummary } from '@/lib/charts/compare-words'
import { ranksOf } from '@/lib/charts/ranks'
import { weekIdOf, weekStartOf } from '@/lib/core/calendar'
import type { Band } from '@/lib/core/scoring'

/** What a line has in a week: a finished covered week, the running one, one that nobody checked, or nothing on record. */
export type CompareState = 'covered' | 'running' | 'not_checked' | 'none'

export interface CompareCell {
  /** Monday of the line's own week; null where it has none here. */
  weekStart: number | null
  state: CompareState
  /** Null unless covered or running. */
  close: number | null
  /** Place among the lines that are covered here; the running week has none. */
  rank: number | null
}

/** A week of the comparison: counted by the calendar, or from each line's week 0. */
export interface CompareRow {
  at: number
  label: string
  cells: CompareCell[]
}

export interface CompareLine {
  dyadId: string
  /** `Azerbaijan – Russia`. */
  name: string
  /** Monday of its week 0; null by the calendar, and where it has none. */
  zero: number | null
}

/** Lines side by side: what the charts, the table and the file have in common. Plain data. */
export interface CompareModel {
  by: 'calendar' | 'peak' | 'incident'
  lines: CompareLine[]
  rows: CompareRow[]
  /** One scale for all lines: quarters of the scale that hold every drawn score. */
  domain: [number, number]
  scoreTicks: number[]
  /** Where the lines are of one method: its bands. */
  bands: BandZone[]
  summary: string
}

export interface CompareSource {
  dyadId: string
  name: string
  weeks: readonly LineWeek[]
  bands: readonly Band[]
  methodId: string
}

export type CompareAlign =
  | { by: 'calendar' }
  | { by: 'peak' }
  /** Days of incidents, by dyad; a line without one of its own takes the week of the first. */
  | { by: 'incident'; days: readonly { dyadId: string; day: number }[] }

function zerosOf(sources: readonly CompareSource[], align: CompareAlign): (number | null)[] {
  if (align.by === 'calendar') return sources.map(() => null)
  if (align.by === 'peak') return sources.map(({ weeks }) => peakOf(weeks))
  const [first] = align.days
  return sources.map(({ dyadId }) => {
    const own = align.days.find((entry) => entry.dyadId === dyadId) ?? first
    return own ? weekStartOf(own.day) : null
  })
}

const NOTHING: Omit<CompareCell, 'weekStart'> = { state: 'none', close: null, rank: null }

function cellOf(week: LineWeek | undefined, weekStart: number | null): CompareCell {
  if (!week) return { ...NOTHING, weekStart }
  if (week.coverage === 'not_checked') return { ...NOTHING, weekStart, state: 'not_checked' }
  return { weekStart, state: week.inProgress ? 'running' : 'covered', close: week.close, rank: null }
}

const MINUS = '\u2212'

/** `+12`, `0`, `−4`. */
export const offsetLabel = (offset: number): string =>
  offset === 0 ? '0' : `${offset < 0 ? MINUS : '+'}${Math.abs(offset)}`

/** Quarters of the scale from the lowest to the highest of some scores; 0 and one quarter at least. */
export function sharedDomain(scores: readonly number[]): [number, number] {
  const [low, high] = scores.reduce(([a, b], score) => [Math.min(a, score), Math.max(b, score)], [0, 0])
  return [low < 0 ? -25 * Math.ceil(-low / 25) : 0, Math.max(25, 25 * Math.ceil(high / 25))]
}

/** Ranks the finished weeks of a row; the running one has no place. */
function ranked(cells: CompareCell[]): CompareCell[] {
  const ranks = ranksOf(cells.map(({ state, close }) => (state === 'covered' ? close : null)))
  return cells.map((cell, index) => ({ ...cell, rank: ranks[index] }))
}

/** The model of a comparison of some lines. Costs their weeks. */
export function compareModel(
  sources: readonly CompareSource[],
  align: CompareAlign,
  range: AlignedRange,
): CompareModel {
  const weeks = sources.map((source) => source.weeks)
  const zeros = zerosOf(sources, align)
  const calendar = align.by === 'calendar'
  const span = calendar ? calendarSpan(weeks, range) : offsetSpan(weeks, zeros, range)
  const found = weeks.map((own) => new Map(own.map((week) => [week.weekStart, week])))
  const rows: CompareRow[] = []
  for (let at = span?.[0] ?? 1; at <= (span?.[1] ?? 0); at++) {
    const cells = sources.map((_, index) => {
      const zero = zeros[index]
      const weekStart = calendar ? weekStartOfNumber(at) : zero === null ? null : zero + 7 * at
      return cellOf(weekStart === null ? undefined : found[index].get(weekStart), weekStart)
    })
    rows.push({ at, label: calendar ? weekIdOf(weekStartOfNumber(at)) : offsetLabel(at), cells: ranked(cells) })
  }
  const domain = sharedDomain(rows.flatMap(({ cells }) => cells.flatMap(({ close }) => close ?? [])))
  const oneMethod = new Set(sources.map(({ methodId }) => methodId)).size === 1
  const lines = sources.map(({ dyadId, name }, index) => ({ dyadId, name, zero: zeros[index] }))
  return {
    by: align.by,
    lines,
    rows,
    domain,
    scoreTicks: quarterTicks(domain),
    bands: oneMethod ? bandZones(sources[0].bands, domain) : [],
    summary: compareSummary(lines, rows, align.by),
  }
}

const STEPS = [1, 2, 4, 8, 13, 26, 52, 104, 260]

/** Marks on the axis of weeks, at most about `most`: by the calendar as everywhere, else whole steps from week 0. */
export function compareTicks(
  { by, rows }: Pick<CompareModel, 'by' | 'rows'>,
  most: number,
): (TimeTick & { at: number })[] {
  const [first, last] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 0]
  if (by === 'calendar') {
    const ticks = timeTicks(weekStartOfNumber(first), weekStartOfNumber(last) + 6, most)
    return ticks.map((tick) => ({ ...tick, at: weekNumberOf(tick.day) + (tick.day - weekStartOf(tick.day) - 6) / 7 }))
  }
  const step = STEPS.find((size) => (last - first) / size <= most) ?? 520
  const ticks: (TimeTick & { at: number })[] = []
  for (let at = Math.ceil(first / step) * step; at <= last; at += step)
    ticks.push({ at, day: at, label: offsetLabel(at) })
  return ticks
}
