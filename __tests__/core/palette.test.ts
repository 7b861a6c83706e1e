import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inkShareOf } from '@/components/countries/grid-look'
import { CATEGORIES } from '@/lib/core/codebook'
import { bandsOf, DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { BAND_COLOURS, bandColour, CATEGORY_COLOURS } from '@/lib/palette'

const css = readFileSync(join(process.cwd(), 'app/globals.css'), 'utf8')

/** The hex variables of the first rule that begins with `selector`. */
function variablesOf(selector: string): Map<string, string> {
  const from = css.indexOf(`\n${selector} {`)
  const rule = css.slice(from, css.indexOf('\n}', from))
  return new Map([...rule.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]))
}

/** Relative luminance of a hex colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((first, second) => second - first)
  return (light + 0.05) / (dark + 0.05)
}

const themes = [
  { selector: ':root', key: 'light', onKey: 'onLight' },
  { selector: '.dark', key: 'dark', onKey: 'onDark' },
] as const

test('every band of the score and every category has a colour', () => {
  for (const { name } of bandsOf(DEFAULT_PARAMETERS))
    expect(bandColour(name).css).toBe(`var(--band-${name.toLowerCase()})`)
  expect(Object.keys(CATEGORY_COLOURS)).toEqual([...CATEGORIES])
})

test('a band that does not exist has no colour', () => {
  expect(() => bandColour('Panic')).toThrow(RangeError)
})

test.each(themes)('the stylesheet has the same colours as the pictures, $key', ({ selector, key, onKey }) => {
  const variables = variablesOf(selector)
  for (const [name, colour] of Object.entries(BAND_COLOURS)) {
    expect(variables.get(`--band-${name.toLowerCase()}`)).toBe(colour[key])
    expect(variables.get(`--on-band-${name.toLowerCase()}`)).toBe(colour[onKey])
  }
  for (const [name, colour] of Object.entries(CATEGORY_COLOURS)) {
    expect(variables.get(`--category-${name}`)).toBe(colour[key])
  }
})

test.each(themes)('text can be read on every ground and band, $key', ({ selector }) => {
  const variables = variablesOf(selector)
  const at = (name: string) => variables.get(name) ?? 'missing'
  for (const ink of ['--ink', '--ink-muted', '--ink-faint', '--danger']) {
    for (const ground of ['--ground', '--ground-sunken', '--ground-raised']) {
      expect(contrast(at(ink), at(ground))).toBeGreaterThanOrEqual(4.5)
    }
  }
  for (const name of Object.keys(BAND_COLOURS).map((band) => band.toLowerCase())) {
    expect(contrast(at(`--on-band-${name}`), at(`--band-${name}`))).toBeGreaterThanOrEqual(4.5)
  }
  for (const tone of ['danger', 'warning', 'success']) {
    expect(contrast(at(`--${tone}`), at(`--${tone}-ground`))).toBeGreaterThanOrEqual(4.5)
  }
})

test.each([
  ['light', ':root'],
  ['dark', '.dark'],
])('a figure reads on every shade of the grid of countries, %s', (_, selector) => {
  const colours = variablesOf(selector)
  const [ink, ground] = [colours.get('--ink') ?? '', colours.get('--ground-raised') ?? '']
  const part = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  for (let shade = 0.12; shade <= 1; shade += 0.01) {
    const share = Math.round(inkShareOf(shade) * 100) / 100
    const mixed = [1, 3, 5].map((at) => Math.round(share * part(ink, at) + (1 - share) * part(ground, at)))
    const fill = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    expect([shade, contrast(fill, shade >= 0.5 ? ground : ink) >= 4.5]).toEqual([shade, true])
  }
})
