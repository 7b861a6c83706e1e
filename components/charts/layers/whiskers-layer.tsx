import { useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import { isCovered, type TrendPoint } from '@/lib/charts/points'

const CAP = 3
const Z_UNDER_LINE = 200

/** A whisker from the close to the week's high, where the high stands apart from it. */
export function WhiskersLayer({ points }: { points: readonly TrendPoint[] }) {
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  if (!xOf || !yOf) return null
  const whiskers = points.flatMap((point) => {
    if (point.high === null || !isCovered(point) || point.high <= point.score) return []
    const [x, top, bottom] = [xOf(point.day), yOf(point.high), yOf(point.score)]
    return x === undefined || top === undefined || bottom === undefined ? [] : [{ day: point.day, x, top, bottom }]
  })
  return (
    <ZIndexLayer zIndex={Z_UNDER_LINE}>
      <g stroke="var(--ink-muted)" strokeWidth={1}>
        {whiskers.map(({ day, x, top, bottom }) => (
          <path key={day} d={`M${x - CAP},${top}H${x + CAP}M${x},${top}V${bottom}`} fill="none" />
        ))}
      </g>
    </ZIndexLayer>
  )
}
