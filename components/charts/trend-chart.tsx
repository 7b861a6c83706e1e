'use client'

import { type ReactNode, useState } from 'react'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import type { TrendModel } from '@/components/charts/model/trend'
import { PointSlider } from '@/components/charts/point-slider'
import { legendOf, TrendKey } from '@/components/charts/trend-key'
import { TrendPlot } from '@/components/charts/trend-plot'
import { sentenceOf } from '@/components/charts/trend-words'
import { useWeekNavigation } from '@/components/charts/use-week-navigation'
import { Skeleton } from '@/components/ui/skeleton'

interface TrendChartProps extends ChartNotes {
  model: TrendModel
  title: string
  /** Monday of the week that the page shows. */
  shownWeek: number
  controls?: ReactNode
}

/** The dyad's line of scores: weekly closes or days, bands behind, incidents on it. A click, or Enter, opens a week. */
export function TrendChart({ model, shownWeek, ...frame }: TrendChartProps) {
  const { openWeek } = useWeekNavigation()
  const [index, setIndex] = useState<number | null>(null)
  const { attach, element: box, width } = useElementWidth<HTMLDivElement>()
  const unit = model.grain === 'week' ? 'week' : 'day'
  const open = (at: number) => {
    const point = model.points[at]
    if (point) openWeek(point.weekStart)
  }
  return (
    <ChartFrame {...frame} summary={model.summary} table={model.table} legend={legendOf(model)}>
      {model.lines && <TrendKey lines={model.lines} />}
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
          words={model.points.map((point) => sentenceOf(point, model.lines))}
          index={index}
          onIndex={setIndex}
          onOpen={open}
        />
      </div>
    </ChartFrame>
  )
}
