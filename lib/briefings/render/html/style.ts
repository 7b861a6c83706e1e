import { INK } from '@/lib/briefings/charts/ink'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { MARK_COLOURS, markText } from '@/lib/briefings/model/terms'
import { BAND_COLOURS } from '@/lib/palette'

/** A text as a string of CSS: whatever it holds, it ends neither the string nor the style. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `)}"`

const FONTS = 'Inter, Arial, "Noto Sans", sans-serif'

/** What stands around the text of every printed page. */
function pageRules({ mark, team, title, provenance, words }: BriefingDocument): string {
  const small = `font: 7.5pt ${FONTS}; color: ${INK.muted};`
  const label = `content: ${cssString(markText(mark))}; font: bold 9pt ${FONTS}; color: ${MARK_COLOURS[mark]}; background: #000; margin: 8mm 0; padding: 0 2mm; white-space: nowrap; width: max-content;`
  const page = `${cssString(`${words.page} `)} counter(page) ${cssString(` ${words.of} `)} counter(pages)`
  const lines = [team.footer, provenance].filter((line) => line !== '').map(cssString)
  const foot = [page, ...lines].join(' "\\a " ')
  return `@page {
  size: A4; margin: 22mm 20mm 24mm;
  @top-left { content: ${cssString(title)}; ${small} text-align: left; width: 70%; }
  @top-right { ${label} }
  @bottom-left { content: ${foot}; ${small} text-align: left; white-space: pre-line; width: 75%; }
  @bottom-right { ${label} }
}
@page :first { @top-left { content: ""; } }`
}

const bandRules = (): string =>
  Object.entries(BAND_COLOURS)
    .map(([name, { light }]) => `[data-band="${name}"]::before { background: ${light}; }`)
    .join('\n')

const SCREEN = `
* { box-sizing: border-box; }
html { background: ${INK.ground}; color: ${INK.ink}; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 12mm 5mm 16mm; max-width: 180mm; font: 10.5pt/1.5 ${FONTS}; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
h1, h2, h3, p, ul, ol, dl, figure, table { margin: 0; }
h1 { font-size: 21pt; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; }
h2 { font-size: 14pt; line-height: 1.3; font-weight: 600; margin: 11mm 0 3mm; padding-top: 3mm; border-top: 0.75pt solid ${INK.ink}; }
h3 { font-size: 11.5pt; line-height: 1.35; font-weight: 600; margin: 8mm 0 2mm; }
p + p, section > * + * { margin-top: 3mm; }
section > h2 + *, section > h3 + * { margin-top: 0; }
ul, ol { padding-left: 5.5mm; }
li + li { margin-top: 1.2mm; }
li::marker { color: ${INK.faint}; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 0.5pt; text-underline-offset: 2pt; }
sup { font-size: 0.7em; line-height: 0; }
sup a { text-decoration: none; padding: 0 0.5pt; }
sup a:hover, sup a:focus { text-decoration: underline; }
small.by { color: ${INK.muted}; font-size: 0.85em; }
:focus-visible { outline: 2px solid ${INK.ink}; outline-offset: 2px; }
.mark { background: #000; font-weight: 700; font-size: 9pt; padding: 1pt 2mm; white-space: nowrap; }
.head { display: flex; justify-content: space-between; align-items: flex-start; gap: 6mm; margin-bottom: 9mm; }
.team { display: flex; align-items: center; gap: 3mm; font-weight: 600; }
.team img { display: block; max-height: 13mm; max-width: 60mm; width: auto; height: auto; }
.subtitle { font-size: 12pt; margin-top: 2mm; }
.as-of { color: ${INK.muted}; margin-top: 1mm; }
.lead { font-size: 15pt; line-height: 1.38; font-weight: 600; }
nav { margin-top: 7mm; }
nav ul { list-style: none; padding: 0; columns: 2; column-gap: 8mm; font-size: 9.5pt; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(38mm, 1fr)); border-top: 0.5pt solid ${INK.line}; }
.figures > div { position: relative; padding: 2.5mm 3mm 3mm 0; border-bottom: 0.5pt solid ${INK.line}; }
.figures > div.band { padding-left: 4mm; }
.figures > div.band::before { content: ""; position: absolute; left: 0; top: 3mm; bottom: 3mm; width: 1.5mm; }
.figures dt { color: ${INK.muted}; font-size: 8.5pt; line-height: 1.3; }
.figures dd { margin: 0; }
.figures .value { font-size: 17pt; line-height: 1.25; font-weight: 600; letter-spacing: -0.01em; }
.figures .note { color: ${INK.muted}; font-size: 8.5pt; line-height: 1.35; }
.wide { overflow-x: auto; }
figure { margin: 5mm 0; }
figcaption { font-size: 9.5pt; margin-bottom: 2mm; }
figcaption .reading { color: ${INK.muted}; }
figure svg { display: block; width: 100%; min-width: 150mm; max-width: 100%; height: auto; }
.source { color: ${INK.muted}; font-size: 8pt; margin-top: 1.5mm; }
table { border-collapse: collapse; width: 100%; min-width: 150mm; font-size: 8.75pt; line-height: 1.4; overflow-wrap: break-word; }
.long { overflow-wrap: anywhere; }
caption { text-align: left; font-size: 9.5pt; font-weight: 600; padding-bottom: 1.5mm; }
th, td { text-align: left; vertical-align: top; padding: 1.3mm 2.5mm 1.3mm 0; border-bottom: 0.5pt solid ${INK.line}; font-weight: 400; }
thead th { color: ${INK.muted}; border-bottom: 0.75pt solid ${INK.lineStrong}; vertical-align: bottom; }
th:last-child, td:last-child { padding-right: 0; }
.right { text-align: right; }
span.band { display: inline-flex; align-items: baseline; gap: 1.5mm; }
span.band::before { content: ""; width: 2.2mm; height: 2.2mm; flex: none; }
.notes { font-size: 8.75pt; line-height: 1.45; padding-left: 8mm; }
.notes q { quotes: "“" "”"; }
.back { text-decoration: none; padding: 0 1mm; }
.foot { display: flex; justify-content: space-between; align-items: flex-end; gap: 6mm; margin-top: 12mm; padding-top: 3mm; border-top: 0.5pt solid ${INK.lineStrong}; color: ${INK.muted}; font-size: 8pt; }
`

const EDITABLE = `
[data-key] { cursor: text; border-radius: 2px; }
[data-key]:hover, [data-key]:focus { background: #eef1f6; box-shadow: 0 0 0 2px #eef1f6; outline: none; }
[data-key]:focus { box-shadow: 0 0 0 2px ${INK.ink}; }
[data-by="edited"] { background: ${INK.sunken}; }
[data-unmatched] { text-decoration: underline wavy #b42318 1pt; text-underline-offset: 3pt; }
`

const PRINT = `
@media print {
  body { padding: 0; max-width: none; }
  .head > .mark, .foot, nav { display: none; }
  .head { margin-bottom: 6mm; }
  h2, h3, figcaption, caption { break-after: avoid; }
  h2, h3, figure, tr, li, .figures > div { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  .wide { overflow: visible; }
  table, figure svg { min-width: 0; }
}
`

/** The style of a document: on a screen as on paper. */
export const styleOf = (document: BriefingDocument, editable: boolean): string =>
  [pageRules(document), SCREEN, bandRules(), editable ? EDITABLE : '', PRINT].join('\n')
