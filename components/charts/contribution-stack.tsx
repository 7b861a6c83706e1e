'use client'

import { useState } from 'react'
import { Bar, ComposedChart, Line } from 'recharts'
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
import { CategoryMark } from '@/components/ui/category-mark'
import { Skeleton } from '@/components/ui/skeleton'
import { annotated } from '@/lib/charts/annotations'
import { quarterTicks } from '@/lib/charts/axis'
import type { CategoryRow, StackModel } from '@/lib/charts/contributions'
import { weekIdOf } from '@/lib/core/calendar'
import { CATEGORIES, CATEGORY_LABELS, type Category } from '@/lib/core/codebook'
import { formatScore } from '@/lib/format'
import { CATEGORY_COLOURS } from '@/lib/palette'

interface ContributionStackProps extends ChartNotes {
  model: StackModel
  shownWeek: number
}

const TITLE = 'What it is made of'
const HEIGHT = 270
const MIDDLE_OF_WEEK = 3

function sentenceOf(row: CategoryRow): string {
  const week = weekIdOf(row.weekStart)
  if (row.score === null) return `${week}, not checked`
  const parts = CATEGORIES.filter((category) => row[category] !== 0).map(
    (category) => `${CATEGORY_LABELS[category]} ${formatScore(row[category] ?? 0)}`,
  )
  return `${week}, ${formatScore(row.score)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}

function Words({ row, present }: { row: CategoryRow; present: readonly Category[] }) {
  if (row.score === null) return <p>{weekIdOf(row.weekStart)}: not checked</p>
  return (
    <>
      <p className="mb-1 flex justify-between font-semibold">
        <span>{weekIdOf(row.weekStart)}</span>
        <span className="tabular-nums">{formatScore(row.score)}</span>
      </p>
      {[...present].reverse().map((category) => (
        <p key={category} className="flex justify-between gap-4">
          <CategoryMark category={category} />
          <span className="tabular-nums">{formatScore(row[category] ?? 0)}</span>
        </p>
      ))}
    </>
  )
}

/** The categories' contributions stacked week by week; they add up to the weekly close, which is drawn on them. */
export function ContributionStack({ model, shownWeek, ...frame }: ContributionStackProps) {
  const { openWeek } = useWeekNavigation()
  const [index, setIndex] = useState<number | null>(null)
  const { attach, element: box, width } = useElementWidth<HTMLDivElement>()
  const data = model.rows.map((row) => ({ ...row, day: row.weekStart + MIDDLE_OF_WEEK }))
  const barSize = Math.max(1, Math.floor((width - AXIS_WIDTH - 8) / data.length) - 1)
  const active = index === null ? undefined : data[index]
  const open = (at: number) => openWeek(data[at].weekStart)
  const { probe, handlers } = usePlotPointer(
    data.map(({ day }) => day),
    setIndex,
    open,
  )
  const legend = model.present.map((category) => {
    return { label: CATEGORY_LABELS[category], swatch: CATEGORY_COLOURS[category].css }
  })
  return (
    <ChartFrame {...frame} title={TITLE} summary={model.summary} table={model.table} legend={legend}>
      <ul aria-label="Categories" className="mb-2 flex flex-wrap gap-x-3.5 gap-y-0.5 text-xs text-muted">
        {model.present.map((category) => (
          <li key={category}>
            <CategoryMark category={category} />
          </li>
        ))}
      </ul>
      <div ref={attach} className="relative min-h-[270px]">
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <ComposedChart
            accessibilityLayer={false}
            width={width}
            height={HEIGHT}
            data={data}
            stackOffset="sign"
            margin={{ top: 8, right: 8, bottom: 4, left: 0 }}
            {...handlers}
            className="cursor-pointer"
          >
            <WeekLayer weekStart={shownWeek} />
            <GapsLayer gaps={model.gaps} />
            <TimeAxis span={model.timeDomain} width={width - AXIS_WIDTH} />
            <ScoreAxis domain={model.domain} ticks={quarterTicks(model.domain)} />
            {CATEGORIES.map((category) => (
              <Bar
                key={category}
                dataKey={category}
                stackId="parts"
                barSize={barSize}
                fill={CATEGORY_COLOURS[category].css}
                isAnimationActive={false}
              />
            ))}
            <Line
              dataKey="score"
              type="linear"
              stroke="var(--ink)"
              strokeWidth={1.5}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <RunningLayer weekStart={model.running} />
            <AnnotationsLayer marks={model.annotations} />
            {probe}
            {active && (
              <Readout day={active.day} score={active.score} box={box}>
                <Words row={active} present={model.present} />
                <AnnotationLines marks={model.annotations} weekStart={active.weekStart} />
              </Readout>
            )}
          </ComposedChart>
        )}
        <PointSlider
          label={`${TITLE}, week by week`}
          hint="Arrow keys move by week. Enter opens the week’s incidents."
          words={model.rows.map((row) => annotated(sentenceOf(row), model.annotations, row.weekStart))}
          index={index}
          onIndex={setIndex}
          onOpen={open}
        />
      </div>
    </ChartFrame>
  )
}
