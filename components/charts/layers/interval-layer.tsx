import { useId } from 'react'
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import type { PointSpan } from '@/lib/charts/intervals'

const Z_UNDER_LINE = 100
/** Half of the width that an interval without neighbours is drawn with, in days. */
const HALF_ALONE = 2

/** A quiet area around a line: where the score lies in nine of ten draws. */
export function IntervalLayer({ intervals }: { intervals: readonly (readonly PointSpan[])[] }) {
  const id = useId()
  const plot = usePlotArea()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  if (!plot || !xOf || !yOf || intervals.length === 0) return null
  const at = (day: number, score: number) => `${xOf(day) ?? 0},${yOf(score) ?? 0}`
  const outline = (spans: readonly PointSpan[]) => {
    const [first] = spans
    const ends =
      spans.length > 1
        ? spans
        : [
            { ...first, day: first.day - HALF_ALONE },
            { ...first, day: first.day + HALF_ALONE },
          ]
    const top = ends.map(({ day, high }) => at(day, high))
    const bottom = ends.map(({ day, low }) => at(day, low)).reverse()
    return `M${[...top, ...bottom].join('L')}Z`
  }
  return (
    <ZIndexLayer zIndex={Z_UNDER_LINE}>
      <clipPath id={id}>
        <rect x={plot.x} y={plot.y} width={plot.width} height={plot.height} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        {intervals.map((spans) => (
          <path
            key={spans[0].day}
            d={outline(spans)}
            fill="var(--ink)"
            fillOpacity={0.13}
            stroke="var(--ink-muted)"
            strokeOpacity={0.55}
            strokeWidth={0.75}
            strokeLinejoin="round"
          />
        ))}
      </g>
    </ZIndexLayer>
  )
}
