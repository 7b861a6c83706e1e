'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
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

const keptIn = (key: string): KeptWords => Object.fromEntries(Object.entries(parsed(readText(key).text)).filter(isKept))

const withWord = (words: KeptWords, what: string, word: KeptWord | null): KeptWords => {
  const others = Object.entries(words).filter(([one]) => one !== what)
  return Object.fromEntries(word === null ? others : [...others, [what, word]])
}

/**
 * What is typed into a draft, kept in this browser with each key until it is saved or given up: a reload, a crash or a conflict loses
 * nothing. `keeps` is false where the browser allows no storage.
 */
export function useKeptWords(name: string) {
  const key = `dyadwatch-briefing:${name}`
  const [words, setWords] = useState<KeptWords>({})
  const [keeps, setKeeps] = useState(true)
  // What a save does when it is done goes on from what was typed until then, not from what stood there when it began.
  const latest = useRef(words)

  const hold = useCallback((after: KeptWords) => {
    latest.current = after
    setWords(after)
  }, [])
  useEffect(() => {
    setKeeps(!readText(key).failed)
    hold(keptIn(key))
  }, [key, hold])

  const changes = useMemo(() => {
    const put = (what: string, word: KeptWord | null) => {
      hold(withWord(latest.current, what, word))
      // Another tab may keep words of the same draft: they stay beside these.
      const kept = withWord(keptIn(key), what, word)
      setKeeps(writeText(key, Object.keys(kept).length === 0 ? null : JSON.stringify(kept)))
    }
    const forget = (what: string) => put(what, null)
    return {
      /** Keeps a text; the revision that it was begun at stays that of its first key. */
      keep: (what: string, text: string, base: number) => put(what, { text, base: latest.current[what]?.base ?? base }),
      forget,
      /** Forgets a text that was saved; false where more was typed after the save began, which stays and goes on from what was saved. */
      saved: (what: string, text: string, revision: number): boolean => {
        const now = latest.current[what]?.text
        const isAll = now === undefined || now === text
        if (isAll) forget(what)
        else put(what, { text: now, base: revision })
        return isAll
      },
    }
  }, [key, hold])
  return { words, keeps, ...changes }
}
