import { useId } from 'react'
import { usePlotArea, useXAxisScale } from 'recharts'
import type { Gap } from '@/lib/charts/gaps'

const LABEL_WIDTH = 78

/** Hatching over the weeks that nobody checked, which is never drawn as an ordinary figure. */
export function GapsLayer({ gaps, labelled = true }: { gaps: readonly Gap[]; labelled?: boolean }) {
  const id = useId()
  const plot = usePlotArea()
  const xOf = useXAxisScale()
  if (!plot || !xOf) return null
  const within = (x: number) => Math.min(plot.x + plot.width, Math.max(plot.x, x))
  const zones = gaps
    .map(({ from, to, weeks }) => ({ from, weeks, left: within(xOf(from) ?? 0), right: within(xOf(to) ?? 0) }))
    .filter(({ left, right }) => right > left)
  return (
    <g>
      <defs>
        <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} x2={0} y1={0} y2={6} stroke="var(--hatch)" strokeWidth={1.6} />
        </pattern>
      </defs>
      {zones.map(({ from, left, right }) => (
        <g key={from}>
          <rect
            x={left}
            y={plot.y}
            width={right - left}
            height={plot.height}
            fill="var(--ground-raised)"
            fillOpacity={0.6}
          />
          <rect x={left} y={plot.y} width={right - left} height={plot.height} fill={`url(#${id})`} fillOpacity={0.75} />
          {labelled && right - left >= LABEL_WIDTH && (
            <text
              x={(left + right) / 2}
              y={plot.y + 16}
              textAnchor="middle"
              fontSize={11}
              fill="var(--ink-muted)"
              stroke="var(--ground-raised)"
              strokeWidth={4}
              paintOrder="stroke"
            >
              not checked
            </text>
          )}
        </g>
      ))}
    </g>
  )
}
