import { type Merged, mergeParts, type Part, sameIn } from '@/lib/merge-parts'

/** A part of a form, with what it says in words: for a note that names it. */
export interface NamedPart<F> extends Part<F> {
  words: (fields: F) => string
}

/** Something at one of its revisions, as its form holds it. */
export interface Stand<F> {
  revision: number
  fields: F
}

/** A form of something with revisions: what it started from, and what is typed. */
export interface Kept<F extends object> {
  base: Stand<F>
  fields: F
  /** Nothing was typed since the last save. */
  saved: boolean
  /** What became of somebody else's changes when they were taken in; null once that is saved, and where there were none. */
  taken: Merged<F, NamedPart<F>> | null
}

/** The form before anything happens to it. */
export const startingFrom = <F extends object>(base: Stand<F>): Kept<F> => {
  return { base, fields: base.fields, saved: false, taken: null }
}

/** Whether two forms say the same. */
export const sameFields = <F extends object>(parts: readonly NamedPart<F>[], a: F, b: F): boolean =>
  parts.every((part) => sameIn(part, a, b))

/** The fields word for word, whatever they say. */
const wordForWord = <F extends object>(a: F, b: F): boolean =>
  sameIn({ label: '', names: Object.keys({ ...a, ...b }) as (keyof F)[] }, a, b)

/**
 * The form after the page was read anew. Something stored later is gone on from where it says nothing else of the fields (it was
 * switched, or put aside, beside the form), or where nothing is typed. Else it is somebody else's: that save is to be refused, so that
 * nobody's words are lost. The revision that the form itself saved is taken as the server put it.
 */
export function following<F extends object>(kept: Kept<F>, stored: Stand<F>, parts: readonly NamedPart<F>[]): Kept<F> {
  const { base, fields } = kept
  if (stored.revision < base.revision) return kept
  if (stored.revision === base.revision) {
    if (wordForWord(stored.fields, base.fields)) return kept
    return { ...kept, base: stored, fields: mergeParts(parts, base.fields, fields, stored.fields).fields }
  }
  if (sameFields(parts, fields, base.fields)) return startingFrom(stored)
  return sameFields(parts, stored.fields, base.fields) ? { ...kept, base: stored } : kept
}

/** The form after something was typed. */
export const typing = <F extends object>(kept: Kept<F>, change: Partial<F>): Kept<F> => {
  return { ...kept, fields: { ...kept.fields, ...change }, saved: false }
}

/** The form after what was sent is stored: what was typed meanwhile stays, and is not saved. */
export const saving = <F extends object>(kept: Kept<F>, { revision, fields }: Stand<F>): Kept<F> => {
  return { ...kept, base: { revision, fields }, saved: wordForWord(kept.fields, fields), taken: null }
}

/** The form after somebody else's changes were taken in: only what both changed stays mine. */
export function taking<F extends object>(kept: Kept<F>, theirs: Stand<F>, parts: readonly NamedPart<F>[]): Kept<F> {
  const merged = mergeParts(parts, kept.base.fields, kept.fields, theirs.fields)
  const news = merged.clashes.length > 0 || merged.taken.length > 0
  return { base: theirs, fields: merged.fields, saved: false, taken: news ? merged : null }
}
