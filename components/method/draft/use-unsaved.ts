'use client'

import { useEffect, useRef, useState } from 'react'
import { type Kept, readKept, writeKept } from '@/components/method/draft/kept-fields'

/**
 * Guards what is typed and not saved: the browser asks before the tab is closed or loaded anew, and a form that is left for
 * another page of the desk finds its words again. Tells whether it did.
 */
export function useUnsaved(draftId: string, kept: Kept, dirty: boolean, restore: (kept: Kept) => void): boolean {
  const [restored, setRestored] = useState(false)
  const looked = useRef(false)
  const onFound = useRef(restore)

  useEffect(() => {
    if (looked.current) return
    looked.current = true
    const found = readKept(draftId)
    if (!found) return
    onFound.current(found)
    setRestored(true)
  }, [draftId])

  useEffect(() => {
    // The first pass still holds what the server sent: what was kept is read above and comes with the next.
    if (dirty) writeKept(draftId, kept)
    else if (looked.current) writeKept(draftId, null)
  }, [draftId, kept, dirty])

  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])

  return restored && dirty
}
