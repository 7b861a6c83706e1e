'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { Plot, type PlotScales, pathOf } from '@/components/charts/plain/plot'
import { PointSlider } from '@/components/charts/point-slider'
import { Skeleton } from '@/components/ui/skeleton'
import type { LevelChange, LevelsModel } from '@/lib/charts/levels'
import { weekHref } from '@/lib/charts/week-href'
import { weekEndOf, weekIdOf } from '@/lib/core/calendar'
import { formatScore } from '@/lib/format'

interface LevelsChartProps extends ChartNotes {
  model: LevelsModel
  /** Address of the dyad's page, where a week is opened. */
  dyadHref: string
}

const TITLE = 'Weekly close and its change points'
const HEIGHT = 300
const HEAD = 34
const LABEL_WIDTH = 104
const DOTS_UP_TO = 120

/** The changes whose labels have room above the plot, from the latest back. */
function labelled(changes: readonly LevelChange[], { xOf, left }: PlotScales): Map<number, 'start' | 'end'> {
  const placed = new Map<number, 'start' | 'end'>()
  let free = Number.POSITIVE_INFINITY
  for (const { weekStart } of changes.toReversed()) {
    const x = xOf(weekStart - 0.5)
    const anchor = x + LABEL_WIDTH <= free && free !== Number.POSITIVE_INFINITY ? 'start' : 'end'
    const [from, to] = anchor === 'start' ? [x, x + LABEL_WIDTH] : [x - LABEL_WIDTH, x]
    if (to > free || from < left - 30) continue
    placed.set(weekStart, anchor)
    free = from
  }
  return placed
}

function Changes({ changes, scales, dyadHref }: { changes: LevelChange[]; scales: PlotScales; dyadHref: string }) {
  const { xOf, top, bottom } = scales
  const labels = labelled(changes, scales)
  return changes.map(({ weekStart, before, after }) => {
    const [x, anchor] = [xOf(weekStart - 0.5), labels.get(weekStart)]
    return (
      <Link key={weekStart} href={weekHref(dyadHref, weekStart)} prefetch={false} tabIndex={-1} aria-hidden="true">
        <line x1={x} x2={x} y1={top - 8} y2={bottom} stroke="var(--ink)" strokeWidth={1.25} strokeDasharray="5 3" />
        <rect data-export="no" x={x - 6} y={top - HEAD} width={12} height={bottom - top + HEAD} fill="transparent">
          <title>{`${weekIdOf(weekStart)}: mean level ${formatScore(before)} before, ${formatScore(after)} from here`}</title>
        </rect>
        {anchor && (
          <text x={anchor === 'start' ? x + 4 : x - 4} y={top - 24} textAnchor={anchor} fontSize={11} fill="var(--ink)">
            <tspan fontWeight={600}>{weekIdOf(weekStart)}</tspan>
            <tspan x={anchor === 'start' ? x + 4 : x - 4} dy={14} fill="var(--ink-muted)">
              {`${formatScore(before)} → ${formatScore(after)}`}
            </tspan>
          </text>
        )}
      </Link>
    )
  })
}

/** Weekly closes with the level of each stretch, and the weeks in which the level changed. Enter, or a click, opens a week. */
export function LevelsChart({ model, dyadHref, ...frame }: LevelsChartProps) {
  const router = useRouter()
  const [index, setIndex] = useState<number | null>(null)
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const active = index === null ? undefined : model.weeks[index]
  const open = (at: number) => {
    const week = model.weeks[at]
    if (week) router.push(weekHref(dyadHref, week.weekStart))
  }
  return (
    <ChartFrame {...frame} title={TITLE} summary={model.summary} table={model.table}>
      <div ref={attach} className="relative" style={{ minHeight: HEIGHT }}>
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <svg data-chart="" width={width} height={HEIGHT}>
            <title>{TITLE}</title>
            <Plot {...model} width={width} height={HEIGHT} head={HEAD}>
              {(scales) => (
                <>
                  {model.levels.map(({ from, to, mean }) => (
                    <line
                      key={from}
                      x1={scales.xOf(from - 0.5)}
                      x2={scales.xOf(to + 6.5)}
                      y1={scales.yOf(mean)}
                      y2={scales.yOf(mean)}
                      stroke="var(--ink-muted)"
                      strokeWidth={5}
                      strokeOpacity={0.35}
                    />
                  ))}
                  <Changes changes={model.changes} scales={scales} dyadHref={dyadHref} />
                  {model.strokes.map((stroke) => (
                    <path
                      key={stroke[0][0]}
                      d={pathOf(stroke, scales)}
                      fill="none"
                      stroke="var(--ink)"
                      strokeWidth={2}
                    />
                  ))}
                  {model.weeks.length <= DOTS_UP_TO &&
                    model.strokes
                      .flat()
                      .map(([day, score]) => (
                        <circle key={day} cx={scales.xOf(day)} cy={scales.yOf(score)} r={1.75} fill="var(--ink)" />
                      ))}
                  {active && (
                    <line
                      data-export="no"
                      x1={scales.xOf(weekEndOf(active.weekStart))}
                      x2={scales.xOf(weekEndOf(active.weekStart))}
                      y1={scales.top}
                      y2={scales.bottom}
                      stroke="var(--ink)"
                      strokeWidth={1}
                    />
                  )}
                </>
              )}
            </Plot>
          </svg>
        )}
        <PointSlider
          label={`${TITLE}, week by week`}
          hint="Arrow keys move by week. Enter opens the week."
          words={model.weeks.map(({ words }) => words)}
          index={index}
          onIndex={setIndex}
          onOpen={open}
        />
      </div>
      <p aria-hidden="true" className="min-h-5 text-xs text-muted" data-print="hide">
        {active?.words ?? ''}
      </p>
    </ChartFrame>
  )
}
