/** Where things lie on a slide of 16:9, in inches, and how large its text is, in points. */
export const SLIDE = { width: 13.333, height: 7.5 }
const LEFT = 0.6
export const WIDTH = SLIDE.width - 2 * LEFT

export const BOXES = {
  kicker: { x: LEFT, y: 0.38, w: 9.6, h: 0.3 },
  mark: { x: SLIDE.width - LEFT - 1.75, y: 0.36, w: 1.75, h: 0.32 },
  title: { x: LEFT, y: 0.78, w: WIDTH, h: 1.02 },
  body: { x: LEFT, y: 1.98, w: WIDTH, h: 4.75 },
  rule: { x: LEFT, y: 6.9, w: WIDTH, h: 0 },
  footer: { x: LEFT, y: 6.98, w: 3.6, h: 0.26 },
  provenance: { x: LEFT + 3.7, y: 6.98, w: 5.9, h: 0.26 },
  lowerMark: { x: SLIDE.width - LEFT - 2.4, y: 6.97, w: 1.6, h: 0.27 },
  number: { x: SLIDE.width - LEFT - 0.7, y: 6.96, w: 0.7, h: 0.29 },
} as const

export const POINTS = {
  title: 24,
  longTitle: 19,
  caption: 13,
  label: 12,
  table: 12,
  tableHead: 11,
  figure: 36,
  small: 9,
} as const

/** Sizes of running text, and of sources, the largest that all of it fits a slide in; the last over as many slides as needed. */
export const TEXT_SIZES: readonly number[] = [20, 18, 16, 14]
export const SOURCE_SIZES: readonly number[] = [14, 12, 10]

/** Height of a line in shares of the size of its text. */
export const LINE = 1.22
export const POINTS_AN_INCH = 72
