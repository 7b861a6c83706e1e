import type { TextStyle } from './fonts'

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const
/** About 20 mm at the sides; heads and feet stand in the wider ones. */
export const MARGIN = { left: 56.7, right: 56.7, top: 68, bottom: 72 } as const
export const CONTENT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right
export const CONTENT_HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom

export const INK = '#16181b'
export const MUTED = '#565a61'
export const LINE = '#d9d9d5'
export const STRONG_LINE = '#85888d'

const style = (size: number, weight: 400 | 600 = 400, colour = INK): TextStyle => ({ size, weight, colour })

export const STYLES = {
  title: style(12, 600),
  subtitle: style(9.5, 400, MUTED),
  headline: style(18, 600),
  /** The lead of every dyad but the first. */
  lead: style(13, 600),
  chapter: style(19, 600),
  section: style(13, 600),
  part: style(11.5, 600),
  body: style(9.5),
  caption: style(8.5, 600),
  small: style(8, 400, MUTED),
  cell: style(8.25),
  head: style(7.5, 600, MUTED),
  note: style(8.25),
  keyLabel: style(7.5, 400, MUTED),
  keyValue: style(16, 600),
  keyNote: style(7.5, 400, MUTED),
  frame: style(7.5, 400, MUTED),
  mark: style(12, 600),
} as const satisfies Record<string, TextStyle>

/** Height of a line of text. */
export const leadingOf = ({ size }: TextStyle): number => Math.round(size * (size > 14 ? 1.26 : 1.42) * 4) / 4

/** Where the base line lies in a line of text. */
export const baselineOf = (style: TextStyle): number => leadingOf(style) / 2 + style.size * 0.36
