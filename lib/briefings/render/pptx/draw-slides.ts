import type PptxGenJS from 'pptxgenjs'
import type { BriefingDocument, KeyFigure, Run, TableCell } from '@/lib/briefings/model/document'
import { groupedRuns } from '@/lib/briefings/render/office/document-runs'
import { FONT, GREY, hexOf, INK, OFFICE_LANGUAGE, RULE } from '@/lib/briefings/render/office/look'
import { BAND_COLOURS, type BandName } from '@/lib/palette'
import { BOXES, POINTS, WIDTH } from './geometry'
import { CONTENT } from './masters'
import { cutToLines, heightOf, linesOf } from './measure'
import type { NativeChart } from './native-chart'
import { plainText, type SlideBody, type SlidePlan, type SlideTable, type SlideText } from './slide-plan'
import { spokenText } from './spoken'
import { CELL_AIR } from './table-slides'
import { PARAGRAPH_AIR } from './text-slides'

type Slide = PptxGenJS.Slide
type TextProps = PptxGenJS.TextProps
type TextOptions = PptxGenJS.TextPropsOptions

const FIGURES_A_ROW = 4
const MARK_WIDTH = 3
const BULLET_POINTS = 20
/** Keeps the numbers of a sentence's sources on one line. */
const WHOLE_COMMA = ',\u00a0'

const bandMark = (band: string | null | undefined): string | null =>
  band && Object.hasOwn(BAND_COLOURS, band) ? hexOf(BAND_COLOURS[band as BandName].light) : null

/** Draws planned slides into a presentation, and keeps the charts that are to stand in it. */
export class SlideDrawer {
  readonly charts: NativeChart[] = []
  readonly #lang: string

  constructor(
    readonly deck: PptxGenJS,
    readonly document: BriefingDocument,
  ) {
    this.#lang = OFFICE_LANGUAGE[document.language]
  }

  draw(plan: SlidePlan): void {
    const slide = this.deck.addSlide({ masterName: CONTENT })
    slide.addText(plan.kicker, { ...BOXES.kicker, ...this.#look(POINTS.label, GREY), valign: 'middle' })
    this.#title(slide, plan.title)
    this.#body(slide, plan.body)
    slide.addNotes(spokenText(plan, this.document))
  }

  #look(points: number, color = INK): TextOptions {
    return { fontFace: FONT, fontSize: points, color, margin: 0, lang: this.#lang, fit: 'none' }
  }

  /** In the title's own place, so that outlines and screen readers find it; without numbers of sources. */
  #title(slide: Slide, runs: readonly Run[]): void {
    const text = plainText(runs)
    const { w } = BOXES.title
    const isShort = linesOf(text, w, POINTS.title, 600) <= 2
    const points = isShort ? POINTS.title : POINTS.longTitle
    const whole = isShort ? text : cutToLines(text, 3, w, points, 600)
    slide.addText([{ text: whole, options: { ...this.#look(points), bold: true } }], { placeholder: 'title' })
  }

  #body(slide: Slide, body: SlideBody): void {
    switch (body.kind) {
      case 'text':
      case 'sources':
        slide.addText(this.#paragraphs(body.paragraphs, body.points), {
          ...BOXES.body,
          ...this.#look(body.points),
          valign: 'top',
        })
        break
      case 'figures':
        body.items.forEach((item, index) => {
          this.#figure(slide, item, index)
        })
        break
      case 'chart':
        this.#chart(slide, body)
        break
      case 'table':
        this.#table(slide, body.table, body.caption)
        break
    }
  }

  /** Stretches of a paragraph; numbers of sources are raised. */
  #runs(runs: readonly Run[], options: TextOptions, comma = ', '): TextProps[] {
    return groupedRuns(runs).map(
      (group): TextProps =>
        group.kind === 'notes'
          ? { text: group.numbers.join(comma), options: { ...options, superscript: true } }
          : { text: group.text, options: { ...options, ...(group.strong ? { bold: true } : {}) } },
    )
  }

  #paragraphs(paragraphs: readonly SlideText[], points: number): TextProps[] {
    return paragraphs.flatMap(({ runs, bullet }): TextProps[] => {
      const look = { ...this.#look(points), paraSpaceAfter: points * PARAGRAPH_AIR }
      const mark: TextOptions =
        bullet === 'none'
          ? {}
          : bullet === 'dot'
            ? { bullet: { indent: BULLET_POINTS } }
            : { bullet: { type: 'number', indent: BULLET_POINTS, numberStartAt: bullet.number } }
      const parts = this.#runs(runs, look, WHOLE_COMMA)
      // The library begins a paragraph where a stretch has a bullet, and ends one after `breakLine`.
      return parts.map(({ text, options }, index) => ({
        text,
        options: {
          ...options,
          ...(index === 0 ? mark : {}),
          ...(index === parts.length - 1 ? { breakLine: true } : {}),
        },
      }))
    })
  }

  #figure(slide: Slide, { label, value, note, band }: KeyFigure, index: number): void {
    const [column, row] = [index % FIGURES_A_ROW, Math.floor(index / FIGURES_A_ROW)]
    const gap = 0.25
    const w = (WIDTH - gap * (FIGURES_A_ROW - 1)) / FIGURES_A_ROW
    const [x, y] = [BOXES.body.x + column * (w + gap), BOXES.body.y + 0.1 + row * 2.35]
    const mark = bandMark(band)
    slide.addShape('rect', { x, y, w, h: mark ? 0.09 : 0.025, fill: { color: mark ?? INK }, line: { type: 'none' } })
    const small = (text: string, most: number) => cutToLines(text, most, w, POINTS.label)
    const text: TextProps[] = [
      { text: small(label, 2), options: { ...this.#look(POINTS.label, GREY), breakLine: true } },
      {
        text: cutToLines(plainText(value), 1, w, POINTS.figure, 600),
        options: { ...this.#look(POINTS.figure), bold: true, breakLine: true },
      },
      { text: small(plainText(note), 3), options: this.#look(POINTS.label, GREY) },
    ]
    slide.addText(
      text.filter((part) => part.text !== ''),
      { x, y: y + 0.16, w, h: 1.95, ...this.#look(POINTS.caption), valign: 'top' },
    )
  }

  #chart(slide: Slide, { chart, alt, caption, source, name }: Extract<SlideBody, { kind: 'chart' }>): void {
    const { x, y, w, h } = BOXES.body
    const text = plainText(caption)
    const lines = text === '' ? 0 : Math.min(3, linesOf(text, w, POINTS.caption))
    const below = heightOf(lines, POINTS.caption) + heightOf(1, POINTS.small) + 0.16
    this.charts.push(chart)
    // Only its place: the part that draws it, and its workbook, are put in when the file is written.
    const place = [{ name: '', labels: [''], values: [0] }]
    slide.addChart('line', place, { x, y, w, h: h - below, altText: alt, objectName: name })
    const shown =
      linesOf(text, w, POINTS.caption) > 3
        ? [{ text: cutToLines(text, 3, w, POINTS.caption), typed: true as const }]
        : caption
    if (lines > 0)
      slide.addText(this.#runs(shown, this.#look(POINTS.caption)), {
        x,
        y: y + h - below + 0.06,
        w,
        h: heightOf(lines, POINTS.caption) + 0.04,
        ...this.#look(POINTS.caption),
        valign: 'top',
      })
    slide.addText(cutToLines(source, 1, w, POINTS.small), {
      x,
      y: y + h - heightOf(1, POINTS.small) - 0.02,
      w,
      h: heightOf(1, POINTS.small),
      ...this.#look(POINTS.small, GREY),
      valign: 'middle',
    })
  }

  #table(slide: Slide, { name, columns, rows, heights }: SlideTable, caption: readonly Run[]): void {
    const { x, y, w, h } = BOXES.body
    const none = { type: 'none' as const }
    const line = (pt: number, color: string) => ({ type: 'solid' as const, pt, color })
    const cell = ({ runs, band }: TableCell, align: 'left' | 'right', isHead: boolean): PptxGenJS.TableCell => {
      const mark = bandMark(band)
      const options = {
        ...this.#look(isHead ? POINTS.tableHead : POINTS.table, isHead ? GREY : INK),
        align,
        valign: 'top' as const,
        ...(isHead ? { bold: true } : {}),
      }
      const border: [object, object, object, object] = [
        none,
        none,
        isHead ? line(1, INK) : line(0.5, RULE),
        mark ? line(MARK_WIDTH, mark) : none,
      ]
      return {
        text: this.#runs(runs.length > 0 ? runs : [{ text: ' ' }], options).map((part) => ({
          ...part,
          options: { ...part.options },
        })),
        options: {
          ...options,
          border: border as PptxGenJS.TableCellProps['border'],
          margin: [CELL_AIR.down, CELL_AIR.across, CELL_AIR.down, CELL_AIR.across],
        },
      }
    }
    const head = columns.map(({ label, align }) => cell({ runs: [{ text: label }] }, align, true))
    const body = rows.map((row) => columns.map(({ align }, index) => cell(row[index], align, false)))
    slide.addTable([head, ...body], {
      x,
      y,
      w,
      colW: columns.map(({ width }) => width),
      rowH: [...heights],
      objectName: name,
      autoPage: false,
    })
    if (caption.length === 0) return
    slide.addText(this.#runs(caption, this.#look(POINTS.caption)), {
      x,
      y: y + h - 0.36,
      w,
      h: 0.36,
      ...this.#look(POINTS.caption),
      valign: 'bottom',
    })
  }
}
