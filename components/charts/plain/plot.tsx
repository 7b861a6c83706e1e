import { type ReactNode, useId } from 'react'
import { timeTicks } from '@/lib/charts/axis'
import type { BandZone } from '@/lib/charts/bands'
import type { Gap } from '@/lib/charts/gaps'
import type { Stroke } from '@/lib/charts/levels'
import { bandColour } from '@/lib/palette'

/** Where days and scores lie in a plot, in pixels. */
export interface PlotScales {
  left: number
  right: number
  top: number
  bottom: number
  xOf: (day: number) => number
  yOf: (score: number) => number
}

/** What a plot of scores over days shows, whatever is drawn in it. */
export interface PlotFacts {
  timeDomain: [number, number]
  scoreDomain: [number, number]
  scoreTicks: readonly number[]
  bands: readonly BandZone[]
  gaps: readonly Gap[]
}

interface PlotProps extends PlotFacts {
  /** Of the whole picture, in pixels. */
  width: number
  height: number
  /** Left free above the plot, in pixels. */
  head: number
  children: (scales: PlotScales) => ReactNode
}

const AXIS_WIDTH = 30
const AXIS_HEIGHT = 22
const ROOM_FOR_BAND_NAMES = 66
const PIXELS_A_TICK = 64
const LEAST_HEIGHT_OF_NAME = 13

const tickText = (score: number) => (score < 0 ? `−${-score}` : String(score))

/** The path of a stroke. */
export const pathOf = (stroke: Stroke, { xOf, yOf }: PlotScales): string =>
  stroke
    .map(([day, score], index) => `${index === 0 ? 'M' : 'L'}${xOf(day).toFixed(1)},${yOf(score).toFixed(1)}`)
    .join('')

/** A plot of scores over days as plain SVG: bands behind, hatching where nobody checked, axes; the rest is drawn by whoever shows it. */
export function Plot({ width, height, head, children, ...facts }: PlotProps) {
  const id = useId()
  const { timeDomain, scoreDomain, scoreTicks, bands, gaps } = facts
  const [left, right, top, bottom] = [AXIS_WIDTH, width - ROOM_FOR_BAND_NAMES, head, height - AXIS_HEIGHT]
  const xOf = (day: number) => left + ((day - timeDomain[0]) / (timeDomain[1] - timeDomain[0])) * (right - left)
  const yOf = (score: number) =>
    bottom - ((score - scoreDomain[0]) / (scoreDomain[1] - scoreDomain[0])) * (bottom - top)
  const most = Math.max(2, Math.floor((right - left) / PIXELS_A_TICK))
  return (
    <>
      <defs>
        <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} x2={0} y1={0} y2={6} stroke="var(--hatch)" strokeWidth={1.6} />
        </pattern>
      </defs>
      {bands.map(({ name, from, to }) => (
        <g key={name}>
          <rect
            x={left}
            y={yOf(to)}
            width={right - left}
            height={yOf(from) - yOf(to)}
            fill={bandColour(name).css}
            fillOpacity={0.12}
          />
          <line x1={left} x2={right} y1={yOf(to)} y2={yOf(to)} stroke="var(--line)" strokeWidth={1} />
          {yOf(from) - yOf(to) >= LEAST_HEIGHT_OF_NAME && (
            <text
              x={right + 6}
              y={(yOf(from) + yOf(to)) / 2}
              dominantBaseline="central"
              fontSize={11}
              fill="var(--ink-muted)"
            >
              {name}
            </text>
          )}
        </g>
      ))}
      {gaps.map(({ from, to }) => (
        <rect
          key={from}
          x={xOf(from)}
          y={top}
          width={xOf(to) - xOf(from)}
          height={bottom - top}
          fill={`url(#${id})`}
          fillOpacity={0.75}
        >
          <title>not checked</title>
        </rect>
      ))}
      {scoreTicks.map((tick) => (
        <text
          key={tick}
          x={left - 6}
          y={yOf(tick)}
          textAnchor="end"
          dominantBaseline="central"
          fontSize={11}
          fill="var(--ink-muted)"
        >
          {tickText(tick)}
        </text>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--line-strong)" strokeWidth={1} />
      {timeTicks(timeDomain[0] + 0.5, timeDomain[1] - 0.5, most).map(({ day, label }) => (
        <text key={day} x={xOf(day)} y={bottom + 15} textAnchor="middle" fontSize={11} fill="var(--ink-muted)">
          {label}
        </text>
      ))}
      {children({ left, right, top, bottom, xOf, yOf })}
    </>
  )
}
