import { usePlotArea, useYAxisScale } from 'recharts'
import type { BandZone } from '@/lib/charts/bands'
import { bandColour } from '@/lib/palette'

const LEAST_HEIGHT_OF_NAME = 13

/** The bands behind a line of scores, each named at the right of the plot. */
export function BandsLayer({ bands }: { bands: readonly BandZone[] }) {
  const plot = usePlotArea()
  const yOf = useYAxisScale()
  if (!plot || !yOf) return null
  return (
    <g>
      {bands.map(({ name, from, to }) => {
        const [top, bottom] = [yOf(to) ?? 0, yOf(from) ?? 0]
        return (
          <g key={name}>
            <rect
              x={plot.x}
              y={top}
              width={plot.width}
              height={Math.max(0, bottom - top)}
              fill={bandColour(name).css}
              fillOpacity={0.12}
            />
            <line x1={plot.x} x2={plot.x + plot.width} y1={top} y2={top} stroke="var(--line)" strokeWidth={1} />
            {bottom - top >= LEAST_HEIGHT_OF_NAME && (
              <text
                x={plot.x + plot.width + 6}
                y={(top + bottom) / 2}
                dominantBaseline="central"
                fontSize={11}
                fill="var(--ink-muted)"
              >
                {name}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
