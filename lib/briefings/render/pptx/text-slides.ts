import type { Run } from '@/lib/briefings/model/document'
import { BOXES, LINE, POINTS_AN_INCH, SOURCE_SIZES, TEXT_SIZES } from './geometry'
import { cutToLines, heightOf, linesOf } from './measure'
import { plainText, type SlideBody, type SlidePlan, type SlideText } from './slide-plan'

/** Air after a paragraph, in shares of its text's size. */
export const PARAGRAPH_AIR = 0.5
/** Width that a bullet takes, in inches. */
const BULLET = 0.32
/** A paragraph with more lines than this is cut; the speaker's notes have it whole. */
const MOST_LINES = 7
/** Numbers of sources are small, and take about so many letters' room. */
const NOTE_ROOM = '0000'

/** A paragraph no longer than a slide can bear. Cutting takes its marks with it: they stand in the notes. */
export function cutParagraph(paragraph: SlideText, inches: number, points: number): SlideText {
  const text = plainText(paragraph.runs)
  const cut = cutToLines(text, MOST_LINES, inches - BULLET, points)
  if (cut === text) return paragraph
  return { ...paragraph, runs: [{ text: cut, typed: true } satisfies Run] }
}

/** Height of a paragraph with the air after it, in inches. */
export function paragraphHeight({ runs, bullet }: SlideText, inches: number, points: number): number {
  const noted = runs.some(({ note }) => note !== undefined) ? NOTE_ROOM : ''
  const room = inches - (bullet === 'none' ? 0 : BULLET)
  const lines = linesOf(`${plainText(runs)}${noted}`, room, points)
  return heightOf(lines, points) + (points * PARAGRAPH_AIR * LINE) / POINTS_AN_INCH
}

/** Paragraphs in as many stretches as slides are needed. */
function stretches(paragraphs: readonly SlideText[], inches: number, height: number, points: number): SlideText[][] {
  const slides: SlideText[][] = [[]]
  let used = 0
  for (const paragraph of paragraphs) {
    const own = paragraphHeight(paragraph, inches, points)
    if (used + own > height && used > 0) {
      slides.push([])
      used = 0
    }
    slides[slides.length - 1].push(paragraph)
    used += own
  }
  return slides
}

/** A text over several slides looks better where they are about equally full. */
function balanced(paragraphs: readonly SlideText[], inches: number, height: number, points: number): SlideText[][] {
  const count = stretches(paragraphs, inches, height, points).length
  if (count === 1) return [[...paragraphs]]
  for (let share = 1 / count; share < 1; share += 0.05) {
    const even = stretches(paragraphs, inches, height * share, points)
    if (even.length <= count) return even
  }
  return stretches(paragraphs, inches, height, points)
}

/** Title of one of several slides: `Timeline (2/3)`. */
export const numbered = (title: readonly Run[], index: number, count: number): Run[] =>
  count === 1 ? [...title] : [...title, { text: ` (${index + 1}/${count})` }]

type Frame = Pick<SlidePlan, 'kicker' | 'title'>

/** Slides of paragraphs: as few as the smallest type takes, in the largest type that takes no more of them. */
export function textSlides(frame: Frame, all: readonly SlideText[], kind: 'text' | 'sources' = 'text'): SlidePlan[] {
  const { w, h } = BOXES.body
  const sizes = kind === 'sources' ? SOURCE_SIZES : TEXT_SIZES
  const cutAt = (points: number) => all.map((paragraph) => cutParagraph(paragraph, w, points))
  const countAt = (points: number) => stretches(cutAt(points), w, h, points).length
  const smallest = sizes[sizes.length - 1]
  const fewest = countAt(smallest)
  const points = sizes.find((size) => countAt(size) === fewest) ?? smallest
  const cut = cutAt(points)
  const whole = new Map(cut.map((paragraph, index) => [paragraph, all[index].runs]))
  const slides = kind === 'sources' ? stretches(cut, w, h, points) : balanced(cut, w, h, points)
  return slides.map((paragraphs, index): SlidePlan => {
    const body: SlideBody = { kind, paragraphs, points }
    const spoken = paragraphs.map((paragraph) => whole.get(paragraph) ?? paragraph.runs)
    return { ...frame, title: numbered(frame.title, index, slides.length), body, spoken }
  })
}
