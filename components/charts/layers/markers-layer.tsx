import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import { type Marker, placeLabels } from '@/lib/charts/markers'

/** Lanes of labels above the plot, and their height in pixels: what a chart leaves free at its top. */
export const LABEL_LANES = 4
export const LANE_HEIGHT = 16

const Z_OVER_LINE = 1000
const CHAR_WIDTH = 6
const MOST_LABELS = 8
const LONGEST = { wide: 40, narrow: 22 }
const WIDE = 600

/** The strongest incidents: a dot on the line, a leader, and a title in a lane above the plot where no line runs. */
export function MarkersLayer({ markers }: { markers: readonly Marker[] }) {
  const plot = usePlotArea()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  if (!plot || !xOf || !yOf) return null
  const inside = markers.filter(({ day }) => {
    const x = xOf(day)
    return x !== undefined && x >= plot.x && x <= plot.x + plot.width
  })
  const labels = placeLabels(inside, (day) => xOf(day) ?? 0, {
    left: plot.x,
    right: plot.x + plot.width,
    lanes: LABEL_LANES,
    most: MOST_LABELS,
    longest: plot.width >= WIDE ? LONGEST.wide : LONGEST.narrow,
    charWidth: CHAR_WIDTH,
  })
  const scoreOf = new Map(inside.map(({ id, score }) => [id, score]))
  const laneY = (lane: number) => plot.y - (LABEL_LANES - lane) * LANE_HEIGHT + 4
  return (
    <ZIndexLayer zIndex={Z_OVER_LINE}>
      <g>
        {inside.map(({ id, day, score }) => (
          <circle
            key={id}
            cx={xOf(day)}
            cy={yOf(score)}
            r={3.5}
            fill="var(--ground-raised)"
            stroke="var(--ink)"
            strokeWidth={1.5}
          />
        ))}
        {labels.map(({ id, text, lane, x, anchor }) => (
          <g key={id}>
            <line
              x1={x}
              x2={x}
              y1={laneY(lane) - 4}
              y2={(yOf(scoreOf.get(id) ?? 0) ?? 0) - 4}
              stroke="var(--ink-faint)"
              strokeWidth={1}
              strokeOpacity={0.7}
            />
            <text
              x={anchor === 'start' ? x + 4 : x - 4}
              y={laneY(lane)}
              textAnchor={anchor}
              dominantBaseline="central"
              fontSize={11}
              fill="var(--ink)"
            >
              {text}
            </text>
          </g>
        ))}
      </g>
    </ZIndexLayer>
  )
}
