'use client'

import { useState } from 'react'
import { ComposedChart, Line } from 'recharts'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { AnnotationLines } from '@/components/charts/layers/annotation-lines'
import { AnnotationsLayer } from '@/components/charts/layers/annotations-layer'
import { AXIS_WIDTH, ScoreAxis, TimeAxis } from '@/components/charts/layers/axes'
import { GapsLayer } from '@/components/charts/layers/gaps-layer'
import { usePlotPointer } from '@/components/charts/layers/plot-pointer'
import { Readout } from '@/components/charts/layers/readout'
import { RunningLayer } from '@/components/charts/layers/running-layer'
import { WeekLayer } from '@/components/charts/layers/week-layer'
import { PointSlider } from '@/components/charts/point-slider'
import { useWeekNavigation } from '@/components/charts/use-week-navigation'
import { Skeleton } from '@/components/ui/skeleton'
import { annotated } from '@/lib/charts/annotations'
import { quarterTicks } from '@/lib/charts/axis'
import type { DirectionModel, DirectionRow } from '@/lib/charts/contributions'
import { weekIdOf } from '@/lib/core/calendar'
import { formatScore } from '@/lib/format'

interface DirectionChartProps extends ChartNotes {
  model: DirectionModel
  shownWeek: number
}

const TITLE = 'Who to whom'
const HEIGHT = 270
/** Told apart by stroke and mark, not by colour. */
const FORWARD = { stroke: 'var(--ink)', strokeWidth: 2.25 } as const
const BACKWARD = { stroke: 'var(--ink-muted)', strokeWidth: 1.75, strokeDasharray: '6 3' } as const

/** A stroke and its name. */
function Key({ label, stroke }: { label: string; stroke: typeof FORWARD | typeof BACKWARD }) {
  return (
    <li className="flex items-center gap-1.5 whitespace-nowrap">
      <svg width={26} height={8} aria-hidden="true">
        <line x1={0} x2={26} y1={4} y2={4} {...stroke} />
      </svg>
      {label}
    </li>
  )
}

/** What each side does to the other: the two contributions that add up to the weekly close. */
export function DirectionChart({ model, shownWeek, ...frame }: DirectionChartProps) {
  const { openWeek } = useWeekNavigation()
  const [index, setIndex] = useState<number | null>(null)
  const { attach, element: box, width } = useElementWidth<HTMLDivElement>()
  const { rows, timeDomain, forwardLabel, backwardLabel } = model
  const active = index === null ? undefined : rows[index]
  const open = (at: number) => openWeek(rows[at].weekStart)
  const { probe, handlers } = usePlotPointer(
    rows.map(({ day }) => day),
    setIndex,
    open,
  )
  const words = ({ weekStart, forward, backward }: DirectionRow) =>
    forward === null || backward === null
      ? `${weekIdOf(weekStart)}, not checked`
      : `${weekIdOf(weekStart)}, ${forwardLabel} ${formatScore(forward)}, ${backwardLabel} ${formatScore(backward)}`
  return (
    <ChartFrame {...frame} title={TITLE} summary={model.summary} table={model.table}>
      <ul aria-label="Directions" className="mb-2 flex flex-wrap gap-x-4 text-xs text-muted">
        <Key label={forwardLabel} stroke={FORWARD} />
        <Key label={`${backwardLabel} (dashed)`} stroke={BACKWARD} />
      </ul>
      <div ref={attach} className="relative min-h-[270px]">
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <ComposedChart
            accessibilityLayer={false}
            width={width}
            height={HEIGHT}
            data={rows}
            margin={{ top: 8, right: 8, bottom: 4, left: 0 }}
            {...handlers}
            className="cursor-pointer"
          >
            <WeekLayer weekStart={shownWeek} />
            <GapsLayer gaps={model.gaps} />
            <TimeAxis span={timeDomain} width={width - AXIS_WIDTH} />
            <ScoreAxis domain={model.domain} ticks={quarterTicks(model.domain)} />
            <Line
              dataKey="backward"
              type="linear"
              {...BACKWARD}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="forward"
              type="linear"
              {...FORWARD}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <RunningLayer weekStart={model.running} />
            <AnnotationsLayer marks={model.annotations} />
            {probe}
            {active && (
              <Readout day={active.day} score={active.forward} box={box}>
                <p className="font-semibold">{weekIdOf(active.weekStart)}</p>
                {active.forward === null || active.backward === null ? (
                  <p>Not checked</p>
                ) : (
                  <p className="tabular-nums">
                    {forwardLabel} {formatScore(active.forward)} · {backwardLabel} {formatScore(active.backward)}
                  </p>
                )}
                <AnnotationLines marks={model.annotations} weekStart={active.weekStart} />
              </Readout>
            )}
          </ComposedChart>
        )}
        <PointSlider
          label={`${TITLE}, week by week`}
          hint="Arrow keys move by week. Enter opens the week’s incidents."
          words={rows.map((row) => annotated(words(row), model.annotations, row.weekStart))}
          index={index}
          onIndex={setIndex}
          onOpen={open}
        />
      </div>
    </ChartFrame>
  )
}
