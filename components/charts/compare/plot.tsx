import { lookOf } from '@/components/charts/compare/line-looks'
import { type CompareModel, compareTicks } from '@/lib/charts/compare'
import type { Stroke, StrokePoint } from '@/lib/charts/compare-strokes'

/** Where a plot of weeks lies in its picture, in pixels, and how weeks and figures are laid on it. */
export interface Plot {
  left: number
  right: number
  top: number
  bottom: number
  xOf: (at: number) => number
  yOf: (value: number) => number
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Lays the weeks of a comparison, and figures from the first to the second of a domain upwards, over a box. */
export function plotOf(box: Box, rows: CompareModel['rows'], [low, high]: [number, number]): Plot {
  const [first, last] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 0]
  // Half a week of room at each end.
  const step = (box.right - box.left) / (last - first + 1)
  return {
    ...box,
    xOf: (at) => box.left + (at - first + 0.5) * step,
    yOf: (value) => box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top),
  }
}

/** The counted week under a place, as an index into the rows; null outside the plot. */
export function indexAt({ left, right }: Plot, rows: CompareModel['rows'], x: number): number | null {
  if (x < left || x > right || rows.length === 0) return null
  return Math.min(rows.length - 1, Math.floor(((x - left) / (right - left)) * rows.length))
}

const pathOf = (points: readonly StrokePoint[], { xOf, yOf }: Plot) =>
  points
    .map(({ at, value }, index) => `${index === 0 ? 'M' : 'L'}${xOf(at).toFixed(1)},${yOf(value).toFixed(1)}`)
    .join('')

interface StrokeShapeProps {
  stroke: Stroke
  plot: Plot
  /** Which look. */
  index: number
  /** Drawn faintly, behind one that is brought forward. */
  faint?: boolean
}

/** A line with its breaks; the running week hangs on it by dots and ends in an open ring. */
export function StrokeShape({ stroke, plot, index, faint }: StrokeShapeProps) {
  const look = lookOf(index)
  const { runs, running } = stroke
  const ring = running.at(-1)
  return (
    <g fill="none" strokeLinejoin="round" opacity={faint ? 0.25 : 1}>
      {runs.map((run) =>
        run.length === 1 ? (
          <circle
            key={run[0].at}
            cx={plot.xOf(run[0].at)}
            cy={plot.yOf(run[0].value)}
            r={Math.max(2, look.strokeWidth)}
            fill={look.stroke}
          />
        ) : (
          <path key={run[0].at} d={pathOf(run, plot)} {...look} />
        ),
      )}
      {running.length > 1 && (
        <path d={pathOf(running, plot)} stroke={look.stroke} strokeWidth={1.5} strokeDasharray="2 3" />
      )}
      {ring && (
        <circle
          cx={plot.xOf(ring.at)}
          cy={plot.yOf(ring.value)}
          r={3.5}
          fill="var(--ground-raised)"
          stroke={look.stroke}
          strokeWidth={1.5}
        />
      )}
    </g>
  )
}

const TICK = { fontSize: 11, fill: 'var(--ink-muted)' } as const
const PIXELS_A_TICK = 66

/** The axis of weeks under a plot, with a rule at week 0 where weeks are counted from one. */
export function WeekAxis({ model, plot, most }: { model: CompareModel; plot: Plot; most?: number }) {
  const { left, right, top, bottom, xOf } = plot
  const ticks = compareTicks(model, most ?? Math.max(2, Math.floor((right - left) / PIXELS_A_TICK)))
  return (
    <g>
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--line-strong)" />
      {model.by !== 'calendar' && (
        <line x1={xOf(0)} x2={xOf(0)} y1={top} y2={bottom} stroke="var(--line-strong)" strokeDasharray="2 2" />
      )}
      {ticks.map(({ at, label }) => (
        <text
          key={at}
          x={Math.min(right - label.length * 2.5, Math.max(left + label.length * 2.5, xOf(at)))}
          y={bottom + 16}
          textAnchor="middle"
          {...TICK}
        >
          {label}
        </text>
      ))}
    </g>
  )
}

/** The axis of scores beside a plot, with its rules. */
export function ScoreRules({ ticks, plot }: { ticks: readonly number[]; plot: Plot }) {
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={plot.yOf(tick)}
            y2={plot.yOf(tick)}
            stroke={tick === 0 ? 'var(--ink-muted)' : 'var(--line)'}
          />
          <text x={plot.left - 6} y={plot.yOf(tick)} textAnchor="end" dominantBaseline="central" {...TICK}>
            {tick < 0 ? `−${-tick}` : tick}
          </text>
        </g>
      ))}
    </g>
  )
}
