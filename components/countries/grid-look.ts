import type { CSSProperties } from 'react'
import { shadeOf } from '@/components/charts/model/heat'
import { bandColour } from '@/components/ui/palette'
import type { GridCell } from '@/lib/compare/views'

/** From this shade on a figure is written in the colour of the ground. */
const DARK_SHADE = 0.55

/**
 * How a cell is filled: a close by its band; a direction's part by how dark the ink is, as in the other heat map, and outlined where
 * it relieves. What was not checked is hatched by a class of its own.
 */
export function cellLook(cell: GridCell, figure: 'close' | 'direction', most: number): CSSProperties {
  if (!cell.covered) return { color: 'var(--ink-muted)' }
  if (figure === 'close') {
    const { css, onCss } = bandColour(cell.band)
    return { backgroundColor: css, color: onCss }
  }
  if (cell.figure < 0) return { boxShadow: 'inset 0 0 0 2px var(--band-cooperative)', color: 'var(--ink)' }
  const shade = shadeOf(cell.figure, most)
  return {
    backgroundColor: `color-mix(in srgb, var(--ink) ${Math.round(shade * 100)}%, var(--ground-raised))`,
    color: shade >= DARK_SHADE ? 'var(--ground-raised)' : 'var(--ink)',
  }
}

/** The largest part that a cell shows, to which the shades run. */
export const mostOf = (cells: readonly GridCell[]): number =>
  cells.reduce((most, { covered, figure }) => (covered ? Math.max(most, Math.abs(figure)) : most), 0)
