import { usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts'
import { type AnnotationMark, markWords } from '@/lib/charts/annotations'

const Z_OVER_LINE = 1000
const FLAG = 15
const CHAR_WIDTH = 6.5

interface ShapesProps {
  marks: readonly AnnotationMark[]
  /** Pixels of a day; undefined where it lies outside of the axis. */
  xOf: (day: number) => number | undefined
  plot: { x: number; y: number; width: number; height: number }
}

/** Annotations over any chart of days: a span's ground, a rule at its first day, and its number in a flag at the foot. */
export function AnnotationShapes({ marks, xOf, plot }: ShapesProps) {
  const right = plot.x + plot.width
  const within = (x: number) => Math.min(right, Math.max(plot.x, x))
  return (
    <g>
      {marks.map((mark) => {
        // Days are drawn at their noon; a span runs from midnight to midnight.
        const [from, to] = [mark.startDay - 0.5, (mark.endDay ?? mark.startDay) + 0.5].map((day) =>
          within(xOf(day) ?? plot.x),
        )
        const x = mark.endDay === null ? within(xOf(mark.startDay) ?? plot.x) : from
        const width = Math.max(FLAG, String(mark.number).length * CHAR_WIDTH + 6)
        const flag = Math.min(x, right - width)
        return (
          <g key={mark.id} data-annotation={mark.number}>
            <title>{markWords(mark)}</title>
            {mark.endDay !== null && (
              <rect
                x={from}
                y={plot.y}
                width={Math.max(1, to - from)}
                height={plot.height}
                fill="var(--accent)"
                fillOpacity={0.08}
              />
            )}
            <line
              x1={x}
              x2={x}
              y1={plot.y}
              y2={plot.y + plot.height}
              stroke="var(--accent)"
              strokeWidth={1}
              strokeDasharray="1 3"
            />
            <rect x={flag} y={plot.y + plot.height - FLAG} width={width} height={FLAG} rx={2} fill="var(--accent)" />
            <text
              x={flag + width / 2}
              y={plot.y + plot.height - FLAG / 2}
              textAnchor="middle"
              dominantBaseline="central"
              fontSize={10}
              fontWeight={600}
              fill="var(--on-accent)"
            >
              {mark.number}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** The same as a layer of a chart by recharts; `marks` are those of its span. */
export function AnnotationsLayer({ marks }: { marks: readonly AnnotationMark[] }) {
  const plot = usePlotArea()
  const xOf = useXAxisScale()
  if (!plot || !xOf || marks.length === 0) return null
  return (
    <ZIndexLayer zIndex={Z_OVER_LINE}>
      <AnnotationShapes marks={marks} xOf={(day) => xOf(day)} plot={plot} />
    </ZIndexLayer>
  )
}
