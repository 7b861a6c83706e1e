'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { DraftSession } from '@/components/incidents/form/use-draft-session'
import type { Draft, DraftStore } from '@/lib/incidents/draft-store'
import type { FormValues } from '@/lib/incidents/form-values'

const KEEP_AFTER_MS = 200

/** What a save needs of the draft, and what it does to it. */
export interface KeptDraft {
  /** The draft with what is typed now. */
  current: () => Draft
  /** Changes what is not typed: the base of an edit, the try that got no answer. Kept at once. */
  amend: (change: Partial<Pick<Draft, 'base' | 'attempt'>>) => Promise<void>
  /** Lets go of the draft after an acknowledged save. */
  forget: () => Promise<void>
  /** The browser refused to store; the page holds the only copy. */
  failed: boolean
}

/**
 * Keeps a form's state as it is typed: at most `KEEP_AFTER_MS` behind the last key, and at once when the page is hidden or left.
 * A form that was put back to where it started leaves nothing behind.
 */
export function useKeptDraft(store: DraftStore, session: DraftSession, form: UseFormReturn<FormValues>): KeptDraft {
  const draft = useRef(session.draft)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const closed = useRef(false)
  /** Changes since the form was shown, and how many of them are known to be kept. */
  const changes = useRef(0)
  const kept = useRef(0)
  const [failed, setFailed] = useState(false)

  const current = useCallback((): Draft => ({ ...draft.current, values: structuredClone(form.getValues()) }), [form])

  const write = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (closed.current) return
    const now = current()
    const upTo = changes.current
    const nothingTyped = JSON.stringify(now.values) === JSON.stringify(session.pristine) && now.attempt === null
    try {
      await (nothingTyped ? store.forget(now) : store.keep(now))
      if (nothingTyped) await store.claim(now.form, now.id)
      kept.current = Math.max(kept.current, upTo)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [current, session, store])

  useEffect(() => {
    closed.current = false
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        if (closed.current) return
        draft.current = { ...draft.current, at: Date.now() }
        changes.current++
        clearTimeout(timer.current)
        timer.current = setTimeout(write, KEEP_AFTER_MS)
      },
    })
    // A page that goes away may not finish a write to IndexedDB, nor one that was begun before; the journal is synchronous.
    const leave = () => {
      if (kept.current === changes.current || closed.current) return
      store.journal(current())
      void write()
    }
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      unsubscribe()
      leave()
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', leave)
    }
  }, [form, store, current, write])

  const amend = useCallback<KeptDraft['amend']>(
    async (change) => {
      draft.current = { ...draft.current, ...change, at: Date.now() }
      changes.current++
      await write()
    },
    [write],
  )

  const forget = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    closed.current = true
    try {
      await store.forget(draft.current)
    } catch {
      setFailed(true)
    }
  }, [store])

  return { current, amend, forget, failed }
}
