import { fitText, textWidth, type Weight } from '@/lib/briefings/charts/text-width'
import { LINE, POINTS_AN_INCH } from './geometry'

/** What is measured is Inter: Arial is narrower than it, but bold Arial wider than half-bold Inter. A little is left for other fonts. */
const WIDER: Readonly<Record<Weight, number>> = { 400: 0.97, 600: 1.08 }

/** Characters that are measured at most: what is longer is cut anyway. */
const MOST_MEASURED = 4000

/**
 * How many lines a text takes in a box so wide, rather too many than too few; a word that is wider than the box is broken. O(text).
 */
export function linesOf(text: string, inches: number, points: number, weight: Weight = 400): number {
  const room = (inches * POINTS_AN_INCH) / WIDER[weight]
  const space = textWidth(' ', points, weight)
  let [lines, at] = [1, 0]
  for (const word of text.slice(0, MOST_MEASURED).split(' ')) {
    const width = textWidth(word, points, weight)
    if (at > 0 && at + space + width > room) {
      lines += 1
      at = 0
    }
    at += (at > 0 ? space : 0) + width
    if (at <= room) continue
    const broken = Math.ceil(at / room) - 1
    lines += broken
    at -= broken * room
  }
  return lines
}

/** Height of some lines, in inches. */
export const heightOf = (lines: number, points: number): number => (lines * points * LINE) / POINTS_AN_INCH

/** A text that takes no more lines than `most`; what is longer ends in an ellipsis. */
export function cutToLines(text: string, most: number, inches: number, points: number, weight: Weight = 400): string {
  if (text.length <= MOST_MEASURED && linesOf(text, inches, points, weight) <= most) return text
  // Words that go to the next line leave room at the end of each but the last.
  for (let share = 0.97; share > 0.4; share -= 0.06) {
    const cut = fitText(text, most * inches * POINTS_AN_INCH * share, points, weight)
    if (linesOf(cut, inches, points, weight) <= most) return cut
  }
  return fitText(text, inches * POINTS_AN_INCH * 0.9, points, weight)
}
