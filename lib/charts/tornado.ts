import type { ChartTable } from '@/lib/charts/table'
import { CATEGORY_LABELS, type Category } from '@/lib/core/codebook/categories'
import { displayOf } from '@/lib/core/scoring'
import type { TornadoBar, TornadoKey } from '@/lib/core/uncertainty'
import { formatPoints, formatScore } from '@/lib/format'

/** One parameter of the method at the two ends of its range. */
export interface TornadoRow {
  key: TornadoKey
  label: string
  /** Its values at the ends, in words. */
  low: string
  high: string
  scoreLow: number
  scoreHigh: number
  swing: number
}

/** Everything that a tornado chart needs. Plain data. */
export interface TornadoModel {
  score: number
  /** Largest swing first; those that move nothing that is displayed are left out. */
  rows: TornadoRow[]
  /** How many were left out. */
  still: number
  domain: [number, number]
  summary: string
  table: ChartTable
}

const NAMES: Readonly<Record<string, string>> = {
  base: 'Points ratio of rungs, b',
  anchor: 'Anchor of the scale, A',
  relief: 'Relief, κ',
  holdCap: 'Longest hold, days',
  halfLife: 'All half-lives',
  'halfLife.short': 'Half-life, short',
  'halfLife.medium': 'Half-life, medium',
  'halfLife.long': 'Half-life, long',
}

/** What a parameter is called. */
export function tornadoName(key: TornadoKey): string {
  const category = /^weight\.(.+)$/.exec(key)?.[1]
  return category ? `Weight, ${CATEGORY_LABELS[category as Category].toLowerCase()}` : NAMES[key]
}

const endWords = (key: TornadoKey, value: number) => `${key.startsWith('halfLife') ? '×' : ''}${formatPoints(value)}`

function rowOf({ key, low, high, scoreLow, scoreHigh, swing }: TornadoBar): TornadoRow {
  return {
    key,
    label: tornadoName(key),
    low: endWords(key, low),
    high: endWords(key, high),
    scoreLow,
    scoreHigh,
    swing,
  }
}

/** The model of a tornado chart: a score, and what each parameter makes of it at the ends of its range (SCORING.md 2.8). */
export function tornadoModel(score: number, bars: readonly TornadoBar[]): TornadoModel {
  const moving = bars.filter(({ swing }) => displayOf(swing) > 0)
  const rows = moving.map(rowOf)
  const ends = rows.flatMap(({ scoreLow, scoreHigh }) => [scoreLow, scoreHigh])
  const [low, high] = [Math.min(score, ...ends), Math.max(score, ...ends)]
  const air = Math.max(0.5, (high - low) * 0.05)
  const [first] = rows
  return {
    score,
    rows,
    still: bars.length - rows.length,
    domain: [low - air, high + air],
    summary: first
      ? `The score is ${formatScore(score)}. ${first.label} moves it most, between ${formatScore(Math.min(first.scoreLow, first.scoreHigh))} and ${formatScore(Math.max(first.scoreLow, first.scoreHigh))}.`
      : `The score is ${formatScore(score)}, and no parameter moves it.`,
    table: {
      caption: 'The score with each parameter at the ends of its range',
      columns: [
        { label: 'Parameter', format: 'text' },
        { label: 'Lower end', format: 'text' },
        { label: 'Upper end', format: 'text' },
        { label: 'Score at the lower', format: 'score' },
        { label: 'Score at the upper', format: 'score' },
        { label: 'Swing', format: 'score' },
      ],
      rows: rows.map(({ label, low: from, high: to, scoreLow, scoreHigh, swing }) => [
        label,
        from,
        to,
        scoreLow,
        scoreHigh,
        swing,
      ]),
    },
  }
}
