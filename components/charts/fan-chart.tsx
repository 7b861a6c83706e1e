'use client'

import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { Plot, type PlotScales, pathOf } from '@/components/charts/plain/plot'
import { Skeleton } from '@/components/ui/skeleton'
import type { FanModel, FanPanel } from '@/lib/charts/fan'

interface FanChartProps extends ChartNotes {
  model: FanModel
}

const TITLE = 'The next four closes, by simple models'
const PANEL_HEIGHT = 220
const HEAD = 36
/** From this width two panels stand side by side. */
const TWO_COLUMNS = 620
const GUTTER = 12
const DASHES = '3 3'

/** A fan, dashed and grey, behind a rule where the record ends. */
function Fan({ panel, recordEnds, scales }: { panel: FanPanel; recordEnds: number; scales: PlotScales }) {
  const x = scales.xOf(recordEnds)
  return (
    <>
      <rect
        x={x}
        y={scales.top}
        width={scales.right - x}
        height={scales.bottom - scales.top}
        fill="var(--ground-raised)"
        fillOpacity={0.55}
      />
      {[panel.wide, panel.narrow].map(
        (stroke, index) =>
          stroke && (
            <path
              key={index === 0 ? 'wide' : 'narrow'}
              d={`${pathOf(stroke, scales)}Z`}
              fill="var(--ink)"
              fillOpacity={index === 0 ? 0.1 : 0.14}
            />
          ),
      )}
      {panel.edges.map((edge, index) => (
        <path
          key={index === 0 ? 'low' : 'high'}
          d={pathOf(edge, scales)}
          fill="none"
          stroke="var(--ink-muted)"
          strokeWidth={1}
          strokeDasharray={DASHES}
        />
      ))}
      <path d={pathOf(panel.median, scales)} fill="none" stroke="var(--ink)" strokeWidth={1.75} strokeDasharray="6 4" />
      <line x1={x} x2={x} y1={scales.top - 14} y2={scales.bottom} stroke="var(--ink-muted)" strokeWidth={1} />
      <text x={x - 4} y={scales.top - 5} textAnchor="end" fontSize={11} fill="var(--ink-muted)">
        record
      </text>
      <text x={x + 4} y={scales.top - 5} fontSize={11} fill="var(--ink-muted)">
        forecast
      </text>
    </>
  )
}

/** Forecasts of the closes after the record by each model, side by side on one scale; what is forecast is dashed. */
export function FanChart({ model, ...frame }: FanChartProps) {
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const columns = width >= TWO_COLUMNS ? 2 : 1
  const panelWidth = (width - GUTTER * (columns - 1)) / columns
  const height = Math.ceil(model.panels.length / columns) * PANEL_HEIGHT
  return (
    <ChartFrame {...frame} title={TITLE} summary={model.summary} table={model.table}>
      <div ref={attach} className="relative" style={{ minHeight: width === 0 ? 2 * PANEL_HEIGHT : height }}>
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <svg data-chart="" width={width} height={height} role="img" aria-label={model.summary}>
            {model.panels.map((panel, index) => (
              <g
                key={panel.model}
                transform={`translate(${(index % columns) * (panelWidth + GUTTER)},${Math.floor(index / columns) * PANEL_HEIGHT})`}
              >
                <text x={0} y={12} fontSize={12} fontWeight={600} fill="var(--ink)">
                  {panel.name}
                </text>
                <Plot {...model} width={panelWidth} height={PANEL_HEIGHT - 8} head={HEAD}>
                  {(scales) => (
                    <>
                      <Fan panel={panel} recordEnds={model.recordEnds} scales={scales} />
                      {model.record.map((stroke) => (
                        <path
                          key={stroke[0][0]}
                          d={pathOf(stroke, scales)}
                          fill="none"
                          stroke="var(--ink)"
                          strokeWidth={2}
                        />
                      ))}
                    </>
                  )}
                </Plot>
              </g>
            ))}
          </svg>
        )}
      </div>
    </ChartFrame>
  )
}
