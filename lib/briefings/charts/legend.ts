import { INK, SMALL } from './ink'
import type { SceneItem } from './scene'
import { filled, hatchPath, stroked, textAt } from './shapes'
import { fitText, textWidth } from './text-width'

/** How a line is drawn. */
export interface LineLook {
  stroke: string
  strokeWidth: number
  dash?: readonly number[]
}

/** A name with what it stands for: a line, a line in an area, or the hatching over what nobody checked. */
export type LegendEntry = { label: string } & ({ line: LineLook; area?: boolean } | { hatch: true })

const SWATCH = 30
const GAP = 6
const BETWEEN = 18
const ROW = 17

/** A legend over the width of a picture, in as many rows as it takes, from the top; and how high it is. */
export function legendOf(entries: readonly LegendEntry[], width: number): { items: SceneItem[]; height: number } {
  const items: SceneItem[] = []
  let [x, row] = [0, 0]
  for (const entry of entries) {
    const label = fitText(entry.label, width - SWATCH - GAP, SMALL)
    const taken = SWATCH + GAP + textWidth(label, SMALL)
    if (x > 0 && x + taken > width) [x, row] = [0, row + 1]
    const middle = row * ROW + ROW / 2 - 1
    items.push(
      ...swatchOf(entry, x, middle),
      textAt(x + SWATCH + GAP, middle, label, { name: `legend:${entry.label}` }),
    )
    x += taken + BETWEEN
  }
  return { items, height: entries.length === 0 ? 0 : (row + 1) * ROW + 4 }
}

function swatchOf(entry: LegendEntry, x: number, middle: number): SceneItem[] {
  const area = { x, y: middle - 5, width: SWATCH, height: 10 }
  if ('hatch' in entry) return [stroked(hatchPath(area), INK.hatch, 1.2)]
  const line: SceneItem = { kind: 'line', x1: x, x2: x + SWATCH, y1: middle, y2: middle, ...entry.line }
  return entry.area ? [filled(area, INK.ink, { opacity: 0.13 }), line] : [line]
}
