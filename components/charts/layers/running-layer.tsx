import { usePlotArea, useXAxisScale } from 'recharts'
import { weekSpan } from '@/lib/charts/axis'

interface RunningShapeProps {
  left: number
  right: number
  plot: { y: number; height: number }
}

/** A week that is not over, framed in dashes: its figures are those so far. */
export function RunningShape({ left, right, plot }: RunningShapeProps) {
  return (
    <rect
      x={left}
      y={plot.y + 1}
      width={Math.max(2, right - left)}
      height={plot.height - 2}
      fill="var(--ground-raised)"
      fillOpacity={0.45}
      stroke="var(--ink-muted)"
      strokeWidth={1}
      strokeDasharray="4 3"
      pointerEvents="none"
    >
      <title>Week in progress: so far</title>
    </rect>
  )
}

/** The same as a layer of a chart by recharts; nothing without a running week. */
export function RunningLayer({ weekStart }: { weekStart: number | null }) {
  const plot = usePlotArea()
  const xOf = useXAxisScale()
  if (!plot || !xOf || weekStart === null) return null
  const [left, right] = weekSpan(weekStart).map((day) =>
    Math.min(plot.x + plot.width, Math.max(plot.x, xOf(day) ?? plot.x)),
  )
  return right > left ? <RunningShape left={left} right={right} plot={plot} /> : null
}
