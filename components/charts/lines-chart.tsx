'use client'

import { type ReactNode, useState } from 'react'
import { ComposedChart, Line, ReferenceLine } from 'recharts'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { AXIS_WIDTH, ScoreAxis, TimeAxis } from '@/components/charts/layers/axes'
import { BandsLayer } from '@/components/charts/layers/bands-layer'
import { GapsLayer } from '@/components/charts/layers/gaps-layer'
import { usePlotPointer } from '@/components/charts/layers/plot-pointer'
import { Readout } from '@/components/charts/layers/readout'
import { PointSlider } from '@/components/charts/point-slider'
import { Skeleton } from '@/components/ui/skeleton'
import { type LinesModel, lineSentence, type Stroke } from '@/lib/charts/lines'
import { formatScore } from '@/lib/format'

interface LinesChartProps extends ChartNotes {
  title: string
  model: LinesModel
  /** A day that is marked, with its word: today, before what is yet to come. */
  mark?: { day: number; label: string }
  controls?: ReactNode
}

const HEIGHT = 330
const ROOM_FOR_BAND_NAMES = 66

const STROKES: Readonly<Record<Stroke, { stroke: string; strokeWidth: number; strokeDasharray?: string }>> = {
  solid: { stroke: 'var(--ink)', strokeWidth: 2.25 },
  dashed: { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '7 4' },
  dotted: { stroke: 'var(--ink-muted)', strokeWidth: 2.25, strokeDasharray: '2 4' },
}

const STROKE_WORDS: Readonly<Record<Stroke, string>> = { solid: '', dashed: ' (dashed)', dotted: ' (dotted)' }

/** Several lines of scores over the same time, bands behind them; walked through by the arrow keys. */
export function LinesChart({ model, mark, ...frame }: LinesChartProps) {
  const [index, setIndex] = useState<number | null>(null)
  const { attach, element: box, width } = useElementWidth<HTMLDivElement>()
  const { points, lines, rows } = model
  const nothing = () => undefined
  const { probe, handlers } = usePlotPointer(
    points.map(({ day }) => day),
    setIndex,
    nothing,
  )
  const active = index === null ? undefined : rows[index]
  const legend = lines.map(({ label, stroke }) => ({
    label: `${label}${STROKE_WORDS[stroke]}`,
    swatch: STROKES[stroke].stroke,
  }))
  return (
    <ChartFrame {...frame} summary={model.summary} table={model.table} legend={legend}>
      <ul aria-label="Lines" className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {lines.map(({ key, label, stroke }) => (
          <li key={key} className="flex items-center gap-1.5">
            <svg width={30} height={8} aria-hidden="true" className="shrink-0">
              <line x1={0} x2={30} y1={4} y2={4} {...STROKES[stroke]} />
            </svg>
            {label}
            {STROKE_WORDS[stroke]}
          </li>
        ))}
      </ul>
      <div ref={attach} className="relative" style={{ minHeight: HEIGHT }}>
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <ComposedChart
            accessibilityLayer={false}
            width={width}
            height={HEIGHT}
            data={rows}
            margin={{ top: mark ? 20 : 8, right: ROOM_FOR_BAND_NAMES, bottom: 4, left: 0 }}
            {...handlers}
          >
            <BandsLayer bands={model.bands} />
            <GapsLayer gaps={model.gaps} />
            <TimeAxis span={model.timeDomain} width={width - AXIS_WIDTH - ROOM_FOR_BAND_NAMES} />
            <ScoreAxis domain={model.scoreDomain} ticks={model.scoreTicks} />
            {mark && (
              <ReferenceLine
                x={mark.day}
                stroke="var(--ink-muted)"
                label={{ value: mark.label, position: 'top', fontSize: 11, fill: 'var(--ink-muted)' }}
              />
            )}
            {lines.map(({ key, stroke }) => (
              <Line
                key={key}
                dataKey={key}
                type="linear"
                {...STROKES[stroke]}
                strokeLinejoin="round"
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
            {probe}
            {active && index !== null && (
              <Readout day={points[index].day} score={null} box={box}>
                <p className="font-semibold">{points[index].name}</p>
                {lines.map(({ key, label }) => {
                  const score = active[key]
                  return score === null ? null : (
                    <p key={key} className="flex justify-between gap-3 tabular-nums">
                      <span className="text-muted">{label}</span> {formatScore(score)}
                    </p>
                  )
                })}
                {points[index].coverage === 'not_checked' && <p className="text-muted">Not checked</p>}
              </Readout>
            )}
          </ComposedChart>
        )}
        <PointSlider
          label={`${frame.title}, point by point`}
          hint="Arrow keys move along the lines."
          words={points.map((_, at) => lineSentence(model, at))}
          index={index}
          onIndex={setIndex}
          onOpen={nothing}
        />
      </div>
    </ChartFrame>
  )
}
