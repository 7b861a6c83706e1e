import type {
  Block,
  DocumentPicture,
  DocumentSection,
  DocumentTable,
  KeyFigure,
  Run,
  Sentence,
} from '@/lib/briefings/model/document'
import type { SectionKey } from '@/lib/briefings/model/terms'
import { noteNumbersOf } from '@/lib/briefings/render/office/document-runs'
import { noteText, quoteText } from '@/lib/briefings/render/office/note-text'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { PACKS, Writer } from '@/lib/briefings/text/writer'
import { codesOf } from '@/lib/core/dyad'
import { countryNameIn } from '@/lib/countries'
import { BOXES, POINTS } from './geometry'
import { largestParts } from './largest-parts'
import { linesOf } from './measure'
import { nativeChart } from './native-chart'
import { plainText, type SlidePlan, type SlideText } from './slide-plan'
import { tableSlides } from './table-slides'
import { numbered, textSlides } from './text-slides'

/** Parts whose first sentence is their message; the others are named. */
const HEADED_BY_SENTENCE: ReadonlySet<SectionKey> = new Set([
  'bluf',
  'standing',
  'compare',
  'trend',
  'directions',
  'measures',
  'certainty',
])
const FIGURES_A_SLIDE = 8
const MOST_TITLE_LINES = 3
const MOST_CAPTION_LINES = 3
const SPACE: Run = { text: ' ' }

const joined = (sentences: readonly (readonly Run[])[]): Run[] =>
  sentences.flatMap((runs, index) => (index > 0 ? [SPACE, ...runs] : [...runs]))

/** Whether a sentence can stand as a slide's title. */
const isTitle = (runs: readonly Run[]): boolean =>
  linesOf(plainText(runs), BOXES.title.w, POINTS.longTitle, 600) <= MOST_TITLE_LINES

const isCaption = (runs: readonly Run[]): boolean =>
  linesOf(plainText(runs), BOXES.body.w, POINTS.caption) <= MOST_CAPTION_LINES

/** Plans the slides of one section. */
class SectionPlanner {
  readonly slides: SlidePlan[] = []
  readonly #kicker: string
  readonly #name: Run[]
  /** Sentences that wait for a slide. */
  #pending: SlideText[] = []
  #mayHead: boolean

  constructor(
    readonly rendering: Rendering,
    readonly section: DocumentSection,
  ) {
    const { document } = rendering
    const { dyadId, title, key } = section
    const name = PACKS[document.language].sections[key]
    const dyad =
      dyadId &&
      codesOf(dyadId)
        .map((code) => countryNameIn(code, document.language))
        .join(' – ')
    this.#kicker = dyad ? `${dyad} · ${name}` : title
    this.#name = [{ text: dyad ? name : title }]
    this.#mayHead = HEADED_BY_SENTENCE.has(key)
  }

  plan(): SlidePlan[] {
    const { blocks } = this.section
    for (let index = 0; index < blocks.length; index++) {
      const [block, next] = [blocks[index], blocks[index + 1]]
      if (block.kind === 'chart' && next?.kind === 'paragraph' && this.#chart(block.picture, next.sentences)) index += 1
      else this.#block(block)
    }
    this.#flush()
    return this.slides
  }

  #block(block: Block): void {
    switch (block.kind) {
      case 'lead':
      case 'paragraph':
        this.#pending.push({ runs: joined(block.sentences.map((one) => this.#said(one))), bullet: 'none' })
        if (this.#mayHead && this.#pending.length === 1 && block.sentences.length > 0) this.#head(block.sentences)
        break
      case 'list':
        for (const [index, item] of block.items.entries())
          this.#pending.push({
            runs: joined(item.map((one) => this.#said(one))),
            bullet: block.ordered ? { number: index + 1 } : 'dot',
          })
        break
      case 'figures':
        this.#flush()
        this.#figures(block.items)
        break
      case 'table':
        this.#table(block.table)
        break
      case 'chart':
        this.#chart(block.picture, [])
        break
      case 'notes':
        break
    }
  }

  /** What a sentence says, and who changed it. */
  #said({ runs, by }: Sentence): Run[] {
    if (by.kind !== 'edited') return runs
    return [...runs, { text: ` (${this.rendering.document.words.editedBy} ${by.name})`, typed: true }]
  }

  /** The sentence that heads the next slide of text. */
  #heading: Run[] | null = null

  #head(sentences: readonly Sentence[]): void {
    const [first, ...rest] = sentences.map((one) => this.#said(one))
    if (!isTitle(first)) return
    this.#heading = first
    this.#mayHead = false
    this.#pending = rest.length > 0 ? [{ runs: joined(rest), bullet: 'none' }] : []
  }

  /** Puts what waits on slides of its own. */
  #flush(): void {
    const heading = this.#heading
    this.#heading = null
    if (heading && this.#pending.length === 0) this.#pending = [{ runs: heading, bullet: 'none' }]
    else if (heading) {
      const slides = textSlides({ kicker: this.#kicker, title: heading }, this.#pending)
      this.slides.push(...slides.map((slide, index) => (index === 0 ? spokenFirst(slide, heading) : slide)))
      this.#pending = []
    }
    if (this.#pending.length === 0) return
    this.slides.push(...textSlides({ kicker: this.#kicker, title: this.#name }, this.#pending))
    this.#pending = []
  }

  #figures(items: readonly KeyFigure[]): void {
    const count = Math.ceil(items.length / FIGURES_A_SLIDE)
    for (let page = 0; page < count; page++) {
      const own = items.slice(page * FIGURES_A_SLIDE, (page + 1) * FIGURES_A_SLIDE)
      const spoken = own.map(({ label, value, note }): Run[] => [
        { text: `${label}: ` },
        ...value,
        ...(note.length > 0 ? [{ text: '. ' }, ...note] : []),
      ])
      const title = numbered(this.#name, page, count)
      this.slides.push({ kicker: this.#kicker, title, body: { kind: 'figures', items: own }, spoken })
    }
  }

  /** Takes the sentence that was to head a slide of text, where there is no text for it. */
  #loneHeading(): Run[] | null {
    const heading = this.#pending.length === 0 ? this.#heading : null
    if (heading) this.#heading = null
    else this.#flush()
    return heading
  }

  /**
   * A chart under the sentence that waits or, where that is this part's way, the first of those that follow it, with the others below; false
   * where they do not fit there.
   */
  #chart(picture: DocumentPicture, sentences: readonly Sentence[]): boolean {
    const said = sentences.map((one) => this.#said(one))
    const reading: Run[][] = picture.reading ? [[{ text: picture.reading }]] : []
    const waiting = this.#pending.length === 0 ? this.#heading : null
    const isHeaded = !waiting && said.length > 0 && HEADED_BY_SENTENCE.has(this.section.key)
    const heading = waiting ?? (isHeaded ? said[0] : null)
    const below = [...(heading ? reading : []), ...(isHeaded ? said.slice(1) : said)]
    const title = heading ?? reading[0] ?? [{ text: picture.title }]
    const caption = joined(below.length > 0 || reading.length > 0 ? below : [[{ text: picture.alt }]])
    if (sentences.length > 0 && !(isTitle(title) && isCaption(caption))) return false
    this.#loneHeading()
    this.slides.push({
      kicker: this.#kicker,
      title,
      body: {
        kind: 'chart',
        chart: nativeChart(picture.chart, PACKS[this.rendering.document.language].labels),
        alt: picture.alt,
        caption,
        source: picture.source,
        name: picture.title,
      },
      spoken: [title, ...below, [{ text: picture.alt }]],
    })
    return true
  }

  #table(table: DocumentTable): void {
    const { key, dyadId } = this.section
    const isIncidents = key === 'incidents' && dyadId !== null
    const shown = isIncidents ? largestParts(table, this.rendering.figures) : table
    const more =
      shown.rows.length < table.rows.length
        ? new Writer(this.rendering.document.language, this.rendering.figures).runs('incidents.largest', {
            count: { figure: `${dyadId}.period.incidents` },
          })
        : []
    const heading = this.#loneHeading()
    if (heading && shown.rows.length === 0) {
      this.#pending = [{ runs: heading, bullet: 'none' }]
      return
    }
    const slides = tableSlides({ kicker: this.#kicker, title: heading ?? [{ text: table.caption }] }, shown, more)
    this.slides.push(...slides.map((slide, index) => (heading && index === 0 ? spokenFirst(slide, heading) : slide)))
  }
}

const spokenFirst = (slide: SlidePlan, sentence: readonly Run[]): SlidePlan => ({
  ...slide,
  spoken: [sentence, ...slide.spoken],
})

/** The sources that the other slides name. */
function sourceSlides({ document }: Rendering, section: DocumentSection, named: ReadonlySet<number>): SlidePlan[] {
  const paragraphs = document.notes
    .filter(({ number }) => named.has(number))
    .map((note): SlideText => {
      const parts = [noteText(note, document.language), quoteText(note), note.url ?? '']
      const text = parts.filter((part) => part !== '').join('. ')
      return { runs: [{ text: `${note.number}  ` }, { text, typed: true }], bullet: 'none' }
    })
  if (paragraphs.length === 0) return []
  const title = [{ text: section.title }]
  return textSlides({ kicker: section.title, title }, paragraphs, 'sources')
}

const runsOfSlide = ({ title, spoken }: SlidePlan): Run[] => [...title, ...spoken.flat()]

/** All slides but the first, in the order of the document's sections. O(text). */
export function planSlides(rendering: Rendering): SlidePlan[] {
  const planned = rendering.document.sections.map((section) => ({
    section,
    slides: new SectionPlanner(rendering, section).plan(),
  }))
  const named = new Set(noteNumbersOf(planned.flatMap(({ slides }) => slides.flatMap(runsOfSlide))))
  return planned.flatMap(({ section, slides }) =>
    section.blocks.some(({ kind }) => kind === 'notes')
      ? [...slides, ...sourceSlides(rendering, section, named)]
      : slides,
  )
}
