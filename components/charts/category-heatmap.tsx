'use client'

import Link from 'next/link'
import { useId, useState } from 'react'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { AnnotationShapes } from '@/components/charts/layers/annotations-layer'
import { RunningShape } from '@/components/charts/layers/running-layer'
import { PointSlider } from '@/components/charts/point-slider'
import { useWeekNavigation } from '@/components/charts/use-week-navigation'
import { Skeleton } from '@/components/ui/skeleton'
import { annotated } from '@/lib/charts/annotations'
import { timeTicks, weekSpan } from '@/lib/charts/axis'
import { type HeatModel, type HeatWeek, shadeOf } from '@/lib/charts/heat'
import { weekIdOf } from '@/lib/core/calendar'
import { CATEGORIES, CATEGORY_LABELS, type Category } from '@/lib/core/codebook'
import { formatPoints } from '@/lib/format'
import { CATEGORY_COLOURS } from '@/lib/palette'

interface CategoryHeatmapProps extends ChartNotes {
  model: HeatModel
  shownWeek: number
}

const TITLE = 'Where it came from'
const LABELS_WIDTH = 92
const ROW_HEIGHT = 31
const AXIS_HEIGHT = 24
const PIXELS_A_TICK = 64
const LEAST_WIDTH_OF_FIGURE = 24
/** From this shade on a figure is written in the colour of the ground. */
const DARK_SHADE = 0.55

const HEIGHT = CATEGORIES.length * ROW_HEIGHT + AXIS_HEIGHT

interface CellProps {
  x: number
  y: number
  width: number
  points: number
  most: number
  title: string
}

/** A week's fresh points in one category; what relieves is outlined, not filled. */
function HeatCell({ x, y, width, points, most, title }: CellProps) {
  const shade = shadeOf(points, most)
  const relief = points < 0
  return (
    <g>
      <rect
        x={x + 0.5}
        y={y + 1}
        width={Math.max(1, width - 1)}
        height={ROW_HEIGHT - 2}
        fill={points === 0 ? 'var(--ground-sunken)' : relief ? 'var(--ground-raised)' : 'var(--ink)'}
        fillOpacity={points === 0 || relief ? 1 : shade}
        stroke={relief ? 'var(--band-cooperative)' : 'none'}
        strokeWidth={relief ? 2 : 0}
      >
        <title>{title}</title>
      </rect>
      {points !== 0 && width >= LEAST_WIDTH_OF_FIGURE && (
        <text
          x={x + width / 2}
          y={y + ROW_HEIGHT / 2}
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={10}
          fill={!relief && shade >= DARK_SHADE ? 'var(--ground-raised)' : 'var(--ink)'}
          pointerEvents="none"
        >
          {formatPoints(points, 1)}
        </text>
      )}
    </g>
  )
}

function RowName({ category, row }: { category: Category; row: number }) {
  const middle = row * ROW_HEIGHT + ROW_HEIGHT / 2
  return (
    <g>
      <rect x={0} y={middle - 5} width={10} height={10} rx={2} fill={CATEGORY_COLOURS[category].css} />
      <text x={16} y={middle} dominantBaseline="central" fontSize={12} fill="var(--ink)">
        {CATEGORY_LABELS[category]}
      </text>
    </g>
  )
}

const titleOf = (week: HeatWeek, category: Category) =>
  week.points === null
    ? `${weekIdOf(week.weekStart)}: not checked`
    : `${CATEGORY_LABELS[category]}, ${weekIdOf(week.weekStart)}: ${formatPoints(week.points[category])} fresh points`

function sentenceOf({ weekStart, points }: HeatWeek): string {
  if (points === null) return `${weekIdOf(weekStart)}, not checked`
  const parts = CATEGORIES.filter((category) => points[category] !== 0).map(
    (category) => `${CATEGORY_LABELS[category]} ${formatPoints(points[category])}`,
  )
  return `${weekIdOf(weekStart)}, ${parts.length === 0 ? 'nothing new' : parts.join(', ')}`
}

/** Where the pressure came from: fresh points by category and week, a stronger shade for more, hatched where nobody checked. */
export function CategoryHeatmap({ model, shownWeek, ...frame }: CategoryHeatmapProps) {
  const { hrefOf, openWeek } = useWeekNavigation()
  const [index, setIndex] = useState<number | null>(null)
  const pattern = useId()
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const { weeks } = model
  const cell = (width - LABELS_WIDTH) / weeks.length
  const [from] = weeks.length > 0 ? weekSpan(weeks[0].weekStart) : [0]
  const xOf = (day: number) => LABELS_WIDTH + ((day - from) / 7) * cell
  const last = weeks.at(-1)?.weekStart ?? 0
  const ticks = timeTicks(from + 0.5, last + 6, Math.floor((width - LABELS_WIDTH) / PIXELS_A_TICK))
  const marked = index === null ? weeks.find(({ weekStart }) => weekStart === shownWeek) : weeks[index]
  return (
    <ChartFrame {...frame} title={TITLE} summary={model.summary} table={model.table}>
      <div ref={attach} className="relative min-h-[272px]">
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <svg data-chart="" width={width} height={HEIGHT}>
            <title>Fresh points by category and week</title>
            <defs>
              <pattern id={pattern} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line x1={0} x2={0} y1={0} y2={6} stroke="var(--hatch)" strokeWidth={1.6} />
              </pattern>
            </defs>
            {CATEGORIES.map((category, row) => (
              <RowName key={category} category={category} row={row} />
            ))}
            {weeks.map((week) => (
              <Link
                key={week.weekStart}
                href={hrefOf(week.weekStart)}
                prefetch={false}
                tabIndex={-1}
                aria-hidden="true"
              >
                {week.points === null ? (
                  <rect
                    x={xOf(weekSpan(week.weekStart)[0])}
                    y={0}
                    width={cell}
                    height={CATEGORIES.length * ROW_HEIGHT}
                    fill={`url(#${pattern})`}
                  >
                    <title>{titleOf(week, 'diplomatic')}</title>
                  </rect>
                ) : (
                  CATEGORIES.map((category, row) => (
                    <HeatCell
                      key={category}
                      x={xOf(weekSpan(week.weekStart)[0])}
                      y={row * ROW_HEIGHT}
                      width={cell}
                      points={week.points?.[category] ?? 0}
                      most={model.most}
                      title={titleOf(week, category)}
                    />
                  ))
                )}
              </Link>
            ))}
            {marked && (
              <rect
                data-export="no"
                x={xOf(weekSpan(marked.weekStart)[0])}
                y={0}
                width={cell}
                height={CATEGORIES.length * ROW_HEIGHT}
                fill="none"
                stroke="var(--ink)"
                strokeWidth={1.5}
                pointerEvents="none"
              />
            )}
            {model.running !== null && (
              <RunningShape
                left={xOf(weekSpan(model.running)[0])}
                right={xOf(weekSpan(model.running)[1])}
                plot={{ y: 0, height: CATEGORIES.length * ROW_HEIGHT }}
              />
            )}
            <AnnotationShapes
              marks={model.annotations}
              xOf={xOf}
              plot={{ x: LABELS_WIDTH, y: 0, width: width - LABELS_WIDTH, height: CATEGORIES.length * ROW_HEIGHT }}
            />
            {ticks.map(({ day, label }) => (
              <text
                key={day}
                x={Math.min(width - 16, xOf(day))}
                y={HEIGHT - 7}
                textAnchor="middle"
                fontSize={11}
                fill="var(--ink-muted)"
              >
                {label}
              </text>
            ))}
          </svg>
        )}
        <PointSlider
          label={`${TITLE}, week by week`}
          hint="Arrow keys move by week. Enter opens the week’s incidents."
          words={weeks.map((week) => annotated(sentenceOf(week), model.annotations, week.weekStart))}
          index={index}
          onIndex={setIndex}
          onOpen={(at) => weeks[at] && openWeek(weeks[at].weekStart)}
        />
      </div>
    </ChartFrame>
  )
}
