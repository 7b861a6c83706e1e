'use client'

import { ChartFrame, type ChartNotes } from '@/components/charts/frame/chart-frame'
import { useElementWidth } from '@/components/charts/frame/use-element-width'
import { Skeleton } from '@/components/ui/skeleton'
import type { TornadoModel } from '@/lib/charts/tornado'
import { formatScore } from '@/lib/format'

const ROW_HEIGHT = 27
const BAR_HEIGHT = 13
const LABEL_WIDTH = 168
const ENDS_WIDTH = 92
const HEAD = 20
const NARROW = 420

/** Each parameter of the method at the two ends of its range, the one that moves the score most on top. */
export function TornadoChart({ model, ...frame }: ChartNotes & { model: TornadoModel }) {
  const { attach, width } = useElementWidth<HTMLDivElement>()
  const { rows, score, domain } = model
  const narrow = width < NARROW
  const labelWidth = narrow ? 132 : LABEL_WIDTH
  const barsWidth = Math.max(10, width - labelWidth - ENDS_WIDTH)
  const xOf = (at: number) => labelWidth + ((at - domain[0]) / (domain[1] - domain[0])) * barsWidth
  const height = HEAD + rows.length * ROW_HEIGHT + 4
  return (
    <ChartFrame {...frame} title="Which parameters it hangs on" summary={model.summary} table={model.table}>
      <p className="mb-1 flex flex-wrap gap-x-4 text-xs text-muted">
        <span>▯ at the lower end of its range</span>
        <span>▮ at the upper end</span>
      </p>
      <div ref={attach} className="relative" style={{ minHeight: height }}>
        {width === 0 && <Skeleton className="absolute inset-0" />}
        {width > 0 && (
          <svg data-chart="" width={width} height={height} role="img" aria-label={model.summary} fontSize={12}>
            <rect x={labelWidth} y={HEAD} width={barsWidth} height={height - HEAD} fill="var(--ground-sunken)" />
            {rows.map(({ key, label, low, high, scoreLow, scoreHigh }, index) => {
              const y = HEAD + index * ROW_HEIGHT
              const bar = (at: number) => ({
                x: Math.min(xOf(at), xOf(score)),
                y: y + (ROW_HEIGHT - BAR_HEIGHT) / 2,
                width: Math.max(0.5, Math.abs(xOf(at) - xOf(score))),
                height: BAR_HEIGHT,
              })
              const [least, most] = [Math.min(scoreLow, scoreHigh), Math.max(scoreLow, scoreHigh)]
              return (
                <g key={key}>
                  <text x={0} y={y + ROW_HEIGHT / 2} dominantBaseline="central" fill="var(--ink)">
                    {label}
                    <title>{`${label}: ${low} to ${high}`}</title>
                  </text>
                  <rect {...bar(scoreHigh)} fill="var(--ink-muted)" />
                  <rect {...bar(scoreLow)} fill="var(--ground-raised)" stroke="var(--ink-muted)" strokeWidth={1.25} />
                  <text
                    x={width}
                    y={y + ROW_HEIGHT / 2}
                    textAnchor="end"
                    dominantBaseline="central"
                    fill="var(--ink)"
                    style={{ fontVariantNumeric: 'tabular-nums' }}
                  >
                    {formatScore(least)} – {formatScore(most)}
                  </text>
                </g>
              )
            })}
            <line x1={xOf(score)} x2={xOf(score)} y1={HEAD - 2} y2={height} stroke="var(--ink)" strokeWidth={1.5} />
            <text x={xOf(score)} y={HEAD - 7} textAnchor="middle" fontSize={11} fill="var(--ink)">
              {formatScore(score)}
            </text>
          </svg>
        )}
      </div>
    </ChartFrame>
  )
}
