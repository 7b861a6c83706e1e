import { usePlotArea, useXAxisScale } from 'recharts'
import { weekSpan } from '@/lib/charts/axis'

/** A week picked out behind a chart: the one that the page shows. */
export function WeekLayer({ weekStart }: { weekStart: number }) {
  const plot = usePlotArea()
  const xOf = useXAxisScale()
  if (!plot || !xOf) return null
  const [left, right] = weekSpan(weekStart).map((day) =>
    Math.min(plot.x + plot.width, Math.max(plot.x, xOf(day) ?? plot.x)),
  )
  if (right <= left) return null
  return (
    <rect
      data-export="no"
      x={left}
      y={plot.y}
      width={right - left}
      height={plot.height}
      fill="var(--ink)"
      fillOpacity={0.09}
    />
  )
}
