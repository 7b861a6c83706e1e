import type { Category } from '@/lib/core/codebook/categories'

/** A colour with one meaning: its CSS variable, and its values for pictures that leave the page. */
export interface Colour {
  /** `var(--…)`, which follows the theme. */
  css: string
  light: string
  dark: string
}

export type BandName = 'Cooperative' | 'Calm' | 'Strained' | 'Tense' | 'Severe' | 'Crisis' | 'Rupture'

/** A band's colour with the text colour that reads on it (WCAG AA). */
export interface BandColour extends Colour {
  onCss: string
  onLight: string
  onDark: string
}

const DARK_TEXT = '#0b0c0e'
const LIGHT_TEXT = '#ffffff'

const band = (name: string, light: string, dark: string, onLight: string, onDark: string): BandColour => ({
  css: `var(--band-${name})`,
  light,
  dark,
  onCss: `var(--on-band-${name})`,
  onLight,
  onDark,
})

/** The bands' colours; the same values stand in `app/globals.css`. */
export const BAND_COLOURS: Readonly<Record<BandName, BandColour>> = {
  Cooperative: band('cooperative', '#2b8a7e', '#45b3a4', DARK_TEXT, DARK_TEXT),
  Calm: band('calm', '#94a3b8', '#94a3b8', DARK_TEXT, DARK_TEXT),
  Strained: band('strained', '#e9c46a', '#e9c46a', DARK_TEXT, DARK_TEXT),
  Tense: band('tense', '#f4a261', '#f4a261', DARK_TEXT, DARK_TEXT),
  Severe: band('severe', '#e76f51', '#ec8266', DARK_TEXT, DARK_TEXT),
  Crisis: band('crisis', '#c1272d', '#e5484d', LIGHT_TEXT, DARK_TEXT),
  Rupture: band('rupture', '#5c0a1e', '#c2255c', LIGHT_TEXT, LIGHT_TEXT),
}

const category = (name: Category, light: string, dark: string): Colour => ({
  css: `var(--category-${name})`,
  light,
  dark,
})

/** The categories' colours: Paul Tol's muted scheme, with lighter twins for the dark. */
export const CATEGORY_COLOURS: Readonly<Record<Category, Colour>> = {
  diplomatic: category('diplomatic', '#332288', '#8f83e0'),
  cultural: category('cultural', '#aa4499', '#d07cc4'),
  media: category('media', '#88ccee', '#9bd5f2'),
  legal: category('legal', '#999933', '#bdbd5c'),
  economic: category('economic', '#117733', '#4fb374'),
  people: category('people', '#ddcc77', '#e6d78f'),
  security: category('security', '#882255', '#cf5f8a'),
  cyber: category('cyber', '#44aa99', '#6cc9ba'),
}

const isBandName = (name: string): name is BandName => Object.hasOwn(BAND_COLOURS, name)

/**
 * The colour of a band by its name.
 * @throws RangeError when no band has that name.
 */
export function bandColour(name: string): BandColour {
  if (!isBandName(name)) throw new RangeError(`no band is called "${name}"`)
  return BAND_COLOURS[name]
}
