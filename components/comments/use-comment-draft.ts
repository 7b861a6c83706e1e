'use client'

import { useCallback, useEffect, useState } from 'react'

interface CommentDraft {
  text: string
  change: (text: string) => void
  /** What was typed before is here again. */
  restored: boolean
  /** False where the browser keeps nothing: the page then holds the only copy. */
  kept: boolean
}

/**
 * The text of a comment as it is typed, kept in this browser with each key until it is said: a reload, a crash, a closed tab or
 * a sign-in in between loses nothing. `name` tells the comment apart from all others of this browser, also of other accounts.
 */
export function useCommentDraft(name: string): CommentDraft {
  const key = `dyadwatch-comment:${name}`
  const [text, setText] = useState('')
  const [restored, setRestored] = useState(false)
  const [kept, setKept] = useState(true)

  useEffect(() => {
    try {
      const before = localStorage.getItem(key)
      if (!before) return
      setText((typed) => typed || before)
      setRestored(true)
    } catch {
      setKept(false)
    }
  }, [key])

  const change = useCallback(
    (next: string) => {
      setText(next)
      setRestored(false)
      try {
        if (next === '') localStorage.removeItem(key)
        else localStorage.setItem(key, next)
        setKept(true)
      } catch {
        setKept(false)
      }
    },
    [key],
  )

  return { text, change, restored, kept }
}
