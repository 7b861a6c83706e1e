import { type ReactNode, type RefObject, type SyntheticEvent, useEffect, useRef } from 'react'
import { type PlotArea, usePlotArea, useXAxisScale } from 'recharts'

interface Plot {
  area: PlotArea
  xOf: (day: number) => number | undefined
}

/** Tells what stands outside a chart where its plot lies. */
function PlotProbe({ into }: { into: RefObject<Plot | null> }): null {
  const area = usePlotArea()
  const xOf = useXAxisScale()
  useEffect(() => {
    into.current = area && xOf ? { area, xOf } : null
  })
  return null
}

interface PlotPointer {
  /** Goes into the chart. */
  probe: ReactNode
  /** Go onto the chart. */
  handlers: {
    onMouseMove: (state: unknown, event: SyntheticEvent) => void
    onMouseLeave: () => void
    onClick: (state: unknown, event: SyntheticEvent) => void
  }
}

/**
 * Feels the pointer over a chart's plot: hovering tells the nearest point, a click or a tap opens it. Recharts itself knows
 * the point under the pointer only some time after it has come, which a tap does not wait for.
 */
export function usePlotPointer(
  days: readonly number[],
  onIndex: (index: number | null) => void,
  onOpen: (index: number) => void,
): PlotPointer {
  const plot = useRef<Plot | null>(null)
  const nearest = ({ nativeEvent, currentTarget }: SyntheticEvent): number | null => {
    if (!plot.current || !(nativeEvent instanceof MouseEvent) || days.length === 0) return null
    const { area, xOf } = plot.current
    const box = currentTarget.getBoundingClientRect()
    const [x, y] = [nativeEvent.clientX - box.left, nativeEvent.clientY - box.top]
    if (x < area.x || x > area.x + area.width || y < area.y || y > area.y + area.height) return null
    const distance = (day: number) => Math.abs((xOf(day) ?? Number.POSITIVE_INFINITY) - x)
    return days.reduce((best, day, index) => (distance(day) < distance(days[best]) ? index : best), 0)
  }
  return {
    probe: <PlotProbe into={plot} />,
    handlers: {
      onMouseMove: (_, event) => onIndex(nearest(event)),
      onMouseLeave: () => onIndex(null),
      onClick: (_, event) => {
        const index = nearest(event)
        if (index !== null) onOpen(index)
      },
    },
  }
}
