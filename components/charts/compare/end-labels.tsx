import type { ReactNode } from 'react'
import type { Plot } from '@/components/charts/compare/plot'
import type { StrokePoint } from '@/lib/charts/compare-strokes'
import { placeLabels } from '@/lib/charts/end-labels'

interface EndLabelsProps {
  labels: readonly { text: string; end: StrokePoint | null }[]
  plot: Plot
  picked: number | null
}

const LABEL_GAP = 14
const LABEL_WIDTH = 62
/** A line that ends further than this from the plot's edge is named where it ends: a rule to the edge would look like a line. */
const NEAR_EDGE = 40

interface PlacedLabel {
  text: string
  index: number
  /** Where the line ends. */
  x: number
  y: number
  /** Where its name stands. */
  height: number
  atEdge: boolean
}

/** Ends that lie so near to each other that their names could meet: those at the edge, and neighbours elsewhere. */
function groupsOf<End extends { x: number; atEdge: boolean }>(ends: readonly End[]): End[][] {
  const groups: End[][] = [ends.filter(({ atEdge }) => atEdge)]
  for (const end of ends.filter(({ atEdge }) => !atEdge).sort((a, b) => a.x - b.x)) {
    const last = groups.length > 1 ? groups[groups.length - 1] : undefined
    if (last && end.x - last[last.length - 1].x < LABEL_WIDTH) last.push(end)
    else groups.push([end])
  }
  return groups
}

function placedLabels({ labels, plot }: EndLabelsProps): PlacedLabel[] {
  const ends = labels.flatMap(({ text, end }, index) => {
    if (!end) return []
    const [x, y] = [plot.xOf(end.at), plot.yOf(end.value)]
    return [{ text, index, x, y, atEdge: plot.right - x < NEAR_EDGE }]
  })
  return groupsOf(ends).flatMap((group) => {
    const wanted = group.map(({ y }) => y)
    const heights = placeLabels(wanted, LABEL_GAP, [plot.top, plot.bottom])
    return group.map((end, place) => ({ ...end, height: heights[place] }))
  })
}

/** The names of the lines beside their ends, pushed apart where they would run into each other. */
export function EndLabels(props: EndLabelsProps): ReactNode {
  const { plot, picked } = props
  return placedLabels(props).map(({ text, index, x, y, height, atEdge }) => (
    <g key={text} opacity={picked !== null && picked !== index ? 0.35 : 1}>
      {atEdge && (
        <polyline
          points={`${x + 3},${y} ${plot.right + 2},${y} ${plot.right + 9},${height}`}
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth={0.75}
        />
      )}
      <text
        x={atEdge ? plot.right + 12 : x + 8}
        y={height}
        dominantBaseline="central"
        fontSize={11}
        fontWeight={picked === index ? 700 : 500}
        fill="var(--ink)"
        stroke="var(--ground-raised)"
        strokeWidth={atEdge ? 0 : 3}
        paintOrder="stroke"
      >
        {text}
      </text>
    </g>
  ))
}
