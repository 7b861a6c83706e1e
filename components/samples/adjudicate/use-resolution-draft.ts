'use client'

import { useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { type Chosen, rebased, touchedParts } from '@/components/samples/adjudicate/rebase'
import { readText, textsFrom, writeText } from '@/components/samples/browser-text'
import type { FormValues } from '@/lib/incidents/form-values'

const KEPT = ['code', 'date', 'credibility', 'confidence', 'reason'] as const

interface KeptResolution {
  /** The browser keeps nothing: what is typed lives only on this page. */
  failed: boolean
  /** What the record says now that it did not say when this unit was opened, in words. */
  news: string[]
  /** Takes the form back to what the record says, and drops what was kept. */
  forget: () => void
}

/**
 * Keeps what is chosen and typed of a unit in this browser until it is resolved, and takes it up again; follows the record where it
 * changes meanwhile. `key` names account, sample and unit.
 */
export function useResolutionDraft(key: string, form: UseFormReturn<FormValues>, now: Chosen): KeptResolution {
  const [ready, setReady] = useState(false)
  const [failed, setFailed] = useState(false)
  const [news, setNews] = useState<string[]>([])
  const base = useRef(now)
  const name = `dyadwatch:resolution:${key}`

  useEffect(() => {
    const kept = readText(name)
    const typed = textsFrom(kept.text, KEPT)
    for (const field of KEPT) {
      const text = typed[field]
      if (text !== undefined) form.setValue(field, text as FormValues[typeof field])
    }
    setFailed(kept.failed)
    setReady(true)
  }, [name, form])

  useEffect(() => {
    const { values, changed } = rebased(form.getValues(), base.current, now)
    if (changed.length === 0) return
    base.current = now
    for (const [field, text] of Object.entries(values)) form.setValue(field as keyof Chosen, text)
    setNews(changed)
  }, [now, form])

  useEffect(() => {
    if (!ready) return
    const keep = () => {
      const values = form.getValues()
      const touched = [...touchedParts(values, base.current), ...(values.reason === '' ? [] : (['reason'] as const))]
      const typed = Object.fromEntries(touched.map((field) => [field, values[field]]))
      if (!writeText(name, touched.length === 0 ? null : JSON.stringify(typed))) setFailed(true)
    }
    return form.subscribe({ formState: { values: true }, callback: keep })
  }, [ready, name, form])

  const forget = () => {
    form.reset({ ...form.getValues(), ...base.current, reason: '' })
    writeText(name, null)
    setNews([])
  }
  return { failed, news, forget }
}
