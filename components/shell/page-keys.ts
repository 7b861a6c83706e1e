'use client'

import { useLayoutEffect } from 'react'

/** What the keys of a part of a page do, by the key. */
export type PageKeys = Readonly<Record<string, () => unknown>>

/** The keys of every part of the page that is shown and has some, in the order in which the parts came. */
const shown: PageKeys[] = []

/** What a key does on the page that is shown, by the part that came last; undefined where none gives it a meaning. */
export const pageKey = (key: string): (() => unknown) | undefined =>
  shown.findLast((keys) => Object.hasOwn(keys, key))?.[key]

/** Gives single keys a meaning while the part is shown, before that of the desk; never while something is typed. */
export function usePageKeys(keys: PageKeys): void {
  // With what is shown, not after it: a key that comes right then must not act on what was there before.
  useLayoutEffect(() => {
    shown.push(keys)
    return () => {
      shown.splice(shown.indexOf(keys), 1)
    }
  }, [keys])
}
