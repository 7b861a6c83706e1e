import { INK, SMALL } from './ink'
import type { SceneItem } from './scene'
import { filled, textAt } from './shapes'
import { fitText, textWidth } from './text-width'

/** How a line is drawn. */
export interface LineLook {
  stroke: string
  strokeWidth: number
  dash?: readonly number[]
}

/** A name with what it stands for: a line, a line in an area, or a filled square. */
export type LegendEntry = { label: string } & ({ line: LineLook; area?: boolean } | { square: string })

const SWATCH = { line: 30, square: 10 }
const GAP = 6
const BETWEEN = 18
const ROW = 17

/** A legend over the width of a picture, in as many rows as it takes, from the top; and how high it is. */
export function legendOf(entries: readonly LegendEntry[], width: number): { items: SceneItem[]; height: number } {
  const items: SceneItem[] = []
  let [x, row] = [0, 0]
  for (const entry of entries) {
    const swatch = 'square' in entry ? SWATCH.square : SWATCH.line
    const label = fitText(entry.label, width - swatch - GAP, SMALL)
    const taken = swatch + GAP + textWidth(label, SMALL)
    if (x > 0 && x + taken > width) [x, row] = [0, row + 1]
    const middle = row * ROW + ROW / 2 - 1
    items.push(
      ...swatchOf(entry, x, middle),
      textAt(x + swatch + GAP, middle, label, { name: `legend:${entry.label}` }),
    )
    x += taken + BETWEEN
  }
  return { items, height: entries.length === 0 ? 0 : (row + 1) * ROW + 4 }
}

function swatchOf(entry: LegendEntry, x: number, middle: number): SceneItem[] {
  if ('square' in entry) {
    const side = SWATCH.square
    return [filled({ x, y: middle - side / 2, width: side, height: side }, entry.square)]
  }
  const area = { x, y: middle - 5, width: SWATCH.line, height: 10 }
  const line: SceneItem = { kind: 'line', x1: x, x2: x + SWATCH.line, y1: middle, y2: middle, ...entry.line }
  return entry.area ? [filled(area, INK.ink, { opacity: 0.13 }), line] : [line]
}
