/*
 * Controls, and marks that turn the direction of what follows: they show nothing by themselves, and one of them in a title could turn the
 * rest of a page around or end a file's text early.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g
/** Halves of a character that stand alone. */
const HALVES = /\p{Cs}/gu
const SPACES = /[\t\n\r\u2028\u2029]+/g

/** Text that somebody typed, for a document: on one line, well-formed, without controls. All that can be seen stays. */
export const cleanText = (text: string): string =>
  text.replace(HALVES, '\ufffd').replace(SPACES, ' ').replace(UNSEEN, '')
