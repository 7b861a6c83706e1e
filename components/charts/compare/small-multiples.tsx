'use client'

import { useId } from 'react'
import { plotOf, ScoreRules, StrokeShape, WeekAxis } from '@/components/charts/compare/plot'
import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { Skeleton } from '@/components/ui/skeleton'
import type { CompareModel } from '@/lib/charts/compare'
import { strokeOf, uncheckedOf } from '@/lib/charts/compare-strokes'
import { closeTable } from '@/lib/charts/compare-words'

const TITLE = 'Side by side, on one scale'
const PANEL_HEIGHT = 170
const LEAST_WIDTH = 250
const GAP = 14

interface PanelProps {
  model: CompareModel
  index: number
  x: number
  y: number
  width: number
  pattern: string
}

/** One dyad by itself: its line, and the weeks hatched that nobody checked. */
function Panel({ model, index, x, y, width, pattern }: PanelProps) {
  const box = { left: x + 30, right: x + width - 6, top: y + 26, bottom: y + PANEL_HEIGHT - 26 }
  const plot = plotOf(box, model.rows, model.domain)
  const half = plot.xOf(1) - plot.xOf(0.5)
  return (
    <g>
      <text x={x + 2} y={y + 13} fontSize={12} fontWeight={600} fill="var(--ink)">
        {model.lines[index].name.length * 6.8 > width ? model.lines[index].dyadId : model.lines[index].name}
      </text>
      {uncheckedOf(model, index).map(({ from, to }) => (
        <rect
          key={from}
          x={plot.xOf(from) - half}
          y={plot.top}
          width={plot.xOf(to) - plot.xOf(from) + 2 * half}
          height={plot.bottom - plot.top}
          fill={`url(#${pattern})`}
        />
      ))}
      <ScoreRules ticks={model.scoreTicks} plot={plot} />
      <WeekAxis model={model} plot={plot} most={Math.max(2, Math.floor(width / 90))} />
      <StrokeShape stroke={strokeOf(model, index, 'close')} plot={plot} index={0} />
    </g>
  )
}

/** Each dyad in a panel of its own, all with the same scales, so that heights can be compared across them. */
export function SmallMultiples({ model, ...frame }: ChartNotes & { model: CompareModel }) {
  const pattern = useId()
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const columns = Math.max(1, Math.min(4, model.lines.length, Math.floor((width + GAP) / (LEAST_WIDTH + GAP))))
  const panel = (width - (columns - 1) * GAP) / columns
  const height = Math.ceil(model.lines.length / columns) * PANEL_HEIGHT
  return (
    <ChartFrame {...frame} title={TITLE} summary={model.summary} table={closeTable(model)}>
      <div ref={attach} className="relative min-h-[170px]">
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <svg data-chart="" width={width} height={height}>
            <title>Weekly closes, a panel for each dyad</title>
            <defs>
              <pattern id={pattern} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line x1={0} x2={0} y1={0} y2={6} stroke="var(--hatch)" strokeWidth={1.6} />
              </pattern>
            </defs>
            {model.lines.map(({ dyadId }, index) => (
              <Panel
                key={dyadId}
                model={model}
                index={index}
                x={(index % columns) * (panel + GAP)}
                y={Math.floor(index / columns) * PANEL_HEIGHT}
                width={panel}
                pattern={pattern}
              />
            ))}
          </svg>
        )}
      </div>
    </ChartFrame>
  )
}
