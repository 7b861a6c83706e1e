'use client'

import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { Skeleton } from '@/components/ui/skeleton'
import { shorten } from '@/lib/charts/markers'
import type { WaterfallModel, WaterfallStep } from '@/lib/charts/waterfall'
import { formatScore, formatSigned } from '@/lib/format'

interface WeekWaterfallProps extends ChartNotes {
  model: WaterfallModel
}

const ROW_HEIGHT = 27
const BAR_HEIGHT = 15
const VALUE_WIDTH = 46
const CHAR_WIDTH = 6.3
const LEAST_BAR = 1.5
const LEVEL_WIDTH = 5

const INK: Record<WaterfallStep['kind'], { fill: string; fillOpacity: number }> = {
  level: { fill: 'var(--ink)', fillOpacity: 1 },
  new: { fill: 'var(--ink-muted)', fillOpacity: 0.85 },
  others: { fill: 'var(--ink-muted)', fillOpacity: 0.6 },
  fading: { fill: 'var(--hatch)', fillOpacity: 1 },
}

/** The steps from the close of the week before to the close of the week. They add up exactly. */
export function WeekWaterfall({ model, ...frame }: WeekWaterfallProps) {
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const { steps, domain } = model
  const labelWidth = Math.round(width * (width < 420 ? 0.5 : 0.46))
  const barsWidth = Math.max(10, width - labelWidth - VALUE_WIDTH)
  const xOf = (score: number) => labelWidth + ((score - domain[0]) / (domain[1] - domain[0])) * barsWidth
  const height = steps.length * ROW_HEIGHT + 4
  return (
    <ChartFrame {...frame} title="This week’s change" summary={model.summary} table={model.table}>
      <div ref={attach} className="relative" style={{ minHeight: height }}>
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <svg data-chart="" width={width} height={height} role="img" aria-label={model.summary}>
            <rect x={labelWidth} y={0} width={barsWidth} height={height} fill="var(--ground-sunken)" />
            {steps.map(({ key, label, kind, from, to, value }, index) => {
              const y = index * ROW_HEIGHT
              const [left, right] = [Math.min(xOf(from), xOf(to)), Math.max(xOf(from), xOf(to))]
              return (
                <g key={key}>
                  <text
                    x={0}
                    y={y + ROW_HEIGHT / 2}
                    dominantBaseline="central"
                    fontSize={12}
                    fontWeight={kind === 'level' ? 600 : 400}
                    fill="var(--ink)"
                  >
                    {shorten(label, Math.max(8, Math.floor((labelWidth - 10) / CHAR_WIDTH)))}
                    <title>{label}</title>
                  </text>
                  <rect
                    x={kind === 'level' ? left - LEVEL_WIDTH / 2 : left}
                    y={y + (ROW_HEIGHT - BAR_HEIGHT) / 2}
                    width={kind === 'level' ? LEVEL_WIDTH : Math.max(LEAST_BAR, right - left)}
                    height={BAR_HEIGHT}
                    {...INK[kind]}
                  />
                  {index < steps.length - 1 && (
                    <line
                      x1={xOf(to)}
                      x2={xOf(to)}
                      y1={y + (ROW_HEIGHT + BAR_HEIGHT) / 2}
                      y2={y + ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2}
                      stroke="var(--line-strong)"
                      strokeWidth={1}
                    />
                  )}
                  <text
                    x={width}
                    y={y + ROW_HEIGHT / 2}
                    textAnchor="end"
                    dominantBaseline="central"
                    fontSize={12}
                    fontWeight={kind === 'level' ? 600 : 400}
                    fill="var(--ink)"
                  >
                    {kind === 'level' ? formatScore(value) : formatSigned(value)}
                  </text>
                </g>
              )
            })}
          </svg>
        )}
      </div>
    </ChartFrame>
  )
}
