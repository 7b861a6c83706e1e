import * as z from 'zod/mini'

/**
 * What cannot be kept as it was typed: control characters but tab and line breaks, halves of surrogate pairs, and code points that
 * are none. The database refuses some and stores others as U+FFFD, under a hash of what was sent; documents refuse the rest.
 */
const UNKEEPABLE = /[^\P{Cc}\t\n\r]|\p{Cs}|\p{Noncharacter_Code_Point}/u

/** How much of what stands before such a character is told, so that somebody who cannot see it finds it. */
const CONTEXT = 20

/** Whether a text can be stored, hashed and printed as it is. */
export const isKeepable = (text: string): boolean => !UNKEEPABLE.test(text)

/** Where the first character stands that cannot be kept, in a sentence. */
function unkeepableSentence(text: string): string {
  const at = text.search(UNKEEPABLE)
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const before = [...text.slice(0, at)].slice(-CONTEXT).join('').trim()
  const place = before === '' ? 'at its start' : `after “${before}”`
  return `A character here cannot be kept (U+${code}, ${place}). Delete it and type it again`
}

/** The check that every text passes which somebody typed; nothing else is said of a text that fails it. */
export const keepable = z.refine<string>(isKeepable, {
  error: ({ input }) => unkeepableSentence(String(input)),
  abort: true,
})

/** The base of every schema of typed text: a string that can be kept as it is. */
export const typedText = (otherwise?: string) => z.string(otherwise).check(keepable)
