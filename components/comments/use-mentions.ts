'use client'

import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Mentionable } from '@/lib/comments/views'
import { type MentionQuery, matchingPeople, mentionQuery, withMention } from './mention-query'

interface Options {
  area: RefObject<HTMLTextAreaElement | null>
  text: string
  change: (text: string) => void
  people: readonly Mentionable[]
}

/** The list that opens under a textarea while `@…` is typed: arrows move, Enter and Tab pick, Escape closes. */
export function useMentions({ area, text, change, people }: Options) {
  const [query, setQuery] = useState<MentionQuery | null>(null)
  const [active, setActive] = useState(0)
  const caretAfter = useRef<number | null>(null)
  const found = query ? matchingPeople(people, query.typed) : []

  const look = useCallback(() => {
    const { value, selectionStart, selectionEnd } = area.current ?? { value: '', selectionStart: 0, selectionEnd: 0 }
    setQuery(selectionStart === selectionEnd ? mentionQuery(value, selectionStart) : null)
    setActive(0)
  }, [area])

  const close = useCallback(() => setQuery(null), [])

  const pick = useCallback(
    ({ login }: Mentionable) => {
      if (!area.current || !query) return
      const picked = withMention(text, area.current.selectionStart, query, login)
      caretAfter.current = picked.caret
      change(picked.text)
      setQuery(null)
    },
    [area, query, text, change],
  )

  // The caret can only be put after the text is in the field.
  useLayoutEffect(() => {
    if (caretAfter.current === null || area.current?.value !== text) return
    area.current.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  }, [area, text])

  /** Takes a key that means the list; true when it did. */
  const takeKey = useCallback(
    (event: KeyboardEvent): boolean => {
      if (found.length === 0 || event.metaKey || event.ctrlKey) return false
      if (event.key === 'ArrowDown') setActive((active + 1) % found.length)
      else if (event.key === 'ArrowUp') setActive((active + found.length - 1) % found.length)
      else if (event.key === 'Enter' || event.key === 'Tab') pick(found[active])
      else if (event.key === 'Escape') close()
      else return false
      event.preventDefault()
      return true
    },
    [found, active, pick, close],
  )

  return { found, active, look, close, pick, takeKey }
}
