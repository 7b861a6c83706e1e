const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The beginning of a text, at most `most` long; never ends within what a reader takes for one character. */
export function excerptOf(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  // A character is short, but nothing says how short: the cut looks at the beginning alone.
  for (const { index, segment } of characters.segment(text.slice(0, 2 * most))) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
