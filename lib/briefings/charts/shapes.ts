import { line } from 'd3-shape'
import { INK, SMALL } from './ink'
import type { SceneItem, ScenePath, SceneRect, SceneText } from './scene'
import { textWidth, type Weight } from './text-width'

/** A place in pixels; null where a line breaks. */
export type Place = readonly [x: number, y: number] | null

const isPlace = (place: Place): place is readonly [number, number] => place !== null

const PATH = line<Place>(
  (place) => place?.[0] ?? 0,
  (place) => place?.[1] ?? 0,
).defined(isPlace)

const round = (value: number) => Math.round(value * 1000) / 1000

/** Path data of a straight line through places, broken at each null. '' where there is nothing to draw. */
export const linePath = (places: readonly Place[]): string => PATH([...places]) ?? ''

/** Places with nothing beside them: a line does not show there. */
export const lonePlaces = (places: readonly Place[]): (readonly [number, number])[] =>
  places.flatMap((place, index) => {
    const isLone = (places[index - 1] ?? null) === null && (places[index + 1] ?? null) === null
    return place && isLone ? [place] : []
  })

/** Path data of a circle. */
export const circlePath = ([x, y]: readonly [number, number], r: number): string =>
  `M${round(x - r)},${round(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`

/** Path data of a rectangle. */
export const rectPath = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)},${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`

/** A box in pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const HATCH_STEP = 8.5

/** Strokes from lower left to upper right that fill a box, and end at its edges: no format needs patterns or clipping for them. */
export function hatchPath({ x, y, width, height }: Box): string {
  const strokes: string[] = []
  // The strokes lie where x + y is a whole number of steps, so those of neighbouring boxes meet.
  for (let sum = Math.ceil((x + y) / HATCH_STEP) * HATCH_STEP; sum < x + y + width + height; sum += HATCH_STEP) {
    const left = Math.max(x, sum - y - height)
    const right = Math.min(x + width, sum - y)
    if (right > left) strokes.push(`M${round(left)},${round(sum - left)}L${round(right)},${round(sum - right)}`)
  }
  return strokes.join('')
}

/** A path that is only stroked. */
export const stroked = (d: string, stroke: string, strokeWidth: number, more: Partial<ScenePath> = {}): ScenePath => ({
  kind: 'path',
  d,
  fill: 'none',
  stroke,
  strokeWidth,
  ...more,
})

/** A rectangle that is only filled. */
export const filled = ({ x, y, width, height }: Box, fill: string, more: Partial<SceneRect> = {}): SceneRect => ({
  kind: 'rect',
  x,
  y,
  width,
  height,
  fill,
  ...more,
})

/** Of the height of the type: from the middle of figures and capitals down to the base line. */
const MIDDLE_TO_BASE = 0.36

interface TextLook {
  size?: number
  anchor?: SceneText['anchor']
  weight?: Weight
  fill?: string
  name?: string
}

/** A text with its middle at a height. */
export function textAt(x: number, middle: number, text: string, look: TextLook = {}): SceneText {
  const { size = SMALL, anchor = 'start', weight = 400, fill = INK.muted, name } = look
  const y = middle + size * MIDDLE_TO_BASE
  return { kind: 'text', x, y, text, size, anchor, weight, fill, ...(name ? { name } : {}) }
}

const PAD = 2

/** A text over whatever is drawn below, with a piece of ground behind it. */
export function textOnGround(x: number, middle: number, text: string, look: TextLook = {}): SceneItem[] {
  const item = textAt(x, middle, text, look)
  const width = textWidth(text, item.size, item.weight) + 2 * PAD
  const left = item.anchor === 'start' ? x - PAD : item.anchor === 'end' ? x - width + PAD : x - width / 2
  const height = item.size * 1.3
  return [filled({ x: left, y: middle - height / 2, width, height }, INK.ground, { opacity: 0.8 }), item]
}
