import type PptxGenJS from 'pptxgenjs'
import { textWidth } from '@/lib/briefings/charts/text-width'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { MARK_COLOURS, markText } from '@/lib/briefings/model/terms'
import { BLACK, FONT, GREY, hexOf, INK, OFFICE_LANGUAGE, RULE } from '@/lib/briefings/render/office/look'
import { BOXES, POINTS, POINTS_AN_INCH, SLIDE, WIDTH } from './geometry'
import { cutToLines } from './measure'

/** Names of the two masters. */
export const OPENING = 'Opening'
export const CONTENT = 'Content'

type Box = { x: number; y: number; w: number; h: number }
type MasterObject = NonNullable<PptxGenJS.SlideMasterProps['objects']>[number]

const MARK_AIR = 0.2

/** A mark's box as wide as its text, its right edge where the given one is. */
function markBox(text: string, { x, y, w, h }: Box, points: number): Box {
  const width = Math.min(w, textWidth(text, points, 600) / POINTS_AN_INCH + MARK_AIR)
  return { x: x + w - width, y, w: width, h }
}

/** The masters of a briefing's slides: the mark, the footer and the number stand on each, as TLP 2.0 asks, whoever adds a slide. */
export function defineMasters(deck: PptxGenJS, document: BriefingDocument): void {
  const { mark, team, provenance, language } = document
  const lang = OFFICE_LANGUAGE[language]
  const text = markText(mark)
  const look = { fontFace: FONT, margin: 0, lang }
  const marked = (box: Box, points: number): MasterObject => ({
    text: {
      text,
      options: {
        ...markBox(text, box, points),
        ...look,
        fontSize: points,
        bold: true,
        color: hexOf(MARK_COLOURS[mark]),
        fill: { color: BLACK },
        align: 'center',
        valign: 'middle',
      },
    },
  })
  const line = (content: string, box: Box): MasterObject => ({
    text: {
      text: cutToLines(content, 1, box.w, POINTS.small),
      options: { ...box, ...look, fontSize: POINTS.small, color: GREY, valign: 'middle' },
    },
  })
  const frame: MasterObject[] = [
    marked(BOXES.mark, POINTS.label),
    marked(BOXES.lowerMark, POINTS.tableHead),
    { line: { ...BOXES.rule, line: { color: RULE, width: 0.75 } } },
    ...(team.footer === '' ? [] : [line(team.footer, BOXES.footer)]),
    ...(provenance === '' ? [] : [line(provenance, BOXES.provenance)]),
  ]
  const title = (box: Box, points: number, valign: 'top' | 'bottom'): MasterObject => ({
    placeholder: {
      options: {
        name: 'title',
        type: 'title',
        ...box,
        ...look,
        fontSize: points,
        bold: true,
        color: INK,
        align: 'left',
        valign,
      },
      text: '',
    },
  })
  const slideNumber = { ...BOXES.number, fontFace: FONT, fontSize: POINTS.small, color: GREY, align: 'right' as const }
  deck.defineSlideMaster({
    title: OPENING,
    background: { color: 'FFFFFF' },
    objects: [...frame, title({ x: BOXES.title.x, y: 1.7, w: WIDTH, h: 1.9 }, 40, 'bottom')],
    slideNumber,
  })
  deck.defineSlideMaster({
    title: CONTENT,
    background: { color: 'FFFFFF' },
    objects: [...frame, title(BOXES.title, POINTS.title, 'top')],
    slideNumber,
  })
  deck.defineLayout({ name: 'BRIEFING', width: SLIDE.width, height: SLIDE.height })
  deck.layout = 'BRIEFING'
}
