import { usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts'
import type { ContextMark } from '@/lib/dyads/views'

const Z_OVER_LINE = 1000
const SIZE = 4

/** Acts of third countries: a diamond at the foot of the plot, without points and without a line. */
export function ContextLayer({ context }: { context: readonly ContextMark[] }) {
  const plot = usePlotArea()
  const xOf = useXAxisScale()
  if (!plot || !xOf) return null
  const y = plot.y + plot.height - SIZE - 2
  return (
    <ZIndexLayer zIndex={Z_OVER_LINE}>
      <g>
        {context.map(({ id, day, actor, title }) => {
          const x = xOf(day)
          if (x === undefined || x < plot.x || x > plot.x + plot.width) return null
          return (
            <path
              key={id}
              d={`M${x},${y - SIZE}l${SIZE},${SIZE}l${-SIZE},${SIZE}l${-SIZE},${-SIZE}z`}
              fill="var(--ground-raised)"
              stroke="var(--ink-muted)"
              strokeWidth={1.5}
            >
              <title>{`${actor}: ${title}`}</title>
            </path>
          )
        })}
      </g>
    </ZIndexLayer>
  )
}
