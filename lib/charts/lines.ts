import { scoreDomain, scoreTicks } from '@/lib/charts/axis'
import { type BandZone, bandZones } from '@/lib/charts/bands'
import { type Gap, gapsOf } from '@/lib/charts/gaps'
import type { ChartTable } from '@/lib/charts/table'
import { weekStartOf } from '@/lib/core/calendar'
import type { Band, Coverage } from '@/lib/core/scoring'
import { formatScore } from '@/lib/format'

/** Lines are told apart by stroke, not by colour. */
export type Stroke = 'solid' | 'dashed' | 'dotted'

/** A line over common points; null where it has no figure. */
export interface LineSpec {
  key: string
  label: string
  stroke: Stroke
  scores: readonly (number | null)[]
}

/** A point that lines have in common. */
export interface LinePoint {
  day: number
  /** `2025-W27`, or whatever the point is called. */
  name: string
  /** Null for what is yet to come: that is no gap. */
  coverage: Coverage | null
}

/** Everything that a picture of several lines of scores needs. Plain data. */
export interface LinesModel {
  points: LinePoint[]
  lines: Omit<LineSpec, 'scores'>[]
  /** By point: its day, and the score of each line by its key. */
  rows: Record<string, number | null>[]
  timeDomain: [number, number]
  scoreDomain: [number, number]
  scoreTicks: number[]
  bands: BandZone[]
  gaps: Gap[]
  summary: string
  table: ChartTable
}

interface LinesInput {
  caption: string
  /** What the points are: `Week`, `Day`. */
  pointLabel: string
  points: readonly LinePoint[]
  lines: readonly LineSpec[]
  bands: readonly Band[]
}

function summaryOf({ points, lines }: LinesInput): string {
  const ends = lines.flatMap(({ label, scores }) => {
    const last = scores.findLastIndex((score) => score !== null)
    return last < 0 ? [] : [`${label}: ${formatScore(scores[last] ?? 0)} in ${points[last].name}`]
  })
  return ends.length === 0 ? 'There is nothing to draw.' : `The lines end so. ${ends.join('; ')}.`
}

/** The model of some lines over the same points, which must be in order of day. */
export function linesModel(input: LinesInput): LinesModel {
  const { caption, pointLabel, points, lines, bands } = input
  const all = lines.flatMap(({ scores }) => scores.filter((score) => score !== null))
  const domain = scoreDomain(all)
  const [first, last] = [points[0]?.day ?? 0, points.at(-1)?.day ?? 1]
  return {
    points: [...points],
    lines: lines.map(({ scores: _, ...line }) => line),
    rows: points.map(({ day }, index) => ({
      day,
      ...Object.fromEntries(lines.map(({ key, scores }) => [key, scores[index] ?? null])),
    })),
    timeDomain: [weekStartOf(first) - 0.5, last + 0.5],
    scoreDomain: domain,
    scoreTicks: scoreTicks(bands, domain),
    bands: bandZones(bands, domain),
    gaps: gapsOf(
      points.flatMap(({ day, coverage }) => (coverage === null ? [] : [{ weekStart: weekStartOf(day), coverage }])),
    ),
    summary: summaryOf(input),
    table: {
      caption,
      columns: [
        { label: pointLabel, format: 'text' },
        ...lines.map(({ label }) => ({ label, format: 'score' as const })),
      ],
      rows: points.map(({ name }, index) => [name, ...lines.map(({ scores }) => scores[index] ?? null)]),
    },
  }
}

/** A point in one sentence, for screen readers. */
export function lineSentence({ points, lines, rows }: LinesModel, index: number): string {
  const { name, coverage } = points[index]
  const said = lines.flatMap(({ key, label }) => {
    const score = rows[index][key]
    return score === null ? [] : [`${label} ${formatScore(score)}`]
  })
  if (said.length > 0) return [name, ...said].join(', ')
  return `${name}, ${coverage === 'not_checked' ? 'not checked' : 'no figure'}`
}
