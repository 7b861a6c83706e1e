import type { Scene, SceneItem } from './scene'

/** Fonts of a picture by name, the first that is there; Arial comes before one that is wider than what the places were measured for. */
const FONT_FAMILY = 'Inter, Arial, "DejaVu Sans", sans-serif'

interface SvgText {
  title: string
  /** For those who do not see it. */
  alt: string
  /** Begins the ids inside; give each picture of a page one of its own. */
  idPrefix?: string
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** What XML does not allow: controls but for spaces and those from U+007F on, halves of characters, and what is none. */
const NOT_XML = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** Text as XML and HTML hold it, in elements and in quoted attributes. */
export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replace(/[&<>"']/g, (char) => ENTITIES[char])

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

type Attributes = Record<string, string | number | undefined>

const attributes = (values: Attributes): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(typeof value === 'number' ? number(value) : (value ?? ''))}"`)
    .join('')

const strokeOf = ({
  stroke,
  strokeWidth,
  dash,
}: {
  stroke?: string
  strokeWidth?: number
  dash?: readonly number[]
}) => ({
  stroke,
  'stroke-width': strokeWidth,
  'stroke-dasharray': dash?.join(' '),
  'stroke-linejoin': stroke === undefined ? undefined : 'round',
})

function element(item: SceneItem): string {
  const { opacity } = item
  switch (item.kind) {
    case 'rect': {
      const { x, y, width, height, fill } = item
      return `<rect${attributes({ x, y, width, height, fill, ...strokeOf(item), opacity })}/>`
    }
    case 'line': {
      const { x1, y1, x2, y2 } = item
      return `<line${attributes({ x1, y1, x2, y2, ...strokeOf(item), opacity })}/>`
    }
    case 'path': {
      const { d, fill } = item
      return `<path${attributes({ d, fill, ...strokeOf(item), opacity })}/>`
    }
    case 'text': {
      const { x, y, size, anchor, weight, fill, text } = item
      const look = { 'font-size': size, 'font-weight': weight, 'text-anchor': anchor, fill, opacity }
      return `<text${attributes({ x, y, ...look })}>${escapeXml(text)}</text>`
    }
  }
}

/** A scene as SVG that stands by itself, in a file or in a page. No scripts, no styles, nothing from elsewhere. */
export function sceneSvg({ width, height, items }: Scene, { title, alt, idPrefix = 'chart' }: SvgText): string {
  const [titleId, descId] = [`${idPrefix}-title`, `${idPrefix}-desc`]
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${number(width)} ${number(height)}`,
    'font-family': FONT_FAMILY,
    role: 'img',
    'aria-labelledby': `${titleId} ${descId}`,
  })
  const heads = `<title id="${escapeXml(titleId)}">${escapeXml(title)}</title><desc id="${escapeXml(descId)}">${escapeXml(alt)}</desc>`
  return `<svg${root}>${heads}${items.map(element).join('')}</svg>`
}

/** Scenes below one another in one picture without words about it, each in its own colours and sizes; `tops` is where each begins. */
export function sheetSvg(scenes: readonly Scene[], tops: readonly number[]): string {
  const width = Math.max(...scenes.map((scene) => scene.width))
  const height = (tops.at(-1) ?? 0) + (scenes.at(-1)?.height ?? 0)
  const root = attributes({ xmlns: 'http://www.w3.org/2000/svg', width, height, 'font-family': FONT_FAMILY })
  const parts = scenes.map(
    ({ items }, index) => `<g transform="translate(0 ${number(tops[index])})">${items.map(element).join('')}</g>`,
  )
  return `<svg${root}>${parts.join('')}</svg>`
}
