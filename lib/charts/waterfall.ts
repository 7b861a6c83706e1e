import type { ChartTable } from '@/lib/charts/table'
import { weekIdOf } from '@/lib/core/calendar'
import type { WeekParts } from '@/lib/dyads/views'
import { formatScore, formatSigned } from '@/lib/format'

/** A step on the way from one week's close to the next; a level is no step, it begins and ends at itself. */
export interface WaterfallStep {
  key: string
  label: string
  kind: 'level' | 'new' | 'others' | 'fading'
  from: number
  to: number
  /** The level, or the size of the step. */
  value: number
}

/** A week's change taken apart; its steps lead from the close before to the close exactly (SCORING.md 2.3). Plain data. */
export interface WaterfallModel {
  steps: WaterfallStep[]
  domain: [number, number]
  summary: string
  table: ChartTable
}

/** New incidents that get a step of their own. */
const MOST_STEPS = 7

interface Part {
  key: string
  label: string
  kind: 'new' | 'others' | 'fading'
  value: number
}

function partsOf(parts: WeekParts): Part[] {
  const bySize = [...parts.incidents].sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
  const shown = bySize.slice(0, MOST_STEPS)
  const rest = bySize.slice(MOST_STEPS)
  const others = parts.others + rest.reduce((sum, { change }) => sum + change, 0)
  const named = shown.map(
    ({ row, change }): Part => ({
      key: row.id,
      label: `${row.code ?? ''} ${row.title}`.trim(),
      kind: 'new',
      value: change,
    }),
  )
  const other: Part[] =
    rest.length > 0 || parts.others !== 0
      ? [{ key: 'others', label: 'Other new incidents', kind: 'others', value: others }]
      : []
  return [...named, ...other, { key: 'fading', label: 'Fading of older ones', kind: 'fading', value: parts.fading }]
}

/** From the lowest to the highest end, with a little air: the way is what is looked at, not how far it is from 0. */
function domainOf(ends: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const air = Math.max(0.5, (high - low) * 0.06)
  return [low - air, high + air]
}

/** The model of a week's change. */
export function waterfallModel(parts: WeekParts): WaterfallModel {
  const before = parts.score - parts.change
  const week = weekIdOf(parts.weekStart)
  const level = (key: string, label: string, value: number): WaterfallStep => {
    return { key, label, kind: 'level', from: value, to: value, value }
  }
  let at = before
  const moves = partsOf(parts).map((part): WaterfallStep => {
    const from = at
    at += part.value
    return { ...part, from, to: at }
  })
  const steps = [
    level('before', `Close of ${weekIdOf(parts.weekStart - 7)}`, before),
    ...moves,
    level('after', `Close of ${week}`, parts.score),
  ]
  const ends = steps.flatMap(({ from, to }) => [from, to])
  return {
    steps,
    domain: domainOf(ends),
    summary: `${formatScore(before)} ${formatSigned(parts.change)} = ${formatScore(parts.score)}. ${moves
      .map(({ label, value }) => `${label} ${formatSigned(value)}`)
      .join('; ')}.`,
    table: {
      caption: `The change of ${week}, part by part`,
      columns: [
        { label: 'Part', format: 'text' },
        { label: 'Change', format: 'signed' },
        { label: 'Score after it', format: 'score' },
      ],
      rows: steps.map(({ label, kind, value, to }) => [label, kind === 'level' ? null : value, to]),
    },
  }
}
