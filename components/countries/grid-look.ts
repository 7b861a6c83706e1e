import type { CSSProperties } from 'react'
import { shadeOf } from '@/lib/charts/heat'
import type { GridCell } from '@/lib/compare/views'
import { bandColour } from '@/lib/palette'

/** From this shade on a figure is written in the colour of the ground. */
const TURN = 0.5
const [LEAST, PALE_MOST, DEEP_LEAST] = [0.12, 0.38, 0.62]

/**
 * The share of ink of a shade from 0.12 to 1. Shares between 0.38 and 0.62 are left out: in one theme or the other neither ink nor ground
 * would read on them (WCAG AA).
 */
export const inkShareOf = (shade: number): number =>
  shade < TURN
    ? LEAST + ((shade - LEAST) / (TURN - LEAST)) * (PALE_MOST - LEAST)
    : DEEP_LEAST + ((shade - TURN) / (1 - TURN)) * (1 - DEEP_LEAST)

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
  if (shade === 0) return { color: 'var(--ink)' }
  return {
    backgroundColor: `color-mix(in srgb, var(--ink) ${Math.round(inkShareOf(shade) * 100)}%, var(--ground-raised))`,
    color: shade >= TURN ? 'var(--ground-raised)' : 'var(--ink)',
  }
}

/** The largest part that a cell shows, to which the shades run. */
export const mostOf = (cells: readonly GridCell[]): number =>
  cells.reduce((most, { covered, figure }) => (covered ? Math.max(most, Math.abs(figure)) : most), 0)
