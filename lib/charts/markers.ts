import type { TrendPoint } from '@/lib/charts/points'
import { weekStartOf } from '@/lib/core/calendar'

/** An incident on the line. */
export interface Marker {
  id: string
  title: string
  code: string
  /** Signed full points. */
  points: number
  /** Where it lies: its day in the daily grain, its week's point in the weekly one. */
  day: number
  score: number
}

interface MarkedIncident {
  id: string
  title: string
  code: string
  points: number
  day: number
}

/** A marker's label in one of the lanes above the plot; lane 0 is the topmost. Pixels. */
export interface PlacedLabel {
  id: string
  text: string
  lane: number
  /** Where the leader falls. */
  x: number
  left: number
  right: number
  anchor: 'start' | 'end'
}

export interface LabelSpace {
  left: number
  right: number
  lanes: number
  most: number
  /** Longest text, in characters. */
  longest: number
  charWidth: number
}

const GAP = 8
const PAD = 4

/** The incidents that have a point to lie on, strongest first. */
export function markersOn(incidents: readonly MarkedIncident[], points: readonly TrendPoint[]): Marker[] {
  const byDay = new Map(points.map((point) => [point.day, point]))
  const byWeek = new Map(points.map((point) => [point.weekStart, point]))
  const daily = points.some(({ high }) => high === null)
  return incidents
    .flatMap((incident) => {
      const point = daily ? byDay.get(incident.day) : byWeek.get(weekStartOf(incident.day))
      if (!point) return []
      const { id, title, code, points } = incident
      return [{ id, title, code, points, day: point.day, score: point.score }]
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.day - b.day)
}

/** A text cut at a word where it is too long. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`
}

/** A label and a leader must not meet: leaders fall from their lane through all lanes below. */
function collides(label: PlacedLabel, other: PlacedLabel): boolean {
  if (label.lane === other.lane) return label.left < other.right + GAP && other.left < label.right + GAP
  const [upper, lower] = label.lane < other.lane ? [label, other] : [other, label]
  return upper.x > lower.left - PAD && upper.x < lower.right + PAD
}

/** Arrangements that are tried at most; a chart is laid out anew at every move of the pointer. */
const MOST_TRIES = 2000

/**
 * Labels for the strongest markers that fit, one a place on the axis, to the right of their leaders or to the left. A label
 * moves aside where that makes room for another; as many as possible are shown, and the stronger before the weaker. In the
 * end each falls as low as it can.
 */
export function placeLabels(
  markers: readonly Marker[],
  xOf: (day: number) => number,
  space: LabelSpace,
): PlacedLabel[] {
  const options = markers
    .map(({ id, title, day }) => ({ id, text: shorten(title, space.longest), x: xOf(day) }))
    .filter(({ x }, index, all) => x >= space.left && x <= space.right && all.findIndex((one) => one.x === x) === index)
    .slice(0, space.most)
    .map(({ id, text, x }) => candidates(id, text, x, space))
  let best: PlacedLabel[] = []
  let tries = 0
  const search = (index: number, placed: PlacedLabel[]) => {
    tries++
    if (placed.length > best.length) best = placed
    const reachable = placed.length + options.length - index
    if (index === options.length || reachable <= best.length || tries > MOST_TRIES) return
    for (const candidate of options[index]) {
      if (!placed.some((label) => collides(candidate, label))) search(index + 1, [...placed, candidate])
    }
    search(index + 1, placed)
  }
  search(0, [])
  return settled(best, space.lanes)
}

function candidates(id: string, text: string, x: number, space: LabelSpace): PlacedLabel[] {
  const width = text.length * space.charWidth + PAD
  const found: PlacedLabel[] = []
  for (let lane = 0; lane < space.lanes; lane++) {
    if (x + width <= space.right) found.push({ id, text, lane, x, left: x, right: x + width, anchor: 'start' })
    if (x - width >= space.left) found.push({ id, text, lane, x, left: x - width, right: x, anchor: 'end' })
  }
  return found
}

/** The labels, each in the lowest lane where it meets no other; the lowest ones fall first. */
function settled(labels: readonly PlacedLabel[], lanes: number): PlacedLabel[] {
  let resting = [...labels].sort((a, b) => b.lane - a.lane)
  for (const label of resting) {
    const others = resting.filter(({ id }) => id !== label.id)
    const lowest = Array.from({ length: lanes - label.lane }, (_, up) => ({ ...label, lane: lanes - 1 - up })).find(
      (candidate) => !others.some((other) => collides(candidate, other)),
    )
    if (lowest) resting = [...others, lowest]
  }
  return resting
}
