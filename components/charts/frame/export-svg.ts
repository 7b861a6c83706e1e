/** What an exported picture says around the chart. */
export interface PictureText {
  title: string
  reading: string
  /** Where it comes from: product, dyad, method, as-of day. */
  source: string
  legend: readonly { label: string; swatch: string }[]
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'
const FONT = 'Inter, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif'
const MARGIN = 20
const HEAD = 58
const LEGEND = 24
const FOOT = 34

/** Properties that a stylesheet or a variable may set, and that a picture by itself must carry. */
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const

/** What only serves the hand and has no place in a picture. */
const CONTROLS = '.recharts-brush, [data-export="no"]'

/** Copies what is computed for each element onto its copy, and takes the controls out. */
function inline(original: Element, copy: Element): void {
  const style = getComputedStyle(original)
  for (const name of INLINED) {
    const value = style.getPropertyValue(name)
    if (value !== '') copy.setAttribute(name, value.replace(/url\("[^"#]*(#[^"]+)"\)/, 'url($1)'))
  }
  copy.removeAttribute('class')
  copy.removeAttribute('style')
  const pairs = Array.from(original.children, (child, index) => [child, copy.children[index]] as const)
  for (const [child, childCopy] of pairs) {
    if (child.matches(CONTROLS)) childCopy.remove()
    else inline(child, childCopy)
  }
}

function textAt(x: number, y: number, text: string, size: number, fill: string, weight = '400'): SVGTextElement {
  const element = document.createElementNS(SVG_NAMESPACE, 'text')
  const attributes = { x, y, fill, 'font-size': size, 'font-weight': weight }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.textContent = text
  return element
}

function rectAt(x: number, y: number, width: number, height: number, fill: string): SVGRectElement {
  const element = document.createElementNS(SVG_NAMESPACE, 'rect')
  const attributes = { x, y, width, height, fill }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}

/** A legend under the heading; how wide a text is drawn is guessed from its length. */
function legendOf(legend: PictureText['legend'], ink: string, host: HTMLElement): SVGElement[] {
  let x = MARGIN
  const probe = document.createElement('span')
  host.append(probe)
  const elements = legend.flatMap(({ label, swatch }) => {
    probe.style.color = swatch
    const colour = getComputedStyle(probe).color
    const drawn = [rectAt(x, HEAD + 4, 10, 10, colour), textAt(x + 15, HEAD + 13, label, 12, ink)]
    x += 15 + label.length * 6.8 + 16
    return drawn
  })
  probe.remove()
  return elements
}

/** A chart on the page as a picture that stands by itself: resolved colours, its ground, heading, legend and source. */
export function standaloneSvg(
  chart: SVGSVGElement,
  text: PictureText,
): { markup: string; width: number; height: number } {
  const host = chart.parentElement ?? document.body
  const style = getComputedStyle(document.documentElement)
  const [ground, ink, muted] = ['--ground', '--ink', '--ink-muted'].map((name) => style.getPropertyValue(name).trim())
  const { width: chartWidth, height: chartHeight } = chart.getBoundingClientRect()
  const top = HEAD + (text.legend.length > 0 ? LEGEND : 0)
  const [width, height] = [chartWidth + 2 * MARGIN, top + chartHeight + FOOT]
  const picture = document.createElementNS(SVG_NAMESPACE, 'svg')
  const size = { xmlns: SVG_NAMESPACE, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT }
  for (const [name, value] of Object.entries(size)) picture.setAttribute(name, String(value))
  const copy = chart.cloneNode(true) as SVGSVGElement
  inline(chart, copy)
  copy.removeAttribute('id')
  const place = { x: MARGIN, y: top, width: chartWidth, height: chartHeight }
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value))
  picture.append(
    rectAt(0, 0, width, height, ground),
    textAt(MARGIN, 27, text.title, 16, ink, '600'),
    textAt(MARGIN, 47, text.reading, 12, muted),
    ...legendOf(text.legend, muted, host),
    copy,
    textAt(MARGIN, height - 12, text.source, 11, muted),
  )
  return { markup: new XMLSerializer().serializeToString(picture), width, height }
}
