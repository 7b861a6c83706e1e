import { escapeXml } from '@/lib/briefings/charts/svg'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { MARK_COLOURS, markText } from '@/lib/briefings/model/terms'
import { sectionHtml } from './html/blocks'
import { HtmlText } from './html/runs'
import { styleOf } from './html/style'
import type { Renderer, Rendering } from './rendering'

interface HtmlOptions {
  /** Sentences can be focused and show where they are hovered: for the editor's preview. */
  editable?: boolean
}

/** Nothing but the file itself: no script, nothing from elsewhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

const meta = (name: string, content: string): string => `<meta name="${name}" content="${escapeXml(content)}">`

const markHtml = ({ mark }: BriefingDocument): string =>
  `<span class="mark" style="color:${MARK_COLOURS[mark]}">${markText(mark)}</span>`

function headHtml(document: BriefingDocument, editable: boolean): string {
  const { title, subtitle, mark, team } = document
  return [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    meta('viewport', 'width=device-width, initial-scale=1'),
    meta('referrer', 'no-referrer'),
    meta('robots', 'noindex'),
    meta('generator', 'Dyadwatch'),
    meta('author', team.name),
    meta('classification', markText(mark)),
    `<title>${escapeXml(`${title}, ${subtitle} (${markText(mark)})`)}</title>`,
    `<style>\n${styleOf(document, editable)}</style>`,
  ].join('\n')
}

function teamHtml({ team }: BriefingDocument): string {
  const { name, logo } = team
  const picture = logo
    ? `<img src="data:image/png;base64,${escapeXml(logo.png)}" width="${Number(logo.width)}" height="${Number(logo.height)}" alt="">`
    : ''
  return `<div class="team">${picture}<span>${escapeXml(name)}</span></div>`
}

/** What there is in it, where it is more than one dyad's story. */
function contentsHtml({ sections, words }: BriefingDocument): string {
  if (sections.every(({ level }) => level === 1)) return ''
  const items = sections
    .filter(({ level }) => level === 1)
    .map(({ id, title }) => `<li><a href="#${escapeXml(encodeURIComponent(id))}">${escapeXml(title)}</a></li>`)
  return `<nav aria-label="${escapeXml(words.contents)}"><ul>${items.join('')}</ul></nav>`
}

/**
 * A briefing as one HTML file that needs nothing else and runs nothing: on a screen, and printed on A4 with its mark on each page. The
 * sentences carry the figures and incidents that they rest on. O(document).
 */
export function htmlOf({ document }: Pick<Rendering, 'document'>, { editable = false }: HtmlOptions = {}): string {
  const { language, title, subtitle, asOfText, team, provenance, sections } = document
  const text = new HtmlText(document, editable)
  const lines = [team.footer, provenance].filter((line) => line !== '')
  return `<!doctype html>
<html lang="${language}">
<head>
${headHtml(document, editable)}
</head>
<body>
<header>
<div class="head">${teamHtml(document)}${markHtml(document)}</div>
<h1>${escapeXml(title)}</h1>
<p class="subtitle">${escapeXml(subtitle)}</p>
<p class="as-of">${escapeXml(asOfText)}</p>
${contentsHtml(document)}
</header>
<main>
${sections.map((section) => sectionHtml(text, section)).join('\n')}
</main>
<footer class="foot"><div>${lines.map((line) => `<p>${escapeXml(line)}</p>`).join('')}</div>${markHtml(document)}</footer>
</body>
</html>
`
}

/** The HTML file as bytes. */
export const renderHtml: Renderer = async (rendering, { signal, onProgress } = {}) => {
  signal?.throwIfAborted()
  const bytes = new TextEncoder().encode(htmlOf(rendering))
  onProgress?.(1)
  return bytes
}
