/*
 * Controls, and marks that turn the direction of what follows: they show nothing by themselves, and one of them in a title could turn the
 * rest of a page around or end a file's text early.
 */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu
/** Halves of a character that stand alone. */
const HALVES = /\p{Cs}/gu
const SPACES = /[\t\n\r\u2028\u2029]+/g

/** Text that somebody typed, for a document: on one line, well-formed, without controls. All that can be seen stays. */
export const cleanText = (text: string): string =>
  text.replace(HALVES, '\ufffd').replace(SPACES, ' ').replace(UNSEEN, '')
