'use client'

import { useEffect } from 'react'

/** What the keys of a page do, by the key. */
export type PageKeys = Readonly<Record<string, () => unknown>>

let current: PageKeys = {}

/** What a key does on the page that is shown; undefined where the page gives it no meaning. */
export const pageKey = (key: string): (() => unknown) | undefined =>
  Object.hasOwn(current, key) ? current[key] : undefined

/** Gives single keys a meaning while the page is shown, before that of the desk; never while something is typed. */
export function usePageKeys(keys: PageKeys): void {
  useEffect(() => {
    current = keys
    return () => {
      if (current === keys) current = {}
    }
  }, [keys])
}
