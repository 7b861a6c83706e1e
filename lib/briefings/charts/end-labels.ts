import { placeLabels } from '@/lib/charts/end-labels'
import { INK, SMALL } from './ink'
import type { Plot } from './plot'
import type { SceneItem } from './scene'
import { filled, stroked, textAt, textOnGround } from './shapes'
import { textWidth } from './text-width'

/** Where a line or an area ends, and what is written there. */
export interface LineEnd {
  key: string
  text: string
  x: number
  y: number
  /** Colour of a square before the text. */
  square?: string
}

const GAP = 13
const LEADER = 10
const SQUARE = 8
const SQUARE_GAP = 4
/** A line that ends further than this from the plot's edge is named where it ends: a rule to the edge would look like a line. */
const NEAR_EDGE = 40

/** Room right of a plot for such labels. */
export const roomForEnds = (ends: readonly Pick<LineEnd, 'text' | 'square'>[]): number =>
  LEADER +
  4 +
  Math.ceil(Math.max(0, ...ends.map(({ text, square }) => textWidth(text, SMALL) + (square ? SQUARE + SQUARE_GAP : 0))))

/** Ends so near to each other that their labels could meet: those at the edge, and neighbours elsewhere. */
function groupsOf(plot: Plot, ends: readonly LineEnd[]): LineEnd[][] {
  const isAtEdge = ({ x }: LineEnd) => plot.right - x < NEAR_EDGE
  const groups: LineEnd[][] = []
  let edge = Number.NEGATIVE_INFINITY
  for (const end of ends.filter((one) => !isAtEdge(one)).sort((a, b) => a.x - b.x)) {
    if (end.x < edge) groups[groups.length - 1].push(end)
    else groups.push([end])
    edge = Math.max(edge, end.x + LEADER + textWidth(end.text, SMALL))
  }
  return [ends.filter(isAtEdge), ...groups]
}

/** What is written at a place at the plot's edge, with a thin rule to it from where the line ends. */
function atEdge(plot: Plot, { key, text, x, y, square }: LineEnd, height: number): SceneItem[] {
  const rule = `M${x + 3},${y}L${plot.right + 2},${y}L${plot.right + LEADER - 2},${height}`
  const left = plot.right + LEADER
  const box = { x: left, y: height - SQUARE / 2, width: SQUARE, height: SQUARE }
  const textLeft = square ? left + SQUARE + SQUARE_GAP : left
  return [
    stroked(rule, INK.lineStrong, 0.75),
    ...(square ? [filled(box, square)] : []),
    textAt(textLeft, height, text, { fill: INK.ink, name: `end:${key}` }),
  ]
}

/** Names beside the ends of lines, pushed apart where they would run into each other. */
export const endLabels = (plot: Plot, ends: readonly LineEnd[]): SceneItem[] =>
  groupsOf(plot, ends).flatMap((group, index) => {
    const heights = placeLabels(
      group.map(({ y }) => y),
      GAP,
      [plot.y + GAP / 2, plot.bottom - GAP / 2],
    )
    return group.flatMap((end, place) =>
      index === 0
        ? atEdge(plot, end, heights[place])
        : textOnGround(end.x + 8, heights[place], end.text, { fill: INK.ink, name: `end:${end.key}` }),
    )
  })

/** Names in a column at the plot's right, each with a rule from where it belongs, in the order in which they lie. */
export function sideLabels(plot: Plot, ends: readonly LineEnd[]): SceneItem[] {
  const heights = placeLabels(
    ends.map(({ y }) => y),
    GAP,
    [plot.y + GAP / 2, plot.bottom - GAP / 2],
  )
  return ends.flatMap((end, index) => atEdge(plot, end, heights[index]))
}
