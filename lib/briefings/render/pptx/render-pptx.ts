import { setImmediate } from 'node:timers/promises'
import PptxGenJS from 'pptxgenjs'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import { cleanStrings } from '@/lib/briefings/render/office/clean-strings'
import { FONT, GREY, INK, OFFICE_LANGUAGE } from '@/lib/briefings/render/office/look'
import { fileOf, partsOf } from '@/lib/briefings/render/office/package-parts'
import type { Renderer } from '@/lib/briefings/render/rendering'
import { SlideDrawer } from './draw-slides'
import { BOXES, WIDTH } from './geometry'
import { defineMasters, OPENING } from './masters'
import { cutToLines } from './measure'
import { planSlides } from './plan-slides'
import { settlePresentation } from './settle'

/** Room for a team's logo, in inches, and pixels an inch. */
const LOGO = { w: 2.2, h: 0.8 }
const PIXELS_AN_INCH = 96
/** Shares of the work that are done when the slides are drawn, and when the file is written. */
const DRAWN = 0.5
const WRITTEN = 0.9
/** Slides that are drawn before others may have their turn. */
const SLIDES_A_TURN = 10

function openingSlide(deck: PptxGenJS, document: BriefingDocument): void {
  const { team, title, subtitle, asOfText, language, provenance } = document
  const slide = deck.addSlide({ masterName: OPENING })
  const look = { fontFace: FONT, margin: 0, lang: OFFICE_LANGUAGE[language], fit: 'none' as const }
  const line = (text: string, y: number, points: number, color: string) => {
    const box = { x: BOXES.title.x, y, w: WIDTH, h: points / 40 }
    if (text !== '')
      slide.addText(cutToLines(text, 1, WIDTH, points), { ...box, ...look, fontSize: points, color, valign: 'middle' })
  }
  if (team.logo) {
    const { width, height, png } = team.logo
    const scale = Math.min(LOGO.w / width, LOGO.h / height, 1 / PIXELS_AN_INCH)
    const box = { x: BOXES.title.x, y: 0.4, w: width * scale, h: height * scale }
    slide.addImage({ data: `image/png;base64,${png}`, altText: team.name, ...box })
  }
  line(team.name, 1.3, 14, GREY)
  slide.addText([{ text: cutToLines(title, 2, WIDTH, 40, 600), options: { lang: look.lang } }], {
    placeholder: 'title',
  })
  line(subtitle, 3.75, 22, INK)
  line(asOfText, 4.45, 14, GREY)
  slide.addNotes([title, subtitle, asOfText, provenance].join('\n'))
}

/**
 * A briefing as slides of 16:9: one message a slide, charts that PowerPoint draws and whose numbers can be edited, and the sentences with their
 * sources in the speaker's notes. The same rendering gives the same bytes.
 * @throws the signal's reason when it is aborted.
 */
export const renderPptx: Renderer = async (rendering, { signal, onProgress } = {}) => {
  const { figures, data } = rendering
  const document = cleanStrings(rendering.document)
  const deck = new PptxGenJS()
  deck.title = document.title
  deck.subject = document.subtitle
  deck.author = document.team.name
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT }
  defineMasters(deck, document)
  openingSlide(deck, document)
  const drawer = new SlideDrawer(deck, document)
  const plans = planSlides({ document, figures, data })
  for (const [index, plan] of plans.entries()) {
    if (index % SLIDES_A_TURN === 0) await setImmediate()
    signal?.throwIfAborted()
    drawer.draw(plan)
    onProgress?.((DRAWN * (index + 1)) / plans.length)
  }
  const written = await deck.write({ outputType: 'uint8array', compression: false })
  signal?.throwIfAborted()
  onProgress?.(WRITTEN)
  if (!(written instanceof Uint8Array)) throw new TypeError('pptxgenjs wrote no bytes')
  const bytes = fileOf(settlePresentation(partsOf(written), drawer.charts, document))
  onProgress?.(1)
  return bytes
}
