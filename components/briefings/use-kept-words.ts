'use client'

import { useCallback, useEffect, useState } from 'react'
import { parsed, readText, writeText } from '@/components/samples/browser-text'

/** A text that was typed and not saved, and the revision of the draft that its writer saw. */
export interface KeptWord {
  text: string
  base: number
}

/** By what they are for. */
export type KeptWords = Readonly<Record<string, KeptWord>>

const isKept = (entry: [string, unknown]): entry is [string, KeptWord] => {
  const [, word] = entry
  return typeof word === 'object' && word !== null && 'text' in word && 'base' in word && typeof word.text === 'string'
}

/**
 * What is typed into a draft, kept in this browser with each key until it is saved or given up: a reload, a crash or a conflict loses
 * nothing. `keeps` is false where the browser allows no storage.
 */
export function useKeptWords(name: string) {
  const key = `dyadwatch-briefing:${name}`
  const [words, setWords] = useState<KeptWords>({})
  const [keeps, setKeeps] = useState(true)

  useEffect(() => {
    const { text, failed } = readText(key)
    setKeeps(!failed)
    const found = Object.entries(parsed(text)).filter(isKept)
    if (found.length > 0) setWords(Object.fromEntries(found))
  }, [key])

  const put = useCallback(
    (after: KeptWords) => {
      setWords(after)
      setKeeps(writeText(key, Object.keys(after).length === 0 ? null : JSON.stringify(after)))
    },
    [key],
  )
  return {
    words,
    keeps,
    /** Keeps a text; the revision that it was begun at stays that of its first key. */
    keep: (what: string, text: string, base: number) =>
      put({ ...words, [what]: { text, base: words[what]?.base ?? base } }),
    forget: (what: string) => put(Object.fromEntries(Object.entries(words).filter(([one]) => one !== what))),
  }
}
