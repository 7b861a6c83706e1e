'use client'

import { useCallback, useEffect, useState } from 'react'
import { type AnnotationFields, differs, FIELD_NAMES, NO_FIELDS } from '@/components/annotations/annotation-fields'
import { parsed, readText, textsFrom, writeText } from '@/components/samples/browser-text'
import { newId } from '@/lib/incidents/draft-store'

interface KeptAnnotation {
  fields: AnnotationFields
  /** The annotation that is written, and the revision that its editor started from; 0 for a new one. */
  id: string
  base: number
  change: (fields: Partial<AnnotationFields>) => void
  /** Goes on from another revision, with what is typed. */
  rebase: (revision: number) => void
  forget: () => void
  /** What was typed before is here again. */
  restored: boolean
  /** False where the browser keeps nothing: the page then holds the only copy. */
  kept: boolean
}

interface Start {
  fields: AnnotationFields
  /** Empty for a new one, which is given one. */
  id: string
  base: number
}

/**
 * What is typed into an annotation's form, kept in this browser with each key until it is saved, with the revision that it
 * started from: so a reload loses nothing, and overwrites nothing that was saved meanwhile.
 */
export function useKeptAnnotation(name: string, start: Start): KeptAnnotation {
  const key = `dyadwatch-annotation:${name}`
  const [state, setState] = useState<Start>(start)
  const [restored, setRestored] = useState(false)
  const [kept, setKept] = useState(true)

  useEffect(() => {
    const { text, failed } = readText(key)
    setKept(!failed)
    const whole = parsed(text)
    const texts = textsFrom(text, FIELD_NAMES)
    const [id, base] = [whole.id, whole.base]
    if (typeof id === 'string' && typeof base === 'number') {
      setState({ fields: { ...NO_FIELDS, ...texts }, id, base })
      setRestored(true)
    } else setState((before) => (before.id === '' ? { ...before, id: newId() } : before))
  }, [key])

  useEffect(() => {
    // Saved or given up in another tab, which shared the id: what is typed here would change what was saved there, so it becomes
    // another annotation.
    const onStorage = ({ key: changed, newValue }: StorageEvent) => {
      if (changed !== key || newValue !== null) return
      setState((before) => (before.base === 0 ? { ...before, id: newId() } : before))
    }
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [key])

  const put = useCallback(
    (next: Start) => {
      setState(next)
      const untouched = next.base === 0 && !differs(next.fields, NO_FIELDS)
      const text = untouched ? null : JSON.stringify({ ...next.fields, id: next.id, base: next.base })
      setKept(writeText(key, text))
    },
    [key],
  )
  return {
    ...state,
    change: (fields) => {
      setRestored(false)
      put({ ...state, fields: { ...state.fields, ...fields } })
    },
    rebase: (base) => put({ ...state, base }),
    forget: () => {
      writeText(key, null)
      setRestored(false)
      setState({ ...start, id: start.id === '' ? newId() : start.id })
    },
    restored,
    kept,
  }
}
