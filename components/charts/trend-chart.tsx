'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { PointSlider } from '@/components/charts/point-slider'
import { IntervalKey, legendOf, TrendKey } from '@/components/charts/trend-key'
import { TrendPlot } from '@/components/charts/trend-plot'
import { sentenceOf } from '@/components/charts/trend-words'
import { useArrived } from '@/components/charts/use-arrived'
import { useWeekNavigation } from '@/components/charts/use-week-navigation'
import { Skeleton } from '@/components/ui/skeleton'
import { marksAt } from '@/lib/charts/annotations'
import { withIntervals } from '@/lib/charts/intervals'
import type { TrendModel } from '@/lib/charts/trend'
import type { Band } from '@/lib/core/scoring'

interface TrendChartProps extends ChartNotes {
  model: TrendModel
  title: string
  /** Monday of the week that the page shows. */
  shownWeek: number
  controls?: ReactNode
  /** Data intervals of the weekly closes, which come when a thread has worked them out; undefined where none are drawn. */
  intervals?: Promise<readonly { weekStart: number; p05: number; p95: number }[]>
  /** The bands of the method: with an interval the axis may reach further. */
  bands?: readonly Band[]
}

/** The dyad's line of scores: weekly closes or days, bands behind, incidents on it. A click, or Enter, opens a week. */
export function TrendChart({ model: line, shownWeek, intervals, bands = [], ...frame }: TrendChartProps) {
  const { openWeek } = useWeekNavigation()
  const [index, setIndex] = useState<number | null>(null)
  const { attach, element: box, width } = useElementWidth<HTMLDivElement>()
  const { value: spans, failed } = useArrived(intervals)
  const model = useMemo(() => (spans ? withIntervals(line, spans, bands) : line), [line, spans, bands])
  const unit = model.grain === 'week' ? 'week' : 'day'
  const open = (at: number) => {
    const point = model.points[at]
    if (point) openWeek(point.weekStart)
  }
  return (
    <ChartFrame {...frame} summary={model.summary} table={model.table} legend={legendOf(model)}>
      {model.lines && <TrendKey lines={model.lines} />}
      {intervals && <IntervalKey arrived={spans !== null} failed={failed} />}
      <div ref={attach} className="relative min-h-[430px]">
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <TrendPlot
            key={`${model.grain}-${model.points[0]?.day}-${model.points.length}`}
            {...{ model, shownWeek, width, index, box }}
            onIndex={setIndex}
            onOpen={open}
          />
        )}
        <PointSlider
          label={`${frame.title}, ${unit} by ${unit}`}
          hint={`Arrow keys move by ${unit}. Enter opens the week’s incidents.`}
          words={model.points.map((point) => sentenceOf(point, model.lines, marksAt(model.annotations, point)))}
          index={index}
          onIndex={setIndex}
          onOpen={open}
        />
      </div>
    </ChartFrame>
  )
}
