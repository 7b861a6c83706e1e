'use client'

import { type RefObject, useState } from 'react'
import { Brush, ComposedChart, Line } from 'recharts'
import { AnnotationsLayer } from '@/components/charts/layers/annotations-layer'
import { AXIS_WIDTH, ScoreAxis, TimeAxis } from '@/components/charts/layers/axes'
import { BandsLayer } from '@/components/charts/layers/bands-layer'
import { ContextLayer } from '@/components/charts/layers/context-layer'
import { GapsLayer } from '@/components/charts/layers/gaps-layer'
import { IntervalLayer } from '@/components/charts/layers/interval-layer'
import { LABEL_LANES, LANE_HEIGHT, MarkersLayer } from '@/components/charts/layers/markers-layer'
import { usePlotPointer } from '@/components/charts/layers/plot-pointer'
import { Readout } from '@/components/charts/layers/readout'
import { WeekLayer } from '@/components/charts/layers/week-layer'
import { WhiskersLayer } from '@/components/charts/layers/whiskers-layer'
import { OTHER_STROKE, SHOWN_STROKE } from '@/components/charts/trend-key'
import { TrendWords } from '@/components/charts/trend-words'
import { marksAt } from '@/lib/charts/annotations'
import { weekSpan } from '@/lib/charts/axis'
import type { TrendModel } from '@/lib/charts/trend'
import { weekStartOf } from '@/lib/core/calendar'

interface TrendPlotProps {
  model: TrendModel
  shownWeek: number
  width: number
  /** Index of the point in focus. */
  index: number | null
  box: RefObject<HTMLElement | null>
  onIndex: (index: number | null) => void
  onOpen: (index: number) => void
}

const HEIGHT = 430
const ROOM_FOR_BAND_NAMES = 66
const LEAST_POINTS_TO_BRUSH = 12

/** The line of scores as recharts draws it; everything that it draws is in the model. */
export function TrendPlot({ model, shownWeek, width, index, box, onIndex, onOpen }: TrendPlotProps) {
  const { points, rows } = model
  const [range, setRange] = useState({ from: 0, to: points.length - 1 })
  const [first, last] = [weekSpan(points[range.from].weekStart)[0], weekSpan(points[range.to].weekStart)[1]]
  const { probe, handlers } = usePlotPointer(
    points.map(({ day }) => day),
    onIndex,
    onOpen,
  )
  const active = index === null ? undefined : points[index]
  const brushed = points.length >= LEAST_POINTS_TO_BRUSH
  return (
    <ComposedChart
      accessibilityLayer={false}
      width={width}
      height={HEIGHT}
      data={rows}
      margin={{ top: LABEL_LANES * LANE_HEIGHT + 8, right: ROOM_FOR_BAND_NAMES, bottom: 4, left: 0 }}
      {...handlers}
      className="cursor-pointer"
    >
      <BandsLayer bands={model.bands} />
      <WeekLayer weekStart={shownWeek} />
      <GapsLayer gaps={model.gaps} />
      <TimeAxis span={[first, last]} width={width - AXIS_WIDTH - ROOM_FOR_BAND_NAMES} />
      <ScoreAxis domain={model.scoreDomain} ticks={model.scoreTicks} />
      <IntervalLayer intervals={model.intervals} />
      <WhiskersLayer points={points} />
      <Line
        dataKey="arithmetic"
        type="linear"
        stroke="var(--ink-faint)"
        strokeWidth={1}
        strokeDasharray="2 3"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      {model.lines && (
        <Line dataKey="other" type="linear" {...OTHER_STROKE} dot={false} activeDot={false} isAnimationActive={false} />
      )}
      <Line
        dataKey="running"
        type="linear"
        {...(model.lines ? SHOWN_STROKE : { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '5 4' })}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="covered"
        type="linear"
        {...(model.lines ? SHOWN_STROKE : { stroke: 'var(--ink)', strokeWidth: 2.25 })}
        strokeLinejoin="round"
        dot={model.grain === 'week' && !model.lines ? { r: 1.75, fill: 'var(--ink)', strokeWidth: 0 } : false}
        activeDot={false}
        isAnimationActive={false}
      />
      <AnnotationsLayer marks={model.annotations} />
      <ContextLayer context={model.context} />
      <MarkersLayer markers={model.markers} />
      {probe}
      {active && (
        <Readout day={active.day} score={active.score} box={box}>
          <TrendWords
            point={active}
            lines={model.lines}
            context={model.context.filter(({ day }) => weekStartOf(day) === active.weekStart)}
            annotations={marksAt(model.annotations, active)}
          />
        </Readout>
      )}
      {brushed && (
        <Brush
          dataKey="day"
          height={18}
          travellerWidth={10}
          startIndex={range.from}
          endIndex={range.to}
          onChange={({ startIndex, endIndex }) => setRange({ from: startIndex, to: endIndex })}
          tickFormatter={() => ''}
          fill="var(--ground-sunken)"
          stroke="var(--line-strong)"
          ariaLabel="Part of the time that the chart shows"
        />
      )}
    </ComposedChart>
  )
}
