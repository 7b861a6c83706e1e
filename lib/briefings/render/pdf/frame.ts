import { MARK_COLOURS, markText } from '@/lib/briefings/model/terms'
import type { Fonts, TextStyle } from './fonts'
import { breakLines, fitLine, type Line } from './lines'
import type { Logo } from './logo'
import type { Painter } from './painter'
import { drawImage } from './pdfkit-parts'
import type { Sheet } from './sheet'
import { baselineOf, CONTENT_WIDTH, LINE, leadingOf, MARGIN, PAGE, STYLES } from './style'

const HEAD = { top: 28, height: 22 } as const
const FOOT = { rule: PAGE.height - 63, provenance: PAGE.height - 59, row: PAGE.height - 44, height: 20 } as const
const MARK_PADDING = 6
const LOGO_WIDTH = 130

/** What stands on every page: the mark twice, whose it is, where it comes from, and the page's number. */
export class Frame {
  readonly #mark: Line
  readonly #team: Line
  readonly #title: Line
  readonly #footer: Line
  readonly #provenance: Line

  constructor(
    readonly sheet: Sheet,
    readonly logo: Logo | null,
  ) {
    const { document, fonts } = sheet
    const style = { ...STYLES.mark, colour: MARK_COLOURS[document.mark] }
    ;[this.#mark] = breakLines(fonts, [{ text: markText(document.mark), style }], CONTENT_WIDTH)
    const room = CONTENT_WIDTH - this.#markWidth - 20
    this.#team = fitLine(
      fonts,
      { text: document.team.name, style: { ...STYLES.frame, weight: 600 } },
      room - LOGO_WIDTH,
    )
    this.#title = fitLine(fonts, { text: `${document.title} · ${document.subtitle}`, style: STYLES.frame }, room)
    this.#footer = fitLine(fonts, { text: document.team.footer, style: STYLES.frame }, room / 2)
    this.#provenance = fitLine(fonts, { text: document.provenance, style: STYLES.frame }, CONTENT_WIDTH)
  }

  /** Draws it on the page that is open. */
  draw(painter: Painter, page: number, pages: number): void {
    const drawMark = () => this.#drawMark(painter, PAGE.width - MARGIN.right - this.#markWidth, HEAD.top, HEAD.height)
    // Those who hear the document are told the mark, too: once, before anything else.
    if (page === 1) painter.content(painter.root.child('P'), drawMark)
    else painter.artifact(drawMark, 'Pagination')
    painter.artifact(() => {
      if (page === 1) this.#drawTeam(painter)
      else painter.spans(this.#title.spans, MARGIN.left, middle(HEAD.top, HEAD.height, STYLES.frame))
      this.#drawFoot(painter, page, pages)
    }, 'Pagination')
  }

  get #markWidth(): number {
    return this.#mark.width + MARK_PADDING * 2
  }

  #drawMark(painter: Painter, x: number, y: number, height: number): void {
    painter.box(x, y, this.#markWidth, height, '#000000')
    painter.spans(this.#mark.spans, x + MARK_PADDING, middle(y, height, STYLES.mark))
  }

  #drawTeam(painter: Painter): void {
    let x = MARGIN.left
    if (this.logo) {
      const width = Math.min(LOGO_WIDTH - 10, HEAD.height * this.logo.ratio)
      const height = width / this.logo.ratio
      drawImage(painter.doc, this.logo, [x, HEAD.top + (HEAD.height - height) / 2, width, height])
      x += width + 10
    }
    painter.spans(this.#team.spans, x, middle(HEAD.top, HEAD.height, STYLES.frame))
  }

  #drawFoot(painter: Painter, page: number, pages: number): void {
    const { fonts, document } = this.sheet
    const { words } = document
    painter.box(MARGIN.left, FOOT.rule, CONTENT_WIDTH, 0.5, LINE)
    painter.spans(this.#provenance.spans, MARGIN.left, FOOT.provenance + baselineOf(STYLES.frame))
    const baseline = middle(FOOT.row, FOOT.height, STYLES.frame)
    painter.spans(this.#footer.spans, MARGIN.left, baseline)
    const number = pageLine(fonts, `${words.page} ${page} ${words.of} ${pages}`)
    painter.spans(number.spans, PAGE.width - MARGIN.right - number.width, baseline)
    this.#drawMark(painter, (PAGE.width - this.#markWidth) / 2, FOOT.row, FOOT.height)
  }
}

const pageLine = (fonts: Fonts, text: string): Line =>
  breakLines(fonts, [{ text, style: STYLES.frame }], CONTENT_WIDTH)[0]

/** The base line of a line of text in the middle of a height. */
const middle = (y: number, height: number, style: TextStyle): number =>
  y + (height - leadingOf(style)) / 2 + baselineOf(style)
