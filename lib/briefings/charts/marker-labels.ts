import { type Marker, type PlacedLabel, placeLabels } from '@/lib/charts/markers'
import { INK, SMALL } from './ink'
import type { Plot } from './plot'
import type { SceneItem } from './scene'
import { circlePath, textAt } from './shapes'
import { fitText, textWidth } from './text-width'

/** Lanes of labels above the plot, and their height in pixels: what a chart leaves free at its top. */
export const LABEL_LANES = 5
export const LANE_HEIGHT = 14.5

const MOST_LABELS = 8
/** Of the plot's width: what one label may take up. */
const WIDEST_SHARE = 0.3
const RADIUS = 3
const TEXT_GAP = 4

const BETWEEN = 8
const BESIDE_LEADER = 4

/** Where a label's text may reach to: the plot's edge, the next label of its lane, or the leader of one of a lane above. */
function reachOf(plot: Plot, label: PlacedLabel, labels: readonly PlacedLabel[]): number {
  const others = labels.filter(({ id }) => id !== label.id)
  const beside = others.filter(({ lane }) => lane === label.lane)
  const leaders = others.filter(({ lane }) => lane < label.lane).map(({ x }) => x)
  if (label.anchor === 'start') {
    const ends = [...beside.map(({ left }) => left - BETWEEN), ...leaders.map((x) => x - BESIDE_LEADER)]
    return Math.min(plot.right, ...ends.filter((end) => end >= label.right)) - label.x
  }
  const ends = [...beside.map(({ right }) => right + BETWEEN), ...leaders.map((x) => x + BESIDE_LEADER)]
  return label.x - Math.max(plot.x, ...ends.filter((end) => end <= label.left))
}

/** The labels with as much of their titles as there turned out to be room for, one after the other. */
function widened(plot: Plot, placed: readonly PlacedLabel[], titles: ReadonlyMap<string, string>): PlacedLabel[] {
  const labels = [...placed]
  for (const [index, label] of labels.entries()) {
    const text = fitText(titles.get(label.id) ?? label.text, reachOf(plot, label, labels) - TEXT_GAP, SMALL)
    const width = textWidth(text, SMALL) + TEXT_GAP
    const sides = label.anchor === 'start' ? { right: label.x + width } : { left: label.x - width }
    labels[index] = { ...label, text, ...sides }
  }
  return labels
}

/** The strongest incidents: a ring on the line, a leader, and a title in a lane above the plot where no line runs. */
export function markerItems(plot: Plot, markers: readonly Marker[]): SceneItem[] {
  const inside = markers.filter(({ day }) => plot.xOf(day) >= plot.x && plot.xOf(day) <= plot.right)
  const fitted = inside.map((marker) => ({ ...marker, title: fitText(marker.title, plot.width * WIDEST_SHARE, SMALL) }))
  // As wide as the widest letter on average of any of them, so that no label is wider than its place.
  const charWidth = Math.max(1, ...fitted.map(({ title }) => textWidth(title, SMALL) / Math.max(1, title.length)))
  const placed = placeLabels(fitted, plot.xOf, {
    left: plot.x,
    right: plot.right,
    lanes: LABEL_LANES,
    most: MOST_LABELS,
    longest: Number.POSITIVE_INFINITY,
    charWidth,
  })
  const labels = widened(plot, placed, new Map(inside.map(({ id, title }) => [id, title])))
  const scoreOf = new Map(inside.map(({ id, score }) => [id, score]))
  const laneY = (lane: number) => plot.y - (LABEL_LANES - lane) * LANE_HEIGHT + 4
  const leaders = labels.map(
    ({ id, lane, x }): SceneItem => ({
      kind: 'line',
      x1: x,
      x2: x,
      y1: laneY(lane) - 4,
      y2: plot.yOf(scoreOf.get(id) ?? 0) - RADIUS,
      stroke: INK.faint,
      strokeWidth: 0.75,
      opacity: 0.7,
    }),
  )
  const rings = inside.map(
    ({ id, day, score }): SceneItem => ({
      kind: 'path',
      d: circlePath([plot.xOf(day), plot.yOf(score)], RADIUS),
      fill: INK.ground,
      stroke: INK.ink,
      strokeWidth: 1.5,
      name: `marker:${id}`,
    }),
  )
  const texts = labels.map(({ id, text, lane, x, anchor }) =>
    textAt(anchor === 'start' ? x + TEXT_GAP : x - TEXT_GAP, laneY(lane), text, {
      anchor,
      fill: INK.ink,
      name: `label:${id}`,
    }),
  )
  return [...leaders, ...rings, ...texts]
}
